import type { Range } from './sentences.ts'

const HEADS =
  /^(?:legal disclaimer|disclaimer|related (?:links|articles|stories)|read more|read also|see also|copyright|©|all rights reserved|share this|follow us|subscribe|sign up|advertisement|comments|most popular|tags?:)/iu
const CODE = /^[A-Z]{3,12}\d{8,}[A-Z0-9]*$/u
const LEGAL =
  /without warranty of any kind|do not accept any responsibility|all rights reserved|terms (?:of use|and conditions)|cookie policy|privacy policy/iu

/** Paragraphs of a text that are no part of its report: agency codes, disclaimers and what follows their heading. */
export function boilerplateIn(text: string): readonly Range[] {
  const found: Range[] = []
  let start = 0
  let after = false
  for (const match of [...text.matchAll(/\n[ \t]*\n\s*/g), { index: text.length, 0: '' }]) {
    const paragraph = text.slice(start, match.index).trim()
    if (HEADS.test(paragraph) && paragraph.length < 4_000) after = after || /^(?:legal disclaimer|disclaimer)/iu.test(paragraph)
    if (after || HEADS.test(paragraph) || CODE.test(paragraph) || LEGAL.test(paragraph)) found.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  return found
}
