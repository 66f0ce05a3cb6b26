import { Cursor, flag, isProblem } from '../../intake/index.ts'
import {
  type FileHead,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  type SourceFile,
} from '../../model/index.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, uniqueRecords } from '../rows/records.ts'
import { russianNames } from '../rows/russian-names.ts'
import programmes from './programmes.json' with { type: 'json' }
import { dayIn, isAnswer, registerRows } from './register.ts'

const PROGRAMME = 'Нежелательная организация'
const MEMBERS = [
  'id',
  'fullName',
  'decisionInMinjust',
  'decisionInGenproc',
  'decisionOutMinjust',
  'decisionOutGenproc',
  'dateIn',
  'dateOut',
]
const MIRROR = { fields: Object.fromEntries(MEMBERS.map(name => [name, name])), name: 'fullName' }
/** Fields of the Ministry's own interface for this register, and what each holds. */
const ANSWER = {
  at: 'values',
  name: 'fullName',
  fields: {
    field_1_i: 'id',
    field_2_s: 'dateIn',
    field_5_s: 'fullName',
    field_8_s: 'dateOut',
    field_10_s: 'status',
  },
}
/** The register as a mirror keeps it (a list), or as the Ministry's interface answers (`{"size", "values"}`). */
export function recogniseUndesirable({ text }: FileHead): Recognised | undefined {
  if (/^\ufeff?\s*\[/.test(text) && text.includes('"decisionInMinjust"') && text.includes('"fullName"'))
    return { source: 'ru-minjust', part: 'main', rendition: 'json' }
  // Field 10, the status, is this register's alone; foreign agents have a kind in field 7 and no field 10.
  if (isAnswer(text) && text.includes('"field_10_s"') && text.includes('"field_5_s"'))
    return { source: 'ru-minjust', part: 'main', rendition: 'json-values' }
  return undefined
}

/** Organisations under their number in the register. */
export const readUndesirable = (files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> => uniqueRecords(organisations(files))

async function* organisations(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    const form = file.rendition === 'json-values' ? ANSWER : MIRROR
    for await (const item of registerRows(file, form)) yield isProblem(item) ? item : { ...item, key: item.value['id'] ?? '' }
  }
}

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
