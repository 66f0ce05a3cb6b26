import type { Token } from '../names/index.ts'
import { CARD_BYTES, putCard } from './cards.ts'
import { growingU32 } from './growing.ts'
import { hashText } from './hash.ts'
import { respelled, tokenKeys } from './keys.ts'
import { TOKEN_KINDS } from './sections.ts'

/** Tokens as columns, with all that the index keeps of each: quickly handed from thread to thread. */
export type FlatTokens = {
  readonly texts: readonly string[]
  readonly skeletons: readonly string[]
  readonly symbols: readonly string[]
  readonly scripts: readonly string[]
  /** Empty where it is the text. */
  readonly originals: readonly string[]
  readonly kinds: Uint8Array
  /** What comparing needs of each, see `cards.ts`. */
  readonly cards: Uint8Array
  /** Hash of the text. */
  readonly hashes: Uint32Array
  /** Keys that a fuzzy search finds each by. */
  readonly keyStarts: Uint32Array
  readonly keys: Uint32Array
}

/** Tokens as columns. */
export function flatTokens(tokens: readonly Token[]): FlatTokens {
  const count = tokens.length
  const cards = new Uint8Array(count * CARD_BYTES)
  const keyStarts = new Uint32Array(count + 1)
  const keys = growingU32(count * 24)
  const kinds = new Uint8Array(count)
  const hashes = new Uint32Array(count)
  const once = different()
  tokens.forEach((token, i) => {
    kinds[i] = TOKEN_KINDS.indexOf(token.kind)
    hashes[i] = hashText(token.text)
    const respelling = respelled(token.text)
    putCard(cards, i, token, respelling)
    once.begin()
    tokenKeys(token, respelling, key => {
      if (once.isNew(key)) keys.push(key)
    })
    keyStarts[i + 1] = keys.length
  })
  return {
    texts: tokens.map(t => t.text),
    skeletons: tokens.map(t => t.skeleton),
    symbols: tokens.map(t => t.symbol),
    scripts: tokens.map(t => t.script),
    originals: tokens.map(t => (t.original === t.text ? '' : t.original)),
    kinds,
    cards,
    hashes,
    keyStarts,
    keys: keys.view().slice(),
  }
}

// More than twice the keys that a token may have.
const PLACES = 512

// Tells keys that come again from new ones, token by token.
function different() {
  const held = new Uint32Array(PLACES)
  const tokens = new Uint32Array(PLACES)
  let token = 0
  return {
    begin() {
      token++
    },
    isNew(key: number): boolean {
      let at = key & (PLACES - 1)
      for (; tokens[at] === token; at = (at + 1) & (PLACES - 1)) if (held[at] === key) return false
      tokens[at] = token
      held[at] = key
      return true
    },
  }
}
