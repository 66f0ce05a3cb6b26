import type { App, DatasetView, MatcherView, QueryAnswer, ScreenContext } from '../../src/api/index.ts'
import { type EntityJson, type ScreenResult, WhoListsError } from './words.ts'

/** A call of the app by the interface: which question, with what. */
export type Call = { readonly name: string; readonly given: readonly unknown[] }

const NOW = '2026-01-02T00:00:00'

/** An entity of the double. */
export const anna: EntityJson = {
  id: 'test:1',
  caption: 'Anna Testova',
  schema: 'Person',
  properties: { name: ['Anna Testova'], birthDate: ['1970-01-02'], nationality: ['ru'], topics: ['sanction'] },
  datasets: ['test'],
  referents: ['other:9'],
  target: true,
  first_seen: NOW,
  last_seen: NOW,
  last_change: NOW,
}

const dataset = (name: string, kind: DatasetView['kind'], more: Partial<DatasetView> = {}): DatasetView => ({
  name,
  kind,
  title: `The ${name}`,
  summary: '',
  url: null,
  children: [],
  sources: [],
  publisher: null,
  licence: null,
  frequency: null,
  version: kind === 'source' ? `${name}/2026-01-02` : null,
  indexVersion: kind === 'source' ? `${name}/2026-01-02` : null,
  updatedAt: NOW,
  lastExport: NOW,
  lastChange: NOW,
  coverage: { start: null, end: null, countries: [] },
  entities: 1,
  things: 1,
  targets: 1,
  files: [],
  ...more,
})

/** The catalogue of the double: one collection, two sources, one of them with two lists. */
export const CATALOG: readonly DatasetView[] = [
  dataset('default', 'collection', { children: ['test', 'other'] }),
  dataset('test', 'source', { children: ['TEST-1', 'TEST-2'] }),
  dataset('other', 'source', { indexVersion: 'other/2025-12-01' }),
  dataset('TEST-1', 'list', { sources: ['test'] }),
  dataset('TEST-2', 'list', { sources: ['test'] }),
]

const MATCHER: MatcherView = {
  name: 'wholists-test',
  description: 'The matcher of the tests.',
  features: [{ name: 'name', description: 'Names', weight: 1 }],
  config: [{ name: 'strict', type: 'boolean', description: 'A setting.', default: false }],
}

/** What every answer of the double stands on. */
export const CONTEXT: ScreenContext = {
  asOf: { valid: '2026-01-02', published: NOW, recorded: NOW },
  versions: [{ source: 'test', version: 'test/2026-01-02', published: NOW, ageDays: 0, files: [] }],
  incomplete: [],
  unsearched: false,
  matcher: 'wholists-test',
  index: 'g1',
}

const scored = (score: number): ScreenResult => ({
  ...anna,
  score,
  match: score >= 0.7,
  rank: score,
  explanations: {},
  listings: [],
  matchedName: null,
})

/** An app of the tests: it notes what it is asked, and finds Anna by her name. Single answers can be replaced. */
export function doubleApp(replaced: Partial<App> = {}): { readonly app: App; readonly calls: readonly Call[] } {
  const calls: Call[] = []
  const unasked = (name: string) => () => {
    throw new Error(`the test does not expect ${name}`)
  }
  const names = [
    'screenFile',
    'suggest',
    'adjacent',
    'statements',
    'history',
    'accept',
    'listed',
    'lists',
    'matrix',
    'changes',
    'diff',
    'instrument',
    'findInstruments',
    'identity',
    'decide',
    'decisions',
    'takeBack',
    'importDecisions',
    'exportDecisions',
    'follows',
    'follow',
    'unfollow',
    'signals',
    'read',
    'update',
  ]
  const app: App = {
    ...(Object.fromEntries(names.map(name => [name, unasked(name)])) as unknown as App),
    screen: async queries => ({
      context: CONTEXT,
      answers: queries.map(query => {
        const found = JSON.stringify(query.properties).includes('Testova')
        const answer: QueryAnswer = {
          status: 200,
          query: { id: query.id ?? null, schema: query.schema, properties: {} },
          total: { value: found ? 1 : 0, relation: 'eq' },
          results: found ? [scored(1)] : [],
        }
        return JSON.stringify(answer)
      }),
    }),
    search: async () => ({ total: { value: 1, relation: 'eq' }, results: [anna], facets: {}, incomplete: [], versions: [] }),
    entity: async id => (id === anna.id ? { entity: anna } : id === 'other:9' ? { movedTo: anna.id } : null),
    entityAnswer: async id => (id === 'other:9' ? { movedTo: anna.id } : null),
    catalog: () => CATALOG,
    matcher: () => MATCHER,
    sources: async () => ({
      sources: [],
      base: { parties: 0, designations: 0, instruments: 0, lists: 0, authorities: 0 },
      importing: null,
      verified: 0,
      unverified: 0,
      index: null,
    }),
    readiness: async () => ({ ready: true, reason: null, missing: [] }),
    onProgress: () => () => undefined,
    workerFigures: () => ({ workers: 2, waiting: 0, running: 0, restarts: 0, refused: 0 }),
    ...replaced,
  }
  const noted = Object.entries(app).map(([name, ask]) => [
    name,
    (...given: unknown[]) => {
      calls.push({ name, given })
      return (ask as (...args: unknown[]) => unknown)(...given)
    },
  ])
  return { app: Object.fromEntries(noted) as App, calls }
}

/** An error of the registry, for answers that fail. */
export const failure =
  (...given: ConstructorParameters<typeof WhoListsError>) =>
  () =>
    Promise.reject(new WhoListsError(...given))
