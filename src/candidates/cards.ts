import type { Token } from '../names/index.ts'

// What comparing needs of a token lies in 32 bytes side by side, so that it comes with one touch of memory:
//
//     0      letters of the text         2..19   the text
//     1      letters of the skeleton     20..27  the skeleton        28..31  hash of the respelling
/** Bytes of a card. */
export const CARD_BYTES = 32
const TEXT_AT = 2
const MAX_TEXT = 18
const SKELETON_AT = 20
const MAX_SKELETON = 8
const RESPELLED_AT = 28
const SMALL_BIT = 128
// Words that name nobody.
const SMALL: ReadonlySet<string> = new Set(['title', 'particle', 'legal-form', 'stop'])

/** Writes the card of a token to its place among others; `respelling` is the hash of its respelling. */
export function putCard(cards: Uint8Array, place: number, { text, skeleton, kind }: Token, respelling: number): void {
  const at = place * CARD_BYTES
  cards[at] = Math.min(255, text.length)
  cards[at + 1] = Math.min(127, skeleton.length) | (SMALL.has(kind) ? SMALL_BIT : 0)
  if (text.length <= MAX_TEXT) put(cards, at + TEXT_AT, text)
  if (skeleton.length <= MAX_SKELETON) put(cards, at + SKELETON_AT, skeleton)
  for (let i = 0; i < 4; i++) cards[at + RESPELLED_AT + i] = respelling >>> (8 * i)
}

/** How many letters the skeleton on a card has. */
export const skeletonLengthOn = (cards: Uint8Array, id: number): number => (cards[id * CARD_BYTES + 1] as number) & ~SMALL_BIT

const put = (bytes: Uint8Array, at: number, text: string) => {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i)
}

/** Letters somewhere in bytes. */
export type Letters = { bytes: Uint8Array; start: number; end: number }

/** Reads cards; `longText` and `longSkeleton` give what does not fit on one. The letters given hold until the next call. */
export function cardReader(cards: Uint8Array, longText: (id: number) => string, longSkeleton: (id: number) => string) {
  const words = new Uint32Array(cards.buffer, cards.byteOffset, cards.byteLength / 4)
  const text: Letters = { bytes: cards, start: 0, end: 0 }
  const skeleton: Letters = { bytes: cards, start: 0, end: 0 }
  const spill = (letters: Letters, long: string) => {
    letters.bytes = Buffer.from(long, 'latin1')
    letters.start = 0
    letters.end = letters.bytes.length
    return letters
  }
  const on = (letters: Letters, start: number, length: number) => {
    letters.bytes = cards
    letters.start = start
    letters.end = start + length
    return letters
  }
  return {
    textLength: (id: number) => cards[id * CARD_BYTES] as number,
    text(id: number): Letters {
      const length = cards[id * CARD_BYTES] as number
      return length > MAX_TEXT ? spill(text, longText(id)) : on(text, id * CARD_BYTES + TEXT_AT, length)
    },
    /** True for a title, particle, legal form or stop word. */
    small: (id: number) => ((cards[id * CARD_BYTES + 1] as number) & SMALL_BIT) !== 0,
    skeletonLength: (id: number) => skeletonLengthOn(cards, id),
    skeleton(id: number): Letters {
      const length = skeletonLengthOn(cards, id)
      return length > MAX_SKELETON ? spill(skeleton, longSkeleton(id)) : on(skeleton, id * CARD_BYTES + SKELETON_AT, length)
    },
    respelled: (id: number) => words[(id * CARD_BYTES + RESPELLED_AT) / 4] as number,
  }
}

/** Reads the cards of an index. */
export type CardReader = ReturnType<typeof cardReader>
