export * from './groups.ts'
export * from './reference-joins.ts'
