import { dayOf, type Instant, type Problem, type Source } from '../model/index.ts'
import type { Outlook } from './types.ts'

/** What is to become of an arrival. */
export type Verdict =
  | { readonly verdict: 'accept' }
  | { readonly verdict: 'hold'; readonly reason: string }
  | { readonly verdict: 'refuse'; readonly reason: string }

/** Where problems of whole files come from, by the beginning of their code: such a file is not a version of its source. */
const UNREADABLE = /^(download|encoding|xml|csv|json|html|pdf|sheet|file|part|delta)\./

/** A loss of half is never in bounds, however long ago the version before. */
const LOSS_ALWAYS_HELD = 0.45

const YEAR_SECONDS = 365.25 * 86_400

/**
 * Whether an arrival comes into force, waits for a person, or is no version of its source at all.
 *
 * Refused: a file that cannot be read as one of the source's (an HTML page, a cut-off file), or a stop before any record.
 * Held: readable, but with a `stop` problem or outside the bounds.
 *
 * @param stops the `stop` problems of files and records
 */
export function judgeArrival(
  source: Pick<Source, 'bounds' | 'absence'>,
  published: Instant,
  outlook: Outlook,
  stops: readonly Problem[],
): Verdict {
  const unreadable = stops.find(p => UNREADABLE.test(p.code)) ?? (outlook.records === 0 ? stops[0] : undefined)
  if (unreadable) return { verdict: 'refuse', reason: describeProblem(unreadable) }
  const reasons = [...describeStops(stops), ...outOfBounds(source, published, outlook)]
  return reasons.length > 0 ? { verdict: 'hold', reason: reasons.join('; ') } : { verdict: 'accept' }
}

/**
 * What of an arrival lies outside its source's bounds, each a sentence without a full stop.
 *
 * Losses and gains are shares of the version before. Where that version is more than a year old the shares are compounded by
 * the years between, since lists move on meanwhile; a loss of nearly half is outside all the same. Where silence about a
 * record means nothing, there is no loss.
 */
function outOfBounds({ bounds, absence }: Pick<Source, 'bounds' | 'absence'>, published: Instant, outlook: Outlook): readonly string[] {
  const { before, records, added, removed } = outlook
  const reasons: string[] = []
  if (records < bounds.min) reasons.push(`it has ${count(records)}, at least ${bounds.min} are expected`)
  if (before && before.records > 0) {
    const years = Math.max(1, (published - before.published) / YEAR_SECONDS)
    const maxLoss = Math.min(Math.max(bounds.maxLoss, LOSS_ALWAYS_HELD), 1 - (1 - bounds.maxLoss) ** years)
    const maxGain = (1 + bounds.maxGain) ** years - 1
    const against = `of the ${before.records} of ${dayOf(before.published)}`
    if (absence === 'removal' && removed > maxLoss * before.records)
      reasons.push(`it lacks ${count(removed)} ${against}, more than the ${percent(maxLoss)} that may leave at once`)
    if (added > maxGain * before.records && added > 1)
      reasons.push(
        `it brings ${count(added)} beside the ${before.records} of ${dayOf(before.published)}, more than the ${percent(maxGain)} that may come at once`,
      )
  }
  if (before) reasons.push(...listsOutOfBounds(bounds.eachList, outlook, Math.max(1, (published - before.published) / YEAR_SECONDS)))
  for (const [list, least] of Object.entries(bounds.lists ?? {})) {
    const { before: was, now } = outlook.lists[list] ?? { before: 0, now: 0 }
    if (was >= least && now < least)
      reasons.push(`on the list ${list} it has ${now} designations where there were ${was}, at least ${least} are expected`)
  }
  for (const [property, least] of Object.entries(bounds.fill ?? {})) {
    const filled = outlook.fill(property)
    if (filled < least)
      reasons.push(`only ${percent(filled)} of its records have the property ${property}, at least ${percent(least)} are expected`)
  }
  return reasons
}

