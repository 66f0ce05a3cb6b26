import { BARE_ACT, meantBy } from './discourse.ts'
import type { ActNode } from './nodes.ts'
import type { Reading } from './reading.ts'
import type { Range } from './sentences.ts'
import { stateBefore } from './state-meant.ts'
import { type Target, targetOf } from './target.ts'

/** Whom an act is done to that names nobody: "the group was listed", "lifted the ban". */
export function antecedent(reading: Reading, node: ActNode): readonly Target[] {
  const sentence = reading.doc.sentences.find(s => node.start >= s.start && node.end <= s.end)
  if (!sentence) return []
  // "the first time that a country's army is listed": nobody is meant anew.
  if (reading.grammar.firstTime.test(reading.doc.shadow.slice(sentence.start, node.start))) return []
  // "In another case, concerning X, the Committee kept the listing"
  const fronted = reading.grammar.frontedCase.exec(reading.doc.shadow.slice(sentence.start, node.start))
  if (fronted) {
    const from = sentence.start + fronted[0].length
    const named = reading.within({ start: from, end: node.start }).find(m => m.kind === 'party' || m.kind === 'name')
    if (named && named.start === from) return [targetOf(reading, named)]
  }
  // "blacklisted only its military wing": that of the party meant.
  const wing = node.zones.map(z => reading.grammar.itsWing.exec(reading.doc.shadow.slice(z.start, z.end))?.groups?.['wing']).find(Boolean)
  if (wing) return meantBy(reading, sentence, node.start, 'it').map(t => ({ ...t, name: `${t.name}'s ${wing}` }))
  const words = node.frame === 'freeze-own' ? owned(reading, node) : node.zones.map(z => refers(reading, z, node)).find(w => w !== null)
  // "an earlier ban of 2010": a zone that holds a date alone names nobody.
  const zones = node.zones.filter(z => /[^\s\uE001\uE007,'’]/u.test(reading.doc.shadow.slice(z.start, z.end)))
  if (zones.length > 0 && words === undefined) return []
  const sponsor = stateBefore(reading, node, words ?? '')
  return sponsor
    ? [targetOf(reading, sponsor, true)]
    : meantBy(reading, sentence, node.start, words ?? (isTheAct(reading, node) ? BARE_ACT : ''))
}

const isTheAct = ({ doc, grammar }: Reading, node: ActNode) =>
  node.kind === 'noun' && grammar.theBefore.test(doc.shadow.slice(Math.max(0, node.start - 30), node.start))

/** Whom "its assets", "their assets" are of, as a pronoun. */
function owned({ doc, grammar }: Reading, node: ActNode): string {
  const whose = doc.shadow.slice(node.end, node.tail?.end)
  return grammar.theirOwn.test(whose) ? 'they' : grammar.hisOwn.test(whose) ? 'he' : BARE_ACT
}

/** Characters of a direct object before the words that refer back. */
const BEFORE_ANAPHOR = 14

/** The words of a stretch that refer back, or null where none do. */
function refers({ doc, tools, grammar }: Reading, zone: Range, node: ActNode): string | null {
  tools.frames.anaphor.lastIndex = 0
  const match = tools.frames.anaphor.exec(doc.shadow.slice(zone.start, zone.end))
  const before = zone.start < node.start || (node.kind !== 'noun' && node.voice !== 'active') || node.kind === 'status'
  const at = zone.start + (match?.index ?? 0)
  const stands = before || at - zone.start <= BEFORE_ANAPHOR || grammar.ofBranch.test(doc.shadow.slice(zone.start, at))
  if (!match || !stands) return null
  // "the two": the word after it says what they are.
  const next = /^\s\p{Ll}+/u.exec(doc.shadow.slice(zone.start + match.index + match[0].length, zone.end))?.[0] ?? ''
  return grammar.severalMeant.test(match[0]) ? match[0] + next : match[0]
}
