import type { KnownVersion } from '../../ledger/index.ts'
import { endOfDay, type Instant, isDay, OPEN, startOfDay, WhoListsError } from '../../model/index.ts'
import { presentChange } from '../diff.ts'
import { endings } from './endings.ts'
import { expiries } from './expiries.ts'
import { authorityOf, eventsOf, type GroupedEvent, versionsOf } from './grouping.ts'
import { type EventContext, type Happening, happeningsOf, type Step } from './step-events.ts'
import type { ChangeEvent, ChangeFound, EventKind } from './types.ts'

/** What is asked of the changes over all sources; an empty list and null ask nothing. */
export type ChangesAsked = {
  readonly since: string | null
  readonly until: string | null
  readonly sources: readonly string[]
  readonly kinds: readonly (ChangeFound['kind'] | EventKind)[]
  /** Ids of entities. */
  readonly parties?: readonly string[]
  readonly lists?: readonly string[]
  readonly authorities?: readonly string[]
  /** True leaves out what is only wording, form or fault. */
  readonly material?: boolean
  readonly limit: number
  readonly offset: number
}

/** Changes and the events that follow from them, newest first; limit and offset count in each. */
export type ChangesFound = {
  readonly changes: readonly ChangeFound[]
  readonly total: number
  readonly events: readonly ChangeEvent[]
  readonly totalEvents: number
}

/** All that happened between two versions. */
export type StepFound = {
  readonly changes: readonly (ChangeFound & { readonly lists: readonly string[]; readonly authority: string })[]
  readonly events: readonly GroupedEvent[]
}

/** Steps looked at before, by their versions; what versions say never changes, memberships and parsers may. */
export type StepCache = { get(key: string): StepFound | undefined; set(key: string, found: StepFound): void }

/** Changes kept at hand; beyond it the steps looked at first are computed again. */
const KEPT = 20_000

/** A cache for the steps of one index generation, bounded by the changes it holds. */
export function stepCache(): StepCache {
  const kept = new Map<string, StepFound>()
  let size = 0
  return {
    get: key => kept.get(key),
    set(key, found) {
      kept.set(key, found)
      size += found.changes.length
      for (const [old, { changes }] of kept) {
        if (size <= KEPT || old === key) break
        kept.delete(old)
        size -= changes.length
      }
    },
  }
}

/**
 * Changes between versions that follow each other, and events, newest first.
 *
 * The first version of a source changes nothing: nothing is known of the state before.
 *
 * @throws input.invalid where `since` or `until` is no day
 */
export async function changesOf(context: EventContext, asked: ChangesAsked, cache?: StepCache): Promise<ChangesFound> {
  const moments = await momentsAsked(context, asked, cache)
  const changes: ChangeFound[] = []
  const events: ChangeEvent[] = []
  const told = new Set<string>()
  let [total, totalEvents] = [0, 0]
  for (const { look } of moments) {
    const found = await look()
    for (const { lists, authority, ...change } of found.changes) {
      if (!isAsked(asked, { kinds: [change.kind, change.event], entities: new Set([change.entity]), lists, authority, ...change })) continue
      total += 1
      if (total > asked.offset && changes.length < asked.limit) changes.push(change)
    }
    for (const { event, entities, lists } of found.events) {
      const { kind, authority, material } = event
      if (told.has(event.id) || !isAsked(asked, { kinds: [kind], entities, lists, authority, material })) continue
      told.add(event.id)
      totalEvents += 1
      if (totalEvents > asked.offset && events.length < asked.limit) events.push(event)
    }
  }
  return { changes, total, events, totalEvents }
}

/** All that happened between two versions. */
export async function stepFound(context: EventContext, step: Step, cache?: StepCache): Promise<StepFound> {
  const key = `${step.before.name} ${step.after.name}`
  const known = cache?.get(key)
  if (known) return known
  const diff = await context.ledger.diff(step.after.source, step.before.name, step.after.name)
  const happenings = await happeningsOf(context, step, diff)
  const events = await eventsOf(context, step, happenings)
  const found: StepFound = { changes: changesIn(context, step, happenings), events }
  cache?.set(key, found)
  return found
}

// A record may do two things at once, such as leaving one list and staying on another: the first is its change's.
function changesIn(context: EventContext, step: Step, happenings: readonly Happening[]): StepFound['changes'] {
  return [...Map.groupBy(happenings, h => h.change)].map(([change, own]) => {
    const [first] = own
    if (!first) throw new Error('a change without meaning')
    return {
      ...presentChange(change),
      kind: change.kind,
      event: first.kind,
      material: own.some(h => h.material),
      interval: first.interval,
      source: step.after.source,
      entity: first.member.entity,
      lists: own.flatMap(h => [h.list, h.toList]).filter(l => l !== null),
      authority: authorityOf(context, first.list, step.after.source),
      ...versionsOf(step),
    }
  })
}

type Asked = {
  readonly kinds: readonly string[]
  readonly entities: ReadonlySet<string>
  readonly lists: readonly string[]
  readonly authority: string
  readonly material: boolean
}

function isAsked(asked: ChangesAsked, is: Asked): boolean {
  const { kinds, parties = [], lists = [], authorities = [], material = false } = asked
  return (
    (!material || is.material) &&
    (kinds.length === 0 || is.kinds.some(k => (kinds as readonly string[]).includes(k))) &&
    (parties.length === 0 || parties.some(p => is.entities.has(p))) &&
    (lists.length === 0 || lists.some(l => is.lists.includes(l))) &&
    (authorities.length === 0 || authorities.includes(is.authority))
  )
}

/** A step, the end of a publication or of a stated term, on the time line of all sources. */
type Moment = { readonly at: Instant; readonly source: string; look(): Promise<StepFound> }

async function momentsAsked(context: EventContext, asked: ChangesAsked, cache?: StepCache): Promise<readonly Moment[]> {
  const from = asked.since === null ? 0 : startOfDay(day('since', asked.since))
  const to = asked.until === null ? OPEN : endOfDay(day('until', asked.until))
  const steps = stepsIn(await context.ledger.versions(), asked.sources).map(
    (step): Moment => ({ at: step.after.published, source: step.after.source, look: () => stepFound(context, step, cache) }),
  )
  const ends = [...(await endings(context, asked.sources)), ...(await expiries(context, asked.sources))].map(
    (end): Moment => ({ at: end.at, source: end.event.source, look: async () => ({ changes: [], events: [end] }) }),
  )
  return [...steps, ...ends].filter(({ at }) => at >= from && at <= to).sort((a, b) => b.at - a.at || (a.source < b.source ? -1 : 1))
}

/** The steps between accepted versions, source by source. */
export function stepsIn(known: readonly KnownVersion[], sources: readonly string[] = []): readonly Step[] {
  const versions = known.filter(v => v.accepted < OPEN && (sources.length === 0 || sources.includes(v.source)))
  return [...Map.groupBy(versions, v => v.source).values()].flatMap(own => {
    const inTime = own.toSorted((a, b) => a.published - b.published)
    return inTime.flatMap((after, i) => {
      const before = inTime[i - 1]
      return before ? [{ before, after }] : []
    })
  })
}

function day(what: string, text: string): string {
  const head = text.slice(0, 10)
  if (!isDay(head)) throw new WhoListsError('input.invalid', { what, expected: 'a day as YYYY-MM-DD', seen: text })
  return head
}
