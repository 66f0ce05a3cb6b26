export {
  type ChangesAsked,
  type ChangesFound,
  changesOf,
  type StepCache,
  type StepFound,
  stepCache,
  stepFound,
  stepsIn,
} from './changes.ts'
export { type Ending, endings } from './endings.ts'
export { expiries } from './expiries.ts'
export type { GroupedEvent } from './grouping.ts'
export type { EventContext, Step } from './step-events.ts'
export * from './types.ts'
