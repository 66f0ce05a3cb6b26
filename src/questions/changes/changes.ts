import { setImmediate } from 'node:timers/promises'
import type { KnownVersion } from '../../ledger/index.ts'
import { dayOf, endOfDay, type Instant, isDay, OPEN, startOfDay, WhoListsError } from '../../model/index.ts'
import type { AsOfAsked } from '../as-of.ts'
import { presentChange } from '../diff.ts'
import { endings } from './endings.ts'
import { expiries } from './expiries.ts'
import { authorityOf, eventsOf, versionsOf } from './grouping.ts'
import { outlineOf, type StepCache, type StepFound, type StepOutline } from './step-cache.ts'
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
  /** As it was told by then, and with what had been accepted and judged by then; absent means now. */
  readonly asOf?: Pick<AsOfAsked, 'published' | 'recorded'>
}

/** Changes and the events that follow from them, newest first; limit and offset count in each. */
export type ChangesFound = {
  readonly changes: readonly ChangeFound[]
  readonly total: number
  readonly events: readonly ChangeEvent[]
  readonly totalEvents: number
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
  for (const { look, changesAt } of moments) {
    const outline = await look()
    const wanted = outline.changes.flatMap((c, i) =>
      isAsked(asked, { ...c, kinds: [c.kind, c.event], entities: new Set([c.entity]) }) ? [i] : [],
    )
    const shown = wanted.filter((_, n) => total + n >= asked.offset && total + n < asked.offset + asked.limit)
    total += wanted.length
    if (shown.length > 0) changes.push(...(await changesAt(shown)))
    for (const { event, entities, lists } of outline.events) {
      const { kind, authority, material } = event
      if (told.has(event.id) || !isAsked(asked, { kinds: [kind], entities, lists, authority, material })) continue
      told.add(event.id)
      totalEvents += 1
      if (totalEvents > asked.offset && events.length < asked.limit) events.push(event)
    }
  }
  return { changes, total, events, totalEvents }
}

const keyOf = ({ before, after }: Step) => `${before.name} ${after.name}`

/** All that happened between two versions. */
export async function stepFound(context: EventContext, step: Step, cache?: StepCache): Promise<StepFound> {
  const key = keyOf(step)
  const known = cache?.found(key)
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
type Moment = {
  readonly at: Instant
  readonly source: string
  look(): Promise<StepOutline>
  /** Changes by their places in the outline. */
  changesAt(places: readonly number[]): Promise<readonly ChangeFound[]>
}

async function momentsAsked(context: EventContext, asked: ChangesAsked, cache?: StepCache): Promise<readonly Moment[]> {
  const from = asked.since === null ? 0 : startOfDay(day('since', asked.since))
  const to = asked.until === null ? OPEN : endOfDay(day('until', asked.until))
  const moved = await stepsOf(context, asked.parties ?? [])
  const steps = stepsIn(await context.ledger.versions(), asked.sources)
    .filter(({ after }) => moved === null || moved.has(`${after.source} ${after.published}`))
    .map(step => stepMoment(context, step, cache))
  const lookForEnds = async () => [...(await endings(context, asked.sources)), ...(await expiries(context, asked.sources))]
  const ends = (await (cache ? cache.ends([dayOf(context.now()), ...asked.sources].join(' '), lookForEnds) : lookForEnds())).map(
    (end): Moment => ({
      at: end.at,
      source: end.event.source,
      look: async () => ({ changes: [], events: [end] }),
      changesAt: async () => [],
    }),
  )
  return [...steps, ...ends].filter(({ at }) => at >= from && at <= to).sort((a, b) => b.at - a.at || (a.source < b.source ? -1 : 1))
}

// The versions in which a record of these parties came, went or was reworded; null where no party is asked for.
async function stepsOf({ ledger, membership }: EventContext, parties: readonly string[]): Promise<ReadonlySet<string> | null> {
  if (parties.length === 0) return null
  const records = parties.flatMap(party => membership.recordsOf(party))
  // A record may hold several parties, told by what follows its key.
  const keys = new Set(records.flatMap(record => [record, ...(record.includes('/') ? [record.slice(0, record.lastIndexOf('/'))] : [])]))
  const rows = (await Promise.all([...keys].map(record => ledger.recordHistory(record)))).flat()
  return new Set(rows.flatMap(row => [`${row.source} ${row.since}`, `${row.source} ${row.until}`]))
}

const stepMoment = (context: EventContext, step: Step, cache: StepCache | undefined): Moment => ({
  at: step.after.published,
  source: step.after.source,
  async look() {
    const known = cache?.outline(keyOf(step))
    if (known) return known
    // Comparing two versions of a large list takes a while: others who ask come between two steps.
    await setImmediate()
    return outlineOf(await stepFound(context, step, cache))
  },
  async changesAt(places) {
    const found = await stepFound(context, step, cache)
    return places.flatMap(place => {
      const change = found.changes[place]
      if (!change) return []
      const { lists: _, authority: __, ...shown } = change
      return [shown]
    })
  },
})

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
