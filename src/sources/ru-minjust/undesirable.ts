import { Cursor, flag, isProblem, stop } from '../../intake/index.ts'
import {
  type FileHead,
  type PartialDate,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  readDates,
  type SourceFile,
} from '../../model/index.ts'
import { jsonObjects, textAt } from '../rows/json-array.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, uniqueRecords } from '../rows/records.ts'
import { russianNames } from '../rows/russian-names.ts'
import programmes from './programmes.json' with { type: 'json' }

const PROGRAMME = 'Нежелательная организация'
const MIRROR = ['id', 'fullName', 'decisionInMinjust', 'decisionInGenproc', 'decisionOutMinjust', 'decisionOutGenproc', 'dateIn', 'dateOut']
/** Fields of the Ministry's own interface for this register, and what each holds. */
const FIELDS: Readonly<Record<string, string>> = {
  field_1_i: 'id',
  field_2_s: 'dateIn',
  field_5_s: 'fullName',
  field_8_s: 'dateOut',
  field_10_s: 'status',
}
/** What the interface says of itself: no facts of the register. */
const TECHNICAL = ['id', 'grid_s', '_version_', 'lastModified_l']

/** The register as a mirror keeps it (a list), or as the Ministry's interface answers (`{"size", "values"}`). */
export function recogniseUndesirable({ text }: FileHead): Recognised | undefined {
  if (/^\ufeff?\s*\[/.test(text) && text.includes('"decisionInMinjust"') && text.includes('"fullName"'))
    return { source: 'ru-minjust', part: 'main', rendition: 'json' }
  // Field 10, the status, is this register's alone; foreign agents have a kind in field 7 and no field 10.
  if (/^\ufeff?\s*\{/.test(text) && /"values"\s*:/.test(text) && text.includes('"field_10_s"') && text.includes('"field_5_s"'))
    return { source: 'ru-minjust', part: 'main', rendition: 'json-values' }
  return undefined
}

/** Organisations under their number in the register. */
export const readUndesirable = (files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> => uniqueRecords(organisations(files))

async function* organisations(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    const values = file.rendition === 'json-values'
    const members = values ? [...Object.keys(FIELDS), ...TECHNICAL] : MIRROR
    for await (const item of jsonObjects(file, values ? { members, at: 'values' } : { members })) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const named = values ? Object.entries(FIELDS) : MIRROR.map(name => [name, name] as const)
      const value = Object.fromEntries(named.map(([from, name]) => [name, textAt(item.object, from).replace(/\s+/gu, ' ').trim()] as const))
      if (!value['fullName'])
        yield stop('record.no-name', item.field, JSON.stringify(item.object).slice(0, 200), 'the name of an organisation')
      yield { key: value['id'] ?? '', value: withoutEmpty(value), field: item.field }
    }
  }
}

const withoutEmpty = (value: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(value).filter(([, text]) => text !== ''))

/** The reading of one organisation; one taken off the register is delisted on that day. */
export function parseUndesirable(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  record.skip('id')
  const party = partyBuilder(`ru-minjust:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const full = record.takeLeaf('fullName')
  if (full) {
    const { name, others, countries } = russianNames(full.text)
    party.add('name', name, full.field)
    for (const other of others) party.add('alias', other, full.field)
    for (const code of countries) party.addClean('country', code, full.text, full.field)
    if (name !== full.text) party.add('description', full.text, full.field)
  }
  for (const [path, words] of DECISIONS) {
    const decision = record.takeLeaf(path)
    if (decision) party.add('notes', `${words}: ${decision.text}`, decision.field)
  }
  const from = dayIn(record, 'dateIn', problems)
  const to = dayIn(record, 'dateOut', problems)
  const status = record.takeLeaf('status')
  if (status && !/^(?:Включена|Исключена)$/u.test(status.text))
    problems.push(flag('status.unknown', 'status', status.text, 'Включена or Исключена'))
  const { designation, problems: unknown } = designate(party, [programmes, PROGRAMME, 'ru-minjust-undesirable'], {
    field: 'dateIn',
    status: to || status?.text === 'Исключена' ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    authority: 'ru-genproc',
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

const DECISIONS: readonly (readonly [string, string])[] = [
  ['decisionInGenproc', 'Decision of the Prosecutor General'],
  ['decisionInMinjust', 'Order of the Ministry of Justice'],
  ['decisionOutGenproc', 'Decision of removal, Prosecutor General'],
  ['decisionOutMinjust', 'Order of removal, Ministry of Justice'],
]

function dayIn(record: Cursor, path: string, problems: Problem[]): PartialDate | undefined {
  const leaf = record.takeLeaf(path)
  if (!leaf) return undefined
  const [date] = readDates(leaf.text, 'dmy')
  if (!date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'dd.mm.yyyy'))
  return date
}
