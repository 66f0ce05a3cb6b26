import { kindOf, likeness, similarityOf } from './similarity.ts'
import { distance, FAR, HEARD, letterGapsOf, lettersOf, soundGapsOf, soundsOf, TYPED, VOWEL_FREE } from './sounds.ts'
import type { NameToken } from './token.ts'
import type { LinkKind } from './types.ts'

/** A stretch of the query's tokens laid to a stretch of the listed name's; ends are exclusive, an empty stretch is a token left over. */
export type Link = {
  readonly queryFrom: number
  readonly queryTo: number
  readonly listedFrom: number
  readonly listedTo: number
  readonly similarity: number
  readonly kind: LinkKind
}

/** Tokens are laid together from this similarity on; below it they are left over, and contradict each other. */
export const LINKED = 0.45
const NONE = -1

/**
 * One-to-one assignment of two names' tokens, joins and splits included; each token is in exactly one link.
 *
 * @param acronyms whether one word may stand for the first letters of the whole other name, as with bodies
 */
export function align(query: readonly NameToken[], listed: readonly NameToken[], acronyms: boolean): readonly Link[] {
  const n = query.length
  const m = listed.length
  const short = acronyms ? acronymOf(query, listed) : undefined
  if (short) return short
  const values = new Int32Array(n * m)
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) values[i * m + j] = likeness(query[i]!, listed[j]!)
  const partner = assign(query, listed, values)
  const links: Link[] = []
  const takenQuery = new Uint8Array(n)
  const takenListed = new Uint8Array(m)
  for (let i = 0; i < n; i++) {
    const j = partner[i]!
    const value = j === NONE ? 0 : values[i * m + j]!
    if (j === NONE || similarityOf(value) < 0.8) continue
    takenQuery[i] = takenListed[j] = 1
    links.push({ queryFrom: i, queryTo: i + 1, listedFrom: j, listedTo: j + 1, similarity: similarityOf(value), kind: kindOf(value) })
  }
  if (links.length < n || links.length < m) addJoins(query, listed, takenQuery, takenListed, links)
  for (let i = 0; i < n; i++) {
    const j = partner[i]!
    if (j === NONE || takenQuery[i] || takenListed[j]) continue
    const value = values[i * m + j]!
    if (similarityOf(value) < LINKED) continue
    takenQuery[i] = takenListed[j] = 1
    links.push({ queryFrom: i, queryTo: i + 1, listedFrom: j, listedTo: j + 1, similarity: similarityOf(value), kind: kindOf(value) })
  }
  addLeftovers(query, listed, takenQuery, takenListed, values, links)
  return links
}

// Greedy from the best pair on, then pairs of links are exchanged while that gains.
function assign(query: readonly NameToken[], listed: readonly NameToken[], values: Int32Array): Int32Array {
  const n = query.length
  const m = listed.length
  const partner = new Int32Array(n).fill(NONE)
  const taken = new Uint8Array(m)
  const gain = (i: number, j: number): number =>
    j === NONE || i === NONE ? 0 : (values[i * m + j]! >> 4) * Math.min(query[i]!.mass, listed[j]!.mass)
  for (;;) {
    let best = 0
    let bestI = NONE
    let bestJ = NONE
    for (let i = 0; i < n; i++) {
      if (partner[i] !== NONE) continue
      for (let j = 0; j < m; j++) {
        if (taken[j]) continue
        const value = values[i * m + j]! >> 4
        if (value * 64 + (63 - Math.min(63, Math.abs(i - j))) > best && value >= 300) {
          best = value * 64 + (63 - Math.min(63, Math.abs(i - j)))
          bestI = i
          bestJ = j
        }
      }
    }
    if (bestI === NONE) break
    partner[bestI] = bestJ
    taken[bestJ] = 1
  }
  for (let i = 0; i < n; i++)
    for (let k = i + 1; k < n; k++) {
      const a = partner[i]!
      const b = partner[k]!
      if ((a === NONE && b === NONE) || gain(i, b) + gain(k, a) <= gain(i, a) + gain(k, b)) continue
      partner[i] = b !== NONE && values[i * m + b]! >> 4 >= 300 ? b : NONE
      partner[k] = a !== NONE && values[k * m + a]! >> 4 >= 300 ? a : NONE
    }
  return partner
}

