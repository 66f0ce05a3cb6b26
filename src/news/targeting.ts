import { group } from './coordination.ts'
import { add } from './found.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** Reads whom sanctions on a State are on in particular: "imposes sanctions on X, targeting the companies A and B". */
export function readTargeting(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.targeting.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match) return
  const at = sentence.start + match.index
  const told = reading.found.findLast(f => f.sentence === sentence && f.start < at && f.type.startsWith('list') && f.target.code !== null)
  if (!told) return
  const named = reading.within({ start: at, end: sentence.end }).filter(m => m.kind === 'party' || m.kind === 'name')
  for (const target of group(reading, named))
    add(reading, { ...told, target, start: at + 2, end: Math.max(target.end, told.end), confidence: told.confidence * 0.9 })
}

/** Reads whom sanctions on others are extended to: "extends its sanctions on X to the company Y". */
export function readExtended(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.extendedToParty.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match) return
  const at = sentence.start + match.index
  const told = reading.found.findLast(f => f.sentence === sentence && (f.type === 'renewed' || f.type === 'listed'))
  if (!told) return
  const named = reading.within({ start: at + match[0].length, end: sentence.end }).filter(m => m.kind === 'party' || m.kind === 'name')
  for (const target of group(reading, named))
    add(reading, { ...told, type: 'listed', target, start: at, end: target.end, confidence: told.confidence * 0.9 })
}
