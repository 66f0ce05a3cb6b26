import { type NameParts, nameReader, type ReadName, type Token } from '../names/index.ts'
import { type FlatTokens, flatTokens } from './flat-tokens.ts'
import { growingU32 } from './growing.ts'
import { KINDS, NEXT_READING, ROLES, slotOf } from './sections.ts'
import { WordParts, wholeKeys } from './whole-keys.ts'

/** Names to be taken apart: their texts, their kinds by number, and the parts given beside some of them. */
export type NameBatch = {
  readonly texts: readonly string[]
  readonly kinds: readonly number[]
  readonly parts: ReadonlyMap<number, NameParts>
}

/**
 * Names to be taken apart in two batches: those of persons, and all others before them. They have few words in common, so that two
 * threads that prefer one of them each learn fewer words twice.
 */
export type TwoBatches = readonly [others: NameBatch, persons: NameBatch]

/** Names taken apart, as numbers only: quickly handed from thread to thread. */
export type FlatNames = {
  /** Tokens that come for the first time; they are numbered in the order in which one reader gives them. */
  readonly tokens: FlatTokens
  /** Slots of each name: its tokens with their roles, its readings parted by `NEXT_READING`. */
  readonly starts: Uint32Array
  readonly slots: Uint32Array
  /** Keys of each name as a whole. */
  readonly keyStarts: Uint32Array
  readonly keys: Uint32Array
}

/** Gives a function that takes batches of names apart; it numbers tokens on from batch to batch. */
export function flatReader(): (batch: NameBatch) => FlatNames {
  const read = nameReader()
  const numbers = tokenNumbers()
  return ({ texts, kinds, parts }) => {
    const slots = growingU32(texts.length * 5)
    const keys = growingU32(texts.length * 2)
    const starts = new Uint32Array(texts.length + 1)
    const keyStarts = new Uint32Array(texts.length + 1)
    const keep = (key: number) => keys.push(key)
    const add = (reading: ReadName): void => {
      const from = slots.length
      for (let i = 0; i < reading.tokens.length; i++) {
        const role = reading.roles[i] as (typeof ROLES)[number]
        slots.push(slotOf(numbers.of(reading, i), role === 'any' ? 0 : ROLES.indexOf(role)))
      }
      wholeKeys({ parts: numbers.parts(), slots: slots.array, from, to: slots.length }, reading.kind, keep)
    }
    for (let n = 0; n < texts.length; n++) {
      const name = read(texts[n] as string, KINDS[kinds[n] as number] ?? 'unknown', parts.get(n))
      add(name)
      for (const other of name.alternatives) {
        slots.push(NEXT_READING)
        add(other)
      }
      starts[n + 1] = slots.length
      keyStarts[n + 1] = keys.length
    }
    return { tokens: flatTokens(numbers.taken()), starts, slots: slots.view().slice(), keyStarts, keys: keys.view().slice() }
  }
}

// Numbers tokens in the order in which they come, with what each adds to the keys of whole names.
function tokenNumbers() {
  const words = new WordParts()
  // Of each token, by its own number, the number that it has here plus one.
  const numbers = growingU32()
  let count = 0
  let fresh: Token[] = []
  const added = (token: Token): number => {
    while (numbers.length <= token.id) numbers.push(0)
    const known = numbers.array[token.id] as number
    if (known > 0) return known - 1
    fresh.push(token)
    words.add(token)
    numbers.array[token.id] = ++count
    return count - 1
  }
  return {
    /** The number of a token of a name. It is looked at itself only where it is new: it lies somewhere in memory, its own number is at hand. */
    of({ ids, tokens }: ReadName, at: number): number {
      const id = ids ? (ids[at] as number) : 0
      const known = id < numbers.length ? (numbers.array[id] as number) : 0
      return known > 0 ? known - 1 : added(tokens[at] as Token)
    },
    parts: () => words.parts,
    /** The tokens numbered since it was asked for last. */
    taken(): readonly Token[] {
      const taken = fresh
      fresh = []
      return taken
    },
  }
}

/** What of names taken apart another thread takes over without a copy. */
export const transferable = ({ tokens, starts, slots, keyStarts, keys }: FlatNames): ArrayBuffer[] =>
  [starts, slots, keyStarts, keys, tokens.kinds, tokens.cards, tokens.hashes, tokens.keyStarts, tokens.keys].map(
    ({ buffer }) => buffer as ArrayBuffer,
  )
