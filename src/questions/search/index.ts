export * from './search.ts'
export * from './store.ts'
export * from './syntax.ts'
