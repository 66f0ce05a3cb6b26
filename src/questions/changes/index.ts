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
export { endings } from './endings.ts'
export type { GroupedEvent } from './grouping.ts'
export type { EventContext, Step } from './step-events.ts'
export * from './types.ts'
