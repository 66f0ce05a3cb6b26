import { type NameParts, nameReader, type Token } from '../names/index.ts'
import { growingU32 } from './growing.ts'
import { wholeKeys } from './keys.ts'
import { KINDS, NEXT_READING, ROLES, slotOf } from './sections.ts'

/** Names to be taken apart: their texts, their kinds by number, and the parts given beside some of them. */
export type NameBatch = {
  readonly texts: readonly string[]
  readonly kinds: readonly number[]
  readonly parts: ReadonlyMap<number, NameParts>
}

/** Names taken apart, as numbers only: quickly handed from thread to thread. */
export type FlatNames = {
  /** Tokens that come for the first time; they are numbered in the order in which one reader gives them. */
  readonly tokens: readonly Token[]
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
  const numbers = growingU32()
  let count = 0
  return ({ texts, kinds, parts }) => {
    const tokens: Token[] = []
    const slots = growingU32(texts.length * 5)
    const keys = growingU32(texts.length * 2)
    const starts = new Uint32Array(texts.length + 1)
    const keyStarts = new Uint32Array(texts.length + 1)
    const numberOf = (token: Token): number => {
      while (numbers.length <= token.id) numbers.push(0)
      const known = numbers.array[token.id] as number
      if (known > 0) return known - 1
      tokens.push(plainToken(token))
      numbers.array[token.id] = ++count
      return count - 1
    }
    texts.forEach((text, n) => {
      const name = read(text, KINDS[kinds[n] as number] ?? 'unknown', parts.get(n))
      for (const reading of [name, ...name.alternatives]) {
        if (reading !== name) slots.push(NEXT_READING)
        for (let i = 0; i < reading.tokens.length; i++)
          slots.push(slotOf(numberOf(reading.tokens[i] as Token), ROLES.indexOf(reading.roles[i] ?? 'any')))
      }
      wholeKeys(name, key => keys.push(key))
      starts[n + 1] = slots.length
      keyStarts[n + 1] = keys.length
    })
    return { tokens, starts, slots: slots.view().slice(), keyStarts, keys: keys.view().slice() }
  }
}

// What the index keeps of a token, without what comparing needs.
const plainToken = ({ id, text, skeleton, kind, symbol, script, original }: Token): Token => ({
  id,
  text,
  skeleton,
  kind,
  symbol,
  script,
  original,
})
