export type * from './app-interface.ts'
