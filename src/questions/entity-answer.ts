import type { KnownVersion } from '../ledger/index.ts'
import { type AsOf, type Citation, captionOf, type Judgement, type Source, schemaOf } from '../model/index.ts'
import { asOfText, instantText } from './as-of.ts'
import type { Coverage } from './coverage.ts'
import { type Member, mergeMembers, nameKind } from './merge.ts'
import type { EntityAnswer, EventView, Listing, RecordView } from './types.ts'

/** What an entity's answer is put together from. */
export type EntityParts = {
  readonly id: string
  readonly members: readonly Member[]
  readonly topics: readonly string[]
  readonly listings: readonly Listing[]
  /** Whose listings these are, where it is not the entity itself. */
  readonly listedAs: EntityAnswer['listedAs'] | null
  readonly events: readonly EventView[]
  readonly citations: ReadonlyMap<string, Citation>
  readonly coverage: Coverage
  readonly asOf: AsOf
  readonly sources: ReadonlyMap<string, Source>
  readonly versions: readonly KnownVersion[]
  readonly judgements: readonly Judgement[]
  /** The caption of another entity by the id of one of its records. */
  readonly captionOfOther: (record: string) => string
  /** The record that a tie means, where the publisher has it in another of his files. */
  readonly meant: (record: string) => string
}

/** Everything about an entity: names with where they stand, each record as its source has it, listings, events, links. */
export function entityAnswer(parts: EntityParts): EntityAnswer {
  const { members, coverage } = parts
  const used = new Set(members.map(m => m.source))
  return {
    entity: mergeMembers(parts.id, members, parts.topics),
    names: namesOf(members),
    records: members.map(member => recordView(member, parts)),
    listings: parts.listings,
    ...(parts.listedAs ? { listedAs: parts.listedAs } : {}),
    events: parts.events,
    links: linksOf(members, parts),
    citations: citationsOf(parts),
    asOf: asOfText(parts.asOf),
    versions: coverage.versions.filter(v => used.has(v.source)),
    incomplete: coverage.incomplete,
  }
}

/** Titles and addresses of what the evidence of listings and events cites. */
function citationsOf({ listings, events, citations }: EntityParts): NonNullable<EntityAnswer['citations']> {
  const cited = new Set([...listings, ...events].flatMap(({ evidence }) => evidence.flatMap(e => e.citations)))
  return Object.fromEntries(
    [...cited].flatMap(id => {
      const found = citations.get(id)
      return found ? [[id, { title: found.title, url: found.url ?? null }]] : []
    }),
  )
}

function namesOf(members: readonly Member[]): EntityAnswer['names'] {
  const names = new Map<string, { text: string; kind: EntityAnswer['names'][number]['kind']; lang: string | null; sources: Set<string> }>()
  for (const { party, source } of members) {
    for (const statement of party.statements) {
      const kind = nameKind(statement)
      if (!kind) continue
      const known = names.get(statement.value)
      if (known) known.sources.add(source)
      else names.set(statement.value, { text: statement.value, kind, lang: statement.lang ?? null, sources: new Set([source]) })
    }
  }
  const order = { name: 0, alias: 1, former: 2, 'weak-alias': 3 }
  return [...names.values()].sort((a, b) => order[a.kind] - order[b.kind]).map(n => ({ ...n, sources: [...n.sources] }))
}

function recordView(member: Member, parts: EntityParts): RecordView {
  const source = parts.sources.get(member.source)
  const version = parts.versions.find(v => v.name === member.version)
  const properties = schemaOf(member.party.schema)?.properties
  const join = parts.judgements.findLast(j => j.verdict === 'same' && (j.a === member.record || j.b === member.record))
  return {
    id: member.record,
    source: member.source,
    sourceTitle: source?.title ?? member.source,
    reference: member.source === 'facts' ? null : member.record.slice(member.source.length + 1),
    version: member.version,
    sha256: (version?.files ?? []).map(f => f.sha256),
    schema: member.party.schema,
    caption: captionOf(member.party),
    statements: member.party.statements.map(s => ({
      property: s.property,
      label: properties?.get(s.property)?.label ?? s.property,
      value: s.value,
      text: s.text,
      field: s.field,
      lang: s.lang ?? null,
    })),
    joined: join ? { reason: join.reason, by: join.by, recorded: instantText(join.recorded) } : null,
  }
}

function linksOf(members: readonly Member[], { captionOfOther, meant }: EntityParts): EntityAnswer['links'] {
  const records = new Set(members.map(m => m.record))
  return members.flatMap(({ reading }) =>
    reading.links.flatMap(link => {
      const outward = records.has(link.from)
      if (!outward && !records.has(link.to)) return []
      const other = meant(outward ? link.to : link.from)
      const schema = schemaOf(link.schema)
      const role = link.statements.find(s => s.property === 'role' || s.property === 'relationship')?.value
      return [
        {
          schema: link.schema,
          role: role ?? schema?.label ?? link.schema,
          other,
          otherCaption: captionOfOther(other),
          text: link.statements.map(s => s.text).join('; '),
        },
      ]
    }),
  )
}
