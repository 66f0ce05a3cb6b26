import type { Annotated } from './annotate.ts'
import type { Frames } from './frames.ts'
import { modifierOf, nounNode, pronounNode, statusNodes } from './node-nouns.ts'
import { verbNode } from './node-verbs.ts'
import type { ActNode, Modifier, SentenceNodes } from './nodes.ts'
import type { Range } from './sentences.ts'

const WORD = /[\p{L}][\p{L}-]*/gu

/** Acts and modifiers of one sentence. */
export function nodesOf(
  doc: Annotated,
  sentence: Range,
  frames: Frames,
  documentCued = false,
  follows = false,
  whole = false,
): SentenceNodes {
  const shadow = doc.shadow.slice(sentence.start, sentence.end)
  const cued = documentCued || frames.cue.test(shadow) || frames.cue.test(doc.text.slice(sentence.start, sentence.end))
  const text = doc.text.slice(sentence.start, sentence.end)
  const clause = { shadow, text, about: whole ? doc.text : text, cued, follows, frames, grammar: frames.grammar }
  const acts: ActNode[] = []
  const modifiers: Modifier[] = []
  for (const match of shadow.matchAll(WORD)) {
    const triggers = frames.triggers.get(match[0].toLowerCase())
    if (!triggers) continue
    const at = { start: match.index, end: match.index + match[0].length }
    let taken = false
    for (const trigger of triggers) {
      if (trigger.role === 'act' && !taken) {
        const node = verbNode(clause, at, trigger)
        if (node && !frames.grammar.goods.test(shadow.slice(node.end))) {
          acts.push(moved(node, sentence.start))
          taken = true
        }
      } else if (trigger.role === 'noun' && !taken) {
        const node = nounNode(clause, at, trigger)
        if (node && !frames.grammar.goods.test(shadow.slice(node.end))) acts.push(moved(node, sentence.start))
      } else if (trigger.role === 'governor' || trigger.role === 'operator') {
        const modifier = modifierOf(clause, at, trigger)
        if (modifier) modifiers.push({ ...modifier, start: modifier.start + sentence.start, end: modifier.end + sentence.start })
      }
    }
  }
  for (const node of statusNodes(clause)) acts.push(moved(node, sentence.start))
  const pronoun = pronounNode(clause)
  if (pronoun) acts.push(moved(pronoun, sentence.start))
  // Nothing is said of acts where there are none.
  if (acts.length === 0) return { acts, modifiers: [] }
  for (const { frame, pattern } of frames.phrases)
    for (const m of shadow.matchAll(pattern))
      modifiers.push({
        role: 'operator',
        id: frame.id,
        form: 'phrase',
        passive: false,
        start: sentence.start + m.index,
        end: sentence.start + m.index + m[0].length,
      })
  acts.sort((a, b) => a.start - b.start)
  const nouns = acts.filter(a => a.kind === 'noun')
  const outside = modifiers.filter(m => !nouns.some(n => m.start < n.end && m.end > n.start)).sort((a, b) => a.start - b.start)
  return { acts: withoutOverlap(acts), modifiers: outside }
}

const shifted = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by })
const moved = (node: ActNode, by: number): ActNode => ({
  ...node,
  ...shifted(node, by),
  zones: node.zones.map(z => shifted(z, by)),
  tail: node.tail && shifted(node.tail, by),
})

// A verb and a status in the same words are one act; the status is wider and knows more.
function withoutOverlap(acts: readonly ActNode[]): readonly ActNode[] {
  const statuses = acts.filter(a => a.kind === 'status')
  const compound = (a: ActNode, i: number) => {
    const next = acts[i + 1]
    return a.kind === 'noun' && next?.kind === 'noun' && next.start >= a.end && next.start - a.end <= 1
  }
  // "travel ban": the ban in it is no act of its own.
  const within = (a: ActNode) => a.kind === 'noun' && acts.some(b => b !== a && b.kind === 'noun' && b.start < a.start && b.end >= a.end)
  // "a specially designated global terrorist": a participle inside the class that another verb names.
  const classed = (a: ActNode) =>
    a.kind === 'verb' &&
    a.form === 'past' &&
    acts.some(b => b !== a && b.kind === 'verb' && b.tail && a.start > b.tail.start && a.end < b.tail.end)
  return acts
    .filter((a, i) => !compound(a, i) && !within(a) && !classed(a))
    .filter(a => a.kind === 'status' || !statuses.some(s => a.start >= s.start && a.end <= s.end))
}
