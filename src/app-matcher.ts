import type { MatcherView } from './api/index.ts'
import { MATCHER_VERSION, WEIGHTS } from './screen/index.ts'

/** The matcher as `/algorithms` and the page describe it: a feature for each kind of evidence, with its greatest weight. */
export function matcherView(): MatcherView {
  view ??= describe()
  return view
}

let view: MatcherView | undefined

function describe(): MatcherView {
  const features = new Map<string, { weight: number; facts: string[] }>()
  for (const { feature, weight, fact } of Object.values(WEIGHTS)) {
    const known = features.get(feature) ?? { weight: 0, facts: [] }
    features.set(feature, { weight: Math.abs(weight) > Math.abs(known.weight) ? weight : known.weight, facts: [...known.facts, fact] })
  }
  if (features.has('name_match'))
    features.set('name_match', {
      weight: 1,
      facts: ['How well the names agree, token by token.', ...(features.get('name_match')?.facts ?? [])],
    })
  return {
    name: 'wholists',
    description: `WhoLists' matcher ${MATCHER_VERSION}: names aligned token by token, with dates, countries, gender, numbers and addresses as evidence for and against.`,
    features: [...features].map(([name, { weight, facts }]) => ({ name, weight, description: facts.join(' ') })),
    config: [],
  }
}
