import { type Cursor, flag, isProblem, stop } from '../../intake/index.ts'
import { type PartialDate, type Problem, readDates, type SourceFile } from '../../model/index.ts'
import { jsonObjects, textAt } from '../rows/json-array.ts'

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

/** The day at a path; what is none is put among the problems. */
export function dayIn(record: Cursor, path: string, problems: Problem[]): PartialDate | undefined {
  const leaf = record.takeLeaf(path)
  if (!leaf) return undefined
  const [date] = readDates(leaf.text, 'dmy')
  if (!date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'dd.mm.yyyy'))
  return date
}
