import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** Who acts: a jurisdiction, where it is named, and how surely that follows from the words. */
export type Actor = {
  readonly code: string
  readonly mention: Mention | null
  readonly basis: 'owner' | 'agent' | 'subject' | 'place' | 'list' | 'context'
}

/** Kinds of mentions that may act. */
export const ACTS = new Set(['state', 'body', 'demonym', 'holder', 'seat', 'generic'])

/** Jurisdiction of a mention; a bare "the court", "the Council" belongs to whom the text last named. */
export function codeOf(reading: Reading, mention: Mention): string | null {
  if (mention.code) return mention.code
  if (mention.kind !== 'generic') return null
  const before = reading.doc.mentions.filter(m => m.code && m.end <= mention.start && ACTS.has(m.kind))
  const word = reading.doc.text.slice(mention.start, mention.end)
  const short = shortFor(reading, word, before)
  if (short) return short
  if (reading.grammar.councils.test(word)) {
    const known = [...before, ...reading.doc.mentions.filter(m => m.code && m.start > mention.end)].filter(
      m => m.code === 'eu' || m.code === 'un',
    )
    return known[0] ? (before.findLast(m => m.code === 'eu' || m.code === 'un')?.code ?? known[0].code ?? null) : null
  }
  if (reading.grammar.committees.test(word) && reading.doc.mentions.some(m => m.code === 'un')) return 'un'
  const placed = reading.doc.mentions.find(m => m.start >= mention.end && (m.kind === 'seat' || m.kind === 'state'))
  if (placed?.code && reading.grammar.placedIn.test(reading.doc.text.slice(mention.end, placed.start))) {
    const { file, court } = reading.tools.frames
    return (court.test(word) ? file.courtSeats?.[placed.code] : undefined) ?? placed.code
  }
  const sentence = reading.doc.sentences.find(s => mention.start >= s.start && mention.end <= s.end)
  const near = before.findLast(m => m.start >= (sentence?.start ?? 0) && m.kind !== 'demonym' && m.kind !== 'generic')
  if (near?.code) return near.code
  const people = before.findLast(m => m.start >= (sentence?.start ?? 0) && m.kind === 'demonym')
  if (people?.code) return people.code
  // "the ministers": those of whom the text spoke as somebody's before.
  const head = /\p{L}+$/u.exec(word)?.[0].toLowerCase() ?? ''
  const named = before.findLast(m => m.kind === 'body' && reading.doc.text.slice(m.start, m.end).toLowerCase().endsWith(head))
  if (named?.code && !reading.digest) return named.code
  // "The Department also …" at the beginning of a paragraph: whom the report began with.
  const opens = sentence && mention.start - sentence.start < 6 && startsParagraph(reading, sentence)
  if (opens && reading.found.length > 0) return mainAuthority(reading) ?? reading.found[0]?.code ?? null
  const last = reading.found.findLast(f => !reading.digest || f.sentence.paragraph === sentence?.paragraph)
  return (
    last?.code ??
    before.findLast(m => m.kind !== 'demonym' && !isPlace(reading, m) && (!reading.digest || m.start >= (sentence?.start ?? 0) - 300))
      ?.code ??
    null
  )
}

/** "the X sanctions", "in X": a State that only says where or what for. */
const isPlace = ({ doc, grammar, tools }: Reading, { kind, start, end }: Mention) =>
  kind === 'state' &&
  (tools.frames.attributive.test(doc.text.slice(end, end + 16)) || grammar.placeBefore.test(doc.text.slice(Math.max(0, start - 16), start)))

/** "the Commission", after a body of several words that ends so: that body. */
function shortFor({ doc, digest }: Reading, word: string, before: readonly Mention[]): string | null {
  const head = /\p{Lu}\p{L}+$/u.exec(word)?.[0]
  const full = head && !digest ? before.findLast(m => m.kind === 'body' && doc.text.slice(m.start, m.end).endsWith(` ${head}`)) : undefined
  return full?.code ?? null
}

/** Whether a sentence opens a paragraph of running prose. */
export const startsParagraph = ({ doc, digest }: Reading, sentence: Sentence) =>
  !digest && doc.sentences.find(s => s.paragraph === sentence.paragraph) === sentence

/** The authority that a report tells most acts of, if there is one: a new paragraph goes on with it. */
export function mainAuthority({ found }: Reading): string | null {
  const counts = new Map<string, number>()
  for (const { code } of found) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null
}
