import { styleText } from 'node:util'
import type { ChangeView, DiffAnswer, SourcesAnswer, SourceView } from '../questions/index.ts'
import { table } from './table.ts'

/** Each source: newest version, age, lag behind the acts, records, problems; then held versions and the counts of verified and unverified ones. */
export function presentSources(answer: SourcesAnswer, onlyHeld: boolean): string {
  const shown = onlyHeld ? answer.sources.filter(s => s.held.length > 0) : answer.sources
  if (shown.length === 0) return onlyHeld ? 'No version is held.' : 'No source is known.'
  const out: string[] = []
  if (!onlyHeld)
    out.push(table(['Source', 'State', 'Newest version', 'Age', 'Lag', 'Records', 'Versions', 'Problems', 'Title'], shown.map(sourceRow)))
  for (const source of shown) {
    for (const held of source.held) {
      out.push('', `${styleText('yellow', 'Held')} ${held.version} (${held.records} records, arrived ${held.recorded}): ${held.reason}`)
      out.push(`  Look at it, then: wholists accept ${held.version} --reason "…"`)
    }
  }
  if (!onlyHeld) {
    const { base, index } = answer
    out.push(...unfetched(shown))
    out.push(
      '',
      `Curated base: ${base.parties} parties, ${base.designations} designations, ${base.instruments} instruments, ${base.lists} lists.`,
    )
    if (index) out.push(`Index ${index.generation}: ${index.names} names of ${index.records} records, ${index.entities} entities.`)
    out.push(`${answer.verified} sources verified on real files, ${answer.unverified} not yet.`)
  }
  return out.join('\n')
}

// Sources whose publishers did not give what was asked for, the last time or several times: what is there may go on ageing unseen.
function unfetched(sources: readonly SourceView[]): readonly string[] {
  return sources.flatMap(({ id, lastFetch }) => {
    if (!lastFetch || lastFetch.failures === 0) return []
    const times = lastFetch.failures === 1 ? 'once' : `${lastFetch.failures} times in a row`
    const again = lastFetch.notBefore === null ? '' : ` Asked again after ${clockTime(lastFetch.notBefore)}, or with --force.`
    return ['', `${styleText('yellow', 'Not fetched')} ${id}, ${times}, last at ${clockTime(lastFetch.at)}: ${lastFetch.detail}${again}`]
  })
}

const clockTime = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')} UTC`

const sourceRow = (s: SourceView) => [
  s.id,
  s.closed ? 'closed' : s.freshness,
  s.newest?.version.split('/')[1] ?? '–',
  s.newest ? `${s.newest.ageDays} d` : '–',
  s.lag ? `${s.lag.days} d` : '–',
  s.newest ? String(s.newest.records) : '–',
  String(s.versions),
  String(s.problems.reduce((n, p) => n + p.count, 0)),
  `${s.title}${s.verified ? '' : ' (unverified)'}`,
]

/** A difference between two versions, field by field. */
export function presentDiff(diff: DiffAnswer): string {
  const head = `${diff.source} from ${diff.from} to ${diff.to}: ${diff.added.length} added, ${diff.amended.length} amended, ${diff.removed.length} removed`
  const part = (title: string, changes: readonly ChangeView[]) => (changes.length === 0 ? [] : ['', title, ...changes.flatMap(changeLines)])
  return [head, ...part('Added', diff.added), ...part('Removed', diff.removed), ...part('Amended', diff.amended)].join('\n')
}

function changeLines(change: ChangeView): readonly string[] {
  const cause = change.cause === 'source' ? '' : `  cause: ${change.cause}`
  const line = `  ${change.reference ?? change.record}  ${change.caption}${change.relisted ? '  relisted' : ''}${cause}`
  const fields = (change.fields ?? []).map(f => `      ${f.property}: ${f.was.join(' | ') || '–'} → ${f.is.join(' | ') || '–'}`)
  return [line, ...fields]
}
