import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Link, type Source, schemaOf } from '../model/index.ts'
import { nameKindOf, nameReader } from '../names/index.ts'
import { type EntityJson, type EntityNow, recordMeant, STORE_SCHEMA } from '../questions/index.ts'
import { openRowWriter, type RowWriter } from './row-writer.ts'

/** Property types that are searched as groups of values, by the group's name. */
const GROUPS: Readonly<Record<string, string>> = {
  country: 'countries',
  identifier: 'identifiers',
  date: 'dates',
  topic: 'topics',
  gender: 'genders',
  email: 'emails',
  phone: 'phones',
  url: 'urls',
  language: 'languages',
  address: 'addresses',
  name: 'names',
}

/**
 * Writes the entity store of a generation; the file appears whole or not at all.
 *
 * @param entities each entity once, with its records in the state of now
 * @param sources every source: ties may name a party of another file of the publisher
 */
export async function buildEntityStore(path: string, entities: AsyncIterable<EntityNow>, sources: readonly Source[] = []): Promise<number> {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.part`
  rmSync(draft, { force: true })
  const rows = openRowWriter({ path: draft, schema: STORE_SCHEMA, kinds: KINDS, last: "INSERT INTO words(words) VALUES ('optimize')" })
  try {
    const writer = new StoreWriter(rows)
    for await (const stored of entities) {
      writer.add(stored)
      await rows.proceed()
    }
    writer.addLinks(sources)
    await rows.end()
    renameSync(draft, path)
    return writer.count
  } catch (error) {
    await rows.drop()
    throw error
  }
}

const KINDS = {
  entity: { into: 'INSERT INTO entity', values: 11 },
  member: { into: 'INSERT OR REPLACE INTO member', values: 2 },
  field: { into: 'INSERT INTO field', values: 3 },
  value: { into: 'INSERT OR IGNORE INTO value', values: 3 },
  words: { into: 'INSERT INTO words(rowid, names, text)', values: 3 },
  edge: { into: 'INSERT OR REPLACE INTO edge', values: 4 },
} as const

class StoreWriter {
  readonly #rows: RowWriter<keyof typeof KINDS>
  readonly #romanised = romaniser()
  readonly #fields = new Map<string, Map<string, number>>()
  #fieldCount = 0
  readonly #numbers = new Map<string, number>()
  readonly #links: { readonly link: Link; readonly source: string }[] = []
  count = 0

  constructor(rows: RowWriter<keyof typeof KINDS>) {
    this.#rows = rows
  }

  add({ entity, members, scopes, inForce }: EntityNow): void {
    this.count += 1
    const id = this.count
    const { properties } = entity
    const richness = Object.values(properties).reduce((n, values) => n + values.length, 0)
    this.#rows.add(
      'entity',
      id,
      entity.id,
      entity.caption,
      entity.schema,
      entity.target ? 1 : 0,
      inForce === null ? null : inForce ? 1 : 0,
      entity.first_seen,
      entity.last_seen,
      entity.last_change,
      richness,
      JSON.stringify(entity),
    )
    for (const member of members) {
      this.#numbers.set(member.record, id)
      if (member.record !== entity.id) this.#rows.add('member', member.record, id)
      for (const link of member.reading.links)
        if (link.from === member.record || !member.reading.parties.some(p => p.id === link.from))
          this.#links.push({ link, source: member.source })
    }
    this.#numbers.set(entity.id, id)
    this.#index(id, entity, scopes)
  }

  #index(id: number, entity: EntityJson, scopes: readonly string[]): void {
    const names: string[] = []
    const text: string[] = []
    const schema = schemaOf(entity.schema)
    for (const [name, values] of Object.entries(entity.properties)) {
      const type = schema?.properties.get(name)?.type ?? 'string'
      for (const value of values) {
        if (typeof value !== 'string') continue
        if (type === 'name') names.push(value)
        else text.push(value)
        const group = GROUPS[type] ?? ''
        if (type === 'date') for (const v of coarser(value)) this.#value('dates', group, v, id)
        if (type !== 'text') this.#value(`properties.${name}`, group, group ? value : value.slice(0, 200), id)
      }
    }
    for (const dataset of entity.datasets) this.#value('datasets', '', dataset, id)
    for (const scope of scopes) this.#value('scope', '', scope, id)
    const inLatin = names.flatMap(name => this.#romanised(name, entity.schema) ?? [])
    this.#rows.add('words', id, [...new Set([...names, ...inLatin])].join(' \n '), text.join(' \n '))
  }

  #value(field: string, group: string, value: string, entity: number): void {
    const ofGroup = this.#fields.get(group) ?? new Map<string, number>()
    this.#fields.set(group, ofGroup)
    let number = ofGroup.get(field)
    if (number === undefined) {
      this.#fieldCount += 1
      number = this.#fieldCount
      ofGroup.set(field, number)
      this.#rows.add('field', number, field, group)
    }
    this.#rows.add('value', number, value, entity)
  }

  /** Edges between entities, both ways; an end that is not there is left out. */
  addLinks(sources: readonly Source[]): void {
    const numberOf = (record: string) => this.#numbers.get(recordMeant(sources, record, id => this.#numbers.has(id)))
    for (const { link } of this.#links) {
      const [from, to] = [numberOf(link.from), numberOf(link.to)]
      if (from === undefined || to === undefined || from === to) continue
      const body = JSON.stringify({
        schema: link.schema,
        from: link.from,
        to: link.to,
        statements: link.statements.map(s => [s.property, s.value]),
      })
      this.#rows.add('edge', from, `${link.schema}>`, to, body)
      this.#rows.add('edge', to, `${link.schema}<`, from, body)
    }
    this.#links.length = 0
  }
}

// A full date is also found by its year, and by year and month.
const coarser = (date: string): readonly string[] =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? [date.slice(0, 7), date.slice(0, 4)] : /^\d{4}-\d{2}$/.test(date) ? [date.slice(0, 4)] : []

const IN_LATIN = /^[\x20-\x7e]*$/

// What a name is searched by beside its own words: those of another script in Latin letters, those set apart by points or
// apostrophes as one.
function romaniser(): (name: string, schema: string) => string | undefined {
  const read = nameReader()
  return (name, schema) => {
    if (IN_LATIN.test(name)) return /['.]/.test(name) ? name.replaceAll(/['.]/g, '') : undefined
    return read(name, nameKindOf(schema))
      .tokens.map(t => t.text)
      .join(' ')
  }
}
