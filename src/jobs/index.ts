export * from './import.ts'
export { type Holder, type Lock, lockData } from './lock.ts'
export { type FileEvent, type ScreenWith, screenTable, type TableToScreen } from './screen-file.ts'
