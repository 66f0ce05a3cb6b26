import { codeOf } from './actor.ts'
import { meantBy } from './discourse.ts'
import { add } from './found.ts'
import type { Mention } from './mentions.ts'
import type { Found, Reading } from './reading.ts'
import type { Range, Sentence } from './sentences.ts'
import { type Target, targetOf } from './target.ts'
import type { EventType } from './types.ts'

const LISTINGS = new Set<EventType>([
  'listed',
  'renewed',
  'amended',
  'listing_announced',
  'delisting_called',
  'delisting_considered',
  'challenged',
  'upheld',
  'annulled',
  'suspended',
])
const OUTCOMES = new Set<EventType>(['upheld', 'annulled', 'challenged', 'suspended'])
const RULINGS = new Set<EventType>(['upheld', 'annulled'])
/** Paragraphs back within which a case is about the listing that was told of. */
const BACK = 2

/** Reads what is done about a listing in court where the sentence does not name the listing: an appeal, a hearing, a dismissal. */
export function readCourtActs(reading: Reading, sentence: Sentence): void {
  const { doc, tools, grammar } = reading
  const shadow = doc.shadow.slice(sentence.start, sentence.end)
  if (reading.found.length === 0 && !tools.frames.cue.test(shadow)) return
  for (const { type, court, planned, pattern } of tools.frames.proceedings) {
    const match = pattern.exec(shadow)
    if (!match) continue
    const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
    // "asks the Court of Justice whether": the court that is asked decides.
    const judge = (grammar.asksCourt.test(match[0]) ? courtNear(reading, at, true) : null) ?? courtNear(reading, sentence)
    if (court && !judge) continue
    if (type === 'upheld' && reading.grammar.stateCase.test(doc.text.slice(at.start, at.end))) continue
    const before = doc.text.slice(sentence.start, at.start)
    if (type === 'challenged' && reading.grammar.stateSuit.test(before) && !reading.grammar.judgment.test(match[0])) continue
    // "advised the judges to dismiss the appeal": they have not yet.
    if (RULINGS.has(type) && grammar.advised.test(before)) continue
    if (type === 'annulled' && reading.grammar.ofState.test(doc.text.slice(at.end, at.end + 60))) continue
    if (type === 'upheld' && reading.grammar.toKeep.test(doc.shadow.slice(at.end, sentence.end))) continue
    const about = subjectOf(reading, sentence, at, type === 'challenged' && reading.grammar.judgment.test(match[0]))
    if (!about || reading.found.some(f => f.sentence === sentence && OUTCOMES.has(f.type) && !f.embedded)) continue
    addCourtAct(reading, sentence, { type, planned, at, judge, about })
    return
  }
}

/** The listing that a case is about, and whose. */
type About = { readonly code: string; readonly targets: readonly Target[]; readonly asked: Found | null }
type CourtAct = {
  readonly type: EventType
  readonly planned: boolean
  readonly at: Range
  readonly judge: Mention | null
  readonly about: About
}

function addCourtAct(reading: Reading, sentence: Sentence, { type, planned, at, judge, about }: CourtAct): void {
  const { doc, grammar } = reading
  const code = (judge && codeOf(reading, judge)) ?? about.code
  if (code === '' || about.targets.some(t => t.code === code)) return
  const dates = reading.within(sentence).filter(m => m.kind === 'date')
  const date = dates.toSorted((a, b) => gapTo(a, at) - gapTo(b, at))[0]?.date ?? null
  const ahead = planned || grammar.plannedBefore.test(doc.shadow.slice(Math.max(sentence.start, at.start - 40), at.start))
  const present = reading.digest ? reading.published : null
  const today = present ? { date: present, precision: 'day' as const } : null
  const court = judge
    ? `${doc.text.slice(judge.start, judge.end).replace(grammar.article, '')} ${type === 'challenged' ? 'order' : 'ruling'}`
    : null
  const { asked } = about
  for (const target of about.targets)
    add(reading, {
      type,
      code,
      target,
      date: date ?? asked?.date ?? today,
      dateBasis: date ? date.basis : asked ? asked.dateBasis : today ? 'publication' : 'none',
      factuality: ahead ? 'planned' : 'done',
      attribution: null,
      instrument: court ? { text: court, id: null } : null,
      sentence,
      start: Math.min(at.start, judge?.start ?? at.start),
      end: at.end,
      confidence: asked ? asked.confidence : 0.7,
    })
  // "dismissed the action against its inclusion": the inclusion is no news of its own.
  for (const f of reading.found.filter(f => f.sentence === sentence && f.type === 'listed' && f.dateBasis !== 'text' && f.end > at.end))
    if (about.targets.some(t => t.name === f.target.name)) reading.found.splice(reading.found.indexOf(f), 1)
  // What the case asks for has no day of its own.
  if (asked && type === 'challenged') reading.found[reading.found.indexOf(asked)] = { ...asked, date: null, dateBasis: 'none' }
}

