import { analyseName } from './analyse.ts'
import { DEPENDS, MOST_LETTERS, NAMING, NUMBER, SINGLE, WHOLE, WordCards } from './cards.ts'
import {
  BEYOND_LATIN,
  BREAK,
  CLASSED,
  CLASSES_OF_BODY,
  CLASSES_OF_PERSON,
  FULL_STOP,
  isLetterLike,
  LETTER,
  OPENING,
  SIGN_AND,
} from './characters.ts'
import { NONE, noRoles, rolesOf, tagged } from './tag.ts'
import { MAX_CHARACTERS } from './text.ts'
import type { NameToken } from './token.ts'
import type { AnalysedName, NameKind, NameParts } from './types.ts'
import type { Piece } from './words.ts'
import { withAcronym } from './writings.ts'

/**
 * Gives a function that takes names apart as `analyseName` does, made for many names in a row: the words of a plain name
 * are looked up by their letters, without making a text of each. The name it gives holds until the next call.
 */
export function nameReader(): (text: string, kind: NameKind, parts?: NameParts) => ReadName {
  const persons = new PlainWords(true)
  const bodies = new PlainWords(false)
  const tokens: NameToken[] = []
  const ids: number[] = []
  const name = { text: '', kind: 'person' as NameKind, tokens, roles: noRoles(0), alternatives: NONE, ids }
  return (text, kind, parts) => {
    const words = kind === 'person' ? persons : kind === 'unknown' ? undefined : bodies
    if (!words?.read(text, kind)) return analyseName(text, kind, parts)
    if (kind === 'vessel' || !words.steady(tokens, ids)) return tagged(text, kind, words.pieces(), parts)
    name.text = text
    name.kind = kind
    name.roles = parts ? rolesOf(tokens, parts, kind) : noRoles(tokens.length)
    return name
  }
}

/** A name taken apart; `ids` are the numbers of its tokens, where they were at hand. */
export type ReadName = AnalysedName & { readonly ids?: readonly number[] }

const MOST_WORDS = 24
// Tokens that a name may have to be plain; a word has three at most.
const MOST_TOKENS = 32
// More letters in a row are one word set apart.
const MOST_SINGLE = 4
// Letters of an acronym that a name holds beside its words.
const SHORTEST_ACRONYM = 3
const LONGEST_ACRONYM = 8
const SPACE = 0x20
const PRIME = 0x01000193
const BASIS = 0x811c9dc5
const STOP = 0x2e
const APOSTROPHE = 0x27
// Apostrophe and digits are of the class of letters too.
const DIGITS_END = 0x39
const AND = 'and'
// What was seen in a name: a letter beyond Latin, a bracket that opens.
const OTHER_SCRIPT = 1
const BRACKET = 2

const isLetter = (classes: Uint8Array, c: number): boolean => isLetterLike(classes, c) && (c < APOSTROPHE || c > DIGITS_END)

/** The words of a plain name with their tokens. */
class PlainWords {
  readonly #classes: Uint8Array
  readonly #cards: WordCards
  // The cards of the words of the last name.
  readonly #found = new Uint32Array(MOST_WORDS)
  #count = 0
  // Whether other rules for parting words than those for acronyms found the words of the last name.
  #partedOtherwise = false

  constructor(ofPerson: boolean) {
    this.#classes = ofPerson ? CLASSES_OF_PERSON : CLASSES_OF_BODY
    this.#cards = new WordCards(ofPerson)
  }

