import { firstRows, hasHeads, isProblem, readCsv, withHeads } from '../../intake/index.ts'
import { isA, type Problem, type SourceFile } from '../../model/index.ts'
import type { Entity } from './read.ts'

const HEADS = [
  ...['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'addresses', 'identifiers', 'sanctions', 'phones', 'emails'],
  ...['program_ids', 'dataset', 'first_seen', 'last_seen', 'last_change'],
]
const OPTIONAL = ['program_ids', 'dataset', 'first_seen', 'last_seen', 'last_change']

/** True for the first line of the simple table of targets. */
export const isTargets = (line: string): boolean => {
  return hasHeads(firstRows(line, 1)[0], HEADS.slice(0, 11))
}

/** Entities of the simple table: several values of a cell are parted by semicolons, in quotation marks where one holds any. */
export async function* entitiesOfTargets(file: SourceFile): AsyncGenerator<Entity | Problem> {
  for await (const row of withHeads(readCsv(file), HEADS, OPTIONAL)) {
    if (isProblem(row)) {
      yield row
      continue
    }
    const { id = '', schema = '', name = '' } = row.cells
    const several = (head: string) => valuesOf(row.cells[head] ?? '')
    const identifiers = several('identifiers')
    const imo = identifiers.filter(text => /^IMO\d{7}$/.test(text))
    const vessel = isA(schema, 'Vessel') || isA(schema, 'Organization')
    const properties: Record<string, readonly string[]> = {
      name: [name],
      alias: several('aliases'),
      [dateProperty(schema)]: several('birth_date'),
      country: several('countries'),
      address: several('addresses'),
      ...(vessel && imo.length > 0 ? { imoNumber: imo } : {}),
      [isA(schema, 'Person') ? 'idNumber' : 'registrationNumber']: identifiers.filter(text => !vessel || !imo.includes(text)),
      phone: several('phones'),
      email: several('emails'),
      programId: several('program_ids'),
      notes: several('sanctions'),
    }
    const kept = Object.entries(properties)
      .filter(([, values]) => values.some(value => value !== ''))
      .map(([property, values]) => [fitting(schema, property), values.filter(value => value !== '')] as const)
    const merged = Map.groupBy(kept, ([property]) => property)
    yield {
      id,
      schema,
      properties: Object.fromEntries([...merged].map(([property, same]) => [property, same.flatMap(([, values]) => values)])),
      referents: [],
    }
  }
}

const dateProperty = (schema: string): string =>
  isA(schema, 'Person')
    ? 'birthDate'
    : isA(schema, 'LegalEntity')
      ? 'incorporationDate'
      : isA(schema, 'Vehicle')
        ? 'buildDate'
        : 'createdAt'

// What a schema has no property for stays as a note: the table has the same columns for all.
function fitting(schema: string, property: string): string {
  const onlyLegal = new Set(['phone', 'email', 'idNumber'])
  if (onlyLegal.has(property) && !isA(schema, 'LegalEntity')) return 'notes'
  if (property === 'registrationNumber' && !isA(schema, 'LegalEntity') && !isA(schema, 'Vehicle')) return 'notes'
  return property
}

function valuesOf(cell: string): readonly string[] {
  const values: string[] = []
  for (const match of cell.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g))
    values.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim())
  return values.filter(value => value !== '')
}
