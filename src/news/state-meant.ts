import type { Grammar } from './grammar.ts'
import type { Mention } from './mentions.ts'
import type { ActNode } from './nodes.ts'
import type { Reading } from './reading.ts'

/** Codes of unions of States, which nobody lists. */
export const UNIONS = /^(?:un|eu|.{3,})$/u

/** The State named last before an act that refers back to one: "broke with Y and lists it as a sponsor of terrorism", "sanctions on the country". */
export function stateBefore({ doc, grammar }: Reading, node: ActNode, words: string): Mention | null {
  const sponsor = node.tail && grammar.sponsor.test(doc.text.slice(node.tail.start, node.tail.end + 30))
  if (!sponsor && !grammar.ownState.test(words)) return null
  const sentence = doc.sentences.find(s => node.start >= s.start && node.end <= s.end)
  const before = doc.mentions.filter(m => m.start >= (sentence?.start ?? 0) && m.end <= node.start)
  const acts = actingTogether(grammar, doc.text, before)
  const states = before.filter(m => m.kind === 'state' && !acts.includes(m) && !UNIONS.test(m.code ?? ''))
  const owned = doc.mentions.some(m => m.code && m.start >= (node.tail?.start ?? 0) && m.end <= (node.tail?.end ?? 0) && m.kind !== 'list')
  const other = before.findLast(m => m.kind === 'body' && m.code && !UNIONS.test(m.code) && m.code !== before.findLast(b => b.code)?.code)
  if (states.length === 0 && other && !sponsor) return { ...other, kind: 'state' }
  const acting = acts.length > 0 || before.some(m => m.kind === 'body' || m.kind === 'holder' || m.kind === 'seat')
  return states.length > (owned || acting ? 0 : 1) ? (states.at(-1) ?? null) : null
}

/** "A, B and C lift sanctions on the country": the last States before an act that stand as its subject, none where one only describes a place. */
function actingTogether(grammar: Grammar, text: string, before: readonly Mention[]): readonly Mention[] {
  const able = before.filter(m => m.kind === 'state' || m.kind === 'body')
  const last = able.at(-1)
  if (!last || grammar.placeBefore.test(text.slice(Math.max(0, last.start - 16), last.start))) return []
  const acts = [last]
  for (const m of able.slice(0, -1).toReversed()) {
    if (!grammar.allied.test(text.slice(m.end, acts[0]?.start))) break
    acts.unshift(m)
  }
  return acts.length > 1 ? acts : []
}
