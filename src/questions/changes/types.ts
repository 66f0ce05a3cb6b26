import type { Cause, Day, FieldChange } from '../../model/index.ts'
import type { ChangeView } from '../types.ts'

/**
 * What happened, as derived from changes between versions:
 *
 * - `listed`, `relisted`, `suspended`, `resumed`, `removed`: the status on a list moved.
 * - `moved`: from one list of an authority to another. `renumbered`: the same entry under another number.
 * - `amended`: what the entry says differs.
 * - `form`: the publisher tells the same otherwise: another form of the file, or the entry goes on in his other publication.
 * - `ended`: the publication itself has ended; nobody left a list by that, and what it told is carried on elsewhere or stands.
 * - `fault`: an entry was gone for days and came back word for word: a fault of the publication.
 * - `reported`: a copy of lists or the curated base says something new; no list moved by that.
 */
export type EventKind =
  | 'listed'
  | 'relisted'
  | 'renumbered'
  | 'suspended'
  | 'resumed'
  | 'removed'
  | 'moved'
  | 'amended'
  | 'ended'
  | 'form'
  | 'fault'
  | 'reported'

/** Every kind of event. */
export const EVENT_KINDS: readonly EventKind[] = [
  'listed',
  'relisted',
  'renumbered',
  'suspended',
  'resumed',
  'removed',
  'moved',
  'amended',
  'ended',
  'form',
  'fault',
  'reported',
]

/** When it happened, as well as known: later than `after`, by `by` at the latest; `seen` between two versions, or `stated`. */
export type EventInterval = { readonly after: Day; readonly by: Day; readonly basis: 'stated' | 'seen' }

/** A record in an event. `was` is the record that it goes on from. */
export type EventMember = {
  readonly record: string
  readonly reference: string | null
  readonly caption: string
  readonly entity: string
  readonly was: string | null
}

/** A field that differs; not material where only its wording or form does. */
export type EventField = FieldChange & { readonly material: boolean }

/** One event; a mass change is one with its count. */
export type ChangeEvent = {
  readonly id: string
  readonly kind: EventKind
  /** False where the difference is one of wording, form or a fault: nothing has moved that holds in law, that screening sees or by which a list is kept up. */
  readonly material: boolean
  /** `whole-list` where nothing of the source is left on the list afterwards, `mass` where many moved at once. */
  readonly scale: 'one' | 'mass' | 'whole-list'
  readonly count: number
  /** In a sentence. */
  readonly title: string
  readonly source: string
  readonly authority: string
  readonly list: string | null
  /** Where it moved to; null for other kinds. */
  readonly toList: string | null
  /** Lists of the same authority that it stays on after a removal. */
  readonly remains: readonly string[]
  /** Sources that carry on what an ended publication told; empty for other kinds. */
  readonly successors: readonly string[]
  readonly cause: Cause
  readonly interval: EventInterval
  /** The records, the first {@link MEMBERS_SHOWN} of them. */
  readonly members: readonly EventMember[]
  /** What differs, where it is one record. */
  readonly fields: readonly EventField[]
  readonly version: string
  readonly before: string
  readonly published: string
  readonly recorded: string
  /** Hashes of the raw files before and after: what it was seen in. */
  readonly filesBefore: readonly string[]
  readonly filesAfter: readonly string[]
}

/** Members that an event names; its count tells of the others. */
export const MEMBERS_SHOWN = 50

/** A change of a source between two accepted versions that follow each other. */
export type ChangeFound = ChangeView & {
  readonly kind: 'added' | 'amended' | 'removed'
  /** What it means. */
  readonly event: EventKind
  readonly material: boolean
  readonly interval: EventInterval
  readonly source: string
  readonly version: string
  readonly published: string
  readonly before: string
  readonly recorded: string
  readonly entity: string
  /** Hashes of the raw files before and after: what the change was seen in. */
  readonly filesBefore: readonly string[]
  readonly filesAfter: readonly string[]
}
