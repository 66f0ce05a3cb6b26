import { type Cursor, flag } from '../../intake/index.ts'
import {
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Reference,
  readDates,
} from '../../model/index.ts'
import { born, fillFrom, place, type Rule, remark, values } from '../rows/fill.ts'
import { readingOf } from '../rows/reading.ts'
import { listing } from './listing.ts'
import type { List } from './lists.ts'

/** Kinds of subject by their number: persons, and organisations, foreign and Russian. */
export const PERSONS: ReadonlySet<string> = new Set(['2', '4'])
/** Every number of a kind. */
export const KINDS: ReadonlySet<string> = new Set(['1', '2', '3', '4'])
/** Words of a decision that lifts a freeze. */
const UNFROZEN = /размороз|отмен|прекращ|исключ/iu

/** The reading of a subject of the second form, or of a decision about one. */
export function secondForm(raw: RawRecord, record: Cursor, source: List): Reading {
  const kind = record.take('subject/ТипСубъекта/Идентификатор')
  const problems: Problem[] = KINDS.has(kind) ? [] : [flag('type.unknown', 'subject/ТипСубъекта', kind, '1 to 4')]
  record.skip('subject/ТипСубъекта/Наименование')
  record.skip('subject/ИдСубъекта')
  const person = PERSONS.has(kind)
  const party = partyBuilder(`${source}:${raw.key}`, person ? 'Person' : 'Organization')
  const root = person ? 'subject/ФЛ' : 'subject/ЮЛ'
  const rules = person ? personRules(root) : bodyRules(root)
  // A year stands beside the whole date.
  const { [`${root}/ГодРождения`]: _year, ...withoutYear } = rules
  const dated = record.peek(`${root}/ДатаРождения`) !== ''
  if (dated) record.skip(`${root}/ГодРождения`)
  problems.push(...fillFrom(party, record, dated ? withoutYear : rules))
  if (record.peek(`${root}/ФИО`) === '' && person)
    party.add('name', ['Фамилия', 'Имя', 'Отчество'].map(path => record.peek(`${root}/${path}`)).join(' '), `${root}/Фамилия`)
  for (const paper of record.children(`${root}/СписокДокументов/Документ`)) addPaper(party, paper)
  problems.push(...fillFrom(party, record, COMMON))
  const days = (path: string) => record.takeAll(path).flatMap(leaf => readDates(leaf.text, 'dmy').map(date => ({ date, leaf })))
  const [[included], [excluded]] = [days('subject/История/ДатаВключения'), days('subject/История/ДатаИсключения')]
  for (const path of ['subject/История/ДатаИзменения', 'subject/История/ДатаИзменения/ДатаМодификации'])
    for (const { leaf } of days(path)) party.add('modifiedAt', leaf.text, leaf.field)
  const terror = record.takeLeaf('subject/Террорист')
  if (terror && !/^[01]$/.test(terror.text)) problems.push(flag('mark.unknown', terror.field, terror.text, '0 or 1'))
  const decided = record.takeLeaf('subject/РешениеПоСубъекту')
  const decision = record.takeAll('decision').map(({ text }) => text)
  const [decidedOn] = decision.filter(text => /^Дата/u.test(text)).flatMap(text => readDates(text.replace(/^[^:]*:\s*/u, ''), 'dmy'))
  const from = included?.date ?? decidedOn
  const grounds = [...decision, ...(decided ? [`РешениеПоСубъекту: ${decided.text}`] : [])].join('; ')
  const { designation, problems: unknown } = listing(party, source, {
    terror: terror?.text === '1',
    field: 'subject/История/ДатаВключения',
    ended: UNFROZEN.test(decided?.text ?? ''),
    ...(from ? { from } : {}),
    ...(excluded ? { to: excluded.date } : {}),
    ...(grounds === '' ? {} : { grounds }),
  })
  const references = record
    .takeAll('subject/УНС')
    .map((leaf): Reference => ({ party: party.id, scheme: 'un', value: leaf.text, field: leaf.field }))
  return readingOf(raw.key, record, [party], { designations: [designation], references, problems: [...problems, ...unknown] })
}

const personRules = (root: string): Readonly<Record<string, Rule>> => ({
  [`${root}/ФИО`]: values('name', text => [text]),
  [`${root}/Фамилия`]: values('lastName'),
  [`${root}/Имя`]: values('firstName'),
  [`${root}/Отчество`]: values('fatherName'),
  [`${root}/ФИОЛат`]: values('alias'),
  [`${root}/ДатаРождения`]: born('dmy'),
  [`${root}/ГодРождения`]: born('dmy'),
  [`${root}/МестоРождения`]: place(true),
  [`${root}/ИНН`]: values('innCode'),
  [`${root}/СНИЛС`]: values('socialSecurityNumber'),
  [`${root}/СписокГражданств/Гражданство`]: values('citizenship'),
  [`${root}/СписокГражданств/Гражданство/Наименование`]: values('citizenship'),
  [`${root}/СписокДрНаименований/ДрНаименование/ФИО`]: values('alias', text => [text]),
  [`${root}/СписокДрНаименований/ДрНаименование/ДатаРождения`]: born('dmy'),
  [`${root}/СписокДрНаименований/ДрНаименование/ГодРождения`]: born('dmy'),
  [`${root}/СписокДрНаименований/ДрНаименование/МестоРождения`]: place(true),
})

const bodyRules = (root: string): Readonly<Record<string, Rule>> => ({
  [`${root}/Наименование`]: values('name', text => [text]),
  [`${root}/НаименованиеЛат`]: values('alias', text => [text]),
  [`${root}/ДатаРегистрации`]: born('dmy'),
  [`${root}/ИНН`]: values('innCode'),
  [`${root}/ОГРН`]: values('ogrnCode'),
  [`${root}/СписокДрНаименований/ДрНаименование/Наименование`]: values('alias', text => [text]),
})

const COMMON: Readonly<Record<string, Rule>> = {
  'subject/СписокАдресов/Адрес/ТекстАдреса': values('address', text => [text]),
  'subject/Примечание': remark(),
}

function addPaper(party: PartyBuilder, paper: Cursor): void {
  const number = [paper.take('Серия'), paper.take('Номер')].filter(text => text !== '').join(' ')
  party.add('passportNumber', number, 'subject/ФЛ/СписокДокументов/Документ')
  for (const path of ['ДатаВыдачи', 'ОрганВыдачи'])
    for (const leaf of paper.takeAll(path)) party.addClean('notes', `Document ${number}: ${leaf.text}`, leaf.text, leaf.field)
}
