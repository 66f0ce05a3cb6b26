import { acronymsOf } from './acronym.ts'
import { Alignment, MAX_TOKENS } from './alignment.ts'
import { joined, joinsPossibly, LEAST_JOINED, LETTERS_WRITTEN_TOGETHER } from './join.ts'
import { LINK } from './kinds.ts'
import { kindOf, likeness, similarityOf } from './similarity.ts'
import type { NameToken } from './token.ts'

// Tokens are laid together from this similarity on; below it they are left over, and contradict each other.
const LINKED = 0.45
// From here on a pair of words is settled before joins are tried.
const SETTLED = 0.8
const CONSIDERED = 300
const NONE = -1
const LONGEST_JOIN = 4

const out = new Alignment()
const values = new Int32Array(MAX_TOKENS * MAX_TOKENS)
const partner = new Int8Array(MAX_TOKENS)
const takenQuery = new Uint8Array(MAX_TOKENS)
const takenListed = new Uint8Array(MAX_TOKENS)
let width = 0

/**
 * One-to-one assignment of two names' tokens, joins and splits included; each token is in exactly one link.
 *
 * @param acronyms whether one word may stand for the first letters of the whole other name, as with bodies
 * @returns the one alignment of this module, valid until the next call
 */
export function align(query: readonly NameToken[], listed: readonly NameToken[], acronyms: boolean): Alignment {
  const n = Math.min(MAX_TOKENS, query.length)
  const m = Math.min(MAX_TOKENS, listed.length)
  out.count = 0
  if (acronyms && acronym(query, listed)) return out
  width = m
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) values[i * m + j] = likeness(query[i]!, listed[j]!)
  takenQuery.fill(0, 0, n)
  takenListed.fill(0, 0, m)
  assign(query, listed, n, m)
  moveBlanks(query, listed, n, m)
  linkPairs(n, SETTLED)
  if (out.count < n || out.count < m) {
    for (let i = 0; i < n; i++) if (!takenQuery[i]) joinInto(query[i]!, i, listed, m, false)
    for (let j = 0; j < m; j++) if (!takenListed[j]) joinInto(listed[j]!, j, query, n, true)
    linkPairs(n, LINKED)
  }
  contradict(query, listed, n, m)
  for (let i = 0; i < n; i++) if (!takenQuery[i]) out.add(i, i + 1, 0, 0, 0, LINK.missing)
  for (let j = 0; j < m; j++) if (!takenListed[j]) out.add(0, 0, j, j + 1, 0, LINK.extra)
  return out
}

function linkPairs(n: number, from: number): void {
  for (let i = 0; i < n; i++) {
    const j = partner[i]!
    if (j === NONE || takenQuery[i] || takenListed[j]) continue
    const value = values[i * width + j]!
    if (similarityOf(value) < from) continue
    takenQuery[i] = takenListed[j] = 1
    out.add(i, i + 1, j, j + 1, similarityOf(value), kindOf(value))
  }
}

// Greedy from the best pair on, near places first; then pairs of links are exchanged while that gains.
function assign(query: readonly NameToken[], listed: readonly NameToken[], n: number, m: number): void {
  partner.fill(NONE, 0, n)
  for (;;) {
    let best = 0
    let bestI = NONE
    let bestJ = NONE
    for (let i = 0; i < n; i++) {
      if (partner[i] !== NONE) continue
      for (let j = 0; j < m; j++) {
        const value = values[i * m + j]! >> 4
        if (value < CONSIDERED || takenListed[j]) continue
        const worth = value * 64 + 63 - Math.abs(i - j)
        if (worth > best) {
          best = worth
          bestI = i
          bestJ = j
        }
      }
    }
    if (bestI === NONE) break
    partner[bestI] = bestJ
    takenListed[bestJ] = 1
  }
  takenListed.fill(0, 0, m)
  for (let i = 0; i < n; i++) for (let k = i + 1; k < n; k++) exchange(query, listed, i, k)
}

function exchange(query: readonly NameToken[], listed: readonly NameToken[], i: number, k: number): void {
  const a = partner[i]!
  const b = partner[k]!
  if (a === NONE && b === NONE) return
  if (gain(query, listed, i, b) + gain(query, listed, k, a) <= gain(query, listed, i, a) + gain(query, listed, k, b)) return
  partner[i] = b !== NONE && values[i * width + b]! >> 4 >= CONSIDERED ? b : NONE
  partner[k] = a !== NONE && values[k * width + a]! >> 4 >= CONSIDERED ? a : NONE
}

function gain(query: readonly NameToken[], listed: readonly NameToken[], i: number, j: number): number {
  const value = j === NONE ? 0 : values[i * width + j]! >> 4
  return value < CONSIDERED ? 0 : value * Math.min(query[i]!.mass, listed[j]!.mass)
}

const SHORTEST_MOVE = 5

// "GASPAR DNTEMBA" against "GASPARD NTEMBA": two neighbours of one name are two of the other, cut elsewhere.
function moveBlanks(query: readonly NameToken[], listed: readonly NameToken[], n: number, m: number): void {
  for (let i = 0; i + 1 < n; i++) {
    if (takenQuery[i] || takenQuery[i + 1]) continue
    const length = query[i]!.text.length + query[i + 1]!.text.length
    const letters = query[i]!.letters | query[i + 1]!.letters
    if (length < SHORTEST_MOVE) continue
    for (let j = 0; j + 1 < m; j++) {
      if (takenListed[j] || takenListed[j + 1] || length !== listed[j]!.text.length + listed[j + 1]!.text.length) continue
      if (letters !== (listed[j]!.letters | listed[j + 1]!.letters)) continue
      if (query[i]!.text === listed[j]!.text || query[i]!.text + query[i + 1]!.text !== listed[j]!.text + listed[j + 1]!.text) continue
      takenQuery[i] = takenQuery[i + 1] = takenListed[j] = takenListed[j + 1] = 1
      out.add(i, i + 2, j, j + 2, 0.95, LINK.joined)
      break
    }
  }
}

