import { Cursor, flag, stop } from '../../intake/index.ts'
import {
  type FileHead,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  readDates,
  type SourceFile,
} from '../../model/index.ts'
import { type PageTable, pageTables } from '../pages/tables.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, recordsOf } from '../rows/records.ts'
import { russianNames } from '../rows/russian-names.ts'
import judgments from './judgments.json' with { type: 'json' }
import programmes from './programmes.json' with { type: 'json' }

const PROGRAMME = 'Единый федеральный список организаций, признанных террористическими'
const JUDGMENTS: Readonly<Record<string, string>> = judgments
/** Words in the name's cell of an organisation of which the ban is suspended or lifted. */
const SUSPENDED = /\((?:[^()]*приостановлен[^()]*)\)/iu
const LIFTED = /\((?:[^()]*(?:отмен[её]н|исключен)[^()]*)\)/iu

/** The page by its title and the head of its table. */
export const recogniseList = ({ text }: FileHead): Recognised | undefined =>
  /Единый федеральный список организаций/iu.test(text) && /Наименование организации/iu.test(text)
    ? { source: 'ru-fsb', part: 'main', rendition: 'html' }
    : undefined

/** Organisations under the number of their judgment and their first name: the number in front is a position. */
export async function* readOrganisations(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => pageTables(file, 'rows of a number and a name'), rows)
}

// Entries stand in one large table and in tables of one row each; judgment and day may span several rows, or be left out below
// the row that has them.
function* rows(tables: readonly PageTable[], file: SourceFile): Generator<Keyed | Problem> {
  let found = 0
  let carried: { judgment: string; force: string } = { judgment: '', force: '' }
  for (const { cells, field } of tables.flatMap(table => table.rows)) {
    const [number = '', name = '', judgment, force] = cells.map(({ text }) => text)
    if (/Наименование/iu.test(name) || !/^\d+/.test(number)) continue
    found++
    carried = { judgment: judgment ?? carried.judgment, force: force ?? carried.force }
    const day = /№\s*([^,;]+)/u.exec(carried.judgment)?.[1]?.trim() ?? ''
    yield { key: name === '' ? '' : keyOf(day, russianNames(plainName(name)).name), value: { name, ...carried }, field }
  }
  if (found === 0) yield stop('html.no-rows', file.name, tables[0]?.heads.join() ?? '', 'rows of a number and a name')
}

const plainName = (cell: string) => cell.replace(SUSPENDED, '').replace(LIFTED, '').trim()

/** The reading of one organisation; a remark in the cell of its name suspends the ban or ends it. */
export function parseOrganisation(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`ru-fsb:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const cell = record.takeLeaf('name')
  if (cell) {
    const { name, others, countries } = russianNames(plainName(cell.text))
    party.add('name', name, cell.field)
    for (const other of others) party.add('alias', other, cell.field)
    for (const code of countries) party.addClean('country', code, cell.text, cell.field)
    party.add('description', cell.text, cell.field)
  }
  const judgment = record.takeLeaf('judgment')
  if (judgment) party.add('notes', judgment.text, judgment.field)
  const force = record.takeLeaf('force')
  const [from] = force ? readDates(force.text, 'dmy') : []
  if (force && !from) problems.push(flag('date.unreadable', force.field, force.text, 'dd.mm.yyyy'))
  const number = /№\s*([^,;]+)/u.exec(judgment?.text ?? '')?.[1]?.trim() ?? ''
  const instrument = JUDGMENTS[number.replace(/^(\p{L}+)\s*/u, '$1 ')]
  const suspended = SUSPENDED.test(cell?.text ?? '')
  const { designation, problems: unknown } = designate(party, [programmes, PROGRAMME, 'ru-fsb-terror'], {
    field: 'force',
    status: LIFTED.test(cell?.text ?? '') ? 'delisted' : suspended ? 'suspended' : 'listed',
    instruments: instrument ? [instrument] : [],
    ...(from ? { from } : {}),
    ...(judgment ? { grounds: judgment.text } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
