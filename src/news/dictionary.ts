import { type Token, wordsOf } from './tokens.ts'
import type { NamedEntity } from './types.ts'

/** A name found in a text: from which token to which (excluded), and what it names. */
export type NameHit = {
  readonly from: number
  readonly to: number
  readonly entity: string
  readonly weak: boolean
  readonly known: boolean
}

/** All names of the ledger, packed: looked up by the hash of their words, never spelt out again. */
export type NameDictionary = {
  /**
   * The longest names that begin at each token, from left to right, none inside another.
   *
   * @param ends words that may end a name without a capital: "the X network"
   */
  find(tokens: readonly Token[], ends?: ReadonlySet<string>): readonly NameHit[]
  readonly names: number
  readonly sizeBytes: number
}

/** Words a name may have; longer ones are found by their first words only through shorter aliases. */
const MAX_WORDS = 12
const EMPTY = 0xffffffff
/** Arabic articles, which begin names without a capital: "al-Qaida". */
const ARTICLES = new Set(['al', 'el', 'as', 'ash', 'ar', 'an'])
const NO_ENDS: ReadonlySet<string> = new Set()

/**
 * A dictionary of names in typed arrays: an open hash table of 64-bit name hashes, and a filter of the hashes of first words.
 * A strong name wins over a weak one, a known entity over others.
 */
export function buildDictionary(names: Iterable<NamedEntity>): NameDictionary {
  const entities: string[] = []
  const numbers = new Map<string, number>()
  const rows = { high: new Grow(), low: new Grow(), value: new Grow() }
  const longest = new Map<number, number>()
  for (const { name, entity, weak, known } of names) {
    if (name.length > 200) continue
    const words = wordsOf(name)
    if (words.length === 0 || words.length > MAX_WORDS || words.join('').length < 3) continue
    let number = numbers.get(entity)
    if (number === undefined) {
      number = entities.length
      entities.push(entity)
      numbers.set(entity, number)
    }
    const [high, low] = hashWords(words)
    rows.high.push(high)
    rows.low.push(low)
    rows.value.push(((number << 2) | (weak ? 1 : 0) | (known ? 2 : 0)) >>> 0)
    const first = hashWords(words.slice(0, 1))[0]
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
  }
  return lookUp(packed(rows.high.done(), rows.low.done(), rows.value.done()), entities, longest)
}

class Grow {
  #rows = new Uint32Array(1024)
  #length = 0
  push(value: number): void {
    if (this.#length === this.#rows.length) {
      const next = new Uint32Array(this.#rows.length * 2)
      next.set(this.#rows)
      this.#rows = next
    }
    this.#rows[this.#length++] = value
  }
  done = () => this.#rows.subarray(0, this.#length)
}

type Packed = { readonly table: Uint32Array; readonly mask: number; readonly names: number }

function packed(high: Uint32Array, low: Uint32Array, value: Uint32Array): Packed {
  let size = 1024
  while (size < high.length * 1.6) size *= 2
  const table = new Uint32Array(size * 3).fill(EMPTY)
  const mask = size - 1
  let names = 0
  for (let i = 0; i < high.length; i++) {
    const [h, l, v] = [high[i] as number, low[i] as number, value[i] as number]
    let slot = l & mask
    while (table[slot * 3 + 2] !== EMPTY && (table[slot * 3] !== h || table[slot * 3 + 1] !== l)) slot = (slot + 1) & mask
    const held = table[slot * 3 + 2] as number
    if (held === EMPTY) names += 1
    if (held === EMPTY || rank(v) > rank(held)) table.set([h, l, v], slot * 3)
  }
  return { table, mask, names }
}

const rank = (value: number) => (value & 2 ? 2 : 0) + (value & 1 ? 0 : 1)

function lookUp({ table, mask, names }: Packed, entities: readonly string[], longest: ReadonlyMap<number, number>): NameDictionary {
  const get = (high: number, low: number): number => {
    let slot = low & mask
    for (;;) {
      const value = table[slot * 3 + 2] as number
      if (value === EMPTY || (table[slot * 3] === high && table[slot * 3 + 1] === low)) return value
      slot = (slot + 1) & mask
    }
  }
  const longestAt = (tokens: readonly Token[], at: number, ends: ReadonlySet<string>): NameHit | null => {
    const first = tokens[at]
    if (!first || !(first.capital || (ARTICLES.has(first.norm) && tokens[at + 1]?.capital))) return null
    let [high, low] = step(SEED_HIGH, SEED_LOW, first.norm)
    const most = longest.get(high) ?? 0
    let best: NameHit | null = null
    for (let n = 1; n <= most; n++) {
      const last = tokens[at + n - 1]
      if (!last) break
      if (n > 1) [high, low] = step(high, low, last.norm)
      const value = get(high, low)
      if (value === EMPTY || !(last.capital || (n > 1 && ends.has(last.norm)))) continue
      best = { from: at, to: at + n, entity: entities[value >>> 2] as string, weak: (value & 1) === 1, known: (value & 2) === 2 }
    }
    return best
  }
  return {
    find(tokens, ends = NO_ENDS) {
      const hits: NameHit[] = []
      for (let at = 0; at < tokens.length; ) {
        const hit = longestAt(tokens, at, ends)
        if (hit) hits.push(hit)
        at = hit ? hit.to : at + 1
      }
      return hits
    },
    names,
    sizeBytes: table.byteLength + longest.size * 40 + entities.reduce((n, e) => n + e.length + 24, 0),
  }
}

const SEED_HIGH = 0x811c9dc5
const SEED_LOW = 0x9747b28c

// Two independent FNV-like hashes, fed word by word.
function step(high: number, low: number, word: string): [number, number] {
  let [h, l] = [high ^ 0x20, low ^ 0x20]
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i)
    h = Math.imul(h ^ c, 0x01000193) >>> 0
    l = Math.imul(l ^ c, 0x5bd1e995) >>> 0
    l = (l ^ (l >>> 15)) >>> 0
  }
  return [h >>> 0, l >>> 0]
}

function hashWords(words: readonly string[]): [number, number] {
  let pair: [number, number] = [SEED_HIGH, SEED_LOW]
  for (const word of words) pair = step(pair[0], pair[1], word)
  return pair
}
