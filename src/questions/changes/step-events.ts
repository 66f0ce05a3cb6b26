import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Diff, isOtherParty, type KnownVersion, type Ledger, versionName } from '../../ledger/index.ts'
import {
  dayBefore,
  dayOf,
  type FieldChange,
  type Instant,
  type ListFact,
  type PartialDate,
  type Reading,
  type Source,
} from '../../model/index.ts'
import { captionOfReading } from '../diff.ts'
import type { Membership } from '../members.ts'
import { isMaterial } from './material.ts'
import { isFault, type Sister, sistersOf } from './sisters.ts'
import { isOver, type Transition, transitionsOf } from './transitions.ts'
import type { EventInterval, EventKind, EventMember } from './types.ts'

/** What events are derived with. */
export type EventContext = {
  readonly ledger: Ledger
  readonly sources: ReadonlyMap<string, Source>
  readonly membership: Membership
  readonly lists: ReadonlyMap<string, ListFact>
  readonly now: () => Instant
}

/** Two accepted versions of a source that follow each other. */
export type Step = { readonly before: KnownVersion; readonly after: KnownVersion }

/** One record's part in what happened. */
export type Happening = {
  readonly kind: EventKind
  readonly list: string | null
  readonly toList: string | null
  readonly remains: readonly string[]
  readonly material: boolean
  readonly interval: EventInterval
  readonly member: EventMember
  readonly fields: readonly FieldChange[]
  readonly change: DiffChange
  /** The version in which a moved entry arrived: the same from both sides. */
  readonly arrival: string
}

type DiffChange = Diff['changes'][number]

/** Changes looked at before others have their turn. */
const AT_ONCE = 200

/** What each change of a step means, change by change. */
export async function happeningsOf(context: EventContext, step: Step, diff: Diff): Promise<readonly Happening[]> {
  const { renumbered, others } = pairRenumbered(context, diff)
  const kind = context.sources.get(step.after.source)?.kind
  const found: Happening[] = []
  for (const [gone, come] of renumbered) found.push(...renumberedTo(context, step, gone, come))
  for (const [i, change] of others.entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await nextTurn()
    if (kind === 'aggregate' || kind === 'curated') found.push(reported(context, step, change))
    else found.push(...(await meaningOf(context, step, change)))
  }
  return found
}

// A removed and an added record of one entity are one entry that goes on under another number.
function pairRenumbered({ membership }: EventContext, { changes }: Diff) {
  const waiting = new Map<string, DiffChange[]>()
  for (const change of changes) {
    if (change.kind !== 'added') continue
    const entity = membership.entityOf(change.record)
    waiting.set(entity, [...(waiting.get(entity) ?? []), change])
  }
  const renumbered: (readonly [DiffChange, DiffChange])[] = []
  const paired = new Set<DiffChange>()
  for (const gone of changes) {
    if (gone.kind !== 'removed') continue
    const come = waiting.get(membership.entityOf(gone.record))?.shift()
    if (!come) continue
    renumbered.push([gone, come])
    paired.add(gone).add(come)
  }
  return { renumbered, others: changes.filter(c => !paired.has(c)) }
}

function renumberedTo(context: EventContext, step: Step, gone: DiffChange, come: DiffChange): readonly Happening[] {
  const moved = transitionsOf(gone.was, come.is, false, dayOf(step.after.published))
  const fields = [{ property: 'reference', was: [gone.key], is: [come.key] }]
  const member = { ...memberOf(context, come), was: gone.record }
  const base = { ...plain(context, step, come), member, interval: seen(step) }
  const list = come.is?.designations[0]?.list ?? null
  const both: readonly Happening[] = [gone, come].map(change => ({ ...base, kind: 'renumbered', list, fields, change, material: true }))
  return [...both, ...moved.map(t => ({ ...base, ...ofTransition(step, t), fields: [], change: come }))]
}

async function meaningOf(context: EventContext, step: Step, change: DiffChange): Promise<readonly Happening[]> {
  const base = plain(context, step, change)
  if (change.cause === 'rendition') return [{ ...base, kind: 'form', material: false }]
  const at = step.after.published
  if (change.kind === 'amended' && change.was && change.is && isOtherParty(change.was, change.is)) return givenAnew(context, step, change)
  if (change.kind !== 'amended' && (change.kind === 'removed' || change.relisted) && (await isFault(context.ledger, change.record, at)))
    return [{ ...base, kind: 'fault', list: listOf(change), material: false }]
  const transitions = transitionsOf(change.was, change.is, change.relisted, dayOf(step.after.published))
  const told = await withSisters(context, step, change, inOneRecord(context, transitions, base, step))
  if (told.length > 0) return told
  if (change.kind === 'amended') return [{ ...base, material: change.fields.some(isMaterial) }]
  // An entry that tells of a removal, and no longer or for the first time does: no list moves by that.
  if (isOver(change.was ?? change.is, dayOf(at)))
    return [{ ...base, kind: change.kind === 'removed' ? 'form' : 'reported', material: false }]
  return [{ ...base, kind: change.kind === 'removed' ? 'removed' : change.relisted ? 'relisted' : 'listed' }]
}

