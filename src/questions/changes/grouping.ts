import type { KnownVersion, Ledger } from '../../ledger/index.ts'
import { instantText } from '../as-of.ts'
import { isMaterial } from './material.ts'
import type { EventContext, Happening, Step } from './step-events.ts'
import { type ChangeEvent, type EventKind, MEMBERS_SHOWN } from './types.ts'

/** So many records of one list that do the same in one version are one event. */
export const MASS = 25

/** An event with the entities of all its records, and the lists it is about. */
export type GroupedEvent = { readonly event: ChangeEvent; readonly entities: ReadonlySet<string>; readonly lists: readonly string[] }

/** The events of a step: mass changes and changes of form gathered, the others one by one. */
export async function eventsOf(context: EventContext, step: Step, happenings: readonly Happening[]): Promise<readonly GroupedEvent[]> {
  // Both sides of a renumbering are there; an event names the side that goes on.
  const once = happenings.filter(h => h.kind !== 'renumbered' || h.change.kind === 'added')
  const groups = [...Map.groupBy(once, h => JSON.stringify([h.kind, h.list, h.toList, h.arrival, h.material])).values()]
  const left = groups.flatMap(([first, second]) => (first?.kind === 'removed' && first.list !== null && second ? [first.list] : []))
  const emptied = await emptiedOf(context.ledger, step.after, new Set(left))
  const events: GroupedEvent[] = []
  for (const group of groups) {
    const [first] = group
    if (!first) continue
    const whole = first.kind === 'removed' && group.length > 1 && (first.list === null || emptied.has(first.list))
    if (whole || group.length >= MASS || first.kind === 'form') events.push(eventOf(context, step, group, whole))
    else events.push(...group.map(h => eventOf(context, step, [h], false)))
  }
  return events
}

// Lists that nothing of the version is on any more: the regime has ended, or the publisher tells of it elsewhere.
async function emptiedOf(ledger: Ledger, version: KnownVersion, lists: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const empty = new Set(lists)
  if (empty.size === 0) return empty
  for await (const { reading } of ledger.state(version.source, version.published)) {
    for (const { list, status } of reading.designations) if (status === 'listed' || status === 'suspended') empty.delete(list)
    if (empty.size === 0) break
  }
  return empty
}

function eventOf(context: EventContext, step: Step, group: readonly Happening[], whole: boolean): GroupedEvent {
  const event = presentEvent(context, step, group, whole)
  return { event, entities: new Set(group.map(h => h.member.entity)), lists: [event.list, event.toList].filter(l => l !== null) }
}

function presentEvent(context: EventContext, step: Step, group: readonly Happening[], whole: boolean): ChangeEvent {
  const [first] = group
  if (!first) throw new Error('an event of nothing')
  const { kind, list, toList, remains, material, change, arrival } = first
  const one = group.length === 1 && !whole
  const days = group.map(h => h.interval)
  return {
    id: [arrival, kind, list ?? '', toList ?? '', one ? memberId(first) : `${group.length}`].join('|'),
    kind,
    material,
    scale: whole ? 'whole-list' : one ? 'one' : 'mass',
    count: group.length,
    title: titleOf(context, group, whole),
    source: step.after.source,
    authority: authorityOf(context, list, step.after.source),
    list,
    toList,
    remains: one ? remains : [],
    successors: [],
    cause: change.cause,
    interval: one
      ? first.interval
      : {
          after: days.map(d => d.after).reduce((a, b) => (a < b ? a : b)),
          by: days.map(d => d.by).reduce((a, b) => (a > b ? a : b)),
          basis: days.every(d => d.basis === 'stated') ? 'stated' : 'seen',
        },
    members: group.slice(0, MEMBERS_SHOWN).map(h => h.member),
    fields: one ? first.fields.map(field => ({ ...field, material: isMaterial(field) })) : [],
    ...versionsOf(step),
  }
}

// A move is seen from both lists, under two records of one entity.
const memberId = ({ kind, member }: Happening) => (kind === 'moved' ? member.entity : member.record)

/** Who decides on a list, else whose source it is. */
export const authorityOf = ({ lists, sources }: EventContext, list: string | null, source: string) =>
  (list === null ? undefined : lists.get(list)?.authority) ?? sources.get(source)?.authority ?? source

/** The versions of a step as changes and events name them. */
export const versionsOf = ({ before, after }: Step) => ({
  version: after.name,
  before: before.name,
  published: instantText(after.published),
  recorded: instantText(after.accepted),
  filesBefore: before.files.map(f => f.sha256),
  filesAfter: after.files.map(f => f.sha256),
})

const WORDS: Readonly<Record<EventKind, string>> = {
  listed: 'listed on',
  relisted: 'listed again on',
  renumbered: 'renumbered on',
  suspended: 'suspended on',
  resumed: 'in force again on',
  removed: 'removed from',
  moved: 'moved from',
  amended: 'amended on',
  ended: 'no longer published:',
  form: 'told in another form on',
  fault: 'gone and back unchanged, a fault of the publication, on',
  reported: 'reported on',
}

/** Who did what on which list, in words. */
export const sentenceOf = ({ lists }: EventContext, kind: EventKind, who: string, list: string) =>
  `${who} ${WORDS[kind]} ${lists.get(list)?.name ?? list}`

function titleOf({ lists, sources }: EventContext, group: readonly Happening[], whole: boolean): string {
  const [first] = group
  if (!first) return ''
  const nameOf = (list: string | null) =>
    list === null ? (sources.get(first.member.record.split(':')[0] ?? '')?.title ?? 'no list') : (lists.get(list)?.name ?? list)
  const who = group.length === 1 ? first.member.caption : `${group.length} entries`
  const to = first.toList === null ? '' : ` to ${nameOf(first.toList)}`
  const end = whole ? ': nothing is left on it' : ''
  return `${who} ${WORDS[first.kind]} ${nameOf(first.list)}${to}${end}`
}
