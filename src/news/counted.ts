import { group } from './coordination.ts'
import type { ActNode } from './nodes.ts'
import type { Reading } from './reading.ts'
import type { Target } from './target.ts'

/** "lists two groups of men who would not disarm, A and B": as many names as were counted, after a comma. */
export function countedNames(reading: Reading, node: ActNode): readonly Target[] {
  const { doc, grammar, tools } = reading
  const sentence = doc.sentences.find(s => node.start >= s.start && node.end <= s.end)
  if (!sentence || node.kind !== 'verb' || node.voice !== 'active') return []
  const count = grammar.countWord.exec(doc.shadow.slice(node.end, sentence.end))?.[1]
  const number = count ? tools.frames.file.dates.numbers[count.toLowerCase()] : undefined
  if (!number || number < 2) return []
  const all = reading.within({ start: node.end, end: sentence.end }).filter(m => m.kind === 'party' || m.kind === 'name')
  for (const [i, first] of all.entries()) {
    if (!grammar.afterComma.test(doc.shadow.slice(node.end, first.start))) continue
    const named = group(reading, all.slice(i))
    if (named.length === number) return named
  }
  return []
}