const LONGEST_JOIN = 4
// Initials written together: two or three consonants, which make no word.
const LETTERS = /^[bcdfghjklmnpqrstvwxz]{2,3}$/

function addJoins(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  takenQuery: Uint8Array,
  takenListed: Uint8Array,
  links: Link[],
): void {
  movedBlanks(query, listed, takenQuery, takenListed, links)
  for (let i = 0; i < query.length; i++) if (!takenQuery[i]) joinInto(query[i]!, i, listed, takenListed, takenQuery, links, false)
  for (let j = 0; j < listed.length; j++) if (!takenListed[j]) joinInto(listed[j]!, j, query, takenQuery, takenListed, links, true)
}

// "LAUREN TNKUNDA" against "LAURENT NKUNDA": two neighbours of one name are two of the other, cut elsewhere.
function movedBlanks(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  takenQuery: Uint8Array,
  takenListed: Uint8Array,
  links: Link[],
): void {
  for (let i = 0; i + 1 < query.length; i++) {
    if (takenQuery[i] || takenQuery[i + 1]) continue
    const text = query[i]!.text + query[i + 1]!.text
    for (let j = 0; j + 1 < listed.length; j++) {
      if (takenListed[j] || takenListed[j + 1] || text.length < 5 || text !== listed[j]!.text + listed[j + 1]!.text) continue
      takenQuery[i] = takenQuery[i + 1] = takenListed[j] = takenListed[j + 1] = 1
      links.push({ queryFrom: i, queryTo: i + 2, listedFrom: j, listedTo: j + 2, similarity: 0.95, kind: 'joined' })
      break
    }
  }
}

// One word against two to four neighbours of the other name written together, or against their initials.
function joinInto(
  word: NameToken,
  at: number,
  parts: readonly NameToken[],
  takenParts: Uint8Array,
  takenWords: Uint8Array,
  links: Link[],
  swapped: boolean,
): void {
  if (word.text.length < 2) return
  let best = 0
  let bestFrom = 0
  let bestTo = 0
  let bestKind: LinkKind = 'joined'
  for (let from = 0; from + 1 < parts.length; from++) {
    if (takenParts[from]) continue
    let text = parts[from]!.text
    let initials = text[0] ?? ''
    for (let to = from + 1; to < Math.min(parts.length, from + LONGEST_JOIN) && !takenParts[to]; to++) {
      text += parts[to]!.text
      initials += parts[to]!.text[0] ?? ''
      const similarity = joined(word, text, parts[from]!.script)
      if (similarity > best) [best, bestFrom, bestTo, bestKind] = [similarity, from, to + 1, 'joined']
      if (initials === word.text && best < 0.85 && LETTERS.test(word.text) && word.script === parts[from]!.script)
        [best, bestFrom, bestTo, bestKind] = [0.85, from, to + 1, 'initial']
      if (text.length > word.text.length + 3) break
    }
  }
  if (best < 0.7) return
  takenWords[at] = 1
  for (let k = bestFrom; k < bestTo; k++) takenParts[k] = 1
  const link = { similarity: best, kind: bestKind }
  links.push(
    swapped
      ? { queryFrom: bestFrom, queryTo: bestTo, listedFrom: at, listedTo: at + 1, ...link }
      : { queryFrom: at, queryTo: at + 1, listedFrom: bestFrom, listedTo: bestTo, ...link },
  )
}

function joined(word: NameToken, text: string, script: string): number {
  if (word.text === text) return 1
  if (Math.abs(word.text.length - text.length) > 3 || text.length < 5) return 0
  const letters = lettersOf(text)
  const typed = distance(word.typed, { codes: letters, gaps: letterGapsOf(letters) }, TYPED, 45)
  const sounds = soundsOf(text)
  const vowelFree = word.script !== script && (word.script === 'Arab' || script === 'Arab')
  const heard = distance(
    vowelFree && word.script !== 'Arab' ? word.bare : word.heard,
    { codes: sounds, gaps: soundGapsOf(sounds, vowelFree && script !== 'Arab') },
    vowelFree ? VOWEL_FREE : HEARD,
    45,
  )
  const cost = Math.min(typed, heard)
  if (cost === FAR) return 0
  return 1 - ((word.script === 'Hang' || script === 'Hang' ? 2 : 1) * cost) / (EDITS_OF_JOIN * text.length)
}
const EDITS_OF_JOIN = 14

