import type {
  Authority,
  Citation,
  Confidence,
  Designation,
  Instrument,
  Link,
  ListFact,
  PartialDate,
  Problem,
  RawRecord,
  Reading,
  Reference,
  Status,
} from '../../model/index.ts'
import { isDay, partyBuilder, readStoredDate } from '../../model/index.ts'
import type { AuthorityRow, CitationRow, DesignationRow, InstrumentRow, ListRow, PartyRow, RawRow, RelationRow } from './rows.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Draft = Mutable<Reading> & { problems: Problem[] }

/** The reading of one raw record of the curated base. */
export function parse(raw: RawRecord): Reading {
  const record = JSON.parse(raw.body) as RawRow
  const draft: Draft = { parties: [], designations: [], instruments: [], links: [], unread: [], problems: [] }
  switch (record.kind) {
    case 'party':
      parseParty(record.row, record.designations, draft)
      break
    case 'instrument':
      draft.instruments = [instrument(record.row, draft)]
      break
    case 'authority':
      draft.authorities = [authority(record.row)]
      break
    case 'list':
      draft.lists = [list(record.row)]
      break
    case 'citation':
      draft.citations = [citation(record.row)]
      break
    case 'relation':
      draft.relations = [relation(record.row, new Set(record.parties), draft)]
      break
  }
  return draft
}

/** FollowTheMoney's schema for each kind of party in the base. */
const SCHEMAS: Readonly<Record<string, string>> = {
  movement: 'Organization',
  'armed-group': 'Organization',
  charity: 'Organization',
  party: 'Organization',
  'criminal-organisation': 'Organization',
  'state-body': 'PublicBody',
  company: 'Company',
  person: 'Person',
}

function parseParty(row: PartyRow, designations: readonly DesignationRow[], draft: Draft) {
  const id = `facts:${row.id}`
  const at = `parties.json#${row.id}`
  const schema = SCHEMAS[row.kind]
  if (schema === undefined) draft.problems.push({ code: 'party.kind-unknown', severity: 'flag', field: `${at}/kind`, seen: row.kind })
  const party = partyBuilder(id, schema ?? 'LegalEntity')
  for (const [lang, name] of englishFirst(row.names)) party.add('name', name, `${at}/names.${lang}`, { lang })
  for (const alias of row.aliases) party.add('alias', alias, `${at}/aliases`)
  if (row.country !== 'zz') party.add('country', row.country, `${at}/country`)
  for (const date of row.birthDates ?? []) party.add('birthDate', date, `${at}/birthDates`)
  for (const position of row.positions ?? []) party.add('position', position, `${at}/positions`)
  if (schema !== 'Person') party.add('classification', row.kind, `${at}/kind`)
  draft.problems.push(...party.problems)
  draft.parties = [party.build()]
  draft.links = (row.memberOf ?? []).map(
    (organization): Link => ({ schema: 'Membership', from: id, to: `facts:${organization}`, statements: [] }),
  )
  draft.references = Object.entries(row.externalIds ?? {}).flatMap(([scheme, value]) =>
    reference(id, scheme, value, `${at}/externalIds.${scheme}`, draft),
  )
  draft.designations = designations.map(d => designation(d, draft))
}

const englishFirst = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).sort(([a], [b]) => Number(b === 'en') - Number(a === 'en'))

function reference(party: string, scheme: string, value: string, field: string, draft: Draft): readonly Reference[] {
  if (scheme === 'un' || scheme === 'ofac' || scheme === 'uk' || scheme === 'eu') return [{ party, scheme, value, field }]
  draft.problems.push({
    code: 'reference.scheme-unknown',
    severity: 'flag',
    field,
    seen: `${scheme} ${value}`,
    expected: 'un, ofac, uk or eu',
  })
  return []
}

const STATUSES: ReadonlySet<string> = new Set(['listed', 'suspended', 'delisted', 'never'])

