import { styleText } from 'node:util'
import type { NameLink } from '../names/index.ts'
import type { ScreenAnswer, ScreenResult } from '../questions/index.ts'
import { presentIncomplete, presentListings, presentVersions } from './present-listings.ts'

/** A screening as a person reads it: the answer line, each result with its listings and why it matched, what was not searched. */
export function presentScreen(answer: ScreenAnswer, asked: string): string {
  const strong = answer.results.filter(r => r.match)
  const out: string[] = []
  const day = answer.asOf.valid
  const sources = `${answer.versions.length} ${answer.versions.length === 1 ? 'source' : 'sources'}`
  if (strong.length > 0)
    out.push(`${asked}: ${strong.length === 1 ? 'one strong match' : `${strong.length} strong matches`} in ${sources} as of ${day}.`)
  else out.push(`No listing found for ${asked} in ${sources} as of ${day}.`)
  for (const result of answer.results) out.push('', presentResult(result))
  if (answer.incomplete.length > 0) out.push('', 'Not searched as it should be:', presentIncomplete(answer.incomplete))
  out.push('', styleText('dim', `Stands on ${presentVersions(answer.versions)}; matcher ${answer.matcher}.`))
  return out.join('\n')
}

function presentResult(result: ScreenResult): string {
  const strength = result.match ? 'strong match' : 'weak match'
  const lines = [
    `${styleText('bold', result.caption)}  ${result.schema}  ${result.score.toFixed(2)} ${strength}  ${styleText('dim', result.id)}`,
  ]
  const matched = result.matchedName
  if (matched && matched.text !== result.caption) lines.push(`  matched as ${KINDS[matched.kind]} ${matched.text}`)
  for (const [feature, { score, detail, links }] of Object.entries(result.explanations)) {
    if (links && links.length > 0) for (const link of links) lines.push(`  ${linkText(link)}`)
    else lines.push(`  ${feature} ${score >= 0 ? '+' : ''}${score.toFixed(2)}${detail ? `: ${detail}` : ''}`)
  }
  if (result.listedAs) lines.push(`  held by ${styleText('bold', result.listedAs.caption)} (${result.listedAs.id}), whose listings are:`)
  lines.push(presentListings(result.listings))
  return lines.join('\n')
}

const KINDS = { name: 'name', alias: 'alias', 'weak-alias': 'weak alias', former: 'former name' } as const

function linkText(link: NameLink): string {
  const asked = (link.asked ?? link.query).join(' ') || '–'
  const listed = (link.recorded ?? link.listed).join(' ') || '–'
  const sign = link.contribution >= 0 ? '+' : '−'
  return `${asked} : ${listed}  ${link.kind}${link.rule ? ` (${link.rule})` : ''}  ${sign}${Math.abs(link.contribution).toFixed(2)}`
}
