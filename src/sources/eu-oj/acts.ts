import table from './acts.json' with { type: 'json' }
import programmes from './programmes.json' with { type: 'json' }

/** What an act of the Union stands for. */
export type Act = {
  /** Id of `data/facts/lists.json` for the freeze of funds under this act. */
  readonly list: string
  readonly instruments: readonly string[]
  readonly terrorism?: boolean
  readonly title: string
  /** The least number of entries its annexes must hold. */
  readonly min: number
}

/** Acts by their CELEX number. */
export const ACTS: ReadonlyMap<string, Act> = new Map(Object.entries(table))

/** A measure: the list where it is not the act's own (null: the act's own), and the topic it gives a party. */
export type Measure = { readonly list: string | null; readonly topic: string }

const MEASURES: Readonly<Record<string, Measure>> = programmes.measures

/** What a measure stands for; undefined where it is not known. */
export const measureOf = (text: string): Measure | undefined => (Object.hasOwn(MEASURES, text) ? MEASURES[text] : undefined)
