import type { ActNode } from './nodes.ts'
import type { Reading } from './reading.ts'
import type { Target } from './target.ts'

/** Parties that are only described: "Mexican drug cartels". Taken where class and adjective are both spelt out. */
export function describedTarget(reading: Reading, node: ActNode): Target | null {
  const zone = node.zones[0]
  if (!zone || !node.explicit || node.voice !== 'active' || node.kind !== 'verb') return null
  // "designates antifa a terrorist organisation": a name without a capital.
  const bare = node.frame === 'name-as' ? reading.grammar.bareName.exec(reading.doc.shadow.slice(zone.start, zone.end)) : null
  if (bare?.[1] && !reading.grammar.noName.test(bare[1])) {
    const start = zone.start + bare[0].indexOf(bare[1])
    return { start, end: start + bare[1].length, name: bare[1], entity: null, kind: 'name', code: null, anaphoric: false }
  }
  const words = reading.doc.shadow.slice(zone.start, zone.end)
  const match = reading.grammar.definiteGroup.test(words.trim()) ? null : reading.grammar.described.exec(words)
  if (!match?.[1] || !/\uE003/u.test(match[1]) || reading.grammar.noName.test(match[1])) return null
  if (reading.grammar.onlyPeople.test(match[1])) return null
  const start = zone.start + match.index + match[0].indexOf(match[1])
  const end = start + match[1].length
  return { start, end, name: reading.doc.text.slice(start, end), entity: null, kind: 'name', code: null, anaphoric: false }
}
