export type * from './types.ts'
export * from './as-of.ts'
export * from './diff.ts'
export * from './merge.ts'
