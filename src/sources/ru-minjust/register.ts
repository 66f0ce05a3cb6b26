import { type Cursor, flag, isProblem, readJson, stop } from '../../intake/index.ts'
import { type PartialDate, type Problem, readDates, type SourceFile } from '../../model/index.ts'
import { isObject, jsonObjects, textAt } from '../rows/json-array.ts'

/** How rows of a register are told: the fields and what each holds, the one with the name, and the member the rows stand in. */
export type RegisterForm = { readonly fields: Readonly<Record<string, string>>; readonly name: string; readonly at?: string }

/** A row of a register: its texts by what they are, empty ones left out. */
export type RegisterRow = { readonly value: Readonly<Record<string, string>>; readonly field: string }

/** What the Ministry's interface says of itself in each row: no facts of the register. */
const TECHNICAL = ['id', 'grid_s', '_version_', 'lastModified_l']

/** True for an answer of the Ministry's interface with rows; its list of registers has their columns instead. */
export const isAnswer = (text: string): boolean => /^\ufeff?\s*\{/.test(text) && /"values"\s*:/.test(text) && !/"columns"\s*:/.test(text)

/** The rows of a register; a row without a name, and a field that the form does not know, stop the version. */
export async function* registerRows(file: SourceFile, { fields, name, at }: RegisterForm): AsyncGenerator<RegisterRow | Problem> {
  const members = [...Object.keys(fields), ...(at === undefined ? [] : TECHNICAL)]
  for await (const item of jsonObjects(file, { members, ...(at === undefined ? {} : { at }) })) {
    if (isProblem(item)) {
      yield item
      continue
    }
    const texts = Object.entries(fields).map(([from, to]) => [to, textAt(item.object, from).replace(/\s+/gu, ' ').trim()] as const)
    const value = Object.fromEntries(texts.filter(([, text]) => text !== ''))
    if (!value[name]) yield stop('record.no-name', item.field, JSON.stringify(item.object).slice(0, 200), 'a name')
    yield { value, field: item.field }
  }
}

/** The rows of an answer whose fields are not all known: every text by the name of its field, but for those that are positions. */
export async function* openRows(file: SourceFile, positions: readonly string[]): AsyncGenerator<RegisterRow | Problem> {
  const read = await readJson(file)
  if (isProblem(read)) {
    yield read
    return
  }
  const rows = isObject(read.value) ? read.value['values'] : undefined
  if (!Array.isArray(rows) || rows.length === 0) {
    yield stop('json.not-a-list', 'values', JSON.stringify(read.value).slice(0, 120), 'a list of rows')
    return
  }
  for (const [i, row] of rows.entries()) {
    if (!isObject(row)) yield stop('json.not-a-record', `values[${i}]`, JSON.stringify(row).slice(0, 120), 'an object')
    else {
      const names = Object.keys(row).filter(name => !TECHNICAL.includes(name) && !positions.includes(name))
      const texts = names.map(name => [name, textAt(row, name).replace(/\s+/gu, ' ').trim()] as const)
      yield { value: Object.fromEntries(texts.filter(([, text]) => text !== '')), field: `values[${i}]` }
    }
  }
}

/** What the fields of a register are called, by the interface's list of registers; a stop problem where it is none. */
export async function columnTitles(file: SourceFile, register: string): Promise<ReadonlyMap<string, string> | Problem> {
  const read = await readJson(file)
  if (isProblem(read)) return read
  const registers = isObject(read.value) ? read.value['values'] : undefined
  const own = Array.isArray(registers) ? registers.filter(isObject).find(one => one['id'] === register) : undefined
  const columns = own?.['columns']
  if (!Array.isArray(columns))
    return stop('json.not-a-list', 'values', JSON.stringify(read.value).slice(0, 120), `the register ${register}`)
  return new Map(columns.filter(isObject).map(column => [textAt(column, 'name'), textAt(column, 'title')] as const))
}

/** The day at a path; what is none is put among the problems. */
export function dayIn(record: Cursor, path: string, problems: Problem[]): PartialDate | undefined {
  const leaf = record.takeLeaf(path)
  if (!leaf) return undefined
  const [date] = readDates(leaf.text, 'dmy')
  if (!date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'dd.mm.yyyy'))
  return date
}
