import { Cursor, flag, isProblem, peekSheet } from '../../intake/index.ts'
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
import { born, citizen, fillFrom, type Rule, remark, values } from '../rows/fill.ts'
import { itemsIn } from '../rows/items.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { sheetRecords } from '../rows/sheet-records.ts'
import { HEADS } from './columns.tables.ts'
import corrections from './corrections.json' with { type: 'json' }
import { addNumbers, stateNumber } from './numbers.ts'
import programmes from './programmes.json' with { type: 'json' }

/** The lists by the article of law they are made under. */
export type Article = 'domestic' | 'foreign' | 'weapons'

const CORRECTIONS: Readonly<Record<string, string>> = corrections
const PROGRAMMES: Readonly<Record<Article, string>> = {
  domestic: '6415, madde 7',
  foreign: '6415, madde 6',
  weapons: '7262, madde 3/A-3/B',
}

/** Letters of a head without Turkish marks. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ı/gu, 'i')
    .replace(/[^\p{L}\p{N}]/gu, '')
const columnOf = (head: string): string | undefined => HEADS.find(([letters]) => letters.test(plain(head)))?.[1]

/**
 * A workbook by its heads: a kind of measure stands only on the list on weapons; the number of a decree of the President
 * (before, of the Council of Ministers) only on that of foreign requests. Where neither tells, the file's name has to.
 */
export function recogniseFrozen(head: FileHead, article: Article): Recognised | undefined {
  const book = peekSheet(head)
  if (!book) return undefined
  const words = plain(book.words)
  if (!words.includes('sirano') || !/uyrugu|orgutu/.test(words)) return undefined
  const found = /mvdyaptirimturu/.test(words)
    ? 'weapons'
    : /bkkcbkkarar/.test(words) || /6\W?madde/i.test(head.name)
      ? 'foreign'
      : /karartarihsayisi/.test(words) || /7\W?madde/i.test(head.name)
        ? 'domestic'
        : undefined
  return found === article ? { source: `tr-masak-${article}`, part: 'main', rendition: book.form } : undefined
}

/** Parties under their Turkish number, or under name, birth date and gazette. */
export async function* readFrozen(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(rows(files))
}

async function* rows(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  const form = { columns: {}, otherColumn: columnOf, isHead: (cells: readonly string[]) => cells.some(cell => plain(cell) === 'sirano') }
  for (const file of files) {
    for await (const item of sheetRecords(file, form)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const { name = '', body = '', birthDate = '', gazette = '', numbers = '' } = item.cells
      const own = stateNumber(numbers)
      yield { key: own || keyOf(name || body, birthDate, gazette), value: item.cells, field: item.field }
    }
  }
}

// Excel has turned some days to month, day and year in two figures; the century is Excel's own.
const mended = (text: string): string => {
  const known = CORRECTIONS[text.trim()] ?? text
  return known.replace(/^\s*(\d{1,2})\/(\d{1,2})\/(\d{2})\s*$/, (_all, month: string, day: string, year: string) =>
    [day, month, `${Number(year) < 30 ? '20' : '19'}${year}`].join('.'),
  )
}

const RULES: Readonly<Record<string, Rule>> = {
  alias: values('alias', text => itemsIn(text).map(item => item.replace(/,$/, ''))),
  former: values('previousName'),
  birthDate: (party, leaf, problems) => born('dmy')(party, { ...leaf, text: mended(leaf.text) }, problems),
  birthPlace: values('birthPlace', text => [text]),
  mother: values('motherName'),
  father: values('fatherName'),
  nationality: (party, leaf, problems) => {
    for (const text of leaf.text.split(/[\n,;/]\s*/)) citizen(party, { ...leaf, text: mended(text) }, problems)
  },
  organisation: remark('Organisation'),
  structure: remark('Structure'),
  measure: remark('Measure'),
  position: values('position', text => [text]),
  address: values('address'),
  information: remark(),
  decision: remark('Decision'),
}

/** The reading of one party: a person where birth, mother or father is told and no body is named. */
export function parseFrozen(raw: RawRecord, article: Article): Reading {
  const record = new Cursor(raw.body)
  const person = record.peek('body') === '' && ['birthDate', 'mother', 'father'].some(path => record.peek(path) !== '')
  const party = partyBuilder(`tr-masak-${article}:${raw.key}`, person ? 'Person' : 'Organization')
  const name = record.takeLeaf('name')
  if (name) {
    // `SAMPLE PAK, Direktör`: a person's office follows a comma.
    const [own = '', office] = person ? name.text.split(/,\s*/) : [name.text]
    party.add('name', own, name.field)
    if (office) party.add('position', office, name.field)
  }
  // Beside a name this column holds only the word for a body.
  const body = record.takeLeaf('body')
  if (body && !name) party.add('name', body.text, body.field)
  else if (body && !/^tuzel/.test(plain(body.text))) party.add('alias', body.text, body.field)
  const problems: Problem[] = [...fillFrom(party, record, RULES, /^-?$/)]
  const numbers = record.takeLeaf('numbers')
  if (numbers) addNumbers(party, numbers)
  const gazette = dayIn(record, 'gazette', problems)
  const listed = dayIn(record, 'listed', problems)
  const from = gazette.date ?? listed.date
  if (gazette.text !== '') party.addClean('notes', `Official Gazette: ${gazette.text}`, gazette.text, 'gazette')
  if (listed.text !== '') party.addClean('notes', `Taken up: ${listed.text}`, listed.text, 'listed')
  const { designation, problems: unknown } = designate(
    party,
    [programmes, PROGRAMMES[article], article === 'weapons' ? 'tr-masak-wmd' : 'tr-masak'],
    {
      field: 'gazette',
      ...(from ? { from } : {}),
      ...(gazette.text === '' ? {} : { grounds: `Official Gazette ${gazette.text}` }),
    },
  )
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

type Day = { readonly date?: PartialDate; readonly text: string }

// `24.12.2021-00000 (Mükerrer)`: day and number of the gazette. `9 Temmuz 2018 (değişiklik …)`: the day, and those of changes.
function dayIn(record: Cursor, path: string, problems: Problem[]): Day {
  const leaf = record.takeLeaf(path)
  if (!leaf) return { text: '' }
  const [date] = readDates(mended(leaf.text.replace(/\s*\(.*$/s, '').replace(/(\d{4})\s*[-/–]\s*\d+.*$/s, '$1')), 'dmy')
  if (!date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'dd.mm.yyyy'))
  return { text: leaf.text, ...(date ? { date } : {}) }
}
