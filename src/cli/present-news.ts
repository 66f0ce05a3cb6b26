import { styleText } from 'node:util'
import type { ClaimSeen, ClaimView, PendingChange, ReadAnswer, SignalsAnswer } from '../questions/index.ts'
import { wrap } from './table.ts'

/** The claims of a document, each with the words it stands on. */
export function presentRead(answer: ReadAnswer): string {
  const { document, events, problems } = answer
  const head = [
    styleText('bold', document.title ?? document.id),
    [document.publisher, document.published].filter(Boolean).join(', '),
  ].filter(Boolean)
  const claims = events.length === 0 ? ['No claim about a listing was found in it.'] : events.map(claimText)
  return [...head, '', ...claims, ...problems.map(p => `problem ${p.code}: ${p.seen}`)].join('\n')
}

function claimText(claim: ClaimView): string {
  const who = [claim.authority, claim.target].filter(Boolean).join(' → ')
  const said = claim.attribution ? `says ${claim.attribution}` : null
  const tail = [claim.date ?? 'no date', claim.factuality, claim.instrument, said, claim.by ? `read by ${claim.by}` : null]
    .filter(Boolean)
    .join(', ')
  return `${styleText('bold', claim.type.replaceAll('_', ' '))}  ${who}  ${tail}  ${band(claim.confidence)}\n${wrap(`  “${claim.quote}”`, 96, '  ')}`
}

const band = (confidence: number) => (confidence >= 0.8 ? 'sure' : confidence >= 0.65 ? 'likely' : 'unsure')

/** Pending changes with their ladder and what supports them. */
export function presentSignals(answer: SignalsAnswer): string {
  if (answer.signals.length === 0) return 'No pending change is known.'
  return answer.signals.map(pendingText).join('\n\n')
}

function pendingText(change: PendingChange): string {
  const state = change.status === 'closed' && change.closedBy ? `closed ${change.closedBy.day} by ${change.closedBy.title}` : change.status
  const lines = [`${styleText('bold', `${change.authorityName}: ${change.direction} of ${change.partyCaption}`)}  ${change.rung}, ${state}`]
  for (const { rung, day, claims } of change.rungs)
    lines.push(`  ${claims.length > 0 ? '◆' : '◇'} ${rung}${day ? ` ${day}` : ''}`, ...claims.map(c => `      ${seenText(c)}`))
  if (change.support.length > 0) lines.push('  supported by', ...change.support.map(c => `      ${seenText(c)}`))
  if (change.against.length > 0) lines.push('  against it', ...change.against.map(c => `      ${seenText(c)}`))
  return lines.join('\n')
}

const seenText = (claim: ClaimSeen) =>
  `${claim.date ?? claim.document.published ?? ''} “${claim.quote.slice(0, 100)}” ${[claim.attribution, claim.document.publisher].filter(Boolean).join(', ')}`
