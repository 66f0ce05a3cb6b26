export * from './import.ts'
export { type Holder, type Lock, lockData } from './lock.ts'
