import { MAX_WORDS } from './text.ts'

// A word can be read as three pieces at most; what is beyond is not compared.
/** Tokens of a name that are compared. */
export const MAX_TOKENS = MAX_WORDS
const MAX_LINKS = 2 * MAX_TOKENS

/**
 * Links between the tokens of two names, as columns of numbers: a stretch of the query's tokens laid to a stretch of the
 * listed name's. Ends are exclusive; an empty stretch is a token left over. One object is filled again and again.
 */
export class Alignment {
  count = 0
  readonly queryFrom = new Uint8Array(MAX_LINKS)
  readonly queryTo = new Uint8Array(MAX_LINKS)
  readonly listedFrom = new Uint8Array(MAX_LINKS)
  readonly listedTo = new Uint8Array(MAX_LINKS)
  readonly similarity = new Float64Array(MAX_LINKS)
  /** Number of the kind of link, see `kinds.ts`. */
  readonly kind = new Uint8Array(MAX_LINKS)

  add(queryFrom: number, queryTo: number, listedFrom: number, listedTo: number, similarity: number, kind: number): void {
    const at = this.count++
    this.queryFrom[at] = queryFrom
    this.queryTo[at] = queryTo
    this.listedFrom[at] = listedFrom
    this.listedTo[at] = listedTo
    this.similarity[at] = similarity
    this.kind[at] = kind
  }

  /** Whether a link joins tokens of both names. */
  isPair(at: number): boolean {
    return this.queryTo[at] !== this.queryFrom[at] && this.listedTo[at] !== this.listedFrom[at]
  }
}
