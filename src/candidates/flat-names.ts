import { type AnalysedName, type NameParts, nameReader, type ReadName, type Token } from '../names/index.ts'
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
  const words = new WordParts()
  // Of each token, by its own number, the number that it has here plus one.
  const numbers = growingU32()
  let count = 0
  return ({ texts, kinds, parts }) => {
    const tokens: Token[] = []
    const slots = growingU32(texts.length * 5)
    const keys = growingU32(texts.length * 2)
    const starts = new Uint32Array(texts.length + 1)
    const keyStarts = new Uint32Array(texts.length + 1)
    // The token itself is looked at only where it is new: it lies somewhere in memory, its number is at hand.
    const numberOf = (id: number, { tokens: all }: AnalysedName, at: number): number => {
      const known = id < numbers.length ? (numbers.array[id] as number) : 0
      return known > 0 ? known - 1 : added(all[at] as Token)
    }
    const added = (token: Token): number => {
      while (numbers.length <= token.id) numbers.push(0)
      tokens.push(token)
      words.add(token)
      numbers.array[token.id] = ++count
      return count - 1
    }
    const keep = (key: number) => keys.push(key)
    for (let n = 0; n < texts.length; n++) {
      const name = read(texts[n] as string, KINDS[kinds[n] as number] ?? 'unknown', parts.get(n))
      for (let at = 0; at <= name.alternatives.length; at++) {
        const reading: ReadName = at === 0 ? name : (name.alternatives[at - 1] as AnalysedName)
        if (at > 0) slots.push(NEXT_READING)
        const from = slots.length
        for (let i = 0; i < reading.tokens.length; i++) {
          const role = reading.roles[i] as (typeof ROLES)[number]
          const id = reading.ids ? (reading.ids[i] as number) : (reading.tokens[i] as Token).id
          slots.push(slotOf(numberOf(id, reading, i), role === 'any' ? 0 : ROLES.indexOf(role)))
        }
        wholeKeys({ parts: words.parts, slots: slots.array, from, to: slots.length }, reading.kind, keep)
      }
      starts[n + 1] = slots.length
      keyStarts[n + 1] = keys.length
    }
    return { tokens: flatTokens(tokens), starts, slots: slots.view().slice(), keyStarts, keys: keys.view().slice() }
  }
}

/** What of names taken apart another thread takes over without a copy. */
export const transferable = ({ tokens, starts, slots, keyStarts, keys }: FlatNames): ArrayBuffer[] =>
  [starts, slots, keyStarts, keys, tokens.kinds, tokens.cards, tokens.hashes, tokens.keyStarts, tokens.keys].map(
    ({ buffer }) => buffer as ArrayBuffer,
  )
