import type { ClaimView } from '../../answers.ts'

/** A stretch of a text that the same claims cover; `ends` are those whose quote ends here. Claims go by their place in the list. */
export type TextSegment = { readonly text: string; readonly claims: readonly number[]; readonly ends: readonly number[] }
/** A paragraph with its stretches and the claims that begin in it. */
export type Paragraph = { readonly start: number; readonly segments: readonly TextSegment[]; readonly claims: readonly number[] }

/**
 * A text cut at the edges of its claims, paragraph by paragraph. Joined again, the stretches of a paragraph are the paragraph.
 *
 *   "A [weighs [removing] B]."  →  "A " · weighs(1) · removing(1,2) · B(1) · "."
 */
export function paragraphsOf(text: string, claims: readonly Pick<ClaimView, 'start' | 'end'>[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  const pattern = /[^\n][\s\S]*?(?=\n\s*\n|$(?![\s\S]))/g
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].trimEnd().length
    if (end > start) paragraphs.push(paragraph(text, start, end, claims))
  }
  return paragraphs
}

function paragraph(text: string, start: number, end: number, claims: readonly Pick<ClaimView, 'start' | 'end'>[]): Paragraph {
  const inside = claims.map((claim, index) => ({ ...claim, index })).filter(c => c.start < end && c.end > start)
  const cuts = [...new Set([start, end, ...inside.flatMap(c => [Math.max(start, c.start), Math.min(end, c.end)])])].sort((a, b) => a - b)
  const segments = cuts.slice(0, -1).map((from, i): TextSegment => {
    const to = cuts[i + 1] ?? end
    const covering = inside.filter(c => c.start <= from && c.end >= to)
    return {
      text: text.slice(from, to),
      claims: covering.map(c => c.index),
      ends: covering.filter(c => Math.min(end, c.end) === to).map(c => c.index),
    }
  })
  return { start, segments, claims: inside.filter(c => c.start >= start).map(c => c.index) }
}
