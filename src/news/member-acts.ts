import { group, semicolonParts } from './coordination.ts'
import { add } from './found.ts'
import type { Mention } from './mentions.ts'
import { closing } from './quote.ts'
import type { Found, Reading } from './reading.ts'
import type { Range, Sentence } from './sentences.ts'

const ACTS = new Set<Found['type']>([
  'listed',
  'delisted',
  'renewed',
  'listing_announced',
  'delisting_announced',
  'listing_called',
  'exemption',
])

/**
 * Reads who else is meant by the act that the paragraph tells of: "Three are tied to X, namely A, B and C", "D completes the list",
 * "Also named are E and F".
 */
export function readMembers(reading: Reading, sentence: Sentence): void {
  const told = reading.found.some(f => f.sentence === sentence)
  if (reading.digest || (told && !reading.grammar.alsoNamed.test(words(reading, sentence).slice(0, 40)))) return
  readMembersOf(reading, sentence)
}

function readMembersOf(reading: Reading, sentence: Sentence): void {
  const told = actBefore(reading, sentence)
  if (!told) return
  for (const zone of membersIn(reading, sentence)) {
    const states = reading.grammar.statesOn.test(words(reading, sentence))
    const named = reading.within(zone).filter(m => (states ? m.kind === 'state' : isNamed(reading, m)))
    const targets = words(reading, zone).includes(';') ? semicolonParts(reading, named, zone) : group(reading, named)
    for (const target of targets)
      add(reading, {
        ...told,
        ...(reading.grammar.lapsed.test(words(reading, sentence)) ? { type: 'delisted' as const, factuality: 'done' as const } : {}),
        ...(states ? { type: 'listed' as const, date: null, dateBasis: 'none' as const } : {}),
        target,
        attribution: null,
        sentence,
        start: Math.min(zone.start, target.start),
        end: closing(reading.doc.text, target.end, sentence.end),
        confidence: told.confidence * 0.9,
      })
  }
}

const opensWithAmong = ({ doc, tools }: Reading, { start, end }: Range) => tools.frames.among.exec(doc.text.slice(start, end))?.index === 0

const words = ({ doc }: Reading, { start, end }: Range) => doc.shadow.slice(start, end)

/** "five affiliates of X": X is not one of them. */
const isNamed = ({ doc, grammar }: Reading, { kind, start }: Mention): boolean =>
  (kind === 'party' || kind === 'name') && !grammar.awayParty.test(doc.text.slice(Math.max(0, start - 60), start))

/** The act that the sentence before, or the one before that, tells of several parties. */
function actBefore(reading: Reading, sentence: Sentence): Omit<Found, 'target'> | null {
  const at = reading.doc.sentences.indexOf(sentence)
  // "Among the groups are A and B": the groups that the paragraph before counted.
  const among = opensWithAmong(reading, sentence)
  const near = (s: Sentence) =>
    s.paragraph >= sentence.paragraph - (among ? 1 : 0) && reading.doc.sentences.indexOf(s) >= at - (among ? 3 : 2)
  const told = reading.found.findLast(f => ACTS.has(f.type) && near(f.sentence)) ?? null
  const open = reading.open.at(-1)
  const counted = open && near(open.sentence) ? open : null
  return told && (!counted || told.sentence.start > counted.sentence.start) ? told : counted
}

/** The stretches of a sentence that name further members; none where it does not. */
function membersIn(reading: Reading, sentence: Sentence): readonly Range[] {
  const { grammar, tools } = reading
  const shadow = words(reading, sentence)
  const from = (match: RegExpExecArray, end = sentence.end) => ({ start: sentence.start + match.index + match[0].length, end })
  const also = grammar.statesOn.exec(shadow) ?? grammar.alsoNamed.exec(shadow) ?? grammar.othersAre.exec(shadow)
  const some = grammar.someOf.test(shadow) ? tools.frames.examples.exec(shadow) : null
  if (some && !also) {
    const zone = from(some)
    const end = grammar.membersEnd.exec(words(reading, zone))
    return [end ? { start: zone.start, end: zone.start + end.index } : zone]
  }
  if (!also && opensWithAmong(reading, sentence)) return [sentence]
  const zones = heading(reading, sentence, also ? also.index : shadow.length)
  return also ? [...zones, from(also)] : zones
}

/** "X heads the list, followed by Y": the names before and after these words. */
function heading(reading: Reading, sentence: Sentence, limit: number): readonly Range[] {
  const { grammar } = reading
  const shadow = words(reading, sentence).slice(0, limit)
  const heads = grammar.headsList.exec(shadow)
  const end = heads ? sentence.start + heads.index + 1 : 0
  const first = heads && reading.within({ start: sentence.start, end }).find(m => m.kind === 'party' || m.kind === 'name')
  if (!heads || !first) return []
  const next = grammar.followedBy.exec(shadow.slice(heads.index + 1))
  const after = next && { start: end + next[0].length, end: sentence.start + limit }
  return [{ start: first.start, end }, ...(after ? [after] : [])]
}
