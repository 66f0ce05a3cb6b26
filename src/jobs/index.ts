export * from './alert.ts'
export * from './decide.ts'
export * from './entity-store.ts'
export * from './follows.ts'
export * from './generation.ts'
export * from './import.ts'
export * from './join.ts'
export { enforceRetention, eraseKept, type Keeper, keptLines, type LogLine, openKeeper } from './kept-screenings.ts'
export { KEPT_FILE, type KeptStore, openKept } from './kept-store.ts'
export type * from './kept-types.ts'
export { type Holder, type Lock, lockData } from './lock.ts'
export { importLocal, isManifest, type KnownManifests, keepManifests, type Resolved, readManifests, resolveManifests } from './manifest.ts'
export { dropOwnList, keepOwnList, readOwnLists } from './own-lists.ts'
export type { ParseThread } from './parse-contents.ts'
export { openPastStores, type PastStores } from './past-stores.ts'
export { replay } from './replay.ts'
export { DAILY, type Schedule, type Scheduled, type ScheduleJob, startSchedule } from './schedule.ts'
export { type FileEvent, type ScreenWith, screenTable, type TableToScreen } from './screen-file.ts'
export { type SourceUpdate, type UpdateJob, type UpdateProgress, update } from './update.ts'
export {
  type AddressState,
  type FetchStates,
  keepFetchStates,
  readFetchStates,
  type SourceState,
  type UpdateOutcome,
} from './update-state.ts'
export { type FeedOutcome, lastAsked, type WatchJob, watchFeeds } from './watch.ts'
