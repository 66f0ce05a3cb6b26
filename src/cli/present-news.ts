import { styleText } from 'node:util'
import type { ClaimView, ReadAnswer } from '../questions/index.ts'
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
  const tail = [claim.date ?? 'no date', claim.factuality, claim.instrument, claim.attribution ? `says ${claim.attribution}` : null]
    .filter(Boolean)
    .join(', ')
  return `${styleText('bold', claim.type.replaceAll('_', ' '))}  ${who}  ${tail}  ${band(claim.confidence)}\n${wrap(`  “${claim.quote}”`, 96, '  ')}`
}

const band = (confidence: number) => (confidence >= 0.8 ? 'sure' : confidence >= 0.6 ? 'likely' : 'unsure')
