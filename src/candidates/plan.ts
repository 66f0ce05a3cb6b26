import { type AnalysedName, type Token, tokenOf } from '../names/index.ts'
import { RESPELLED_LENGTH, respelled } from './keys.ts'
import type { CandidateIndex } from './open.ts'
import type { FindSimilar, Similar } from './similar.ts'

/** One thing to look for: listed tokens and what a name that holds one gains. */
export type Asked = { readonly similar: Similar; readonly weight: number }

/** What is looked for on behalf of a name, the heaviest first; `total` is what the name itself weighs. */
export type Plan = { readonly asked: readonly Asked[]; readonly total: number }

// More words than a name has; of a longer text the heaviest count.
const MAX_TOKENS = 24
// The most things looked for at once: the words and what they may be written as.
const MAX_ASKED = 31
// A word that is cut in two has parts of so many letters at least, a blank moves by so many letters at most.
const LEAST_PART = 2
const LEAST_CUT = 6
const LEAST_CUT_OF_KNOWN = 9
const FARTHEST_MOVE = 2
const MOST_CUT = 32
// A shorter word may be a frequent one, met by chance: it gains no more than it weighs itself.
const LONG_WORD = 8

/**
 * What to look for: each word of a reading once; neighbours written together where the lists have a word like that; the
 * parts of a word that the lists do not have or that is long; and two words with the blank between them moved.
 */
export function planOf(index: CandidateIndex, reading: AnalysedName, similar: FindSimilar): Plan {
  const seen = new Set<string>()
  const words = reading.tokens.filter(t => !seen.has(t.text) && seen.add(t.text)).map(token => ({ token, similar: similar(token) }))
  const kept = words
    .map(w => ({ ...w, weight: w.similar.weight }))
    .sort((a, b) => b.weight - a.weight || (a.token.text < b.token.text ? -1 : 1))
    .slice(0, MAX_TOKENS)
  const total = kept.reduce((sum, w) => sum + w.weight, 0)
  const asked: Asked[] = [...kept, ...rewritten(index, reading.tokens, similar)]
  return { asked: asked.sort((a, b) => b.weight - a.weight).slice(0, MAX_ASKED), total }
}

const NEVER_JOINED = new Set(['legal-form', 'stop', 'number'])

function rewritten(index: CandidateIndex, tokens: readonly Token[], similar: FindSimilar): readonly Asked[] {
  const out: Asked[] = []
  const ask = (text: string, weight: number) => {
    const found = similar(tokenOf({ text, kind: 'word', symbol: '', script: 'Latn', original: text }), true)
    if (found.ids.length > 0) out.push({ similar: found, weight: text.length >= LONG_WORD ? weight : Math.min(weight, found.weight) })
  }
  const has = (text: string) => index.tokensOf(text).length > 0
  const hasLike = (text: string) => {
    let any = has(text)
    if (!any && text.length >= RESPELLED_LENGTH) index.fuzzy(respelled(text), () => (any = true))
    return any
  }
  const words = tokens.slice(0, MAX_TOKENS).map(token => ({ text: token.text, kind: token.kind, ...similar(token) }))
  words.forEach((word, i) => {
    if (word.kind === 'word' && word.text.length >= (word.exact ? LEAST_CUT_OF_KNOWN : LEAST_CUT)) {
      const within = [LEAST_PART, word.text.length - LEAST_PART] as const
      const exact = cut(word.text, ...within, has)
      const parts = exact.length > 0 || word.exact ? exact : cut(word.text, ...within, hasLike)
      for (const part of parts) ask(part, (word.weight * part.length) / word.text.length)
    }
    const next = words[i + 1]
    if (!next || NEVER_JOINED.has(word.kind) || NEVER_JOINED.has(next.kind)) return
    const joined = word.text + next.text
    ask(joined, word.weight + next.weight)
    if (word.exact && next.exact) return
    const at = word.text.length
    const [first, second] = cut(
      joined,
      Math.max(LEAST_PART, at - FARTHEST_MOVE),
      Math.min(joined.length - LEAST_PART, at + FARTHEST_MOVE),
      (text, start) => (start === 0 ? text.length !== at : true) && has(text),
    )
    if (first && second) {
      ask(first, word.weight)
      ask(second, next.weight)
    }
  })
  return out
}

// The first cut within the bounds of which the lists have both parts, the longest first part first; none where there is no such cut.
function cut(text: string, from: number, to: number, has: (part: string, start: number) => boolean): readonly string[] {
  if (text.length > MOST_CUT) return []
  for (let at = to; at >= from; at--) {
    const [first, second] = [text.slice(0, at), text.slice(at)]
    if (first.length + second.length >= LEAST_CUT && Math.max(first.length, second.length) > 3 && has(first, 0) && has(second, at))
      return [first, second]
  }
  return []
}