const gapTo = (m: Range, at: Range) => (m.start >= at.end ? m.start - at.end : at.start - m.end)

function courtNear(reading: Reading, range: Range, last = false): Mention | null {
  const { doc, tools } = reading
  const courts = reading
    .within(range)
    .filter(m => (m.kind === 'body' || m.kind === 'generic') && tools.frames.court.test(doc.text.slice(m.start, m.end)))
  const fit = courts.filter(m => !reading.grammar.otherCourts.test(doc.text.slice(m.start, m.end)))
  return (last ? fit.at(-1) : fit[0]) ?? null
}

// An appeal against a judgment may be one that ended the listing.
function subjectOf(reading: Reading, sentence: Sentence, at: Range, ruled: boolean): About | null {
  const first = reading.digest ? sentence.paragraph : sentence.paragraph - BACK
  const near = reading.found.filter(f => (LISTINGS.has(f.type) || (ruled && f.type === 'delisted')) && f.sentence.paragraph >= first)
  const here = near.filter(f => f.sentence === sentence)
  const asked = here.find(f => f.type === 'delisting_called' || f.type === 'listing_called') ?? null
  if (asked) return { code: asked.code, targets: [asked.target], asked }
  // "an appeal by X against its ban": X, where the sentence speaks of listing.
  const cued = reading.tools.frames.cue.test(reading.doc.shadow.slice(sentence.start, sentence.end))
  const parties = reading.within(sentence).filter(m => m.kind === 'party' || m.kind === 'name')
  const named = near.findLast(f => parties.some(m => sameName(reading, m, f.target)))
  if (named) return { code: named.code, targets: [named.target], asked: null }
  // An appeal that the text goes on with is one against the ruling it told of.
  const known = here.at(-1) ?? near.findLast(f => RULINGS.has(f.type)) ?? near.at(-1)
  const by = parties.find(m => m.start >= at.start && reading.grammar.byParty.test(reading.doc.text.slice(at.start, m.start)))
  if (by && cued) return { code: known?.code ?? '', targets: [targetOf(reading, by)], asked: null }
  if (!known) {
    // "threw out the case that X had brought over its place on the list"
    const first = parties.find(
      m => m.start >= at.start && !reading.grammar.away.test(reading.doc.text.slice(Math.max(0, m.start - 16), m.start)),
    )
    return first && cued ? { code: '', targets: [targetOf(reading, first)], asked: null } : null
  }
  // "dismissed both actions": of the two that were told of together.
  const words = reading.grammar.severalCases.test(reading.doc.text.slice(at.start, at.end)) ? 'both' : null
  const both = words ? meantBy(reading, sentence, at.start, words) : []
  if (both.length > 1) return { code: known.code, targets: both, asked: null }
  const alike = near.filter(f => f.sentence === known.sentence && f.type === known.type && f.code === known.code)
  return { code: known.code, targets: alike.map(f => ({ ...f.target, anaphoric: true })), asked: null }
}

function sameName(reading: Reading, mention: Mention, target: Target): boolean {
  const { name, entity } = reading.names.called(mention)
  return (entity !== null && entity === target.entity) || name === target.name
}
