import { styleText } from 'node:util'
import type { KeptLine, Replay } from '../jobs/index.ts'
import { table } from './table.ts'

/** Kept screenings as a table, newest first. */
export function presentKept(kept: readonly KeptLine[]): string {
  if (kept.length === 0) return 'No screening is kept. "wholists screen NAME --keep" keeps one.'
  const rows = kept.map(k => [
    k.id,
    k.kept,
    k.names.join(' / ') || '(no name)',
    k.asOf.valid,
    k.best ? `${k.best.caption} ${k.best.score.toFixed(2)}${k.best.match ? '' : ' (weak)'}` : 'nothing found',
  ])
  return table(['Id', 'Kept', 'Asked', 'As of', 'Best'], rows)
}

/** What a replay found. */
export function presentReplay(r: Replay): string {
  const lines = [
    r.outcome === 'same'
      ? styleText('bold', `${r.id}: the same answer, byte for byte (sha256 ${r.is.sha256}).`)
      : styleText('bold', `${r.id}: the answer differs.`),
    `Kept ${r.kept}; matcher ${r.was.matcher}${r.was.matcher === r.is.matcher ? '' : `, now ${r.is.matcher}`}.`,
    r.sealed ? 'The log holds its seal, and the chain of the log is whole.' : 'The log does not vouch for what is kept.',
  ]
  for (const { detail } of r.reasons) lines.push(`- ${detail}`)
  for (const d of r.differences) lines.push(`  ${d.path}`, `    was ${d.was ?? 'nothing'}`, `    is  ${d.is ?? 'nothing'}`)
  if (r.more > 0) lines.push(`  and ${r.more} more`)
  return lines.join('\n')
}
