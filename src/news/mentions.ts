import type { DateFound } from './dates.ts'
import type { InstrumentFound } from './instruments.ts'
import type { Range } from './sentences.ts'

/** Marks that stand in a shadow text for what was recognised there; frames are matched on the shadow. */
export const MARK = {
  state: '\uE001',
  body: '\uE002',
  demonym: '\uE003',
  holder: '\uE004',
  party: '\uE005',
  name: '\uE006',
  date: '\uE007',
  instrument: '\uE008',
  generic: '\uE009',
  seat: '\uE00A',
  list: '\uE00B',
} as const

/** What a mention is. */
export type MentionKind = keyof typeof MARK

/** Something recognised in a text. */
export type Mention = Range & {
  readonly kind: MentionKind
  /** Jurisdiction of an authority or of a named list. */
  readonly code?: string
  /** True for a named list that other authorities keep too. */
  readonly weak?: boolean
  /** The entity a party name was linked to. */
  readonly entity?: string
  readonly known?: boolean
  /** The person named in an office holder's mention. */
  readonly person?: Range
  readonly date?: DateFound
  readonly instrument?: InstrumentFound
}

/** The mentions of a text as they are found: each place belongs to one. */
export class Mentions {
  readonly #all: Mention[] = []
  readonly #letters: string[]
  constructor(text: string) {
    // Marks that stand in the text itself are no marks.
    this.#letters = text.replace(/[\uE001-\uE00B]/g, ' ').split('')
  }
  free(start: number, end: number): boolean {
    for (let i = start; i < end; i++) {
      const c = this.#letters[i] as string
      if (c >= '\uE001' && c <= '\uE00B') return false
    }
    return true
  }
  add(mention: Mention): boolean {
    if (mention.end <= mention.start || !this.free(mention.start, mention.end)) return false
    this.#all.push(mention)
    this.#letters.fill(MARK[mention.kind], mention.start, mention.end)
    return true
  }
  widen(mention: Mention, next: Mention): void {
    this.#all[this.#all.indexOf(mention)] = next
    this.#letters.fill(MARK[next.kind], next.start, next.end)
  }
  within = (start: number, end: number) => this.#all.filter(m => m.start >= start && m.end <= end)
  put(mention: Mention): void {
    this.#all.push(mention)
    this.#letters.fill(MARK[mention.kind], mention.start, mention.end)
  }
  drop(mention: Mention): void {
    const at = this.#all.indexOf(mention)
    if (at >= 0) this.#all.splice(at, 1)
  }
  shadow = () => this.#letters.join('')
  sorted = () => this.#all.toSorted((a, b) => a.start - b.start)
}
