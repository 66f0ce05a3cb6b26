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

/** A paragraph: number, name, other names, the judgments in brackets, and what is remarked behind them. */
const ENTRY = /^(\d+)\.\s*(.*?)\s*\(((?:решени|заочно|приговор)[^]*)\)([^()]*)$/iu
const OTHER_NAMES = /,?\s*друг(?:ие|ое)\s+(?:названи[ея]|наименовани[ея])\s*:?\s*/iu
const REMOVED = /исключен/iu

/** The page by its words: associations that courts have wound up or banned for extremism. */
export const recogniseExtremist = ({ text }: FileHead): Recognised | undefined =>
  /class="doc"/.test(text) && /решение о ликвидации или запрете деятельности/iu.test(text) && !/террорист/iu.test(text.slice(0, 500))
    ? { source: 'ru-minjust-extremist', part: 'main', rendition: 'html' }
    : undefined

/** Organisations under the day of the first judgment and their name: the number in front is a position. */
export const readExtremist = (files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> => uniqueRecords(paragraphs(files))

async function* paragraphs(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    const page = await readHtml(file)
    if (isProblem(page)) {
      yield page
      continue
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
        const day = /\d{2}\.\d{2}\.\d{4}/.exec(judgments)?.[0] ?? ''
        const remark = said.replace(/^[.;,\s]+/u, '')
        yield { key: keyOf(day, russianNames(name.split(OTHER_NAMES)[0] ?? name).name), value: { name, judgments, remark }, field }
      }
    }
    if (found === 0) yield stop('html.no-rows', file.name, tidy(page('body').text()).slice(0, 120), 'numbered paragraphs in div.doc')
  }
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
  if (!from) problems.push(flag('date.missing', 'judgments', judgments?.text ?? '', 'от dd.mm.yyyy'))
  const remark = record.takeLeaf('remark')
  if (remark) party.add('notes', remark.text, remark.field)
  const { designation, problems: unknown } = designate(party, [programmes, 'Экстремистская организация', 'ru-minjust-extremist'], {
    field: 'judgments',
    status: REMOVED.test(remark?.text ?? '') ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(judgments ? { grounds: judgments.text } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
