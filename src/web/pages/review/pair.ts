import type { FeatureExplanation, Proposal } from '../../answers.ts'

/** What two values of a property tell of each other. */
export type Agreement = 'same' | 'differs' | 'one-sided'

/** One property of two records. */
export type PairRow = {
  readonly property: string
  readonly a: readonly string[]
  readonly b: readonly string[]
  readonly agreement: Agreement
}

/** The properties of two records side by side; names agree where one of them does, whatever the others say. */
export function pairRows({ a, b }: Pick<Proposal, 'a' | 'b'>): readonly PairRow[] {
  const properties = [...new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])]
  return properties.map(property => {
    const [one, two] = [a.facts[property] ?? [], b.facts[property] ?? []]
    return { property, a: one, b: two, agreement: agreementOf(one, two) }
  })
}

function agreementOf(a: readonly string[], b: readonly string[]): Agreement {
  if (a.length === 0 || b.length === 0) return 'one-sided'
  const known = new Set(a.map(folded))
  return b.some(value => known.has(folded(value))) ? 'same' : 'differs'
}

/** True where a value stands on the other side too, in other capitals, marks or order of words. */
export function standsIn(value: string, others: readonly string[]): boolean {
  const own = folded(value)
  return others.some(other => folded(other) === own)
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .sort()
    .join(' ')

/** An explanation with the feature it is of. */
export type NamedExplanation = FeatureExplanation & { readonly feature: string }

/** What a comparison says for and against one party, the weightiest first; what moves nothing is left out. */
export function evidenceOf(explanations: Readonly<Record<string, FeatureExplanation>>): {
  readonly speaksFor: readonly NamedExplanation[]
  readonly speaksAgainst: readonly NamedExplanation[]
} {
  const all = Object.entries(explanations)
    .filter(([name, e]) => name !== 'limit' && Math.abs(e.score) >= 0.005)
    .map(([feature, e]) => ({ ...e, feature }))
    .sort((x, y) => Math.abs(y.score) - Math.abs(x.score))
  return { speaksFor: all.filter(e => e.score > 0), speaksAgainst: all.filter(e => e.score < 0) }
}
