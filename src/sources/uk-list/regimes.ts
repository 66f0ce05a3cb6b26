import table from './regimes.json' with { type: 'json' }

/** What a regime's name stands for. */
export type Regime = {
  /** Id of `data/facts/lists.json` where the regime has a list of its own there. */
  readonly list?: string
  readonly instruments: readonly string[]
  /** What the regime rested on before the United Kingdom left the Union's regimes, where it differs. */
  readonly before?: readonly string[]
  readonly terrorism?: boolean
  /** Other names of the same regime: titles of its regulations. */
  readonly titles: readonly string[]
}

const folded = (text: string) =>
  text
    .replace(/[’‘`]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(/^the\s+/iu, '')
    .trim()
    .toLowerCase()

const REGIMES = new Map<string, Regime>(
  Object.entries(table as Readonly<Record<string, Regime>>).flatMap(([name, regime]) =>
    [name, ...regime.titles].map(title => [folded(title), regime] as const),
  ),
)

/** What a regime's name or the title of its regulations stands for; undefined where neither is known. */
export const regimeOf = (name: string): Regime | undefined => REGIMES.get(folded(name))
