import { flag, isProblem, note, peekSheet, readSheet, stop } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { COLUMNS } from './columns.tables.ts'
import programmes from './programmes.json' with { type: 'json' }

const SHORT = new Map(Object.entries(programmes).map(([sheet, { short }]) => [sheet, short] as const))
const NAMED = ['nameLatin', 'nameJapanese', 'alias']
const OVERVIEW = '一覧'

/** The workbook, by the names of two of its sheets, or of one and its heads. */
export function recogniseFrozen(head: FileHead): Recognised | undefined {
  const book = peekSheet(head)
  if (!book) return undefined
  const own = /タリバーン関係者等/u.test(book.words) && /ミロシェビッチ|テロリスト等|北朝鮮|告示日付/u.test(book.words)
  return own ? { source: 'jp-mof', part: 'main', rendition: book.form } : undefined
}

/** The name of a sheet without its number, blanks and the mark of a programme that has ended. */
export const programmeName = (sheet: string): string =>
  sheet
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^\d+\./u, '')
    .replace(/^【解除】/u, '')

// Where the name of a sheet is none that is known, the title above its heads may hold one.
function programmeOf({ name, title }: Sheet): string {
  const own = programmeName(name)
  if (SHORT.has(own)) return own
  const found = [...SHORT.keys()].filter(known => title.includes(known)).sort((a, b) => b.length - a.length)
  return found[0] ?? own
}

/** Parties under programme and notice number, removed ones too: their rows stay with the day of removal. */
export async function* readFrozen(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(parties(files))
}

type Sheet = { readonly name: string; heads: readonly string[] | undefined; title: string }

async function* parties(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    let sheet: Sheet = { name: '', heads: undefined, title: '' }
    let held: Keyed | undefined
    let headed = 0
    for await (const row of readSheet(file)) {
      if (isProblem(row)) {
        yield row
        continue
      }
      if (row.sheet !== sheet.name) sheet = { name: row.sheet, heads: undefined, title: '' }
      if (programmeName(row.sheet) === OVERVIEW) continue
      const field = `${row.sheet}:${row.line}`
      const squeezed = row.cells.map(cell => cell.normalize('NFKC').replace(/\s+/gu, ''))
      if (squeezed[0]?.includes('告示日付')) {
        sheet.heads = squeezed
        headed++
        yield* headProblems(squeezed, field)
        continue
      }
      if (!sheet.heads) {
        // Titles and notes stand above the heads; a programme that has ended has nothing but the day of its repeal.
        const ended = squeezed.find(cell => /告示廃止/u.test(cell))
        if (ended) yield note('programme.ended', field, `${row.sheet} ${ended}`)
        sheet.title += squeezed.join('')
        continue
      }
      const cells = cellsOf(row.cells, sheet.heads)
      if (Object.keys(cells).length === 0) continue
      if (cells['number'] === undefined && cells['notice'] === undefined) {
        // Long remarks go on in rows of their own.
        if (held) held = { ...held, value: joined(held.value as Cells, cells) }
        else yield flag('record.no-key', field, JSON.stringify(cells).slice(0, 200), 'a notice number')
        continue
      }
      if (held) yield held
      const programme = programmeOf(sheet)
      const number = (cells['number'] ?? '').normalize('NFKC').replace(/\s+/gu, '')
      const key = `${SHORT.get(programme) ?? keyOf(programme)}-${keyOf(/^\d+/.exec(number)?.[0] ?? number)}`
      if (!NAMED.some(name => cells[name] !== undefined) && !/削除/u.test(cells['notice'] ?? '')) {
        yield flag('record.no-name', field, JSON.stringify(cells).slice(0, 200), 'a name, or 削除')
        held = undefined
        continue
      }
      held = { key: number === '' ? '' : key, value: { ...cells, programme }, field }
    }
    if (held) yield held
    if (headed === 0) yield stop('table.head-missing', file.name, '', '告示日付')
  }
}

type Cells = Readonly<Record<string, string>>

function* headProblems(heads: readonly string[], field: string): Generator<Problem> {
  const strange = heads.find(head => head !== '' && COLUMNS[head] === undefined)
  if (strange !== undefined) yield stop('table.head-unknown', field, strange, Object.keys(COLUMNS).join(', '))
  for (const head of ['告示番号', '日本語表記', '英語表記'])
    if (!heads.includes(head)) yield stop('table.head-missing', field, heads.join(' | '), head)
}

function cellsOf(cells: readonly string[], heads: readonly string[]): Cells {
  const found: Record<string, string> = {}
  for (const [i, cell] of cells.entries()) {
    const head = heads[i] ?? ''
    const text = cell
      .replace(/_x000D_/g, '\n')
      .split('\n')
      .map(line => line.replace(/[^\S\n]+/gu, ' ').trim())
      .filter(line => line !== '')
      .join('\n')
    // A cell right of the last head goes on with the remarks.
    const name = COLUMNS[head] ?? 'information'
    if (text !== '') found[name] = found[name] === undefined ? text : `${found[name]}\n${text}`
  }
  return found
}

const joined = (before: Cells, more: Cells): Cells => ({
  ...before,
  ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, before[name] === undefined ? text : `${before[name]}\n${text}`])),
})
