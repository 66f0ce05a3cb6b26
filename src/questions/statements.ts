import { createHash } from 'node:crypto'
import { type Party, schemaOf } from '../model/index.ts'
import { instantText } from './as-of.ts'
import { versionAt } from './coverage.ts'
import type { Engine, Scope } from './engine.ts'

/** What is asked of the statements; null asks nothing. */
export type StatementsAsked = {
  readonly scope: Scope
  readonly entityId: string | null
  readonly canonicalId: string | null
  readonly prop: string | null
  readonly value: string | null
  readonly schema: string | null
  readonly target: boolean | null
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[]
  readonly limit: number
  readonly offset: number
}

/** One value of one property of one record, in yente's words. */
export type StatementFound = {
  readonly id: string
  readonly entity_id: string
  readonly canonical_id: string
  readonly prop: string
  readonly prop_type: string
  readonly schema: string
  readonly value: string
  readonly dataset: string
  readonly target: boolean
  readonly first_seen: string | null
  readonly last_seen: string | null
}

const DEFAULT_SORT = [
  { field: 'canonical_id', descending: false },
  { field: 'prop', descending: false },
]

/** Statements of the newest versions that meet every condition, in the order asked, and how many there are. */
export async function statementsOf(
  engine: Engine,
  asked: StatementsAsked,
): Promise<{ readonly total: number; readonly results: readonly StatementFound[] }> {
  const found: StatementFound[] = []
  for await (const row of scan(engine, asked)) if (meets(row, asked)) found.push(row)
  found.sort(ordering(asked.sort.length > 0 ? asked.sort : DEFAULT_SORT))
  return { total: found.length, results: found.slice(asked.offset, asked.offset + asked.limit) }
}

async function* scan(engine: Engine, asked: StatementsAsked): AsyncIterable<StatementFound> {
  const wanted = wantedRecords(engine, asked)
  const now = engine.now()
  for (const { source, lists } of asked.scope) {
    const version = versionAt(
      engine.versions.filter(v => v.source === source),
      { published: now, recorded: now },
    )
    if (!version || (wanted && ![...wanted].some(r => r.startsWith(`${source}:`)))) continue
    const rows = wanted ? await chosen(engine, wanted, source) : engine.ledger.state(source, version.published)
    for await (const row of rows) {
      for (const party of row.reading.parties) {
        if (wanted && !wanted.has(party.id)) continue
        if (lists && !row.reading.designations.some(d => d.party === party.id && lists.includes(d.list))) continue
        yield* rowsOf(engine, party, source, { first: row.since, last: version.published })
      }
    }
  }
}

function wantedRecords(engine: Engine, asked: StatementsAsked): ReadonlySet<string> | null {
  if (asked.entityId !== null) return new Set([asked.entityId])
  return asked.canonicalId === null ? null : new Set(engine.membership.recordsOf(asked.canonicalId))
}

async function chosen(engine: Engine, wanted: ReadonlySet<string>, source: string) {
  const now = engine.now()
  const rows = await Promise.all(
    [...wanted].filter(r => r.startsWith(`${source}:`)).map(r => engine.ledger.recordAt(r, { published: now, recorded: now })),
  )
  return rows.filter(row => row !== null)
}

function* rowsOf(
  engine: Engine,
  party: Party,
  dataset: string,
  seen: { readonly first: number; readonly last: number },
): Iterable<StatementFound> {
  const canonical = engine.membership.entityOf(party.id)
  const target = engine.store.get(canonical)?.target ?? false
  const properties = schemaOf(party.schema)?.properties
  for (const { property, value } of party.statements) {
    yield {
      id: createHash('sha1').update(`${dataset}.${party.id}.${property}.${value}`).digest('hex'),
      entity_id: party.id,
      canonical_id: canonical,
      prop: property,
      prop_type: properties?.get(property)?.type ?? 'string',
      schema: party.schema,
      value,
      dataset,
      target,
      first_seen: instantText(seen.first),
      last_seen: instantText(seen.last),
    }
  }
}

const meets = (row: StatementFound, asked: StatementsAsked) =>
  (asked.prop === null || row.prop === asked.prop) &&
  (asked.value === null || row.value === asked.value) &&
  (asked.schema === null || row.schema === asked.schema) &&
  (asked.target === null || row.target === asked.target)

function ordering(sort: StatementsAsked['sort']): (a: StatementFound, b: StatementFound) => number {
  return (a, b) => {
    for (const { field, descending } of sort) {
      const [x, y] = [String(a[field as keyof StatementFound] ?? ''), String(b[field as keyof StatementFound] ?? '')]
      if (x !== y) return (x < y ? -1 : 1) * (descending ? -1 : 1)
    }
    return a.id < b.id ? -1 : 1
  }
}
