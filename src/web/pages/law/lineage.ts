import type { Day, InstrumentAnswer } from '../../answers.ts'

/** An act of a lineage with how it stands to the one asked about. */
export type Act = {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly issued: string
  readonly issuedBy: string
  readonly jurisdiction?: string
  readonly relation: string
  readonly distance: number
}
/** An arrow of a lineage: an act that does something to another, by their places in the list of acts. */
export type Edge = { readonly from: number; readonly to: number; readonly verb: InstrumentAnswer['chain'][number]['verb'] }
/** A lineage in order of time, ready to be drawn. */
export type LineageGraph = { readonly acts: readonly Act[]; readonly edges: readonly Edge[]; readonly own: number; readonly left: number }

/** How the acts linked directly stand to the one asked about. */
const DIRECT: readonly (readonly [
  key: 'implements' | 'implementedBy' | 'amends' | 'amendedBy' | 'repeals' | 'repealedBy' | 'exempts' | 'exemptions',
  words: string,
])[] = [
  ['implements', 'carried out by this act'],
  ['implementedBy', 'carries this act out'],
  ['amends', 'amended by this act'],
  ['amendedBy', 'amends this act'],
  ['repeals', 'repealed by this act'],
  ['repealedBy', 'repeals this act'],
  ['exempts', 'this act makes exemptions from it'],
  ['exemptions', 'makes exemptions from this act'],
]

/**
 * The acts around an instrument in order of time, with the arrows between them.
 *
 * @param most how many acts are drawn; those nearest to the instrument stay, `left` tells how many do not
 */
export function lineageOf(answer: InstrumentAnswer, most: number): LineageGraph {
  const distances = distancesFrom(answer)
  const relations = new Map(DIRECT.toReversed().flatMap(([key, words]) => answer[key].map(id => [id, words] as const)))
  const own: Act = { ...answer, relation: '', distance: 0 }
  const others = Object.entries(answer.titles)
    .filter(([id]) => id !== answer.id)
    .map(([id, title]): Act => {
      const distance = distances.get(id) ?? (relations.has(id) ? 1 : 99)
      return { id, ...title, relation: relations.get(id) ?? 'further along the chain', distance }
    })
    .toSorted((a, b) => a.distance - b.distance || (a.issued < b.issued ? -1 : 1))
  const acts = [own, ...others.slice(0, most - 1)].toSorted((a, b) =>
    a.issued < b.issued ? -1 : a.issued > b.issued ? 1 : a.id < b.id ? -1 : 1,
  )
  const placeOf = new Map(acts.map((act, i) => [act.id, i]))
  const edges = answer.chain.flatMap(({ act, verb, target }) => {
    const [from, to] = [placeOf.get(act), placeOf.get(target)]
    return from === undefined || to === undefined || from === to ? [] : [{ from, to, verb }]
  })
  return { acts, edges, own: placeOf.get(answer.id) ?? 0, left: others.length - (acts.length - 1) }
}

/** How many arrows lie between the instrument and each act of its chain. */
function distancesFrom(answer: InstrumentAnswer): ReadonlyMap<string, number> {
  const neighbours = new Map<string, string[]>()
  const link = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b])
  for (const { act, target } of answer.chain) {
    link(act, target)
    link(target, act)
  }
  const distances = new Map([[answer.id, 0]])
  const queue = [answer.id]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of neighbours.get(at) ?? []) {
      if (distances.has(next)) continue
      distances.set(next, (distances.get(at) ?? 0) + 1)
      queue.push(next)
    }
  }
  return distances
}

/** The first day an act may have been issued on, of a date as stored. */
export const firstDay = (issued: string): Day => {
  const [from = ''] = issued.replace('~', '').split('/')
  return from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from.slice(0, 10)
}
