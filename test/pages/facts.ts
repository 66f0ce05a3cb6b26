import type { EntityAnswer, EventView, Listing, ListLine } from '../../src/questions/index.ts'
import { authorities, instruments, rows } from './instruments.ts'

/** The day the pages are looked at. */
export const NOW = '2026-11-24'

type Designation = {
  readonly party: string
  readonly partyId: string
  readonly list: string
  readonly authority: string
  readonly jurisdiction: string
  readonly status: Listing['status']
  readonly from: string | null
  readonly to?: string
  readonly instrument: string | null
  readonly endInstrument?: string
  readonly seenOn?: readonly { readonly date: string }[]
  readonly asOf?: string
  readonly disputed?: boolean
  readonly note?: string
  readonly confidence: Listing['confidence']
  readonly citations: readonly string[]
}
type Relation = {
  readonly date: string
  readonly type: string
  readonly description: string
  readonly actor: string
  readonly confidence: Listing['confidence']
  readonly citations: readonly string[]
}
type Party = {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly aliases: readonly string[]
  readonly kind: string
  readonly country: string
  readonly birthDates?: readonly string[]
}

const designations = rows<Designation>('designations.json')
const LISTS = rows<Pick<ListLine, 'id' | 'name' | 'authority' | 'kind'>>('lists.json')
const lists = new Map(LISTS.map(l => [l.id, l.name]))
const citations = new Map(
  rows<{ readonly id: string; readonly title: string; readonly url?: string }>('citations.json').map(c => [c.id, c]),
)
const parties = new Map(rows<Party>('parties.json').map(p => [p.id, p]))
const relations = rows<Relation>('relations.json')

const addDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const first = (date: string) => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)
const last = (date: string) =>
  date.length === 4
    ? `${date}-12-31`
    : date.length === 7
      ? new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5)), 0)).toISOString().slice(0, 10)
      : date

const bound = (date: string) => ({ after: addDays(first(date), -1), by: last(date), basis: 'curated' as const, text: date })
const evidence = (confidence: Listing['confidence'], disputed: boolean, cited: readonly string[]) => [
  { source: 'facts', version: 'facts/2026-10-01', record: 'facts:base', field: 'designations', confidence, disputed, citations: cited },
]
const named = (id: string | null | undefined) => {
  const instrument = id ? instruments.get(id) : undefined
  return instrument ? [{ id: instrument.id, title: instrument.title, number: instrument.number ?? null }] : []
}

/** The listings of a party as the curated base has them, in the shape of an answer for a day. */
export function listingsOf(party: string, day = NOW): readonly Listing[] {
  return designations.filter(d => d.partyId === party).map(d => listingOf(d, day))
}

function listingOf(d: Designation, day: string): Listing {
  const seen = (d.seenOn ?? []).map(s => s.date).sort()
  const from = d.from ? bound(d.from) : seen[0] ? { after: null, by: seen[0], basis: 'seen' as const, text: '' } : null
  const to = d.to ? bound(d.to) : null
  const begun = d.status === 'never' || !from || from.by <= day
  return {
    list: d.list,
    listName: lists.get(d.list) ?? d.list,
    authority: d.authority,
    authorityName: authorities.get(d.authority)?.name ?? d.authority,
    jurisdiction: d.jurisdiction,
    status: d.status,
    holds: begun && (!to || to.by > day) && d.list !== 'ru-rosfin-terror',
    from,
    to,
    instruments: named(d.instrument),
    endInstruments: named(d.endInstrument),
    confidence: d.confidence,
    disputed: d.disputed ?? false,
    evidence: evidence(d.confidence, d.disputed ?? false, d.citations),
    reference: null,
    programme: null,
    grounds: null,
    lastRead: d.asOf ?? seen.at(-1) ?? (d.status === 'suspended' ? NOW : null),
    note: d.note ?? null,
    disagreement: [],
  }
}

/** The lists of the curated base. */
export const listLines = (): readonly ListLine[] =>
  LISTS.map(({ id, name, authority, kind }) => {
    const decider = authorities.get(authority)
    return {
      id,
      name,
      authority,
      kind,
      ended: false,
      authorityName: decider?.name ?? authority,
      jurisdiction: decider?.jurisdiction ?? 'zz',
    }
  })

