import { flag, isProblem, peekSheet, readSheet, stop } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { type Keyed, uniqueRecords } from '../rows/records.ts'

/** Columns by their letters alone: those of the form until November 2025, and those that came with the next. */
const COLUMNS: Readonly<Record<string, string>> = {
  reference: 'reference',
  nameofindividualorentity: 'name',
  type: 'type',
  nametype: 'nameType',
  aliasstrength: 'strength',
  dateofbirth: 'birthDate',
  placeofbirth: 'birthPlace',
  citizenship: 'citizenship',
  address: 'address',
  additionalinformation: 'information',
  listinginformation: 'listing',
  instrumentofdesignation: 'instrument',
  committees: 'committees',
  controldate: 'controlDate',
  imonumber: 'imo',
  targetedfinancialsanction: 'financial',
  travelban: 'travelBan',
  armsembargo: 'armsEmbargo',
  maritimerestriction: 'maritime',
}
const REQUIRED = ['reference', 'nameofindividualorentity', 'type', 'nametype', 'committees']
const OF_NAME = new Set(['reference', 'name', 'nameType', 'strength'])

/**
 * The workbook by the words at its beginning. A large XLSX shows none there: it is known by the publisher's file name, or by
 * the folder it was kept in.
 */
export function recogniseListed(head: FileHead): Recognised | undefined {
  const book = peekSheet(head)
  if (!book) return undefined
  const named = /regulation8_consolidated|australian_sanctions_consolidated|(?:^|\/)au-dfat\//i.test(`${head.path}/${head.name}`)
  const heads = /Name of Individual or Entity/i.test(book.words) && /Committees/i.test(book.words)
  const cells = book.form === 'xls' && /Listed by UN \d+ Committee|Autonomous \((?:Syria|Ukraine|Russia|DPRK)/.test(book.words)
  return named || heads || cells ? { source: 'au-dfat', part: 'main', rendition: book.form } : undefined
}

/**
 * Parties under the number before the letter of their rows: `2`, `2a`, `2b` are one. A number that begins anew further down,
 * with a primary name of its own, is another party under a number used twice.
 */
export async function* readListed(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(parties(files))
}

type Group = { readonly number: string; readonly field: string; readonly names: Names; readonly more: Map<string, Set<string>> }
type Names = Record<string, string>[]

async function* parties(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  const groups = new Map<string, Group[]>()
  for (const file of files) {
    let heads: readonly string[] | undefined
    let before = ''
    for await (const row of readSheet(file)) {
      if (isProblem(row)) {
        yield row
        continue
      }
      if (!heads) {
        heads = row.cells.map(lettersOf)
        yield* headProblems(heads, row.cells)
        continue
      }
      const cells = cellsOf(row.cells, heads)
      const number = /^\d+/.exec(cells['reference'] ?? '')?.[0]
      const field = `${row.sheet}:${row.line}`
      if (number === undefined) yield flag('record.no-key', field, JSON.stringify(cells).slice(0, 200), 'a reference')
      else addRow(groups, cells, { number, field, apart: number !== before })
      before = number ?? before
    }
    if (!heads) yield stop('table.head-missing', file.name, '', 'Reference')
  }
  for (const group of [...groups.values()].flat()) {
    const more = Object.fromEntries([...group.more].map(([name, texts]) => [name, [...texts].sort()]))
    yield { key: group.number, value: { names: group.names, ...more }, field: group.field }
  }
}

const lettersOf = (head: string) => head.toLowerCase().replace(/[^a-z]/g, '')

function* headProblems(heads: readonly string[], cells: readonly string[]): Generator<Problem> {
  const line = cells.join(' | ')
  for (const head of REQUIRED) if (!heads.includes(head)) yield stop('table.head-missing', '1', line, head)
  for (const [i, head] of heads.entries())
    if (head !== '' && COLUMNS[head] === undefined) yield stop('table.head-unknown', '1', cells[i] ?? '', Object.keys(COLUMNS).join(', '))
}

function cellsOf(cells: readonly string[], heads: readonly string[]): Readonly<Record<string, string>> {
  const found = heads.flatMap((head, i) => {
    const text = (cells[i] ?? '')
      .replace(/_x000D_/g, '\n')
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    const name = COLUMNS[head]
    return name && text !== '' && !/^na$/i.test(text) ? [[name, text] as const] : []
  })
  return Object.fromEntries(found)
}

type Row = { readonly number: string; readonly field: string; readonly apart: boolean }

function addRow(groups: Map<string, Group[]>, cells: Readonly<Record<string, string>>, { number, field, apart }: Row): void {
  const known = groups.get(number) ?? []
  const primary = /^primary/i.test(cells['nameType'] ?? '')
  let group = known.at(-1)
  if (!group || (apart && primary)) {
    group = { number, field, names: [], more: new Map() }
    groups.set(number, [...known, group])
  }
  const { name = '', nameType = '', strength = '' } = cells
  group.names.push({ name, type: nameType, ...(strength === '' ? {} : { strength }) })
  for (const [column, text] of Object.entries(cells)) {
    if (OF_NAME.has(column)) continue
    const texts = group.more.get(column) ?? new Set()
    texts.add(text)
    group.more.set(column, texts)
  }
}
