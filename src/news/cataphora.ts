import type { Mention } from './mentions.ts'
import type { ActNode } from './nodes.ts'
import type { Reading } from './reading.ts'
import { type Target, targetOf } from './target.ts'

/** Sentences after the act within which who was only described is named. */
const AHEAD = 2

/** "removed an Iranian opposition group from its list. The decision allows the X …": whom a description means, named only after it. */
export function namedAfter(reading: Reading, node: ActNode): Target | null {
  const { doc, grammar } = reading
  if (node.kind === 'status' || (node.kind === 'verb' && !node.explicit)) return null
  const described = node.zones.map(z => grammar.indefinite.exec(doc.shadow.slice(z.start, z.end))).find(m => m !== null)
  if (!described) return null
  const here = doc.sentences.findIndex(s => node.start >= s.start && node.end <= s.end)
  const group = described.groups?.['group'] !== undefined
  for (const sentence of doc.sentences.slice(here + 1, here + 1 + AHEAD)) {
    if (reading.digest && sentence.paragraph !== doc.sentences[here]?.paragraph) return null
    const named = reading.within(sentence).find(m => (group ? m.kind === 'party' : m.kind === 'party' || isFullName(reading, m)))
    if (!named) continue
    const before = doc.text.slice(Math.max(0, named.start - 60), named.start)
    return grammar.awayParty.test(before) || grammar.theirPeople.test(doc.text.slice(named.end, named.end + 60))
      ? null
      : targetOf(reading, named, true)
  }
  return null
}

const isFullName = ({ doc }: Reading, { kind, start, end }: Mention) => kind === 'name' && /\p{L}\s+\p{L}/u.test(doc.text.slice(start, end))
