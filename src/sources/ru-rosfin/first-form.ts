import { type Cursor, flag } from '../../intake/index.ts'
import { type Problem, partyBuilder, type RawRecord, type Reading } from '../../model/index.ts'
import { born, fillFrom, place, remark, values } from '../rows/fill.ts'
import { readingOf } from '../rows/reading.ts'
import { listing, otherNames } from './listing.ts'
import type { List } from './lists.ts'
import { KINDS, PERSONS } from './second-form.ts'

/** The reading of a subject of the first form, `TERRORISTS_CATALOG`. */
export function firstForm(raw: RawRecord, record: Cursor, source: List): Reading {
  const kind = record.take('subject/PERSON_TYPE')
  const problems: Problem[] = KINDS.has(kind) ? [] : [flag('type.unknown', 'subject/PERSON_TYPE', kind, '1 to 4')]
  const party = partyBuilder(`${source}:${raw.key}`, PERSONS.has(kind) ? 'Person' : 'Organization')
  for (const path of ['NUM', 'ID_NEW', 'ID']) record.skip(`subject/${path}`)
  const cell = record.takeLeaf('subject/TERRORISTS_NAME')
  const named = /^(.*?)(\*?)\s*(?:\(([^]*)\))?\s*(\*?)$/u.exec(cell?.text ?? '')
  if (cell) party.add('name', named?.[1] ?? cell.text, cell.field)
  if (cell && named?.[3]) otherNames(party, { text: named[3], field: cell.field }, problems)
  const star = Boolean(named?.[2] || named?.[4])
  const mark = record.takeLeaf('subject/IS_TERRORIST')
  problems.push(
    ...fillFrom(party, record, {
      'subject/INN': values('innCode'),
      'subject/BIRTH_DATE': born('dmy'),
      'subject/BIRTH_PLACE': place(true),
      'subject/ADDRESS': values('address', text => [text]),
      'subject/PASSPORT': values('passportNumber', text => [text]),
      'subject/DESCRIPTION': remark(),
      'subject/TERRORISTS_RESOLUTION': remark(),
    }),
  )
  const { designation, problems: unknown } = listing(party, source, {
    terror: star || mark?.text === '1',
    field: 'subject/TERRORISTS_NAME',
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
