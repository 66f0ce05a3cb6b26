import { isA, matchableWith, schemaNames, schemaOf, typeValues, WhoListsError } from '../../model/index.ts'
import type { EntityJson } from '../types.ts'
import { COLUMNS, type Condition, conditionOf, fieldCondition, joined } from './conditions.ts'
import type { EntityStore } from './store.ts'
import { parseQuery, parseSimple } from './syntax.ts'

/** A search by words and fields over the entities of now. */
export type SearchAsked = {
  /** Sources, and for each the lists that count; null means all of it, `''` records on no list. */
  readonly scope: readonly { readonly source: string; readonly lists: readonly string[] | null }[]
  /** A Lucene query string. */
  readonly q: string
  /** Forgiving syntax that never fails. */
  readonly simple: boolean
  /** Terms marked with `~` may differ by an edit distance that grows with their length. */
  readonly fuzzy: boolean
  readonly schema: string
  readonly excludedSchemata: readonly string[]
  readonly changedSince: string | null
  /** Each field's accepted values: any of them, or all where `all`. */
  readonly filters: readonly { readonly field: string; readonly values: readonly string[]; readonly all: boolean }[]
  readonly target: boolean | null
  readonly facets: readonly string[]
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[]
  readonly limit: number
  readonly offset: number
}

/** What a search found, with counts by facet. */
export type SearchFound = {
  readonly total: number
  readonly results: readonly EntityJson[]
  readonly facets: Readonly<
    Record<
      string,
      { readonly label: string; readonly values: readonly { readonly name: string; readonly label: string; readonly count: number }[] }
    >
  >
}

/** The most values of one facet. */
const MAX_BUCKETS = 1000

/** Entities that meet every condition, the most relevant first. @throws input.invalid */
export function searchEntities(store: EntityStore, asked: SearchAsked, titleOf: (dataset: string) => string): SearchFound {
  const condition = wholeCondition(store, asked)
  const total = store.all<{ n: number }>(`SELECT count(*) AS n FROM entity e WHERE ${condition.sql}`, ...condition.values)[0]?.n ?? 0
  return {
    total,
    results: asked.limit === 0 ? [] : page(store, asked, condition),
    facets: Object.fromEntries(asked.facets.map(name => [name, facet(store, name, condition, titleOf)])),
  }
}

function wholeCondition(store: EntityStore, asked: SearchAsked): Condition {
  const conditions: Condition[] = [scopeCondition(store, asked.scope), schemaCondition(asked)]
  conditions.push(conditionOf(store, asked.simple ? parseSimple(asked.q) : parseQuery(asked.q), asked.fuzzy))
  if (asked.changedSince) conditions.push({ sql: 'e.last_change > ?', values: [asked.changedSince] })
  if (asked.target !== null) conditions.push({ sql: 'e.target = ?', values: [asked.target ? 1 : 0] })
  for (const { field, values, all } of asked.filters) {
    if (all) conditions.push(...values.map(v => fieldCondition(store, field, [v])))
    else conditions.push(fieldCondition(store, field, values))
  }
  return joined(conditions, ' AND ')
}

function scopeCondition(store: EntityStore, scope: SearchAsked['scope']): Condition {
  const whole = scope.flatMap(({ source, lists }) => (lists === null ? [source] : []))
  const parts = scope.flatMap(({ source, lists }) => (lists ?? []).map(list => `${source} ${list}`))
  return joined([fieldCondition(store, 'datasets', whole), fieldCondition(store, 'scope', parts)], ' OR ')
}

function schemaCondition(asked: SearchAsked): Condition {
  const schema = schemaOf(asked.schema)
  if (!schema) throw new WhoListsError('input.invalid', { what: 'Invalid schema', expected: 'a FollowTheMoney schema', seen: asked.schema })
  const names =
    schema.matchable || asked.schema === 'Thing' ? [...matchableWith(asked.schema)] : schemaNames().filter(name => isA(name, asked.schema))
  const wide = asked.schema === 'Thing' ? schemaNames().filter(name => isA(name, 'Thing')) : names
  const kept = wide.filter(name => !asked.excludedSchemata.includes(name))
  return { sql: `e.schema IN (${kept.map(() => '?').join(',') || 'NULL'})`, values: kept }
}

