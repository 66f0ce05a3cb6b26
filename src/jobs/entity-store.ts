import { mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Link, type Source, schemaNames, schemaOf } from '../model/index.ts'
import { nameKindOf, nameReader } from '../names/index.ts'
import { type EntityJson, type EntityNow, recordMeant, STORE_INDEX, STORE_SCHEMA } from '../questions/index.ts'
import { RowFile } from './row-file.ts'

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
 * @returns how many entities there are
 */
export async function buildEntityStore(path: string, entities: AsyncIterable<EntityNow>, sources: readonly Source[] = []): Promise<number> {
  const writer = openEntityWriter(path, sources)
  try {
    for await (const entity of entities) writer.add(entity)
    return writer.end()
  } catch (error) {
    writer.drop()
    throw error
  }
}

/** An entity store while it is written. What is in it at the end does not depend on the order of what came before. */
export type EntityWriter = {
  add(entity: EntityNow): void
  /** Takes entities out again, by their ids. */
  remove(ids: readonly string[]): void
  /** Called when hardly anything is still to come: what can be done of the end is done. */
  settle(): void
  /** The file is there when it returns: how many entities it has. */
  end(): number
  drop(): void
}

/** Opens a new entity store for writing. */
export function openEntityWriter(path: string, sources: readonly Source[]): EntityWriter {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.part`
  const rows = new RowFile({
    path: draft,
    schema: STORE_SCHEMA,
    kinds: KINDS,
    last: `${STORE_INDEX}; INSERT INTO words(words) VALUES ('optimize')`,
  })
  const writer = new StoreWriter(rows)
  return {
    add: entity => writer.add(entity),
    remove: ids => writer.remove(ids),
    settle: () => rows.run(STORE_INDEX),
    end() {
      writer.addFields()
      writer.addLinks(sources)
      rows.end()
      renameSync(draft, path)
      return writer.count
    },
    drop: () => rows.drop(),
  }
}

const KINDS = {
  entity: { into: 'INSERT INTO entity', values: 11 },
  field: { into: 'INSERT INTO field', values: 3 },
  member: { into: 'INSERT OR REPLACE INTO member', values: 2 },
  value: { into: 'INSERT INTO value', values: 3 },
  words: { into: 'INSERT INTO words(rowid, names, text)', values: 3 },
  edge: { into: 'INSERT OR REPLACE INTO edge', values: 4 },
} as const

class StoreWriter {
  readonly #rows: RowFile<keyof typeof KINDS>
  readonly #romanised = romaniser()
  readonly #fields = fieldNumbers()
  readonly #numbers = new Map<string, number>()
  /** What ties a record to others, by the record. */
  readonly #links = new Map<string, readonly Link[]>()
  count = 0

  constructor(rows: RowFile<keyof typeof KINDS>) {
    this.#rows = rows
  }

  add({ entity, number: id, members, scopes, inForce }: EntityNow): void {
    this.count += 1
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
      const { links, parties } = member.reading
      const own = links.filter(link => link.from === member.record || !parties.some(p => p.id === link.from))
      if (own.length > 0) this.#links.set(member.record, own)
    }
    this.#numbers.set(entity.id, id)
    this.#index(id, entity, scopes)
  }

  remove(ids: readonly string[]): void {
    const numbers = ids.flatMap(id => this.#numbers.get(id) ?? [])
    const given = JSON.stringify(numbers)
    for (const { id, body } of this.#rows.all<{ id: number; body: string }>(`SELECT id, body FROM entity WHERE id ${AMONG}`, given))
      this.#rows.run("INSERT INTO words(words, rowid, names, text) VALUES ('delete', ?, ?, ?)", id, ...this.#wordsIn(body))
    for (const table of ['entity WHERE id', 'member WHERE entity', 'value WHERE entity'])
      this.#rows.run(`DELETE FROM ${table} ${AMONG}`, given)
    for (const id of ids) this.#numbers.delete(id)
    this.count -= numbers.length
  }

  #index(id: number, entity: EntityJson, scopes: readonly string[]): void {
    const dates = new Set<string>()
    const texts = textsOf(entity)
    for (const [name, type, value] of texts) {
      const group = GROUPS[type] ?? ''
      if (type === 'date') for (const date of coarser(value)) dates.add(date)
      if (type === 'text') continue
      this.#rows.add('value', this.#fields.get(group)?.get(name) as number, group ? value : value.slice(0, 200), id)
    }
    for (const date of dates) this.#rows.add('value', DATES, date, id)
    for (const dataset of entity.datasets) this.#rows.add('value', DATASETS, dataset, id)
    for (const scope of scopes) this.#rows.add('value', SCOPE, scope, id)
    this.#rows.add('words', id, ...this.#words(entity.schema, texts))
  }

  #wordsIn(body: string): readonly [string, string] {
    const entity = JSON.parse(body) as EntityJson
    return this.#words(entity.schema, textsOf(entity))
  }

  /** The words that an entity is searched by: those of its names, and all others. */
  #words(schema: string, texts: readonly Text[]): readonly [string, string] {
    const names: string[] = []
    const text: string[] = []
    for (const [, type, value] of texts) (type === 'name' ? names : text).push(value)
    const inLatin = names.flatMap(name => this.#romanised(name, schema) ?? [])
    return [[...new Set([...names, ...inLatin])].join(' \n '), text.join(' \n ')]
  }

  /** The fields that entities have. */
  addFields(): void {
    const used = new Set(this.#rows.all<{ field: number }>('SELECT DISTINCT field FROM value').map(row => row.field))
    const add = (number: number, name: string, group: string) => {
      if (used.has(number)) this.#rows.add('field', number, name, group)
    }
    add(DATASETS, 'datasets', '')
    add(SCOPE, 'scope', '')
    add(DATES, 'dates', 'dates')
    for (const [group, fields] of this.#fields) for (const [name, number] of fields) add(number, `properties.${name}`, group)
  }

  /** Edges between entities, both ways; an end that is not there is left out. */
  addLinks(sources: readonly Source[]): void {
    const numberOf = (record: string) => this.#numbers.get(recordMeant(sources, record, id => this.#numbers.has(id)))
    const inOrder = [...this.#links.keys()].sort()
    for (const link of inOrder.flatMap(record => this.#links.get(record) ?? [])) {
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
  }
}

const AMONG = 'IN (SELECT value FROM json_each(?))'

/** A property, its type and a text that an entity has in it. */
type Text = readonly [string, string, string]

function textsOf({ schema: name, properties }: EntityJson): readonly Text[] {
  const schema = schemaOf(name)
  const texts: Text[] = []
  for (const [property, values] of Object.entries(properties)) {
    const type = schema?.properties.get(property)?.type ?? 'string'
    for (const value of values) if (typeof value === 'string') texts.push([property, type, value])
  }
  return texts
}

/** Fields that are no properties; those of properties come after them. */
const [DATASETS, SCOPE, DATES, FIRST_PROPERTY] = [1, 2, 3, 4]

// The number of every property there can be, by the group of its type: the same in every store, whatever came first.
function fieldNumbers(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const numbers = new Map<string, Map<string, number>>()
  let next = FIRST_PROPERTY
  // A topic that follows from a listing may stand with a schema that has none of its own.
  for (const schema of schemaNames())
    for (const [name, { type }] of schemaOf(schema)?.properties ?? [])
      for (const group of ['', GROUPS[type] ?? '']) {
        const ofGroup = numbers.get(group) ?? new Map<string, number>()
        if (!ofGroup.has(name)) ofGroup.set(name, next++)
        numbers.set(group, ofGroup)
      }
  return numbers
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
