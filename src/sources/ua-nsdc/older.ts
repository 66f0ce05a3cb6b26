import { isProblem } from '../../intake/index.ts'
import type { Problem, SourceFile } from '../../model/index.ts'
import { isObject, jsonObjects, textAt } from '../rows/json-array.ts'

type Json = Readonly<Record<string, unknown>>

/** A subject as the interface tells it today, made of the rows of the form before. */
export type OlderSubject = { readonly sid: string; readonly subject: Json; readonly measures: readonly Json[]; readonly field: string }

const MEMBERS =
  'subjectId subjectName subjectAliases subjectType subjectBirthDate subjectCitizenships subjectIdentifiers actionId actionStatus actionTerm actionEndDate decreeNumber decreeDate decreeActDate decreeLink decreeActLink targetDecree'.split(
    ' ',
  )

/** The kind of subject of a file of 2023 and 2024, `{"data": […], "pages": n}`; undefined where it is none. */
export function olderKind(text: string): 'persons' | 'bodies' | undefined {
  if (!/^\ufeff?\s*\{/.test(text) || !text.includes('"subjectId"') || !text.includes('"actionId"')) return undefined
  return /"subjectType"\s*:\s*"legal/i.test(text) ? 'bodies' : 'persons'
}

/**
 * The subjects of such a file: a row is one measure on one subject, which is repeated in each. A subject is active while one of
 * its measures is.
 */
export async function* olderSubjects(file: SourceFile): AsyncGenerator<OlderSubject | Problem> {
  const rows = new Map<string, { readonly object: Json; readonly field: string }[]>()
  for await (const item of jsonObjects(file, { members: MEMBERS, at: 'data' })) {
    if (isProblem(item)) yield item
    else {
      const sid = textAt(item.object, 'subjectId')
      rows.set(sid, [...(rows.get(sid) ?? []), item])
    }
  }
  for (const [sid, all] of rows) {
    const measures = all.map(({ object }) => measureOf(object))
    const [first] = all
    if (first) yield { sid, subject: { ...subjectOf(first.object), status: statusOf(measures) }, measures, field: first.field }
  }
}

const subjectOf = (row: Json): Json => ({
  name: row['subjectName'],
  aliases: row['subjectAliases'],
  bd: row['subjectBirthDate'],
  citizenships: listIn(row['subjectCitizenships']).map(state => textAt(state, 'code')),
  identifiers: listIn(row['subjectIdentifiers']).map(({ type, country, ...rest }) => ({ id: type, iso2: country, ...rest })),
})

const measureOf = (row: Json): Json => ({
  aid: row['actionId'],
  status: row['actionStatus'],
  term: row['actionTerm'],
  endDate: row['actionEndDate'],
  decree: { number: row['decreeNumber'], date: row['decreeDate'], link: row['decreeLink'] },
  // The day and address of the act that the decree puts in force, and the decree that it changes.
  reasons: [row['decreeActDate'], row['decreeActLink'], row['targetDecree']].filter(value => typeof value === 'string' && value !== ''),
})

function statusOf(measures: readonly Json[]): string {
  if (measures.some(measure => measure['status'] === 'active')) return 'active'
  return measures.map(measure => textAt(measure, 'status')).find(status => status !== '') ?? ''
}

const listIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
