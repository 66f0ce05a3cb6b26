import type { Incomplete, ScreenAnswer, ScreenResult, SourcesAnswer, SourceView } from '../../src/questions/index.ts'
import { listingsOf, NOW, VERSIONS } from './facts.ts'

const hash = (seed: string) => seed.repeat(6).slice(0, 64)
const STALE: readonly Incomplete[] = [{ source: 'us-ofac-sdn', reason: 'stale', detail: '935 days old' }]

const context = (incomplete: readonly Incomplete[]) => ({
  asOf: { valid: NOW, published: `${NOW}T23:59:59Z`, recorded: `${NOW}T23:59:59Z` },
  versions: VERSIONS,
  incomplete,
  matcher: 'wholists-1',
  index: '41',
})

function result(id: string, caption: string, score: number, more: Partial<ScreenResult> = {}): ScreenResult {
  return {
    id,
    caption,
    schema: 'Person',
    score,
    match: score >= 0.7,
    rank: score,
    properties: { name: [caption] },
    datasets: ['un-sc'],
    referents: [],
    target: true,
    first_seen: null,
    last_seen: null,
    last_change: null,
    explanations: {},
    listings: [],
    matchedName: null,
    ...more,
  }
}

const HAQQANI = result('sirajuddin-haqqani', 'Sirajuddin Jallaloudine Haqqani', 0.953, {
  properties: { name: ['Sirajuddin Jallaloudine Haqqani', 'سراج الدين جلال الدين حقانى'], birthDate: ['1977/1978~'], nationality: ['af'] },
  listings: listingsOf('sirajuddin-haqqani').map(l => (l.list === 'un-1988' ? { ...l, reference: 'TAi.144' } : l)),
  matchedName: { text: 'HAQQANI, Sirajuddin', kind: 'alias', record: 'us-ofac-sdn:10743' },
  explanations: {
    name: {
      score: 0.96,
      detail: 'The third word of the recorded name is a father’s name and costs nothing.',
      query: 'Сираджудин Хаккани',
      candidate: 'HAQQANI, Sirajuddin',
      links: [
        {
          query: ['sirajudin'],
          listed: ['sirajuddin'],
          kind: 'edits',
          similarity: 0.93,
          contribution: 0.45,
          edits: [7],
          rule: 'one d is missing in the question',
        },
        {
          query: ['хаккани'],
          listed: ['haqqani'],
          kind: 'script',
          similarity: 0.99,
          contribution: 0.5,
          rule: 'х is h, кк is qq in names from Arabic',
        },
      ],
    },
    country: { score: 0.1, detail: null, query: 'af', candidate: 'af' },
    birth_date: { score: 0, detail: null, query: null, candidate: '1977/1978~' },
  },
})

const query = (name: string) => ({ id: null, schema: 'Person', properties: { name: [name] } })

/** Screenings by what is asked: a hit, nothing, part of the sources, a failure. */
export function screenAnswer(
  name: string,
): ScreenAnswer | { readonly failure: 500; readonly code: string; readonly detail: string; readonly remedy: string } {
  const base = { status: 200 as const, query: query(name) }
  if (/broken/i.test(name)) {
    return {
      failure: 500,
      code: 'index.damaged',
      detail: 'The index file generation-41 is damaged: its checksum is wrong.',
      remedy: 'Run "wholists rebuild".',
    }
  }
  if (/хаккани|haq|حقان/i.test(name)) {
    const results = [
      HAQQANI,
      result('un-sc:TAi.146', 'Nasiruddin Haqqani', 0.741, {
        properties: { name: ['Nasiruddin Haqqani', 'نصیر الدین حقانی'], birthDate: ['1970/1973~'] },
        listings: listingsOf('najibullah-haqqani').slice(0, 2),
        explanations: { name: { score: 0.74, detail: 'The family name agrees.', query: name, candidate: 'Nasiruddin Haqqani' } },
      }),
      result('un-sc:TAi.040', 'Jalaluddin Haqqani', 0.712, { listings: [], explanations: {} }),
      result('un-sc:TAi.071', 'Najibullah Haqqani', 0.58),
    ]
    return { ...base, ...context(STALE), total: { value: 4, relation: 'eq' }, results, unsearched: false }
  }
  if (/unsearched/i.test(name)) {
    return {
      ...base,
      ...context([{ source: 'un-sc', reason: 'missing', detail: '' }]),
      versions: [],
      total: { value: 0, relation: 'eq' },
      results: [],
      unsearched: true,
    }
  }
  if (/西/.test(name)) {
    const failed: readonly Incomplete[] = [{ source: 'gb-fcdo', reason: 'failed', detail: 'worker stopped' }]
    return { ...base, ...context(failed), total: { value: 1, relation: 'eq' }, results: [HAQQANI], unsearched: false }
  }
  return {
    ...base,
    ...context([...STALE, { source: 'eu-fsf', reason: 'refused', detail: 'cut off' }]),
    total: { value: 0, relation: 'eq' },
    unsearched: false,
    results: [result('x', 'Jonathan Hale', 0.55)],
  }
}

