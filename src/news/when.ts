import type { Day } from '../model/index.ts'
import type { Statement } from './compose.ts'
import type { DateFound } from './dates.ts'
import { daysBetween } from './days.ts'
import type { Reading } from './reading.ts'
import type { Range, Sentence } from './sentences.ts'

/** When a statement's act was, and how that is known. */
export type When = {
  readonly date: Pick<DateFound, 'date' | 'precision'> | null
  readonly basis: 'text' | 'relative' | 'publication' | 'none'
}

const NONE: When = { date: null, basis: 'none' }
/** Days before publication within which an act told in the past tense is still the day's news of its paragraph. */
const NEWS_DAYS = 45

/** What a date costs that is another clause's. */
const NEVER = 5000
/** From here a date is not the act's. */
const TOO_FAR = 1000

/** The date of a statement: named in its clause, else from its tense and what the text dated before. */
export function whenOf(reading: Reading, statement: Statement, sentence: Sentence, otherHeads: readonly number[]): When {
  const at = statement.governor?.start ?? statement.node.start
  const dates = reading.within(sentence).filter(m => m.kind === 'date' && !(statement.governor && isNouns(reading, statement, m)))
  const last = Math.max(statement.node.end, statement.governor?.end ?? 0)
  const ranked = dates
    .map(m => ({ m, cost: costOf(reading, at, last, m.start, otherHeads) }))
    .filter(r => r.cost < TOO_FAR)
    .sort((a, b) => a.cost - b.cost)
  const best = ranked[0]?.m.date
  if (best) return { date: best, basis: best.basis }
  return undated(reading, statement, sentence)
}

/** "lifted the ban of April 2021", "the ban, in force since 2003": a date of the act itself, whatever is done to it. */
const isNouns = ({ doc, grammar }: Reading, { node }: Statement, m: Range): boolean =>
  (node.kind === 'verb' && m.start >= node.start) ||
  (node.kind === 'noun' && m.start >= node.end && m.start - node.end < 100 && grammar.datedBefore.test(doc.shadow.slice(node.end, m.start)))

/** The date that an act's noun has of its own, where something else is done to the act. */
export function ownDate(reading: Reading, statement: Statement, sentence: Sentence): DateFound | null {
  const undone = ['lift', 'suspend', 'renew', 'annul', 'uphold', 'challenge'].includes(statement.governor?.id ?? '')
  if (!undone || statement.node.act !== 'list') return null
  return reading.within(sentence).find(m => m.kind === 'date' && isNouns(reading, statement, m))?.date ?? null
}

function costOf(reading: Reading, start: number, end: number, at: number, otherHeads: readonly number[]): number {
  const { shadow } = reading.doc
  const [from, to] = at < start ? [at, start] : [Math.min(end, at), at]
  const gap = shadow.slice(from, to)
  const barrier =
    (reading.grammar.barrier.test(gap) && !(at < start && reading.grammar.actWhich.test(gap))) ||
    (at > end && (reading.grammar.timeClause.test(gap) || reading.grammar.causeBefore.test(gap)))
      ? NEVER
      : 0
  // "A did this in 2003, and B did that": the date is the first clause's.
  const { newSubject } = reading.grammar
  const earlier =
    at < start && newSubject.test(gap) && otherHeads.some(h => h < at && at - h < 160 && !newSubject.test(shadow.slice(h, at)))
  // "was listed in 1982 and removed in 2015": the first date is the first verb's.
  const closed = at < start && reading.grammar.dateAnd.test(gap) && otherHeads.some(h => h < at && at - h < 60)
  const foreign = (otherHeads.some(h => h > from && h < to && h !== start) ? 500 : 0) + (earlier ? NEVER : 0) + (closed ? 500 : 0)
  // "which will be held from", "created in 2010": a date after a relative clause is the clause's.
  const relative = at > end && reading.grammar.foreignDate.test(gap) ? (isInClause(reading, gap, at) ? NEVER : 450) : 0
  const passed = at > end && reading.grammar.lawPassed.test(gap) ? NEVER : 0
  // "X, which has done this since 2007, was listed": the date is the closed clause's.
  const { closedClause, openClause } = reading.grammar
  const aside = at < start && closedClause.test(gap) && openClause.test(shadow.slice(Math.max(0, at - 160), at)) ? NEVER : 0
  // "X, which does not list it, received it in May": the date is the outer clause's.
  const outer = at > end && gap.includes(',') && openClause.test(shadow.slice(Math.max(0, start - 160), start)) ? NEVER : 0
  // "X, which A and B list, had done that in May": the same, where the clause has commas of its own.
  const { relativeObject, clauseGoesOn } = reading.grammar
  const left = at > end && clauseGoesOn.test(gap) && relativeObject.test(shadow.slice(Math.max(0, start - 120), start)) ? NEVER : 0
  const { expiry: ends, superlativeSince } = reading.grammar
  // "from 3 March, two years after Y removed it": the date is the first clause's.
  const before = at < start && reading.grammar.afterClause.test(gap) ? NEVER : 0
  const expiry =
    ends.test(shadow.slice(Math.max(0, at - 14), at)) || superlativeSince.test(shadow.slice(Math.max(0, at - 60), at)) ? NEVER : 0
  const heading = at < start && /^\s*$/u.test(shadow.slice(Math.max(0, at - 1), at)) ? -20 : 0
  return (
    gap.length + before + passed + expiry + left + aside + outer + barrier + foreign + relative + heading + ofNoun(reading, at, start, end)
  )
}

/** "the man who attacked it in March 2019": a month or year within a clause that no comma has closed is the clause's. */
const isInClause = ({ doc, grammar }: Reading, gap: string, at: number): boolean =>
  !gap.includes(',') && grammar.whoClause.test(gap) && doc.mentions.find(m => m.start === at)?.date?.precision !== 'day'

