import { styleText } from 'node:util'
import type { AnswerBound, AnswerStatus, Incomplete, Listing, VersionUsed } from '../questions/index.ts'
import { wrap } from './table.ts'

/** The word for a status, as pages and terminal use it. */
export const STATUS_WORDS: Readonly<Record<AnswerStatus, string>> = {
  listed: 'Listed',
  suspended: 'Suspended',
  delisted: 'Removed',
  never: 'No entry',
  'not-listed': 'Not yet listed',
  unknown: 'Unknown',
}

const COLOURS: Readonly<Partial<Record<AnswerStatus, 'red' | 'yellow'>>> = { listed: 'red', suspended: 'yellow' }

/** The status as a coloured word; the word carries the meaning, the colour only helps. */
export function statusWord(status: AnswerStatus): string {
  const colour = COLOURS[status]
  return colour ? styleText(colour, STATUS_WORDS[status]) : STATUS_WORDS[status]
}

/** One edge of a span in words; a dash where it is not known. */
export const boundText = (bound: AnswerBound | null): string => bound?.text ?? '–'

const marks = (listing: Listing) =>
  [listing.confidence === 'recalled' ? 'recalled' : '', listing.disputed ? 'disputed' : ''].filter(Boolean).join(', ')

/** Columns of text; a terminal is seldom narrower, and longer lines are hard to read. */
const WIDTH = 100

/**
 * The listings of a party: each that holds, and each removal, with list, day, act, authority and proof; lists with no entry
 * when last read in one line.
 */
export function presentListings(listings: readonly Listing[], indent = '  '): string {
  if (listings.length === 0) return `${indent}No listing is recorded for it.`
  const shown = listings.filter(l => l.holds && l.status !== 'never')
  const former = listings.filter(l => !l.holds && (l.status === 'listed' || l.status === 'suspended'))
  const never = listings.filter(l => l.status === 'never')
  const lines = shown.map(l => oneListing(l, indent))
  if (former.length > 0)
    lines.push(`${indent}Formerly: ${former.map(l => `${l.listName} (${boundText(l.from)} to ${boundText(l.to)})`).join('; ')}`)
  if (never.length > 0) lines.push(`${indent}No entry when last read: ${never.map(l => l.list).join(', ')}`)
  return lines.map(line => wrap(line, WIDTH, `${indent}    `)).join('\n')
}

function oneListing(l: Listing, indent: string): string {
  const under = l.instruments.map(i => i.number ?? i.id).join(', ')
  const proof = [l.evidence[0]?.version, marks(l)].filter(Boolean).join(', ')
  const until = l.to ? `, until ${boundText(l.to)}` : ''
  return `${indent}${statusWord(l.status)}: ${l.listName}, since ${boundText(l.from)}${until}${under ? `, under ${under}` : ''}. ${l.authorityName} (${proof})`
}

/** What was not searched as it should have been: sources without any version together, every other one in a line with its reason. */
export function presentIncomplete(incomplete: readonly Incomplete[]): string {
  const missing = incomplete.filter(({ reason }) => reason === 'missing')
  const together = missing.length > FEW
  const lines = incomplete
    .filter(({ reason }) => !together || reason !== 'missing')
    .map(({ source, reason, detail }) => `  ${source}: ${reason}. ${detail}`)
  if (together)
    lines.push(wrap(`  missing, no version was there by then: ${missing.map(({ source }) => source).join(', ')}.`, WIDTH, '      '))
  if (together) lines.push('      `wholists update` fetches lists from their publishers, `wholists import` takes files.')
  return lines.join('\n')
}

const FEW = 3

/** Which versions an answer stands on, in one line. */
export const presentVersions = (versions: readonly VersionUsed[]): string =>
  versions.length === 0 ? 'no version of any source' : versions.map(v => `${v.version} (${v.ageDays} d)`).join(', ')