/** Everything about a party of the curated base, as an answer. */
export function entityOf(id: string): EntityAnswer | undefined {
  const party = parties.get(id)
  if (!party) return undefined
  const listings = listingsOf(id)
  const cited = new Set([...listings.flatMap(l => l.evidence.flatMap(e => e.citations)), ...relations.flatMap(r => r.citations)])
  const names = [
    ...Object.entries(party.names).map(([lang, text]) => ({ text, lang, kind: 'name' as const })),
    ...party.aliases.map(text => ({ text, lang: null, kind: 'alias' as const })),
  ]
  return {
    entity: {
      id,
      caption: party.name,
      schema: party.kind === 'person' ? 'Person' : 'Organization',
      datasets: ['facts'],
      referents: [id],
      target: true,
      properties: { name: names.map(n => n.text), country: [party.country], ...(party.birthDates ? { birthDate: party.birthDates } : {}) },
      first_seen: null,
      last_seen: null,
      last_change: null,
    },
    names: names.map(n => ({ ...n, sources: n.kind === 'name' ? ['facts'] : ['us-ofac-sdn'] })),
    records: recordsOf(id, party),
    listings,
    events: id === 'taliban' ? relations.map(eventOf) : [],
    links: [{ schema: 'UnknownLink', role: 'leader', other: 'haqqani-network', otherCaption: 'Haqqani Network', text: 'associated with' }],
    citations: Object.fromEntries(
      [...cited].flatMap(c => (citations.has(c) ? [[c, { title: citations.get(c)?.title ?? c, url: citations.get(c)?.url ?? null }]] : [])),
    ),
    asOf: { valid: NOW, published: `${NOW}T23:59:59Z`, recorded: `${NOW}T23:59:59Z` },
    versions: VERSIONS,
    incomplete: [],
  }
}

const eventOf = (r: Relation): EventView => ({
  day: last(r.date),
  after: r.date.length === 10 ? null : first(r.date),
  kind: 'relation',
  relation: r.type,
  title: r.description,
  authority: r.actor,
  list: null,
  instruments: [],
  evidence: evidence(r.confidence, false, r.citations),
  confidence: r.confidence,
  fields: [],
  recorded: null,
})

function recordsOf(id: string, party: Party): EntityAnswer['records'] {
  const statement = (property: string, label: string, value: string, lang: string | null = null) => ({
    property,
    label,
    value,
    text: value,
    field: property.toUpperCase(),
    lang,
  })
  const base = { sha256: ['c6a354e9d7981f2e4c6a354e9d7981f2e4c6a354e9d7981f2e4c6a354e9d7981'], schema: 'Organization', caption: party.name }
  return [
    {
      ...base,
      id: `facts:${id}`,
      source: 'facts',
      sourceTitle: 'Curated base',
      reference: null,
      version: 'facts/2026-10-01',
      joined: null,
      statements: Object.entries(party.names).map(([lang, text]) => statement('name', 'Name', text, lang)),
    },
    {
      ...base,
      id: 'us-ofac-sdn:6636',
      source: 'us-ofac-sdn',
      sourceTitle: 'OFAC SDN list',
      reference: '6636',
      version: 'us-ofac-sdn/2024-05-03',
      joined: { reason: 'the curated base quotes the OFAC number 6636', by: 'rule', recorded: '2026-10-02' },
      statements: [
        statement('name', 'Name', 'TALIBAN'),
        statement('alias', 'Other name', 'TALEBAN'),
        statement('program', 'Program', 'SDGT'),
        statement('topics', 'Topics', 'sanction'),
      ],
    },
  ]
}

/** The versions every answer stands on. */
export const VERSIONS = [
  ['un-sc', '2026-01-28', 300],
  ['us-ofac-sdn', '2024-05-03', 935],
  ['gb-fcdo', '2026-05-13', 195],
  ['ca-terrorists', '2026-06-14', 163],
  ['facts', '2026-10-01', 54],
].map(([source, published, ageDays]) => ({
  source: String(source),
  version: `${source}/${published}`,
  published: `${published}T00:00:00Z`,
  ageDays: Number(ageDays),
  files: [{ name: `${source}.xml`, sha256: 'c6a354e9d7981f2e4c6a354e9d7981f2e4c6a354e9d7981f2e4c6a354e9d7981' }],
}))

/** The name of a party. */
export const captionOf = (id: string) => parties.get(id)?.name ?? id
