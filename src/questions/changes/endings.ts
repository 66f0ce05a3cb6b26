import type { KnownVersion } from '../../ledger/index.ts'
import { dayBefore, type Instant, OPEN, type Source, startOfDay } from '../../model/index.ts'
import { instantText } from '../as-of.ts'
import type { GroupedEvent } from './grouping.ts'
import type { EventContext } from './step-events.ts'

/** The end of a publication as an event, at its instant. */
export type Ending = GroupedEvent & { readonly at: Instant }

/**
 * Publications of which something is held and that have ended, each one event, the newest first.
 *
 * A publisher who closes a list removes nobody from it: its measures go on, told by another source or by none.
 *
 * @param only ids of sources; empty asks for all
 */
export async function endings(context: EventContext, only: readonly string[] = []): Promise<readonly Ending[]> {
  const { sources, ledger, now } = context
  const found: Ending[] = []
  for (const source of sources.values()) {
    const { closed } = source
    if (!closed || startOfDay(closed.on) > now() || (only.length > 0 && !only.includes(source.id))) continue
    const last = (await acceptedOf(context, source.id)).at(-1)
    if (!last) continue
    const carriers = closed.successors.flatMap(id => sources.get(id) ?? [])
    const carried = await Promise.all(carriers.map(carrier => firstAt(context, carrier.id, startOfDay(closed.on))))
    const lists = new Set<string>()
    for await (const { reading } of ledger.state(source.id, last.published)) for (const { list } of reading.designations) lists.add(list)
    const event = endingOf(
      source,
      closed.on,
      last,
      carriers,
      carried.flatMap(v => v ?? []),
    )
    found.push({ at: startOfDay(closed.on), event, entities: new Set(), lists: [...lists].sort() })
  }
  return found.sort((a, b) => b.at - a.at || (a.event.source < b.event.source ? -1 : 1))
}

function endingOf(
  source: Source,
  on: string,
  last: KnownVersion,
  carriers: readonly Source[],
  carried: readonly KnownVersion[],
): GroupedEvent['event'] {
  const onwards = carriers.length > 0 ? `; ${carriers.map(c => c.title).join(' and ')} carries on` : ''
  return {
    id: [source.id, 'ended', on].join('|'),
    kind: 'ended',
    material: true,
    scale: 'one',
    count: 1,
    title: `${source.title} is no longer published${onwards}`,
    source: source.id,
    authority: source.authority,
    list: null,
    toList: null,
    remains: [],
    successors: carriers.map(c => c.id),
    cause: 'source',
    interval: { after: dayBefore(on), by: on, basis: 'stated' },
    members: [],
    fields: [],
    version: last.name,
    before: last.name,
    published: instantText(startOfDay(on)),
    recorded: instantText(last.accepted),
    filesBefore: last.files.map(f => f.sha256),
    filesAfter: carried.flatMap(v => v.files.map(f => f.sha256)),
  }
}

async function acceptedOf({ ledger }: EventContext, source: string): Promise<readonly KnownVersion[]> {
  return (await ledger.versions(source)).filter(v => v.accepted < OPEN).sort((a, b) => a.published - b.published)
}

// The successor's first version from the end on, else the newest before it: where one goes on reading.
async function firstAt(context: EventContext, source: string, at: Instant): Promise<KnownVersion | undefined> {
  const versions = await acceptedOf(context, source)
  return versions.find(v => v.published >= at) ?? versions.at(-1)
}