// One word against two to four neighbours of the other name written together, or against their initials: not those of a whole name,
// which any of thousands may have.
function joinInto(word: NameToken, at: number, parts: readonly NameToken[], count: number, swapped: boolean): void {
  if (word.text.length < 2) return
  const takenParts = swapped ? takenQuery : takenListed
  const initialled = word.group === 0 && LETTERS_WRITTEN_TOGETHER.test(word.text)
  let best = 0
  let bestFrom = 0
  let bestTo = 0
  let bestKind = LINK.joined
  for (let from = 0; from + 1 < count; from++) {
    if (takenParts[from]) continue
    let length = parts[from]!.text.length
    let letters = parts[from]!.letters
    for (let to = from + 1; to < Math.min(count, from + LONGEST_JOIN) && !takenParts[to]; to++) {
      length += parts[to]!.text.length
      letters |= parts[to]!.letters
      if (joinsPossibly(word, length, letters)) {
        const similarity = joined(word, parts, from, to + 1)
        if (similarity > best) [best, bestFrom, bestTo, bestKind] = [similarity, from, to + 1, LINK.joined]
      }
      if (
        initialled &&
        best < 0.85 &&
        initialsOf(parts, from, to + 1) === word.text &&
        word.script === parts[from]!.script &&
        !isWholeName(parts, count, from, to + 1)
      )
        [best, bestFrom, bestTo, bestKind] = [0.85, from, to + 1, LINK.initial]
      if (length > word.text.length + 3 && !initialled) break
    }
  }
  if (best < LEAST_JOINED) return
  const takenWords = swapped ? takenListed : takenQuery
  takenWords[at] = 1
  takenParts.fill(1, bestFrom, bestTo)
  if (swapped) out.add(bestFrom, bestTo, at, at + 1, best, bestKind)
  else out.add(at, at + 1, bestFrom, bestTo, best, bestKind)
}

// Whether the words from one to another are all of a name but legal forms, titles and particles.
function isWholeName(parts: readonly NameToken[], count: number, from: number, to: number): boolean {
  for (let i = 0; i < count; i++) if ((i < from || i >= to) && parts[i]!.mass >= WEIGHTY) return false
  return true
}

function initialsOf(parts: readonly NameToken[], from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += parts[i]!.text[0] ?? ''
  return text
}

/** Mass from which a word counts as one: particles, titles and legal forms weigh less; they contradict nothing and are left alone. */
export const WEIGHTY = 0.3
const TITLE = 'c:title'

// What is left on both sides is laid together as contradicting, the most alike first.
function contradict(query: readonly NameToken[], listed: readonly NameToken[], n: number, m: number): void {
  for (;;) {
    let best = NONE
    let bestI = NONE
    let bestJ = NONE
    for (let i = 0; i < n; i++) {
      if (takenQuery[i] || query[i]!.mass < WEIGHTY) continue
      for (let j = 0; j < m; j++) {
        if (takenListed[j] || listed[j]!.mass < WEIGHTY || (query[i]!.symbol === TITLE) !== (listed[j]!.symbol === TITLE)) continue
        const value = (values[i * m + j]! >> 4) + Math.round(100 * Math.min(query[i]!.mass, listed[j]!.mass))
        if (value > best) [best, bestI, bestJ] = [value, i, j]
      }
    }
    if (bestI === NONE) return
    takenQuery[bestI] = takenListed[bestJ] = 1
    out.add(bestI, bestI + 1, bestJ, bestJ + 1, (values[bestI * m + bestJ]! >> 4) / 1000, LINK.contradicted)
  }
}

// "PLO" or "PLO Tunis" against "Palestine Liberation Organization": the word is laid to the whole other name, the rest is left over.
function acronym(query: readonly NameToken[], listed: readonly NameToken[]): boolean {
  const at = acronymIn(query, listed)
  if (at >= 0) {
    out.add(at, at + 1, 0, Math.min(MAX_TOKENS, listed.length), 0.9, LINK.initial)
    for (let i = 0; i < query.length; i++) if (i !== at) out.add(i, i + 1, 0, 0, 0, LINK.missing)
    return true
  }
  const other = acronymIn(listed, query)
  if (other < 0) return false
  out.add(0, Math.min(MAX_TOKENS, query.length), other, other + 1, 0.9, LINK.initial)
  for (let j = 0; j < listed.length; j++) if (j !== other) out.add(0, 0, j, j + 1, 0, LINK.extra)
  return true
}

function acronymIn(short: readonly NameToken[], long: readonly NameToken[]): number {
  if (long.length < 3 || short.length > 3) return NONE
  const at = short.findIndex(t => t.kind === 'word' && t.text.length >= 2 && t.text.length <= 7)
  const word = short[at]
  if (!word || short.some((t, i) => i !== at && t.kind !== 'place' && t.mass > 0.05 && !long.some(l => l.text === t.text))) return NONE
  return acronymsOf(long).includes(word.text) ? at : NONE
}
