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
import { fillFrom, remark, values } from '../rows/fill.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, uniqueRecords } from '../rows/records.ts'
import { russianNames } from '../rows/russian-names.ts'
import programmes from './programmes.json' with { type: 'json' }
import { dayIn, isAnswer, registerRows } from './register.ts'

const ANSWER = {
  at: 'values',
  name: 'name',
  fields: {
    field_1_i: 'number',
    field_2_s: 'name',
    field_3_s: 'grounds',
    field_4_s: 'dateIn',
    field_5_s: 'dateOut',
    field_6_s: 'website',
    field_7_s: 'kind',
    field_8_s: 'registration',
    field_9_s: 'inn',
  },
}
/** Kinds of agent by their first word and what each is; another word is no known kind. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^физическ/iu, 'Person'],
  [/юридическ/iu, 'Organization'],
  [/объединени|сми|средств\S* массовой/iu, 'Organization'],
]

const PSEUDONYM = /^(?:творческ\S+\s+)?псевдоним\S*:?\s*«?(.*?)»?$/iu

/** The register of foreign agents as the Ministry's interface answers: a kind in field 7 is this register's alone. */
export const recogniseAgents = ({ text }: FileHead): Recognised | undefined =>
  isAnswer(text) && /"field_7_s"\s*:\s*"[^"]*(?:лица|объединени|СМИ)/u.test(text)
    ? { source: 'ru-minjust-agents', part: 'main', rendition: 'json-values' }
    : undefined

/** Agents under their number in the register. */
export const readAgents = (files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> => uniqueRecords(agents(files))

async function* agents(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files)
    for await (const item of registerRows(file, ANSWER)) yield isProblem(item) ? item : { ...item, key: item.value['number'] ?? '' }
}

/** The reading of one agent; one taken off the register keeps its row and is delisted on that day. */
export function parseAgent(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  record.skip('number')
  const kind = record.takeLeaf('kind')
  const schema = KINDS.find(([words]) => words.test(kind?.text ?? ''))?.[1]
  const party = partyBuilder(`ru-minjust-agents:${raw.key}`, schema ?? 'LegalEntity')
  const problems: Problem[] = schema ? [] : [flag('type.unknown', 'kind', kind?.text ?? '', 'Физические лица, Юридические лица, …')]
  const printed = record.takeLeaf('name')
  if (printed) {
    const { name, others, countries } = russianNames(printed.text)
    party.add('name', name, printed.field)
    for (const other of others) party.add('alias', other.replace(PSEUDONYM, '$1'), printed.field)
    for (const code of countries) party.addClean('country', code, printed.text, printed.field)
    if (name !== printed.text) party.add('description', printed.text, printed.field)
  }
  const rules = {
    grounds: remark('Grounds'),
    website: values('website'),
    registration: values('registrationNumber'),
    inn: values('innCode'),
  }
  problems.push(...fillFrom(party, record, rules))
  const [from, to] = [dayIn(record, 'dateIn', problems), dayIn(record, 'dateOut', problems)]
  const { designation, problems: unknown } = designate(party, [programmes, 'Иностранный агент', 'ru-minjust-foreign-agents'], {
    field: 'dateIn',
    status: to ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