const source = (
  id: string,
  title: string,
  publisher: string,
  day: string | null,
  records: number,
  more: Partial<SourceView> = {},
): SourceView => ({
  id,
  title,
  publisher,
  authority: id,
  jurisdiction: id.slice(0, 2),
  kind: 'official',
  url: 'https://example.org',
  licence: 'open',
  verified: true,
  closed: false,
  fetched: true,
  freshness: 'current',
  cadence: 'on decision',
  unreadFields: 0,
  problems: [],
  held: [],
  versions: 2,
  lastFetch: { at: `${NOW}T06:00:00Z`, outcome: 'unchanged', detail: '304', failures: 0, notBefore: null },
  lag: null,
  newest: day
    ? {
        version: `${id}/${day}`,
        published: `${day}T00:00:00Z`,
        recorded: `${day}T09:00:00Z`,
        ageDays: 100,
        records,
        basis: 'stated',
        rendition: 'xml',
        files: [{ name: 'list.xml', sha256: hash('c6a354e9d798') }],
      }
    : null,
  ...more,
})

/** The state of the sources; with `importing`, one is under way. */
export const sourcesAnswer = (importing: boolean): SourcesAnswer => ({
  sources: [
    source('un-sc', 'UN consolidated list', 'Security Council', '2026-01-28', 999, {
      versions: 20,
      problems: [
        { code: 'name.empty', severity: 'note', field: 'INDIVIDUAL_ALIAS', seen: '', count: 290 },
        { code: 'names.several', severity: 'note', field: 'ALIAS_NAME', seen: 'Abd al-Rahman; Abu Omar', count: 27 },
        { code: 'date.zone', severity: 'flag', field: 'LISTED_ON', seen: '2015-04-07-04:00', expected: 'a day', count: 10 },
      ],
    }),
    source('eu-fsf', 'EU financial sanctions file', 'European Commission', null, 0, {
      freshness: 'held',
      versions: 0,
      held: [
        {
          version: 'eu-fsf/2022-03-18',
          reason: 'The file ends inside an element after 1,044 entities.',
          recorded: '2026-11-20',
          records: 1044,
        },
      ],
    }),
    source('us-ofac-sdn', 'OFAC SDN list', 'US Treasury', '2024-05-03', 14965, {
      freshness: 'stale',
      versions: 31,
      newest: { ...(source('us-ofac-sdn', '', '', '2024-05-03', 14965).newest as NonNullable<SourceView['newest']>), ageDays: 935 },
    }),
    source('gb-fcdo', 'UK Sanctions List', 'Foreign Office', '2026-05-13', 6046),
    source('ca-terrorists', 'Canada, terrorist entities', 'Justice Canada', '2026-06-14', 89, { versions: 8, verified: false }),
    source('pk-nacta', 'Pakistan, proscribed persons', 'NACTA', '2025-11-18', 4571, { freshness: importing ? 'importing' : 'current' }),
    source('jp-mof', 'Japan, economic sanctions', 'Ministry of Finance', null, 0, { freshness: 'missing', versions: 0, lastFetch: null }),
    source('tr-example', 'Lists that are given as files', 'A ministry', null, 0, {
      freshness: 'missing',
      versions: 0,
      lastFetch: null,
      fetched: false,
    }),
    source('facts', 'Curated base', 'WhoLists', '2026-10-01', 1432, { kind: 'curated' }),
  ],
  base: { parties: 279, designations: 1432, instruments: 431, lists: 193, authorities: 158 },
  importing: importing ? { source: 'pk-nacta', phase: 'parsing', done: 2940, total: 4665 } : null,
  verified: 6,
  unverified: 1,
  index: { generation: '41', names: 92011, records: 22099, entities: 20550 },
})

/** The history of a party: events of its records, with fields that changed. */
export const historyAnswer = (id: string) => ({
  id,
  caption: id,
  events: [
    {
      day: '2026-01-28',
      after: '2025-12-10',
      kind: 'amended',
      title: 'UN consolidated list: two fields differ',
      authority: 'un-sc',
      list: 'un-1988',
      instruments: [],
      evidence: [],
      confidence: 'read',
      recorded: '2026-02-01',
      fields: [
        { property: 'position', was: ['Minister'], is: ['Minister of the Interior'] },
        { property: 'alias', was: ['Siraj'], is: ['Siraj', 'سراج الدين'] },
      ],
    },
    {
      day: '2007-09-13',
      after: null,
      kind: 'listed',
      title: 'Listed on the UN 1988 list',
      authority: 'un-sc',
      list: 'un-1988',
      instruments: ['unscr-1390'],
      evidence: [],
      confidence: 'read',
      recorded: null,
      fields: [],
    },
  ],
})