/** "after the 2012 bombing": the year of another thing, where it stands before a noun that is not the act's. */
function ofNoun({ doc, grammar }: Reading, at: number, start: number, end: number): number {
  const date = doc.mentions.find(m => m.start === at)
  if (!date || date.date?.precision !== 'year' || !grammar.yearOf.test(doc.shadow.slice(Math.max(0, at - 8), at))) return 0
  const own = (start >= date.end && start - date.end < 30) || end > at
  return !own && /^\s+[\p{L}\uE001-\uE006]/u.test(doc.shadow.slice(date.end, date.end + 12)) ? NEVER : 0
}

function undated(reading: Reading, statement: Statement, sentence: Sentence): When {
  const heading = headingDate(reading, sentence)
  if (heading) return { date: heading, basis: 'text' }
  if (reading.published === null) return NONE
  const today: When = { date: { date: reading.published, precision: 'day' }, basis: 'publication' }
  const tense = tenseOf(reading, statement)
  if (tense === 'state' || tense === 'before') return NONE
  if (tense === 'past') return carried(reading, sentence) ?? (sentence.paragraph <= 2 || reading.digest ? today : NONE)
  return today
}

/** A date that stands alone before the sentence in its paragraph: gazettes and chronicles date their items so. */
function headingDate(reading: Reading, sentence: Sentence): DateFound | null {
  const { sentences, mentions, text } = reading.doc
  const first = sentences.find(s => s.paragraph === sentence.paragraph)
  if (!first) return null
  const date = mentions.find(m => m.kind === 'date' && m.start <= first.start + 1 && m.start >= first.start)
  const alone = date && /^[.:—–-]?\s*(?:$|[\p{Lu}“"—–-])/u.test(text.slice(date.end, date.end + 4).replace(/^[.:]\s*/u, ''))
  return alone && date.date?.basis === 'text' && first.start < sentence.start ? date.date : null
}

/** An undated act in the past tense belongs to the day that the text has just told of. */
function carried(reading: Reading, sentence: Sentence): When | null {
  const { published, doc } = reading
  const recent = doc.mentions.filter(
    m => m.kind === 'date' && m.end <= sentence.start && m.date?.precision === 'day' && published !== null && near(m.date.date, published),
  )
  const last = recent.at(-1)
  if (reading.digest || !last?.date) return null
  return { date: last.date, basis: 'relative' }
}

const near = (day: Day, published: Day) => Math.abs(daysBetween(day, published)) <= NEWS_DAYS

/** "X lists it": a state, but as the first words of a report and with a change ("no longer regards") news. */
function isState({ doc, digest, grammar }: Reading, at: number, words: string, before: string): boolean {
  if (digest || !grammar.stateVerb.test(words) || grammar.noLonger.test(before)) return false
  const first = doc.sentences[0]
  return first === undefined || at > first.end || grammar.relativeObject.test(doc.shadow.slice(Math.max(0, at - 120), at))
}

type Tense = 'present' | 'past' | 'before' | 'state'

function tenseOf(reading: Reading, { node, governor, operator, head, type }: Statement): Tense {
  const { doc } = reading
  const verb =
    operator && operator.form !== 'phrase' && operator.form !== 'noun' && operator.end <= head.end
      ? operator
      : (governor ?? (operator?.form === 'phrase' ? operator : node))
  const form = 'form' in verb ? verb.form : 'base'
  const before = doc.shadow.slice(Math.max(0, verb.start - 40), verb.start)
  const words = doc.shadow.slice(verb.start, verb.end)
  if (form === 'past' && reading.grammar.soFar.test(doc.shadow.slice(Math.max(0, verb.start - 120), verb.start))) return 'state'
  if (reading.grammar.afterClause.test(doc.shadow.slice(Math.max(0, node.start - 80), node.start))) return 'before'
  // "X, which is banned by Y", "X, who was sanctioned by Y": told of in passing.
  if (
    reading.digest &&
    node.voice === 'passive' &&
    reading.grammar.whoPassive.test(doc.shadow.slice(Math.max(0, verb.start - 120), verb.start))
  )
    return 'before'
  if (reading.grammar.hadBefore.test(before) || reading.grammar.hadFirst.test(words)) return 'before'
  if (node.kind === 'status') return reading.grammar.noLonger.test(words) ? 'present' : 'state'
  if (!reading.digest && reading.grammar.haveAlready.test(before)) return 'before'
  if (!reading.digest && type === 'renewed' && node.frame === 'keep-on-list' && form !== 'past' && reading.grammar.remaining.test(words))
    return 'state'
  if (reading.grammar.haveBefore.test(before)) return 'present'
  if (form !== 'past' && reading.grammar.ofObject.test(doc.shadow.slice(Math.max(0, verb.start - 80), verb.start))) return 'state'
  if (form !== 'past' && verb === node && isState(reading, verb.start, words, before)) return 'state'
  if (operator?.id === 'deny' && reading.grammar.never.test(doc.shadow.slice(operator.start, operator.end))) return 'before'
  if (form !== 'past' && reading.grammar.stillBefore.test(before)) return 'state'
  if (node.kind === 'verb' && reading.grammar.doesNot.test(doc.shadow.slice(Math.max(0, node.start - 20), node.start))) return 'state'
  if (form === 'past') {
    if (reading.grammar.presentBe.test(before))
      return node.act === 'list' && node.kind === 'verb' && !reading.digest && !reading.grammar.namesEvent.test(node.frame)
        ? 'state'
        : 'present'
    return 'past'
  }
  if (form === 'ing' && reading.grammar.pastIng.test(before)) return 'past'
  if (verb.end === node.end && node.kind === 'noun') return 'present'
  return 'present'
}
