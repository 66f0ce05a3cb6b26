import type { Actor } from './actor.ts'
import type { Statement } from './compose.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import type { Target } from './target.ts'

/** The words a claim is read from: from the first to the last of what it rests on, within the sentence. */
export function quoteOf(
  reading: Reading,
  { node, governor, operator, head }: Statement,
  sentence: Sentence,
  target: Target,
  actor: Actor,
): { start: number; end: number } {
  const parts = [node, node.tail, governor, operator, head, actor.mention, target].filter(
    p => p !== null && p.start >= sentence.start && p.end <= sentence.end,
  ) as readonly { start: number; end: number }[]
  const relative = node.kind === 'verb' && target.end <= node.start ? relativeFrom(reading, target.end, node.start) : null
  const start = relative ?? Math.min(...parts.map(p => p.start))
  const end = Math.max(...parts.map(p => p.end))
  const { text } = reading.doc
  return { start: wordStart(text, start, sentence.start), end: closing(text, end, sentence.end) }
}

/** "X, which it banned in 2003": the clause alone says it. */
function relativeFrom({ doc, grammar }: Reading, from: number, to: number): number | null {
  const match = grammar.relativeObject.exec(doc.shadow.slice(from, to))
  return match ? from + match.index : null
}

const wordStart = (text: string, at: number, from: number) => {
  let i = at
  while (i > from && /[\p{L}\p{N}"“]/u.test(text[i - 1] ?? '')) i -= 1
  return i
}

/** The end of the word or quotation at a place. */
export function closing(text: string, at: number, to: number): number {
  let i = at
  while (i < to && /[\p{L}\p{N}"”]/u.test(text[i] ?? '')) i += 1
  return i
}