function designation(row: DesignationRow, draft: Draft): Designation {
  const field = `designations.json#${row.partyId}@${row.list}/${row.from ?? row.status}`
  if (!STATUSES.has(row.status))
    draft.problems.push({
      code: 'status.unknown',
      severity: 'stop',
      field,
      seen: row.status,
      expected: 'listed, suspended, delisted or never',
    })
  const from = date(row.from, `${field}/from`, draft)
  const to = date(row.to, `${field}/to`, draft)
  const seenOn = (row.seenOn ?? []).map(s => s.date).filter(isDay)
  return {
    party: `facts:${row.partyId}`,
    list: row.list,
    programme: '',
    status: row.status as Status,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    instruments: row.instrument ? [row.instrument] : [],
    ...(row.endInstrument ? { endInstruments: [row.endInstrument] } : {}),
    ...(row.asOf ? { asOf: row.asOf } : {}),
    ...(seenOn.length > 0 ? { seenOn } : {}),
    confidence: confidence(row.confidence),
    ...(row.disputed ? { disputed: true } : {}),
    authority: row.authority,
    citations: [...new Set([...row.citations, ...(row.seenOn ?? []).map(s => s.citation)])],
    ...(row.note ? { note: row.note } : {}),
    field,
  }
}

function date(text: string | null | undefined, field: string, draft: Draft): PartialDate | undefined {
  if (!text) return undefined
  const read = readStoredDate(text)
  if (!read) draft.problems.push({ code: 'date.unreadable', severity: 'flag', field, seen: text, expected: 'YYYY, YYYY-MM or YYYY-MM-DD' })
  return read
}

/** Rows say verified or recalled; anything else counts as recalled, the weaker word. */
const confidence = (text: string): Confidence => (text === 'verified' ? 'verified' : 'recalled')

function instrument(row: InstrumentRow, draft: Draft): Instrument {
  const at = `instruments.json#${row.id}`
  const issued = date(row.issued, `${at}/issued`, draft)
  const effective = date(row.effective, `${at}/effective`, draft)
  const acts = (['implements', 'amends', 'repeals', 'exempts'] as const).flatMap(verb =>
    (row[verb] ?? []).map(target => ({ verb, target })),
  )
  return {
    id: row.id,
    type: row.type,
    ...(row.number ? { number: row.number } : {}),
    title: row.title,
    issuedBy: row.issuedBy,
    issued: issued ?? { earliest: '0001-01-01', latest: '9999-12-31', approximate: true, text: row.issued },
    ...(effective ? { effective } : {}),
    acts,
    ...(row.url ? { url: row.url } : {}),
    ...(row.note ? { note: row.note } : {}),
    confidence: confidence(row.confidence),
    citations: row.citations,
  }
}

const authority = (row: AuthorityRow): Authority => ({
  id: row.id,
  name: row.name,
  ...(row.nativeName ? { nativeName: row.nativeName } : {}),
  jurisdiction: row.jurisdiction,
  kind: row.kind,
  ...(row.website ? { website: row.website } : {}),
  confidence: confidence(row.confidence),
  citations: row.citations,
})

const list = (row: ListRow): ListFact => ({
  id: row.id,
  authority: row.authority,
  name: row.name,
  kind: row.kind as ListFact['kind'],
  scope: row.scope,
  ...(row.url ? { url: row.url } : {}),
  legalBasis: row.legalBasis,
  ended: row.status === 'ended',
  ...(row.note ? { note: row.note } : {}),
  confidence: confidence(row.confidence),
  citations: row.citations,
})

const citation = (row: CitationRow): Citation => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  ...(row.url ? { url: row.url } : {}),
  ...(row.docId ? { docId: row.docId } : {}),
  ...(row.date ? { date: row.date } : {}),
})

function relation(row: RelationRow, parties: ReadonlySet<string>, draft: Draft) {
  const end = (id: string) => (parties.has(id) ? `facts:${id}` : id)
  const read = date(row.date, `relations.json#${row.id}/date`, draft)
  return {
    id: row.id,
    date: read ?? { earliest: '0001-01-01', latest: '9999-12-31', approximate: true, text: row.date },
    actor: end(row.actor),
    target: end(row.target),
    type: row.type,
    description: row.description,
    participants: (row.participants ?? []).map(end),
    confidence: confidence(row.confidence),
    citations: row.citations,
  }
}
