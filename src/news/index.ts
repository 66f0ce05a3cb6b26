/**
 * News: what articles and notices say of listings, as claims with their words, and what may change because of them.
 * Nothing here edits a designation.
 */

export type { Candidates } from './candidates.ts'
export { HIGH, MIDDLE } from './confidence.ts'
export { buildDictionary, type NameDictionary } from './dictionary.ts'
export { canonicalAddress, type DocumentHint, type Opened, openDocument } from './document.ts'
export { type Equipment, type Knowledge, loadEquipment } from './equipment.ts'
export { entryFile, type Feed, type FeedEntry, readFeed } from './feed.ts'
export { mayKeepWhole } from './licence.ts'
export { claimsOfModel } from './model-answer.ts'
export { modelRequest, REQUEST_VERSION } from './model-request.ts'
export { type OfficialChange, type Pending, type PendingOf, pendingChanges, type Rung, type Surroundings } from './pending.ts'
export { type NewsReader, newsReader } from './reader.ts'
export { type ClaimStore, type KeptClaim, type KeptDocument, openClaimStore } from './store.ts'
export type * from './types.ts'
