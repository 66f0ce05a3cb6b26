import { clean } from './clean/index.ts'
import { schemaOf } from './ftm.ts'
import type { Party, Problem, Statement } from './types.ts'

/** Collects what a record says of one party. Values are cleaned by the property's type; what cannot be cleaned becomes a problem. */
export type PartyBuilder = {
  readonly id: string
  readonly schema: string
  /** Adds one value; empty text is nothing. `lang` is ISO 639-1 where known. */
  add(property: string, text: string | null | undefined, field: string, options?: { lang?: string; country?: string }): void
  /** Adds a value that is clean already, with the words it was read from. */
  addClean(property: string, value: string, text: string, field: string): void
  readonly problems: readonly Problem[]
  /** The party, statements without repetition, in the order they came. */
  build(): Party
}

/**
 * A builder for one party of a record.
 *
 * @param id `<source>:<key>`, and `<source>:<key>/<part>` for further parties of one record
 * @param schema a FollowTheMoney schema
 * @throws Error where schema or property do not exist: a parser's mistake, never the data's
 */
export function partyBuilder(id: string, schema: string): PartyBuilder {
  const known = schemaOf(schema)
  if (!known) throw new Error(`no schema ${schema}`)
  const statements = new Map<string, Statement>()
  const problems: Problem[] = []
  const keep = (statement: Statement) => {
    const key = `${statement.property}\u0000${statement.value}`
    if (!statements.has(key)) statements.set(key, statement)
  }
  return {
    id,
    schema,
    problems,
    add(property, text, field, options = {}) {
      const found = known.properties.get(property)
      if (!found) throw new Error(`${schema} has no property ${property}`)
      const trimmed = text?.trim()
      if (!trimmed) return
      const cleaned = clean(found, trimmed, options.country)
      if ('problem' in cleaned) problems.push({ ...cleaned.problem, field, seen: trimmed })
      else {
        for (const value of cleaned.values) keep({ property, value, text: trimmed, field, ...(options.lang ? { lang: options.lang } : {}) })
        if (cleaned.note) problems.push({ ...cleaned.note, severity: 'note', field, seen: trimmed })
      }
    },
    addClean(property, value, text, field) {
      if (!known.properties.has(property)) throw new Error(`${schema} has no property ${property}`)
      keep({ property, value, text, field })
    },
    build: () => ({ id, schema, statements: [...statements.values()] }),
  }
}

/** The values of one property, in order. */
export const valuesOf = (party: Party, property: string): readonly string[] =>
  party.statements.filter(s => s.property === property).map(s => s.value)

/** The name to show: the first name, else the first of the schema's caption properties that has a value, else the id. */
export function captionOf(party: Party): string {
  const order = schemaOf(party.schema)?.caption ?? ['name']
  for (const property of ['name', ...order]) {
    const value = party.statements.find(s => s.property === property)?.value
    if (value) return value
  }
  return party.id
}
