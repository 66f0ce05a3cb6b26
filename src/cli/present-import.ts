import { styleText } from 'node:util'
import type { ChangesAnswer } from '../api/index.ts'
import type { SourceUpdate } from '../jobs/index.ts'
import type { ImportReport } from './product.ts'
import { table } from './table.ts'

/** What became of one version, as it comes: a line, and for what did not come into force the reason. */
export function presentOutcome(v: ImportReport['versions'][number]): string {
  if (v.outcome === 'refused') return `${styleText('bold', 'refused')} ${v.files.join(', ')}\n  ${v.message}`
  if (v.outcome === 'held') return `${styleText('yellow', 'held')} ${v.version ?? ''}\n  ${v.message}`
  return `${v.outcome === 'same' ? 'already there' : v.outcome} ${v.version ?? ''}: ${v.records} records, ${v.added} added, ${v.removed} removed`
}

/** How many versions came to what. */
export function presentImport(report: ImportReport): string {
  const counts = (['accepted', 'same', 'held', 'refused'] as const)
    .map(o => [o, report.versions.filter(v => v.outcome === o).length] as const)
    .filter(([, n]) => n > 0)
  const summary = counts.map(([o, n]) => `${n} ${WORDS[o]}`).join(', ')
  return summary ? `${summary}.` : 'Nothing new.'
}

const WORDS = { accepted: 'accepted', same: 'already there', held: 'held', refused: 'refused' } as const

/** What happened over all sources, newest first. */
export function presentChanges(answer: ChangesAnswer): string {
  const { events = [], totalEvents = 0 } = answer
  if (events.length === 0) return 'No change.'
  const rows = events.map(e => [
    e.interval.basis === 'stated' ? e.interval.by : `by ${e.interval.by}`,
    e.source,
    e.kind,
    e.count === 1 ? (e.members[0]?.reference ?? '') : `${e.count} entries`,
    e.title,
    [e.material ? '' : 'not material', e.cause === 'source' ? '' : e.cause].filter(Boolean).join(', '),
  ])
  const more = totalEvents > events.length ? `\n${totalEvents - events.length} more; raise --limit.` : ''
  return table(['Day', 'Source', 'What', 'Number', 'Event', 'Remark'], rows) + more
}

/** What an update did, a line a source. */
export function presentUpdates(updates: readonly SourceUpdate[]): string {
  if (updates.length === 0) return 'No source has an address to fetch from.'
  return table(
    ['Source', 'Outcome', 'What happened'],
    updates.map(u => [
      u.source,
      u.outcome === 'failed' || u.outcome === 'refused' ? styleText('bold', u.outcome) : u.outcome,
      [u.detail, ...u.notes].join(' '),
    ]),
  )
}
