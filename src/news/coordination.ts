import type { Mention } from './mentions.ts'
import type { ActNode } from './nodes.ts'
import type { Reading } from './reading.ts'
import type { Range } from './sentences.ts'
import { type Target, targetOf } from './target.ts'

/** The first name of the mentions, and those coordinated with it; what only explains one of them is passed over. */
export function group(reading: Reading, all: readonly Mention[]): readonly Target[] {
  const { text } = reading.doc
  const { grammar } = reading
  const found: Target[] = []
  let end = -1
  let aside = -1
  for (let i = 0; i < all.length; i++) {
    const m = all[i] as Mention
    const next = all[i + 1]
    if (end >= 0 && !joined(reading, { end, aside }, m) && !goesOnAlike(reading, { end, aside }, m)) {
      if (!grammar.aside.test(text.slice(end, m.start)) && !belongsTo(reading, end, m.start)) break
      aside = m.end
      continue
    }
    // "Iran's X", "the Kurdish organisation X", "its leader X": the name that follows is meant.
    if (next && describesNext(reading, m, next)) {
      if (end >= 0) end = m.end
      const after = end < 0 ? undefined : next
      if (after) {
        found.push(targetOf(reading, after))
        end = after.end
        i += 1
      }
      continue
    }
    found.push(targetOf(reading, m))
    end = m.end
    aside = -1
  }
  return found
}

/** "X of Y": Y only says what X is of. */
const belongsTo = ({ doc, grammar }: Reading, end: number, start: number): boolean => grammar.belongs.test(doc.text.slice(end, start))

/** "A of X, B of Y and C of Z": after names that are told with what they are of, "and" joins the next such name, not what it is of. */
function goesOnAlike(reading: Reading, { end, aside }: { readonly end: number; readonly aside: number }, next: Mention): boolean {
  const { doc, grammar } = reading
  if (aside < 0 || !grammar.andOnly.test(doc.text.slice(aside, next.start))) return false
  const before = reading.within({ start: end, end: aside }).find(m => m.end === aside)
  const after = doc.mentions.find(m => m.start > next.end)
  const nextBelongs =
    (after && belongsTo(reading, next.end, after.start)) || grammar.belongsWithin.test(doc.text.slice(next.start, next.end))
  return before !== undefined && belongsTo(reading, end, before.start) && nextBelongs
}

/** Whether a name is coordinated with the one before, right after it or after an aside that a comma closes. */
function joined(reading: Reading, { end, aside }: { readonly end: number; readonly aside: number }, { start, end: to }: Range): boolean {
  const { shadow } = reading.doc
  const { grammar } = reading
  const whole = shadow.slice(end, start).replace(grammar.placeOfName, '')
  // "X, a company in Y, and its owner, Z": what stands between the commas only explains X.
  const closes = aside < 0 && grammar.apposition.test(whole) ? grammar.asideEnds.exec(whole) : null
  const gap = closes ? whole.slice(closes.index) : whole
  // "X, and named its leader, Y": another verb begins.
  if (grammar.joinVerb.test(gap)) return false
  // "X, the Y's branch abroad": Y only explains X.
  if (/^,\s/u.test(gap) && !grammar.conjoined.test(gap) && grammar.possessing.test(shadow.slice(to, to + 40))) return false
  if (grammar.knownAs.test(whole) || grammar.ranBy.test(whole)) return false
  if (aside < 0) return grammar.joins.test(gap) && !grammar.apposition.test(gap)
  const rest = shadow.slice(aside, start)
  const comma = rest.indexOf(',')
  return comma >= 0 && grammar.joins.test(rest.slice(comma)) && !grammar.apposition.test(rest.slice(comma))
}

function describesNext(reading: Reading, m: Mention, next: Mention): boolean {
  const named = next.kind === 'party' || next.kind === 'name' || next.kind === 'body' || next.kind === 'holder'
  const gap = reading.doc.text.slice(m.end, next.start)
  // "an X financier, Y": Y.
  if (named && reading.grammar.personOf.test(gap)) return true
  // "the prosecutor of X, Y": Y.
  if (
    named &&
    reading.grammar.ofWhom.test(gap) &&
    reading.grammar.officeOf.test(reading.doc.text.slice(Math.max(0, m.start - 40), m.start))
  )
    return true
  return named && (reading.grammar.describes.test(gap) || (m.kind === 'state' && reading.grammar.ownAgency.test(gap)))
}

/** The parties of a list whose members semicolons part: the first name of each part. */
export function semicolonParts(reading: Reading, all: readonly Mention[], zone: Range): readonly Target[] {
  const found: Target[] = []
  let from = zone.start
  for (const piece of reading.doc.shadow.slice(zone.start, zone.end).split(';')) {
    const mine = all.filter(m => m.start >= from && m.end <= from + piece.length && (m.kind === 'party' || m.kind === 'name'))
    const first = group(reading, mine.slice(0, 2))[0] ?? null
    if (first) found.push(first)
    from += piece.length + 1
  }
  return found
}

/** "reviews the listing of X as …, that of Y as …": the further parties of an act noun whose parties have been found. */
export function thatOf(reading: Reading, node: ActNode, found: readonly Target[]): readonly Target[] {
  const { doc, grammar } = reading
  const end = doc.sentences.find(s => node.start >= s.start && node.end <= s.end)?.end ?? 0
  const more: Target[] = []
  for (let from = found.at(-1)?.end ?? end; node.kind === 'noun' && from < end; ) {
    const match = grammar.thatOfToo.exec(doc.shadow.slice(from, end))
    if (!match) break
    from += match.index + match[0].length
    const named = reading.within({ start: from, end }).filter(m => m.kind === 'party' || m.kind === 'name' || m.kind === 'state')
    const next = group(reading, named)
    more.push(...next)
    from = next.at(-1)?.end ?? end
  }
  return more
}
