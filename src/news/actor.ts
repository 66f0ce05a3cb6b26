import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'

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
  const last = reading.found.findLast(f => !reading.digest || f.sentence.paragraph === sentence?.paragraph)
  return (
    last?.code ?? before.findLast(m => m.kind !== 'demonym' && (!reading.digest || m.start >= (sentence?.start ?? 0) - 300))?.code ?? null
  )
}
