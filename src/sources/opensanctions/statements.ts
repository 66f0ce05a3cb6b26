import { firstRows, flag, hasHeads, isProblem, note, readCsv, stop, withHeads } from '../../intake/index.ts'
import { isA, type Problem, type SourceFile, schemaOf } from '../../model/index.ts'
import type { Entity } from './read.ts'

const NEEDED = ['canonical_id', 'entity_id', 'prop', 'schema', 'value']
const KNOWN = [...NEEDED, 'prop_type', 'dataset', 'origin', 'lang', 'original_value', 'target', 'external', 'first_seen', 'last_seen', 'id']

/** True for the first line of a table of statements, whatever the order of its columns. */
export const isStatements = (line: string): boolean => {
  return hasHeads(firstRows(line, 1)[0], NEEDED)
}

type Draft = { readonly id: string; schema: string; readonly properties: Map<string, Set<string>>; readonly referents: Set<string> }

/**
 * Entities of a table of statements, whose rows stand together by entity. A row that is marked as external is a guess of the
 * publisher's matching and left out. The most special schema that any row states is the entity's.
 */
export async function* entitiesOfStatements(file: SourceFile): AsyncGenerator<Entity | Problem> {
  let draft: Draft | undefined
  for await (const row of withHeads(readCsv(file), KNOWN, KNOWN.slice(NEEDED.length))) {
    if (isProblem(row)) {
      yield row
      continue
    }
    const { canonical_id: id = '', entity_id: member = '', prop = '', schema = '', value = '', external = '' } = row.cells
    if (id === '' || prop === '') {
      yield stop('statement.unreadable', `${file.name}:${row.line}`, JSON.stringify(row.cells).slice(0, 200), 'canonical_id and prop')
      return
    }
    if (draft?.id !== id) {
      if (draft) yield told(draft)
      draft = { id, schema, properties: new Map(), referents: new Set() }
    }
    if (member !== id) draft.referents.add(member)
    if (/^t(?:rue)?$/i.test(external) || prop === 'id') continue
    const special = moreSpecial(draft.schema, schema)
    if (special === undefined)
      yield flag('schema.differs', `${file.name}:${row.line}`, `${draft.schema}, ${schema}`, 'schemata of one kind')
    else draft.schema = special
    const values = draft.properties.get(prop) ?? new Set()
    values.add(value)
    draft.properties.set(prop, values)
  }
  if (draft) yield told(draft)
}

function moreSpecial(one: string, other: string): string | undefined {
  if (one === other || !schemaOf(other) || isA(one, other)) return one
  return isA(other, one) ? other : undefined
}

// An entity of which all is external is a candidate that nobody has confirmed.
const told = (draft: Draft): Entity | Problem =>
  draft.properties.size > 0 ? entityOf(draft) : note('entity.external', 'external', draft.id, 'a statement of a source')

const entityOf = ({ id, schema, properties, referents }: Draft): Entity => ({
  id,
  schema,
  properties: Object.fromEntries([...properties].map(([name, values]) => [name, [...values]])),
  referents: [...referents],
})
