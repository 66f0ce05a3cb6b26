import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Link, type Source, schemaOf } from '../model/index.ts'
import { analyseName, nameKindOf } from '../names/index.ts'
import { type EntityJson, type EntityNow, recordMeant, STORE_SCHEMA } from '../questions/index.ts'

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
  const database = new DatabaseSync(draft)
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000')
    database.exec(STORE_SCHEMA)
    const writer = new StoreWriter(database)
    database.exec('BEGIN')
    for await (const stored of entities) writer.add(stored)
    writer.addLinks(sources)
    database.exec('COMMIT')
    database.exec("INSERT INTO words(words) VALUES ('optimize')")
    database.close()
    renameSync(draft, path)
    return writer.count
  } catch (error) {
    if (database.isOpen) database.close()
    rmSync(draft, { force: true })
    throw error
  }
}

class StoreWriter {
  readonly #fields = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  readonly #links: { readonly link: Link; readonly source: string }[] = []
  readonly #statements
  count = 0

  constructor(database: DatabaseSync) {
    this.#statements = {
      entity: database.prepare('INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
      member: database.prepare('INSERT OR REPLACE INTO member VALUES (?, ?)'),
      field: database.prepare('INSERT INTO field VALUES (?, ?)'),
      value: database.prepare('INSERT OR IGNORE INTO value VALUES (?, ?, ?)'),
      words: database.prepare('INSERT INTO words(rowid, names, text) VALUES (?, ?, ?)'),
      edge: database.prepare('INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)'),
    }
  }

  add({ entity, members, scopes, inForce }: EntityNow): void {
    this.count += 1
    const id = this.count
    const { properties } = entity
    const richness = Object.values(properties).reduce((n, values) => n + values.length, 0)
    this.#statements.entity.run(
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
      this.#statements.member.run(member.record, id)
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
        const group = GROUPS[type]
        if (group) for (const v of type === 'date' ? coarser(value) : [value]) this.#value(group, v, id)
        if (type !== 'text') this.#value(`properties.${name}`, value.slice(0, 200), id)
      }
    }
    for (const dataset of entity.datasets) this.#value('datasets', dataset, id)
    for (const referent of [entity.id, ...entity.referents]) this.#value('referents', referent, id)
    for (const scope of scopes) this.#value('scope', scope, id)
    this.#value('target', String(entity.target), id)
    this.#statements.words.run(id, [...new Set([...names, ...names.map(n => romanised(n, entity.schema))])].join(' \n '), text.join(' \n '))
  }

  #value(field: string, value: string, entity: number): void {
    let number = this.#fields.get(field)
    if (number === undefined) {
      number = this.#fields.size + 1
      this.#fields.set(field, number)
      this.#statements.field.run(number, field)
    }
    this.#statements.value.run(number, value, entity)
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
      this.#statements.edge.run(from, `${link.schema}>`, to, body)
      this.#statements.edge.run(to, `${link.schema}<`, from, body)
    }
    this.#links.length = 0
  }
}

// A full date is also found by its year, and by year and month.
const coarser = (date: string): readonly string[] =>
  /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? [date, date.slice(0, 7), date.slice(0, 4)]
    : /^\d{4}-\d{2}$/.test(date)
      ? [date, date.slice(0, 4)]
      : [date]

const romanised = (name: string, schema: string) =>
  analyseName(name, nameKindOf(schema))
    .tokens.map(t => t.text)
    .join(' ')
