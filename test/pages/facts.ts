import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntityAnswer, EventView, InstrumentAnswer, Listing } from '../../src/questions/index.ts'

/** The day the pages are looked at. */
export const NOW = '2026-11-24'

const read = <T>(file: string): readonly T[] => {
  const parsed = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'facts', file), 'utf8')) as T[] | Record<string, T[]>
  return Array.isArray(parsed) ? parsed : (Object.values(parsed).find(Array.isArray) ?? [])
}

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
type Instrument = {
  readonly id: string
  readonly type: string
  readonly number?: string
  readonly title: string
  readonly issuedBy: string
  readonly issued: string
  readonly effective?: string
  readonly implements: readonly string[]
  readonly amends: readonly string[]
  readonly repeals: readonly string[]
  readonly exempts?: readonly string[]
  readonly note?: string
  readonly confidence: Listing['confidence']
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

const designations = read<Designation>('designations.json')
const instruments = new Map(read<Instrument>('instruments.json').map(i => [i.id, i]))
const lists = new Map(read<{ readonly id: string; readonly name: string }>('lists.json').map(l => [l.id, l.name]))
const authorities = new Map(
  read<{ readonly id: string; readonly name: string; readonly jurisdiction: string }>('authorities.json').map(a => [a.id, a]),
)
const citations = new Map(
  read<{ readonly id: string; readonly title: string; readonly url?: string }>('citations.json').map(c => [c.id, c]),
)
const parties = new Map(read<Party>('parties.json').map(p => [p.id, p]))
const relations = read<Relation>('relations.json')

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

/** An instrument with its lineage, as an answer. */
export function instrumentOf(id: string): InstrumentAnswer | undefined {
  const instrument = instruments.get(id)
  if (!instrument) return undefined
  const all = [...instruments.values()]
  const direct = {
    implements: instrument.implements,
    amends: instrument.amends,
    repeals: instrument.repeals,
    exempts: instrument.exempts ?? [],
    implementedBy: all.filter(i => i.implements.includes(id)).map(i => i.id),
    amendedBy: all.filter(i => i.amends.includes(id)).map(i => i.id),
    repealedBy: all.filter(i => i.repeals.includes(id)).map(i => i.id),
    exemptions: all.filter(i => i.exempts?.includes(id)).map(i => i.id),
  }
  const reach = (start: string, next: (i: Instrument) => readonly string[]) => {
    const found = new Set<string>()
    const go = (at: string) => {
      const here = instruments.get(at)
      for (const other of here ? next(here) : [])
        if (!found.has(other)) {
          found.add(other)
          go(other)
        }
    }
    go(start)
    return [...found]
  }
  const down = (key: 'implements' | 'amends' | 'repeals') => reach(id, i => all.filter(o => o[key].includes(i.id)).map(o => o.id))
  const chain = [...instruments.values()].flatMap(i =>
    (['implements', 'amends', 'repeals'] as const).flatMap(verb => i[verb].map(target => ({ act: i.id, verb, target }))),
  )
  const near = new Set([id, ...reach(id, i => i.implements), ...down('implements'), ...direct.amendedBy, ...direct.amends])
  const edges = chain.filter(edge => near.has(edge.act) && near.has(edge.target))
  const ids = new Set([...Object.values(direct).flat(), ...near])
  return {
    id,
    title: instrument.title,
    number: instrument.number ?? null,
    type: instrument.type,
    issuedBy: authorities.get(instrument.issuedBy)?.name ?? instrument.issuedBy,
    issued: instrument.issued,
    effective: instrument.effective ?? null,
    note: instrument.note ?? null,
    confidence: instrument.confidence,
    inForce: direct.repealedBy.length === 0,
    ...direct,
    designations: designations.filter(d => d.instrument === id).map(d => `${d.partyId}@${d.list}`),
    allImplements: reach(id, i => i.implements),
    allImplementedBy: down('implements'),
    allAmends: reach(id, i => i.amends),
    allAmendedBy: down('amends'),
    allRepeals: reach(id, i => i.repeals),
    allRepealedBy: down('repeals'),
    allExemptions: all.filter(i => i.exempts?.some(e => e === id || down('implements').includes(e))).map(i => i.id),
    chain: edges,
    titles: Object.fromEntries(
      [...ids].flatMap(i => {
        const t = instruments.get(i)
        return t
          ? [[i, { title: t.title, number: t.number ?? null, issued: t.issued, issuedBy: authorities.get(t.issuedBy)?.name ?? t.issuedBy }]]
          : []
      }),
    ),
  }
}

/** The names of authorities. */
export const authorityOf = (id: string) => authorities.get(id)
/** The name of a party. */
export const captionOf = (id: string) => parties.get(id)?.name ?? id
/** Instruments whose title or number has some words. */
export const findInstruments = (text: string) =>
  [...instruments.values()]
    .filter(i => `${i.title} ${i.number ?? ''}`.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 20)
    .map(i => ({
      id: i.id,
      title: i.title,
      number: i.number ?? null,
      type: i.type,
      issuedBy: i.issuedBy,
      issued: i.issued,
      confidence: i.confidence,
    }))
