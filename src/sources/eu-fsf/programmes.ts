import { ACTS } from '../eu-oj/acts.ts'
import table from './programmes.json' with { type: 'json' }

/** What a programme of the file stands for. */
export type Programme = {
  /** Id of `data/facts/lists.json`. */
  readonly list: string
  readonly instruments: readonly string[]
  readonly terrorism?: boolean
  /** True where the programme covers several regimes, so that the act decides where it is a basic one. */
  readonly several?: boolean
}

const PROGRAMMES: Readonly<Record<string, Programme>> = table

/**
 * What a programme stands for, the act it is read under deciding where the programme covers several regimes; undefined where
 * the programme is not known.
 *
 * @param numberTitle `1210/2003 (OJ L169)`, `2016/1686 (OJ L255)`
 */
export function programmeOf(code: string, numberTitle: string): Programme | undefined {
  const known = Object.hasOwn(PROGRAMMES, code) ? PROGRAMMES[code] : undefined
  const [, a = '', b = ''] = /^(\d+)\/(\d+)/.exec(numberTitle) ?? []
  const celex = a.length === 4 && Number(a) >= 2015 ? `3${a}R${b.padStart(4, '0')}` : `3${b}R${a.padStart(4, '0')}`
  const act = ACTS.get(celex)
  if (!known || !act || !known.several) return known
  return { list: act.list, instruments: act.instruments, ...(act.terrorism ? { terrorism: true } : {}) }
}
