import type { FollowsAnswer } from '../../src/api/index.ts'
import type { DecisionsAnswer, IdentityAnswer, Proposal, ProposedSide } from '../../src/questions/index.ts'

const side = (record: string, sourceTitle: string, caption: string, facts: ProposedSide['facts']): ProposedSide => ({
  record,
  entity: record,
  source: record.split(':')[0] ?? '',
  sourceTitle,
  caption,
  schema: 'Person',
  facts,
})

const PROPOSALS: readonly Proposal[] = [
  {
    a: side('au-dfat:1034', 'Australian Sanctions Consolidated List', 'Karim Example', {
      name: ['Karim Example'],
      birthDate: ['1961', '1962~'],
      nationality: ['af'],
    }),
    b: side('gb-fcdo:AFG9', 'UK Sanctions List', 'EXAMPLE, Karim', {
      name: ['EXAMPLE, Karim', 'كريم مثال'],
      birthDate: ['1971-02-03'],
      nationality: ['af'],
      gender: ['male'],
    }),
    score: 0.981,
    reason: 'the names agree to 1.00; a country in common (af); but four years or more apart (1961)',
    recorded: '2026-11-20T08:00:00',
    explanations: {
      name_match: { score: 1, detail: 'the names agree as the alignment shows', query: 'Karim Example', candidate: 'EXAMPLE, Karim' },
      birth_date: { score: -0.12, detail: 'four years or more apart', query: '1961', candidate: '1971-02-03' },
      limit: { score: -0.02, detail: 'a score stays within 0 and 1', query: null, candidate: null },
    },
  },
  {
    a: side('au-dfat:1100', 'Australian Sanctions Consolidated List', 'Northern Example Trading', { name: ['Northern Example Trading'] }),
    b: side('un-sc:QDe.900', 'UN consolidated list', 'Northern Example Trading Co.', { name: ['Northern Example Trading Co.'] }),
    score: 0.94,
    reason: 'the names agree to 0.94',
    recorded: '2026-11-20T08:00:00',
    explanations: {},
  },
]

/** Two pairs that wait for a person. */
export const identityAnswer = (): IdentityAnswer => ({
  figures: {
    entities: 7229,
    records: 25420,
    automatic: { same: 18250, different: 0, unsure: 2 },
    decided: { same: 1, different: 1, unsure: 0 },
  },
  proposals: PROPOSALS,
  total: 24,
})

const [first] = PROPOSALS

/** Two decisions, one of which was replaced. */
export function decisionsAnswer(): DecisionsAnswer {
  if (!first) throw new Error('the fixture is empty')
  const decision = { a: first.a, b: first.b, by: 'Anna Test', recorded: '2026-11-22T09:00:00' }
  return {
    decisions: [
      { ...decision, verdict: 'different', reason: 'two sons of one father', holds: true },
      { ...decision, verdict: 'same', reason: 'one passport', recorded: '2026-11-21T09:00:00', holds: false },
    ],
    total: 2,
  }
}

/** What is followed. */
export const followsAnswer = (): FollowsAnswer => ({
  follows: [
    {
      id: 'f_1',
      what: { kind: 'list', id: 'un-1988' },
      webhook: 'https://example.org/hook',
      everything: false,
      created: 0,
      told: 0,
      waiting: 1,
      failure: '503',
    },
  ],
})
