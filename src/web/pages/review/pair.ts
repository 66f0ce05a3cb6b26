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
    return { property, a: one, b: two, agreement: agreementOf(one, two, property.endsWith('Date') ? holds : isSame) }
  })
}

function agreementOf(a: readonly string[], b: readonly string[], agree: (one: string, other: string) => boolean): Agreement {
  if (a.length === 0 || b.length === 0) return 'one-sided'
  return a.some(one => b.some(other => agree(one, other))) ? 'same' : 'differs'
}

const isSame = (one: string, other: string): boolean => folded(one) === folded(other)

/** A year holds each of its days: "1952" agrees with "1952-02-11". */
const holds = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** True where a value stands on the other side too, in other capitals, marks or order of words. */
export function standsIn(value: string, others: readonly string[]): boolean {
  return others.some(other => isSame(value, other))
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
