/**
 * News: what articles and notices say of listings, as claims with their words, and what may change because of them.
 * Nothing here edits a designation.
 */
export { buildDictionary, type NameDictionary } from './dictionary.ts'
export { canonicalAddress, type DocumentHint, type Opened, openDocument } from './document.ts'
export { type Equipment, type Knowledge, loadEquipment } from './equipment.ts'
export { entryFile, type Feed, type FeedEntry, readFeed } from './feed.ts'
export { fingerprintOf, isNear } from './fingerprint.ts'
export { type MergedClaim, merged } from './merge.ts'
export { type OfficialChange, type Pending, pendingChanges, type Surroundings } from './pending.ts'
export { type NewsReader, newsReader } from './reader.ts'
export { type ClaimStore, type KeptClaim, type KeptDocument, openClaimStore } from './store.ts'
export type * from './types.ts'
