import type { Frames } from './frames.ts'

/** A stretch of a text. */
export type Range = { readonly start: number; readonly end: number }

/** A sentence with the number of its paragraph. */
export type Sentence = Range & { readonly paragraph: number }

/** A sentence longer than this is cut: nothing that is read as one thought is longer. */
const MAX_SENTENCE = 1_500

/**
 * The sentences of a text, paragraph by paragraph. Breaks after abbreviations and single initials are joined again.
 *
 * @param opening the dateline, which is no part of the first sentence
 * @param skipped stretches of boilerplate that hold no sentence
 */
export function sentencesOf(
  text: string,
  frames: Frames,
  skipped: readonly Range[] = [],
  opening: Range | null = null,
): readonly Sentence[] {
  const segmenter = new Intl.Segmenter(frames.language, { granularity: 'sentence' })
  const sentences: Sentence[] = []
  let paragraph = 0
  for (const { start: from, end } of paragraphsOf(text)) {
    const start = opening && opening.start >= from && opening.end <= end ? opening.end : from
    if (skipped.some(s => start >= s.start && end <= s.end)) continue
    let open: number | null = null
    const body = text.slice(start, end)
    for (const { segment, index } of segmenter.segment(body)) {
      const begins: number = open ?? index
      const to = index + segment.length
      if (to < body.length && joins(body.slice(begins, to), body.slice(to, to + 12), frames)) open = begins
      else {
        open = null
        push(sentences, text, { start: start + begins, end: start + to }, paragraph)
      }
    }
    if (open !== null) push(sentences, text, { start: start + open, end }, paragraph)
    paragraph += 1
  }
  return sentences
}

function push(sentences: Sentence[], text: string, { start, end }: Range, paragraph: number): void {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from += 1
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1
  for (; from < to; from += MAX_SENTENCE) sentences.push({ start: from, end: Math.min(to, from + MAX_SENTENCE), paragraph })
}

function joins(before: string, after: string, { abbreviations, grammar }: Frames): boolean {
  const last = /(\S+?)\.?["”)]*\s*$/.exec(before)?.[1] ?? ''
  const word = last.replace(/^[("“[]+/, '').replace(/\.$/, '')
  if (!/\.["”)]*\s*$/.test(before)) return false
  if (/^\p{Ll}/u.test(after)) return true
  return abbreviations.has(word) || /^\p{Lu}$/u.test(word) || (/^\p{Lu}(?:\.\p{Lu})+$/u.test(word) && !grammar.sentenceOpens.test(after))
}

function* paragraphsOf(text: string): Iterable<Range> {
  let start = 0
  for (const match of text.matchAll(/\n[ \t]*\n\s*|\n(?=\s*(?:[-•*]|\d+[.)])\s)/g)) {
    if (match.index > start) yield { start, end: match.index }
    start = match.index + match[0].length
  }
  if (start < text.length) yield { start, end: text.length }
}
