export { endText, startText } from './bounds.ts'
export * from './status.ts'
export * from './timeline.ts'