/** Lists of fewer designations move by large shares without anything being wrong. */
const SMALL_LIST = 20

/** Lists inside a collection that lose or gain more than a share, compounded by years. */
function listsOutOfBounds(share: Source['bounds']['eachList'], { lists }: Outlook, years: number): readonly string[] {
  if (!share) return []
  const [maxLoss, maxGain] = [1 - (1 - share.maxLoss) ** years, (1 + share.maxGain) ** years - 1]
  return Object.entries(lists).flatMap(([list, { before, now }]) => {
    if (Math.max(before, now) < SMALL_LIST || before === 0) return []
    const moved = (now - before) / before
    if (moved >= -maxLoss && moved <= maxGain) return []
    const allowed = moved < 0 ? `more than the ${percent(maxLoss)} that may leave` : `more than the ${percent(maxGain)} that may come`
    return [`on the list ${list} it has ${now} designations where there were ${before}, ${allowed} at once`]
  })
}

/** A problem in words: what was expected, what came, and where. */
function describeProblem(p: Problem): string {
  const words = WORDS[p.code] ?? p.code.replaceAll(/[.-]/g, ' ')
  const where = p.record === undefined ? p.field : `${p.field} of record ${p.record}`
  const seen = p.seen === '' ? '' : ` (${p.seen.length > 120 ? `${p.seen.slice(0, 119)}…` : p.seen})`
  return `${words}${where === '' ? '' : `, at ${where}`}${seen}${p.expected === undefined ? '' : `; expected ${p.expected}`}`
}

/** Stops, each code once with how often it occurs. */
function describeStops(stops: readonly Problem[]): readonly string[] {
  const byCode = Map.groupBy(stops, p => p.code)
  return [...byCode.values()].flatMap(([first, ...others]) =>
    first ? [`${describeProblem(first)}${others.length > 0 ? `, and ${others.length} more of the kind` : ''}`] : [],
  )
}

/** Codes of whole-file problems in a stranger's words. */
const WORDS: Readonly<Record<string, string>> = {
  'download.empty': 'the file is empty',
  'download.html': 'the file is an HTML page, not a list',
  'download.truncated': 'the file is cut off before its end',
  'download.not-xml': 'the file is no XML',
  'download.not-html': 'the file is no HTML page',
  'download.not-sheet': 'the file is no spreadsheet',
  'download.not-pdf': 'the file is no PDF document',
  'encoding.invalid': 'the bytes are no text of the encoding that the file declares',
  'encoding.unknown': 'the encoding that the file declares is unknown',
  'encoding.mismatch': 'the file is written in another encoding than it declares',
  'encoding.garbled': 'the letters of the file were encoded twice',
  'xml.malformed': 'the XML is malformed',
  'xml.doctype': 'the XML carries a document type definition, which lists never do',
  'xml.too-deep': 'the XML is nested deeper than any list',
  'xml.too-long': 'the XML has a text or a record longer than any list has',
  'csv.unclosed-quote': 'the table has a quotation that never ends',
  'csv.stray-quote': 'the table has text after a quotation',
  'delta.other-base': 'the delta was made from another base',
  'delta.unreadable': 'a line of the delta is none',
  'file.other-source': 'the file is not of this source',
  'list.empty': 'the list is empty',
  'record.no-key': 'a record has no number',
  'element.unknown': 'the file has an element that is unknown',
  'attribute.unknown': 'the file has an attribute that is unknown',
  'table.head-unknown': 'the table has a column that is unknown',
  'table.head-missing': 'the table lacks a column',
  'table.head-twice': 'the table has a column twice',
  'status.unknown': 'a record has a status that is unknown',
  'count.differs': 'the number of records read differs from the number the publisher states',
  'parse.failed': 'a record could not be parsed',
}

const count = (n: number): string => `${n} ${n === 1 ? 'record' : 'records'}`
const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
