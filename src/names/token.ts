import { lettersIn } from './join.ts'
import { endingOf, FREQUENCY, groupOf, KNOWN_NAMES, NICKNAMES_OF, SYLLABLES_OF } from './lexicon.ts'
import { isSurelyPinyin } from './pinyin.ts'
import { remembered } from './remembered.ts'
import { skeletonOf } from './skeleton.ts'
import { abjadGapsOf, carriedAtHead, letterGapsOf, lettersOf, type Spelled, soundGapsOf, soundsOf } from './sounds.ts'
import { ORDINARY_WORDS } from './tables/organisations.tables.ts'
import type { Token, TokenKind } from './types.ts'
import { MASS } from './weights.ts'

/** What a token is made from; the rest of it follows. */
export type TokenParts = {
  readonly text: string
  readonly kind: TokenKind
  readonly symbol: string
  readonly script: string
  readonly original: string
}

/** A token with what the comparison needs of it, computed once. */
export class NameToken implements Token {
  readonly text: string
  readonly skeleton: string
  readonly kind: TokenKind
  readonly symbol: string
  readonly script: string
  readonly original: string
  readonly id: number
  /** How much the token's agreement or contradiction weighs, by its kind. */
  readonly mass: number
  /** How much it tells apart, 0 to 1: frequent names tell little. */
  readonly info: number
  /** Number of its variant group, 0 for none. */
  readonly group: number
  /** The letters that occur in it, a bit each. */
  readonly letters: number
  /** Whether it is known as a name: two such words are two names. */
  readonly known: boolean
  /** Whether it tells bodies apart: a word of their own, rather than one of business or one that thousands bear. */
  readonly telling: boolean
  /** Numbers of the names it may be short for, and of itself. */
  readonly nicknames: readonly number[]
  /** Numbers of the Korean syllables it may stand for. */
  readonly syllables: readonly number[]

  constructor(parts: TokenParts, id: number) {
    this.text = parts.text
    this.kind = parts.kind
    this.symbol = parts.symbol
    this.script = parts.script
    this.original = parts.original
    this.id = id
    this.skeleton = parts.kind === 'number' ? '' : skeletonOf(parts.text)
    this.group = groupOf(parts)
    this.letters = lettersIn(parts.text)
    this.known = KNOWN_NAMES.has(parts.text)
    this.telling = !SAYS_LITTLE.has(parts.kind) && !(parts.kind === 'word' && ORDINARY_WORDS.has(parts.text))
    this.nicknames = NICKNAMES_OF.get(parts.text) ?? NOTHING
    this.syllables = SYLLABLES_OF.get(parts.text) ?? NOTHING
    this.mass =
      parts.symbol === 'c:title' || parts.symbol === 'c:rank'
        ? MASS.softTitle
        : parts.symbol.startsWith('c:')
          ? MASS.compound
          : MASS[parts.kind]
    const frequency = FREQUENCY.get(parts.text) ?? (this.group > 0 ? FREQUENCY.get(`#${this.group}`) : undefined) ?? 1
    this.info =
      INFO_BY_KIND[parts.kind] ??
      (parts.symbol.startsWith('c:') ? 0.3 : Math.min(frequency, INFO_BY_LENGTH[Math.min(5, parts.text.length)] ?? 1))
  }

  #ending: { readonly group: number; readonly length: number } | undefined
  /** The ending it shares with many family names. */
  get ending(): { readonly group: number; readonly length: number } {
    return (this.#ending ??= endingOf(this.text))
  }

  #pinyin: boolean | undefined
  /** Whether it is surely Chinese in pinyin. */
  get pinyin(): boolean {
    return (this.#pinyin ??= isSurelyPinyin(this.text))
  }

  #typed: Spelled | undefined
  #heard: Spelled | undefined
  #bare: Spelled | undefined
  #strict: Spelled | undefined

  /** Its letters. */
  get typed(): Spelled {
    if (this.#typed) return this.#typed
    const codes = lettersOf(this.text)
    return (this.#typed = { codes, gaps: letterGapsOf(codes) })
  }

  /** Its sounds. */
  get heard(): Spelled {
    if (this.#heard) return this.#heard
    const sounds = soundsOf(this.text)
    const abjad = this.script === 'Arab' || this.script === 'Hebr'
    const codes = abjad ? carriedAtHead(sounds) : sounds
    return (this.#heard = { codes, gaps: abjad ? abjadGapsOf(codes) : soundGapsOf(codes, false) })
  }

  /** Its sounds where short vowels cost next to nothing. */
  get bare(): Spelled {
    if (this.#bare) return this.#bare
    const { codes } = this.heard
    return (this.#bare = { codes, gaps: soundGapsOf(codes, true) })
  }

  /** Its sounds where each counts double, as in syllables of Chinese. */
  get strict(): Spelled {
    if (this.#strict) return this.#strict
    const codes = soundsOf(this.text)
    return (this.#strict = { codes, gaps: soundGapsOf(codes, false, 2) })
  }
}

const NOTHING: readonly number[] = []
const INFO_BY_KIND: Readonly<Partial<Record<TokenKind, number>>> = { initial: 0.25, sector: 0.4, place: 0.5 }
const SAYS_LITTLE: ReadonlySet<TokenKind> = new Set(['sector', 'legal-form', 'stop', 'particle', 'title'])
// A short word meets another by chance.
const INFO_BY_LENGTH: readonly number[] = [0.2, 0.25, 0.4, 0.6, 0.8, 1]

// Tokens by their texts, those of one text as a chain: a key of all parts would be a text made anew for every question.
const kept = remembered<Chained>(200_000)
type Chained = { readonly token: NameToken; next: Chained | undefined }
let made = 0

/** The one token with these parts: equal parts give the same object, so that an index can keep the parts and rebuild the token. */
export function tokenOf(parts: TokenParts): NameToken {
  const first = kept.get(parts.text)
  for (let at = first; at; at = at.next) if (hasParts(at.token, parts)) return at.token
  const token = new NameToken(parts, ++made)
  if (first) first.next = { token, next: first.next }
  else kept.set(parts.text, { token, next: undefined })
  return token
}

const hasParts = (token: NameToken, { kind, symbol, script, original }: TokenParts): boolean =>
  token.kind === kind && token.original === original && token.symbol === symbol && token.script === script

/** The token with what the comparison needs, for one that was made elsewhere. */
export const recordOf = (token: Token): NameToken => (token instanceof NameToken ? token : tokenOf(token))
