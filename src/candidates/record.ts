import { type Instant, isListNumber, type Party, valuesOf } from '../model/index.ts'
import { statedOf } from './comparable.ts'
import type { IndexRecord } from './types.ts'

/** Which content of which record an index row stands for, and when versions of its source held it. */
export type Stretch = {
  readonly record: string
  readonly source: string
  readonly content: number
  readonly since: Instant
  readonly until: Instant
}

/**
 * A party as the index takes it.
 *
 * @param lists ids of the lists its record designates it on
 */
export const indexRecordOf = (stretch: Stretch, party: Party, lists: readonly string[]): IndexRecord => {
  const { identifiers, ...stated } = statedOf(party.schema, propertiesOf(party))
  return {
    ...stretch,
    schema: party.schema,
    ...stated,
    identifiers: [...identifiers, ...ownNumber(stretch, party)],
    lists: [...new Set(lists)],
    topics: valuesOf(party, 'topics'),
  }
}

// What a list calls its entry is asked for like any number, where it looks like none of another kind (TAi.144, RUS0614).
function ownNumber({ record, source }: Stretch, party: Party): readonly string[] {
  const number = record.slice(source.length + 1)
  return party.id === record && isListNumber(number) ? [`reference:${number}`] : []
}

function propertiesOf(party: Party): Readonly<Record<string, readonly string[]>> {
  const properties: Record<string, string[]> = {}
  for (const { property, value } of party.statements) (properties[property] ??= []).push(value)
  return properties
}