// A number given to another party overnight: the one has left, the other has come.
function givenAnew(context: EventContext, step: Step, change: DiffChange): readonly Happening[] {
  const { was, is } = change
  const day = dayOf(step.after.published)
  const side = (reading: Reading | null, transitions: readonly Transition[]) => {
    const member = { ...memberOf(context, change), caption: reading ? captionOfReading(reading, change.key) : change.key }
    return transitions.map(t => ({ ...plain(context, step, change), ...ofTransition(step, t), member, fields: [] }))
  }
  return [...side(was, transitionsOf(was, null, false, day)), ...side(is, transitionsOf(null, is, false, day))]
}

// Off one list of an authority and on another in the same record: one move.
function inOneRecord(context: EventContext, transitions: readonly Transition[], base: Happening, step: Step): readonly Happening[] {
  const authority = (list: string) => context.lists.get(list)?.authority ?? list
  const gone = transitions.filter(t => t.kind === 'removed')
  const told = transitions.flatMap((t): readonly Happening[] => {
    if (t.kind === 'removed') return []
    const at = t.kind === 'listed' || t.kind === 'relisted' ? gone.findIndex(g => authority(g.list) === authority(t.list)) : -1
    const [from] = at < 0 ? [] : gone.splice(at, 1)
    const happening = { ...base, ...ofTransition(step, t) }
    return [from ? { ...happening, kind: 'moved', list: from.list, toList: t.list } : happening]
  })
  return [...told, ...gone.map(g => ({ ...base, ...ofTransition(step, g) }))]
}

// The other publications of the authority are looked at before anything counts as removed or as new.
async function withSisters(
  context: EventContext,
  step: Step,
  change: DiffChange,
  told: readonly Happening[],
): Promise<readonly Happening[]> {
  if (!told.some(h => h.kind === 'removed' || h.kind === 'listed' || h.kind === 'relisted')) return told
  const window = { before: step.before.published, after: step.after.published }
  const sisters = await sistersOf(context, change.record, window)
  if (sisters.length === 0) return told
  return told.map(h =>
    h.kind === 'removed' ? leaving(h, sisters, window.before) : h.kind === 'listed' || h.kind === 'relisted' ? arriving(h, sisters) : h,
  )
}

function leaving(h: Happening, sisters: readonly Sister[], before: Instant): Happening {
  const held = sisters.filter(s => (s.silent ? s.cameAt !== null && s.cameAt > before : s.stays || s.cameAt !== null))
  if (h.list !== null && held.some(s => s.lists.includes(h.list ?? ''))) return { ...h, kind: 'form', material: false }
  const own = held.filter(s => s.sameAuthority)
  const to = own.find(s => s.cameAt !== null && s.lists.length > 0)
  if (to && to.cameAt !== null) return { ...h, kind: 'moved', toList: to.lists[0] ?? null, arrival: versionName(to.source, to.cameAt) }
  return { ...h, remains: [...new Set(own.flatMap(s => s.lists))].sort() }
}

function arriving(h: Happening, sisters: readonly Sister[]): Happening {
  const held = sisters.filter(s => (s.cameAt === null ? s.stays || s.leftAt !== null : s.cameFirst))
  if (h.list !== null && held.some(s => s.lists.includes(h.list ?? ''))) return { ...h, kind: 'form', material: false }
  const from = held.find(s => s.sameAuthority && s.leftAt !== null && s.cameAt === null && s.lists.length > 0)
  return from ? { ...h, kind: 'moved', list: from.lists[0] ?? null, toList: h.list } : h
}

const reported = (context: EventContext, step: Step, change: DiffChange): Happening => ({
  ...plain(context, step, change),
  kind: 'reported',
  list: listOf(change),
  material: change.kind !== 'amended' || change.fields.some(isMaterial),
})

const plain = (context: EventContext, step: Step, change: DiffChange): Happening => ({
  kind: 'amended',
  list: listOf(change),
  toList: null,
  remains: [],
  material: true,
  interval: seen(step),
  member: memberOf(context, change),
  fields: change.fields,
  change,
  arrival: step.after.name,
})

const ofTransition = (step: Step, t: Transition): Pick<Happening, 'kind' | 'list' | 'interval'> => ({
  kind: t.kind,
  list: t.list,
  interval: t.stated && t.stated.latest >= dayOf(step.before.published) ? statedInterval(t.stated) : seen(step),
})

const listOf = ({ is, was }: DiffChange) => (is ?? was)?.designations[0]?.list ?? null

function memberOf({ membership }: EventContext, change: DiffChange): EventMember {
  const reading = change.is ?? change.was
  return {
    record: change.record,
    reference: change.key,
    caption: reading ? captionOfReading(reading, change.key) : change.key,
    entity: membership.entityOf(change.record),
    was: null,
  }
}

const seen = ({ before, after }: Step): EventInterval => ({ after: dayOf(before.published), by: dayOf(after.published), basis: 'seen' })

/** The days that a date may be, as the interval of what happened on it. */
export const statedInterval = (date: PartialDate): EventInterval => ({ after: dayBefore(date.earliest), by: date.latest, basis: 'stated' })
