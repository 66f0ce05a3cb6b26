import { Cursor, flag } from '../../intake/index.ts'
import {
  type PartialDate,
  type PartyBuilder,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Reference,
  readDates,
} from '../../model/index.ts'
import { born, fillFrom, place, type Rule, remark, values } from '../rows/fill.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { splitNames } from '../rows/russian-names.ts'
import programmes from './programmes.json' with { type: 'json' }

/** Kinds of subject by their number: persons, and organisations, foreign and Russian. */
const PERSONS = new Set(['2', '4'])
const KINDS = new Set(['1', '2', '3', '4'])

/** The reading of one subject of any of the three forms. */
export function parseSubject(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const form = record.take('form')
  if (form === 'line') return ofLine(raw, record)
  return form === 'xml-2' ? ofSecondForm(raw, record) : ofFirstForm(raw, record)
}

type Said = { readonly terror: boolean; readonly from?: PartialDate; readonly field: string }

function listing(party: PartyBuilder, { terror, from, field }: Said) {
  return designate(party, [programmes, terror ? 'Террорист' : 'Экстремист', 'ru-rosfin-terror'], { field, ...(from ? { from } : {}) })
}

// Names of persons are written in the order surname, given name, patronymic.
const other: Rule = (party, { text, field }) => {
  for (const name of text.split(/;\s*/u).flatMap(splitNames)) party.add('alias', name, field)
}

function ofLine(raw: RawRecord, record: Cursor): Reading {
  const person = record.take('kind') === 'person'
  const party = partyBuilder(`ru-rosfin:${raw.key}`, person ? 'Person' : 'Organization')
  const star = record.take('star') === '*'
  const problems = fillFrom(party, record, {
    name: values('name', text => [text]),
    others: other,
    day: born('dmy'),
    place: place(true),
    inn: values('innCode'),
    ogrn: values('ogrnCode'),
  })
  const { designation, problems: unknown } = listing(party, { terror: star, field: 'name' })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

function ofSecondForm(raw: RawRecord, record: Cursor): Reading {
  const kind = record.take('subject/ТипСубъекта/Идентификатор')
  const problems: Problem[] = KINDS.has(kind) ? [] : [flag('type.unknown', 'subject/ТипСубъекта', kind, '1 to 4')]
  record.skip('subject/ТипСубъекта/Наименование')
  record.skip('subject/ИдСубъекта')
  const person = PERSONS.has(kind)
  const party = partyBuilder(`ru-rosfin:${raw.key}`, person ? 'Person' : 'Organization')
  const root = person ? 'subject/ФЛ' : 'subject/ЮЛ'
  const rules = person ? personRules(root) : bodyRules(root)
  // A year stands beside the whole date.
  const { [`${root}/ГодРождения`]: _year, ...withoutYear } = rules
  const dated = record.peek(`${root}/ДатаРождения`) !== ''
  if (dated) record.skip(`${root}/ГодРождения`)
  problems.push(...fillFrom(party, record, dated ? withoutYear : rules))
  for (const paper of record.children(`${root}/СписокДокументов/Документ`)) {
    const number = [paper.take('Серия'), paper.take('Номер')].filter(text => text !== '').join(' ')
    party.add('passportNumber', number, 'subject/ФЛ/СписокДокументов/Документ')
    for (const path of ['ДатаВыдачи', 'ОрганВыдачи'])
      for (const leaf of paper.takeAll(path)) party.addClean('notes', `Document ${number}: ${leaf.text}`, leaf.text, leaf.field)
  }
  problems.push(...fillFrom(party, record, COMMON))
  const days = (path: string) => record.takeAll(path).flatMap(leaf => readDates(leaf.text, 'dmy').map(date => ({ date, leaf })))
  const [included] = days('subject/История/ДатаВключения')
  for (const path of ['subject/История/ДатаИзменения', 'subject/История/ДатаИзменения/ДатаМодификации'])
    for (const { leaf } of days(path)) party.add('modifiedAt', leaf.text, leaf.field)
  const terror = record.takeLeaf('subject/Террорист')
  if (terror && !/^[01]$/.test(terror.text)) problems.push(flag('mark.unknown', terror.field, terror.text, '0 or 1'))
  const { designation, problems: unknown } = listing(party, {
    terror: terror?.text === '1',
    field: 'subject/История/ДатаВключения',
    ...(included ? { from: included.date } : {}),
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

function ofFirstForm(raw: RawRecord, record: Cursor): Reading {
  const kind = record.take('subject/PERSON_TYPE')
  const problems: Problem[] = KINDS.has(kind) ? [] : [flag('type.unknown', 'subject/PERSON_TYPE', kind, '1 to 4')]
  const party = partyBuilder(`ru-rosfin:${raw.key}`, PERSONS.has(kind) ? 'Person' : 'Organization')
  for (const path of ['NUM', 'ID_NEW', 'ID']) record.skip(`subject/${path}`)
  const cell = record.takeLeaf('subject/TERRORISTS_NAME')
  const named = /^(.*?)(\*?)\s*(?:\(([^]*)\))?\s*(\*?)$/u.exec(cell?.text ?? '')
  if (cell) party.add('name', named?.[1] ?? cell.text, cell.field)
  if (cell && named?.[3]) other(party, { text: named[3], field: cell.field }, problems)
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
  const { designation, problems: unknown } = listing(party, { terror: star || mark?.text === '1', field: 'subject/TERRORISTS_NAME' })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
