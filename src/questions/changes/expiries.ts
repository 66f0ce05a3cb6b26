import type { KnownVersion, Presence } from '../../ledger/index.ts'
import { versionName } from '../../ledger/index.ts'
import { type Designation, dayOf, OPEN, type Reading, type Source, startOfDay } from '../../model/index.ts'
import { instantText } from '../as-of.ts'
import { captionOfReading } from '../diff.ts'
import type { Ending } from './endings.ts'
import { authorityOf, sentenceOf } from './grouping.ts'
import { type EventContext, statedInterval } from './step-events.ts'
import { endDay } from './transitions.ts'

/** Rows whose readings are fetched in one call. */
const BATCH = 500

/**
 * Listings that have ended by themselves on the day their entries state, without any new version, the newest first. An end before
 * the first version held changes nothing that was known here.
 *
 * @param only ids of sources; empty asks for all
 */
export async function expiries(context: EventContext, only: readonly string[] = []): Promise<readonly Ending[]> {
  const found: Ending[] = []
  for (const source of context.sources.values())
    if (source.terms && (only.length === 0 || only.includes(source.id))) found.push(...(await expired(context, source)))
  return found.sort((a, b) => b.at - a.at || (a.event.id < b.event.id ? -1 : 1))
}

async function expired(context: EventContext, source: Source): Promise<readonly Ending[]> {
  const { ledger, now } = context
  const versions = (await ledger.versions(source.id)).filter(v => v.accepted < OPEN).sort((a, b) => a.published - b.published)
  const [first] = versions
  const rows = await Array.fromAsync(ledger.presences(source.id))
  const found: Ending[] = []
  for (let i = 0; i < rows.length; i += BATCH) {
    const batch = rows.slice(i, i + BATCH)
    const readings = await ledger.readings(batch.map(r => r.content))
    for (const row of batch) {
      const reading = readings.get(row.content)
      for (const designation of reading?.designations ?? []) {
        const at = endOf(designation)
        if (!reading || at === null || !first || at <= first.published || at > now() || at < row.since || at >= row.until) continue
        const version = versions.findLast(v => v.published <= at)
        if (version) found.push(endingOf(context, { row, reading, designation, version, at }))
      }
    }
  }
  return found
}

const endOf = ({ status, to }: Designation) => (to && (status === 'listed' || status === 'suspended') ? startOfDay(endDay(to)) : null)

type Expired = {
  readonly row: Presence
  readonly reading: Reading
  readonly designation: Designation
  readonly version: KnownVersion
  readonly at: number
}

function endingOf(context: EventContext, { row, reading, designation, version, at }: Expired): Ending {
  const record = `${row.source}:${row.key}`
  const { list, to } = designation
  const caption = captionOfReading(reading, row.key)
  const entity = context.membership.entityOf(record)
  const files = version.files.map(f => f.sha256)
  return {
    at,
    entities: new Set([entity]),
    lists: [list],
    event: {
      id: [versionName(row.source, at), 'expired', list, record].join('|'),
      kind: 'removed',
      material: true,
      scale: 'one',
      count: 1,
      title: `${sentenceOf(context, 'removed', caption, list)}: its term has run out`,
      source: row.source,
      authority: authorityOf(context, list, row.source),
      list,
      toList: null,
      remains: [],
      successors: [],
      cause: 'source',
      interval: to ? statedInterval(to) : { after: dayOf(at - 1), by: dayOf(at), basis: 'stated' },
      members: [{ record, reference: row.key, caption, entity, was: null }],
      fields: [],
      version: version.name,
      before: version.name,
      published: instantText(at),
      recorded: instantText(version.accepted),
      filesBefore: files,
      filesAfter: files,
    },
  }
}
