import { Cursor, flag, isProblem, note, readHtml, stop } from '../../intake/index.ts'
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
import { tidy } from '../pages/tables.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { russianNames, splitNames } from '../rows/russian-names.ts'
import programmes from './programmes.json' with { type: 'json' }
import { columnTitles, isAnswer, openRows } from './register.ts'

/** A paragraph: number, name, other names, the judgments in brackets, and what is remarked behind them. */
const ENTRY = /^(\d+)\.\s*(.*?)\s*\(((?:решени|заочно|приговор)[^]*)\)([^()]*)$/iu
const OTHER_NAMES = /,?\s*друг(?:ие|ое)\s+(?:названи[ея]|наименовани[ея])\s*:?\s*/iu
const REMOVED = /исключен/iu
/** The register's number in the interface. */
const REGISTER = '59961ebb-9f0e-d885-7ebc-b90399923b03'

/**
 * The page by its words, or the answer of the interface by its name: other registers have the same fields. The interface's list of
 * registers tells what the fields are.
 */
export function recogniseExtremist({ text, path }: FileHead): Recognised | undefined {
  const claim = (part: string, rendition: string): Recognised => ({ source: 'ru-minjust-extremist', part, rendition })
  if (/class="doc"/.test(text) && /решение о ликвидации или запрете деятельности/iu.test(text) && !/террорист/iu.test(text.slice(0, 500)))
    return claim('main', 'html')
  if (/^\ufeff?\s*\{/.test(text) && /"columns"\s*:/.test(text) && text.includes(REGISTER)) return claim('columns', 'json')
  const named = /extrem|экстрем/iu.test(path) || path.includes(REGISTER)
  return isAnswer(text) && text.includes('"field_2_s"') && (named || !/"field_(?:5|7|10)_s"/.test(text))
    ? claim('main', 'json-values')
    : undefined
}

/** Organisations under the day of the first judgment and their name: the number in front is a position. */
export const readExtremist = (files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> => uniqueRecords(organisations(files))

async function* organisations(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  const titles = new Map<string, string>()
  for (const file of files.filter(({ part }) => part === 'columns')) {
    const found = await columnTitles(file, REGISTER)
    if (isProblem(found)) yield found
    else for (const [name, title] of found) titles.set(name, title)
  }
  const lists = files.filter(({ part }) => part !== 'columns')
  if (lists.length === 0) yield stop('part.missing', 'files', 'columns', 'main')
  for (const file of lists) yield* file.rendition === 'json-values' ? values(file, titles) : paragraphs(file)
}

const keyFor = (name: string, judgments: string) =>
  keyOf(/\d{2}\.\d{2}\.\d{4}/.exec(judgments)?.[0] ?? '', russianNames(name.split(OTHER_NAMES)[0] ?? name).name)

// Of the register's fields only number and name are known; the others say what they are by their titles, where these are at hand.
async function* values(file: SourceFile, titles: ReadonlyMap<string, string>): AsyncGenerator<Keyed | Problem> {
  for await (const item of openRows(file, ['field_1_i'])) {
    if (isProblem(item)) {
      yield item
      continue
    }
    const { field_2_s: name = '', ...others } = item.value
    const told = Object.entries(others).map(([field, text]) => ({ title: titles.get(field) ?? field, text }))
    const removed = told.filter(({ title }) => REMOVED.test(title))
    const judgments = told.filter(one => !removed.includes(one)).map(({ title, text }) => `${title}: ${text}`)
    const remark = removed.map(({ title, text }) => `${title}: ${text}`).join('; ')
    if (name === '') yield stop('record.no-name', item.field, JSON.stringify(item.value).slice(0, 200), 'field_2_s')
    else yield { key: keyFor(name, judgments.join('; ')), value: { name, judgments: judgments.join('; '), remark }, field: item.field }
  }
}

async function* paragraphs(file: SourceFile): AsyncGenerator<Keyed | Problem> {
  const page = await readHtml(file)
  if (isProblem(page)) {
    yield page
    return
  }
  let found = 0
  for (const [i, element] of page('div.doc p').toArray().entries()) {
    const text = tidy(page(element).text()).replace(/[;.\s]+$/u, '')
    if (!/^\d+\.\s/.test(text)) continue
    const field = `p ${i + 1}`
    const [, , name = '', judgments = '', said = ''] = ENTRY.exec(text) ?? []
    if (name === '') yield stop('record.unreadable', field, text.slice(0, 200), 'N. name (judgments)')
    else if (/^Организация\s+исключена$/iu.test(name)) yield note('record.no-party', field, text, 'a name')
    else {
      found++
      yield { key: keyFor(name, judgments), value: { name, judgments, remark: said.replace(/^[.;,\s]+/u, '') }, field }
    }
  }
  if (found === 0) yield stop('html.no-rows', file.name, tidy(page('body').text()).slice(0, 120), 'numbered paragraphs in div.doc')
}

/** The reading of one organisation. The ban is in force from the last judgment in the brackets; a remark can take it off the list. */
export function parseExtremist(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`ru-minjust-extremist:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const printed = record.takeLeaf('name')
  if (printed) {
    const [own = '', others = ''] = printed.text.split(OTHER_NAMES)
    const { name, others: bracketed, countries } = russianNames(own)
    party.add('name', name, printed.field)
    for (const other of [...bracketed, ...splitNames(others)]) party.add('alias', other, printed.field)
    for (const code of countries) party.addClean('country', code, printed.text, printed.field)
    party.add('description', printed.text, printed.field)
  }
  const judgments = record.takeLeaf('judgments')
  if (judgments) party.add('notes', judgments.text, judgments.field)
  const days = [...(judgments?.text ?? '').matchAll(/\d{2}\.\d{2}\.\d{4}/g)].flatMap(([day]) => readDates(day, 'dmy'))
  const from = days.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1)).at(-1)
  if (judgments && !from) problems.push(flag('date.missing', 'judgments', judgments.text, 'от dd.mm.yyyy'))
  const remark = record.takeLeaf('remark')
  if (remark) party.add('notes', remark.text, remark.field)
  const removed = REMOVED.test(remark?.text ?? '')
  const [to] = removed ? readDates(/\d{2}\.\d{2}\.\d{4}/.exec(remark?.text ?? '')?.[0] ?? '', 'dmy') : []
  const { designation, problems: unknown } = designate(party, [programmes, 'Экстремистская организация', 'ru-minjust-extremist'], {
    field: 'judgments',
    status: removed ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(judgments ? { grounds: judgments.text } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
