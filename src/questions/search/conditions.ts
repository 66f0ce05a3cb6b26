import type { SQLInputValue } from 'node:sqlite'
import { WhoListsError } from '../../model/index.ts'
import type { EntityStore } from './store.ts'
import type { Clause } from './syntax.ts'

/** A condition on `e` (the entity table) with its values. */
export type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] }

const TRUE: Condition = { sql: '1', values: [] }
const FALSE: Condition = { sql: '0', values: [] }

/** Columns of the entity table by the name a query calls them. */
export const COLUMNS: Readonly<Record<string, string>> = {
  id: 'e.name',
  caption: 'e.caption',
  schema: 'e.schema',
  first_seen: 'e.first_seen',
  last_seen: 'e.last_seen',
  last_change: 'e.last_change',
}

const TEXT_FIELDS: Readonly<Record<string, string>> = { names: 'names', name_parts: 'names', name: 'names', caption: 'names', text: 'text' }

/** The condition that a parsed query puts on an entity. `fuzzy` widens terms marked with `~`. */
export function conditionOf(store: EntityStore, clause: Clause, fuzzy: boolean): Condition {
  switch (clause.kind) {
    case 'all':
      return TRUE
    case 'and':
    case 'or':
      return joined(
        clause.clauses.map(c => conditionOf(store, c, fuzzy)),
        clause.kind === 'and' ? ' AND ' : ' OR ',
      )
    case 'not': {
      const inner = conditionOf(store, clause.clause, fuzzy)
      return { sql: `NOT (${inner.sql})`, values: inner.values }
    }
    case 'phrase':
      if (clause.field !== null && !(clause.field in TEXT_FIELDS)) return fieldCondition(store, clause.field, [clause.words.join(' ')])
      return words(phraseMatch(clause.field, clause.words, clause.slop))
    case 'term':
      return termCondition(store, clause, fuzzy)
  }
}

/** Conditions joined by AND or OR. */
export function joined(conditions: readonly Condition[], by: ' AND ' | ' OR '): Condition {
  if (conditions.length === 0) return by === ' AND ' ? TRUE : FALSE
  return { sql: conditions.map(c => `(${c.sql})`).join(by), values: conditions.flatMap(c => c.values) }
}

/** Entities that have one of these values in a field; a field that nothing has is never met. */
export function fieldCondition(store: EntityStore, field: string, values: readonly string[]): Condition {
  const column = COLUMNS[field]
  if (column && values.length > 0) return { sql: `${column} IN (${values.map(() => '?').join(',')})`, values }
  const rows = store.valuesOf(field)
  if (rows === null || values.length === 0) return FALSE
  return { sql: `e.id IN (SELECT entity FROM ${rows} WHERE value IN (${values.map(() => '?').join(',')}))`, values }
}

function termCondition(store: EntityStore, term: Clause & { kind: 'term' }, fuzzy: boolean): Condition {
  if (term.field !== null && !(term.field in TEXT_FIELDS)) {
    const values = [...new Set([term.text, term.text.toLowerCase(), term.text.toUpperCase()])]
    if (!term.prefix) return fieldCondition(store, term.field, values)
    const rows = store.valuesOf(term.field)
    return rows === null
      ? FALSE
      : {
          sql: `e.id IN (SELECT entity FROM ${rows} WHERE value >= ? AND value < ?)`,
          values: [term.text, `${term.text}\u{10ffff}`],
        }
  }
  const column = term.field === null ? '' : `${TEXT_FIELDS[term.field]} : `
  const distance = term.fuzzy === null ? 0 : term.fuzzy < 0 ? (fuzzy ? autoDistance(term.text) : 0) : Math.min(2, Math.round(term.fuzzy))
  if (distance > 0) {
    const near = nearWords(store, term.text.toLowerCase(), distance)
    return near.length === 0 ? FALSE : words(`${column}(${near.map(quoted).join(' OR ')})`)
  }
  const parts = term.text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
  if (parts.length === 0) return TRUE
  return words(
    `${column}(${parts.length === 1 ? quoted(parts[0] ?? '') : `"${parts.join(' ').replaceAll('"', '')}"`}${term.prefix ? ' *' : ''})`,
  )
}

const phraseMatch = (field: string | null, list: readonly string[], slop: number) => {
  const column = field === null ? '' : `${TEXT_FIELDS[field] ?? 'text'} : `
  if (slop > 0) return `${column}NEAR(${list.map(quoted).join(' ')}, ${slop})`
  return `${column}"${list.join(' ').replaceAll('"', '')}"`
}

const quoted = (word: string) => `"${word.replaceAll('"', '')}"`

const words = (match: string): Condition => ({ sql: 'e.id IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [match] })

// Lucene's AUTO: none to two letters, one to five, two above.
const autoDistance = (text: string) => (text.length <= 2 ? 0 : text.length <= 5 ? 1 : 2)

function nearWords(store: EntityStore, text: string, distance: number): readonly string[] {
  const rows = store.all<{ term: string }>(
    'SELECT term FROM vocabulary WHERE length(term) BETWEEN ? AND ?',
    text.length - distance,
    text.length + distance,
  )
  const near = rows.map(r => r.term).filter(t => within(t, text, distance))
  if (near.length > 500) throw new WhoListsError('search.invalid', { reason: `too many words are near ${text}` })
  return near
}

// Edit distance with transpositions, given up once above the limit.
function within(a: string, b: string, limit: number): boolean {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > limit) return false
    before = row
    row = next
  }
  return (row[b.length] ?? limit + 1) <= limit
}