function page(store: EntityStore, asked: SearchAsked, condition: Condition): readonly EntityJson[] {
  const order: string[] = []
  for (const { field, descending } of asked.sort) {
    const way = descending ? 'DESC' : 'ASC'
    const column = COLUMNS[field]
    if (column) order.push(`${column} ${way} NULLS LAST`)
    else {
      const rows = store.valuesOf(field)
      if (rows === null && !field.startsWith('properties.'))
        throw new WhoListsError('search.invalid', { reason: `there is no field ${field} to sort by` })
      if (rows !== null) order.push(`(SELECT ${descending ? 'max' : 'min'}(value) FROM ${rows} WHERE entity = e.id) ${way} NULLS LAST`)
    }
  }
  const plain = plainWords(asked.q)
  const rank =
    plain === ''
      ? { sql: '0', values: [] }
      : { sql: 'coalesce((SELECT -bm25(words, 3.0, 1.0) FROM words WHERE words MATCH ? AND rowid = e.id), 0)', values: [plain] }
  order.push(`${rank.sql} + sqrt(0.5 * e.richness) DESC`, 'e.name ASC')
  const rows = store.all<{ body: string }>(
    `SELECT e.body FROM entity e WHERE ${condition.sql} ORDER BY ${order.join(', ')} LIMIT ? OFFSET ?`,
    ...condition.values,
    ...rank.values,
    asked.limit,
    asked.offset,
  )
  return rows.map(r => JSON.parse(r.body) as EntityJson)
}

// The words of a query without its syntax, any of them, for ranking.
const plainWords = (q: string) =>
  (q.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
    .filter(w => !['AND', 'OR', 'NOT'].includes(w))
    .map(w => `"${w}"`)
    .join(' OR ')

const FACET_LABELS: Readonly<Record<string, string>> = {
  countries: 'Countries',
  topics: 'Topics',
  datasets: 'Data sources',
  schema: 'Types',
  identifiers: 'Identifiers',
  genders: 'Genders',
}

function facet(
  store: EntityStore,
  name: string,
  condition: Condition,
  titleOf: (dataset: string) => string,
): SearchFound['facets'][string] {
  const label = FACET_LABELS[name] ?? name
  if (name === 'schema') {
    const rows = store.all<{ name: string; count: number }>(
      `SELECT e.schema AS name, count(*) AS count FROM entity e WHERE ${condition.sql} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MAX_BUCKETS}`,
      ...condition.values,
    )
    return { label, values: rows.map(r => ({ ...r, label: schemaOf(r.name)?.plural ?? r.name })) }
  }
  const values = store.valuesOf(name)
  if (values === null) return { label, values: [] }
  const rows = store.all<{ name: string; count: number }>(
    `SELECT v.value AS name, count(DISTINCT e.id) AS count FROM ${values} v JOIN entity e ON e.id = v.entity WHERE ${condition.sql} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MAX_BUCKETS}`,
    ...condition.values,
  )
  return { label, values: rows.map(r => ({ ...r, label: valueLabel(name, r.name, titleOf) })) }
}

function valueLabel(facetName: string, value: string, titleOf: (dataset: string) => string): string {
  if (facetName === 'datasets') return titleOf(value)
  const type = { countries: 'country', topics: 'topic', genders: 'gender' }[facetName]
  return type ? (typeValues(type)[value] ?? value) : value
}

/** Entities whose names have a word for each word of the prefix, the last one unfinished; the best known first. */
export function suggestEntities(
  store: EntityStore,
  asked: { readonly scope: SearchAsked['scope']; readonly prefix: string; readonly limit: number },
): readonly EntityJson[] {
  const words = asked.prefix.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return []
  const match = `names : (${words.map((w, i) => (i === words.length - 1 ? `"${w}" *` : `"${w}"`)).join(' AND ')})`
  const condition = joined(
    [scopeCondition(store, asked.scope), { sql: 'e.id IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [match] }],
    ' AND ',
  )
  const rows = store.all<{ body: string }>(
    `SELECT e.body FROM entity e WHERE ${condition.sql} ORDER BY e.richness DESC, e.name LIMIT ?`,
    ...condition.values,
    asked.limit,
  )
  return rows.map(r => JSON.parse(r.body) as EntityJson)
}