  /** Reads the words of a name; false where it is not plain. */
  read(text: string, kind: NameKind): boolean {
    if (text.length > MAX_CHARACTERS) return false
    this.#cards.tidy()
    if (!this.#parted(text) || !this.#areClear()) return false
    if (kind === 'person') return true
    // Letters by themselves at the head of a vessel's name are the kind of ship.
    return kind === 'vessel' ? !this.#partedOtherwise : !(this.#mayHoldAcronym() && withAcronym(text))
  }

  #parted(text: string): boolean {
    const classes = this.#classes
    this.#count = 0
    this.#partedOtherwise = false
    let from = 0
    let length = 0
    let seen = 0
    let hash = BASIS
    for (let i = 0; i <= text.length; i++) {
      const c = i < text.length ? text.charCodeAt(i) : SPACE
      const what = c < CLASSED ? (classes[c] as number) : 0
      if (what === LETTER) {
        hash = Math.imul(hash ^ (c < 0x80 ? c | 0x20 : c), PRIME)
        length++
        if (c >= BEYOND_LATIN) seen |= OTHER_SCRIPT
        continue
      }
      if (what === 0 || length > MOST_LETTERS) return false
      if (what === FULL_STOP && length !== 0) {
        const stop = this.#stopAt(text, from, i)
        if (stop === 0) return false
        if (stop === LETTER) {
          hash = Math.imul(hash ^ c, PRIME)
          length++
          this.#partedOtherwise = true
          continue
        }
      }
      if (length > 0 && !this.#add(text, from, i, hash)) return false
      if (what === SIGN_AND && !this.#addAnd()) return false
      if (what === OPENING) seen |= BRACKET
      from = i + 1
      length = 0
      hash = BASIS
    }
    // A name in brackets behind a name may be the same in another script.
    return seen !== (BRACKET | OTHER_SCRIPT)
  }

  // What a full stop behind letters is: part of the word between letters each by itself ("S.A."), a break behind a word; 0 where
  // that is not plain.
  #stopAt(text: string, from: number, at: number): number {
    const classes = this.#classes
    const before = at - from > 1 ? text.charCodeAt(at - 2) : STOP
    if (before !== STOP) return before === APOSTROPHE ? 0 : BREAK
    if (!isLetter(classes, text.charCodeAt(at - 1))) return 0
    const next = text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1
    // Another letter by itself goes on with it, in a row or behind a blank; signs and digits at that one make it unclear.
    if (!isLetter(classes, text.charCodeAt(next)) || isLetter(classes, text.charCodeAt(next + 1))) return BREAK
    return next === at + 1 && !isLetterLike(classes, text.charCodeAt(next + 1)) ? LETTER : 0
  }

  #add(text: string, from: number, to: number, hash: number): boolean {
    if (this.#count === MOST_WORDS) return false
    this.#found[this.#count++] = this.#cards.find(text, from, to, (hash ^ (hash >>> 15)) >>> 0)
    return true
  }

  #addAnd(): boolean {
    this.#partedOtherwise = true
    let hash = BASIS
    for (let i = 0; i < AND.length; i++) hash = Math.imul(hash ^ AND.charCodeAt(i), PRIME)
    return this.#add(AND, 0, AND.length, hash)
  }

  #areClear(): boolean {
    let known = 0
    let single = 0
    for (let i = 0; i < this.#count; i++) {
      const flags = this.#cards.flags(this.#found[i] as number)
      known |= flags
      single = (flags & SINGLE) !== 0 ? single + 1 : 0
      if (single > MOST_SINGLE) return false
    }
    return (known & WHOLE) === 0
  }

  // Whether the first or the last word may be made of the first letters of the others.
  #mayHoldAcronym(): boolean {
    const last = this.#count - 1
    if (this.#partedOtherwise) return true
    return last >= SHORTEST_ACRONYM && (this.#mayBeInitials(last, 0, last) || this.#mayBeInitials(0, 1, last + 1))
  }

  // Whether the first letters of a stretch of words, some left out, may be the letters of a word.
  #mayBeInitials(word: number, from: number, to: number): boolean {
    const card = this.#found[word] as number
    const length = this.#cards.length(card)
    if (length < SHORTEST_ACRONYM || length > Math.min(LONGEST_ACRONYM, to - from)) return false
    let at = 0
    for (let i = from; i < to && at < length; i++) if (this.#cards.mayBeLetter(this.#found[i] as number, card, at)) at++
    return at === length
  }

  /** Puts the tokens of the words read into `out`, and their numbers into `ids`; false where they depend on one another. */
  steady(out: NameToken[], ids: number[]): boolean {
    let known = 0
    let numbers = 0
    for (let i = 0; i < this.#count; i++) {
      const flags = this.#cards.flags(this.#found[i] as number)
      known |= flags
      if ((flags & NUMBER) !== 0) numbers++
    }
    if ((known & DEPENDS) !== 0 || (known & NAMING) === 0 || numbers > 1) return false
    out.length = 0
    ids.length = 0
    for (let i = 0; i < this.#count; i++) this.#cards.tokensInto(this.#found[i] as number, out, ids)
    return out.length > 1 && out.length <= MOST_TOKENS
  }

  /** The words read, as they are before it is known what each is. */
  pieces(): readonly Piece[] {
    const out: Piece[] = []
    for (let i = 0; i < this.#count; i++) this.#cards.piecesInto(this.#found[i] as number, out)
    return out
  }
}
