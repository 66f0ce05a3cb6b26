import { styleText } from 'node:util'
import type { AnswerBound, AnswerStatus, Incomplete, Listing, VersionUsed } from '../questions/index.ts'
import { table } from './table.ts'

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

/** The listings of a party as a table: status, list, who decided, since, until, under what, how sure. */
export function presentListings(listings: readonly Listing[], indent = '  '): string {
  if (listings.length === 0) return `${indent}No listing is recorded for it.`
  const rows = listings.map(l => [
    statusWord(l.status),
    `${l.listName}`,
    l.authorityName,
    boundText(l.from),
    boundText(l.to),
    l.instruments.map(i => i.number ?? i.id).join(', ') || '–',
    marks(l) || 'read in a source',
  ])
  return table(['Status', 'List', 'Authority', 'Since', 'Until', 'Under', 'Evidence'], rows)
    .split('\n')
    .map(line => indent + line)
    .join('\n')
}

/** What was not searched as it should have been, one line each; empty where all was. */
export const presentIncomplete = (incomplete: readonly Incomplete[]): string =>
  incomplete.map(({ source, reason, detail }) => `  ${source}: ${reason}. ${detail}`).join('\n')

/** Which versions an answer stands on, in one line. */
export const presentVersions = (versions: readonly VersionUsed[]): string =>
  versions.length === 0 ? 'no version of any source' : versions.map(v => `${v.version} (${v.ageDays} d)`).join(', ')