// What is left on both sides is laid together as contradicting, the most alike first; the rest stays alone.
function addLeftovers(
  query: readonly NameToken[],
  listed: readonly NameToken[],
  takenQuery: Uint8Array,
  takenListed: Uint8Array,
  values: Int32Array,
  links: Link[],
): void {
  const m = listed.length
  for (;;) {
    let best = NONE
    let bestI = NONE
    let bestJ = NONE
    for (let i = 0; i < query.length; i++) {
      if (takenQuery[i]) continue
      for (let j = 0; j < m; j++) {
        if (takenListed[j] || !opposed(query[i]!, listed[j]!)) continue
        const value = (values[i * m + j]! >> 4) + Math.round(100 * Math.min(query[i]!.mass, listed[j]!.mass))
        if (value > best) [best, bestI, bestJ] = [value, i, j]
      }
    }
    if (bestI === NONE) break
    takenQuery[bestI] = takenListed[bestJ] = 1
    links.push({
      queryFrom: bestI,
      queryTo: bestI + 1,
      listedFrom: bestJ,
      listedTo: bestJ + 1,
      similarity: (values[bestI * m + bestJ]! >> 4) / 1000,
      kind: 'contradicted',
    })
  }
  for (let i = 0; i < query.length; i++)
    if (!takenQuery[i]) links.push({ queryFrom: i, queryTo: i + 1, listedFrom: 0, listedTo: 0, similarity: 0, kind: 'missing' })
  for (let j = 0; j < m; j++)
    if (!takenListed[j]) links.push({ queryFrom: 0, queryTo: 0, listedFrom: j, listedTo: j + 1, similarity: 0, kind: 'extra' })
}

// A particle or a title does not contradict a word: they are left alone.
function opposed(a: NameToken, b: NameToken): boolean {
  return a.mass >= 0.3 && b.mass >= 0.3
}

// "PLA" or "PLA China" against "People's Liberation Army": the word is laid to the whole other name, the rest is left over.
function acronymOf(query: readonly NameToken[], listed: readonly NameToken[]): readonly Link[] | undefined {
  const at = acronymIn(query, listed)
  const other = at >= 0 ? NONE : acronymIn(listed, query)
  if (at < 0 && other < 0) return undefined
  const links: Link[] = [
    at >= 0
      ? { queryFrom: at, queryTo: at + 1, listedFrom: 0, listedTo: listed.length, similarity: 0.9, kind: 'initial' }
      : { queryFrom: 0, queryTo: query.length, listedFrom: other, listedTo: other + 1, similarity: 0.9, kind: 'initial' },
  ]
  if (at >= 0)
    query.forEach(
      (_, i) => i !== at && links.push({ queryFrom: i, queryTo: i + 1, listedFrom: 0, listedTo: 0, similarity: 0, kind: 'missing' }),
    )
  else
    listed.forEach(
      (_, j) => j !== other && links.push({ queryFrom: 0, queryTo: 0, listedFrom: j, listedTo: j + 1, similarity: 0, kind: 'extra' }),
    )
  return links
}

function acronymIn(short: readonly NameToken[], long: readonly NameToken[]): number {
  if (long.length < 3 || short.length > 3) return NONE
  const at = short.findIndex(t => t.kind === 'word' && t.text.length >= 2 && t.text.length <= 7)
  const word = short[at]
  if (!word || short.some((t, i) => i !== at && t.kind !== 'place' && t.mass > 0.05)) return NONE
  let withStops = ''
  let without = ''
  for (const token of long) {
    if (token.kind === 'legal-form') continue
    withStops += token.text[0] ?? ''
    if (token.kind !== 'stop') without += token.text[0] ?? ''
  }
  return without.length >= 3 && (word.text === without || word.text === withStops) ? at : NONE
}
