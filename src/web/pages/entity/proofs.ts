import type { EntityAnswer, Listing } from '../../answers.ts'
import type { Words } from '../../language/en.ts'
import { shortDay } from '../../language/words.ts'

type Evidence = Listing['evidence'][number]
/** One place where something was read: what to call it, and where it can be seen. */
export type Proof = { readonly text: string; readonly url: string | null }

/** The numbered sources of a page: each place once, in the order it was first meant. */
export class Proofs {
  readonly #numbers = new Map<string, number>()
  readonly #proofs: Proof[] = []
  readonly #answer: EntityAnswer
  readonly #titleOf: (source: string) => string
  readonly #words: Words

  constructor(answer: EntityAnswer, titleOf: (source: string) => string, words: Words) {
    this.#answer = answer
    this.#titleOf = titleOf
    this.#words = words
  }

  /** The numbers under which pieces of evidence stand. What is only recalled has no number. */
  numbersOf(evidence: readonly Evidence[]): readonly number[] {
    const proofs = evidence.flatMap(e => this.#proofsOf(e))
    return [...new Set(proofs.map(proof => this.#number(proof)))].sort((a, b) => a - b)
  }

  /** Every numbered source. */
  get all(): readonly Proof[] {
    return this.#proofs
  }

  #proofsOf(evidence: Evidence): readonly Proof[] {
    const cited = evidence.citations.filter(id => id !== 'uncited-knowledge')
    if (cited.length > 0) {
      return cited.map(id => {
        const citation = this.#answer.citations?.[id]
        return { text: citation?.title ?? id, url: citation?.url ?? null }
      })
    }
    if (evidence.confidence === 'recalled') return []
    const day = evidence.version.split('/')[1]?.slice(0, 10)
    const version = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? shortDay(day, this.#words) : evidence.version
    const key = evidence.record.slice(evidence.record.indexOf(':') + 1)
    return [{ text: `${this.#titleOf(evidence.source)}, version of ${version}, record ${key}`, url: null }]
  }

  #number(proof: Proof): number {
    const known = this.#numbers.get(proof.text)
    if (known !== undefined) return known
    this.#proofs.push(proof)
    this.#numbers.set(proof.text, this.#proofs.length)
    return this.#proofs.length
  }
}
