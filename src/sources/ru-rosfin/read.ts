import { canonical, flag, isProblem, readHtml, readXml, stop, type XmlElement } from '../../intake/index.ts'
import type { Problem, RawRecord, SourceFile } from '../../model/index.ts'
import { pageTables, tidy } from '../pages/tables.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { labelledRussian } from '../rows/russian-labels.ts'
import { readLine } from './line.ts'

/** Blocks of a page of lines, and what stands in each. */
const BLOCKS = [
  ['#russianUL', 'organisation'],
  ['#russianFL', 'person'],
  ['#foreignUL', 'organisation'],
  ['#foreignFL', 'person'],
] as const

/** Subjects under the number of the file, or under name, day and place where the page or the first form has none that lasts. */
export async function* readCatalogue(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) yield* uniqueRecords(file.rendition === 'html' ? linesOf(file) : subjectsOf(file))
}

/** The list on weapons of mass destruction: the rows of its page, or the subjects of a file. */
export async function* readWeapons(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) yield* uniqueRecords(file.rendition === 'html' ? rowsOf(file) : subjectsOf(file))
}

async function* linesOf(file: SourceFile): AsyncGenerator<Keyed | Problem> {
  const page = await readHtml(file)
  if (isProblem(page)) {
    yield page
    return
  }
  let found = 0
  for (const [block, kind] of BLOCKS) {
    for (const [i, item] of page(`${block} ol.terrorist-list > li`).toArray().entries()) {
      const line = readLine(page(item).text())
      found++
      yield { key: keyOf(line.name, line.day, line.place), value: { form: 'line', kind, ...line }, field: `${block} li ${i + 1}` }
    }
  }
  if (found === 0) yield stop('html.no-rows', file.name, tidy(page.text()).slice(0, 120), 'ol.terrorist-list')
}

// One table, two rows of heads: number, text with labels, decision, number of the United Nations, day, remark.
async function* rowsOf(file: SourceFile): AsyncGenerator<Keyed | Problem> {
  const tables = await pageTables(file, 'a table of six columns')
  if (isProblem(tables)) {
    yield tables
    return
  }
  let found = 0
  for (const { cells, field } of tables.flatMap(({ rows }) => rows)) {
    const [number = '', text = '', decision = '', un = '', day = '', remark = ''] = cells.map(cell => cell.text)
    if (!/^\d+\.?$/.test(number) || text === '') continue
    if (cells.length !== 6) yield stop('html.row-width', field, String(cells.length), '6 cells')
    found++
    const { front, parts } = labelledRussian(text)
    const name = front || (parts.find(({ label }) => label === 'name')?.text ?? '')
    yield { key: un === '' || un === '-' ? keyOf(name) : un, value: { form: 'row', text, decision, un, day, remark }, field }
  }
  if (found === 0) yield stop('html.no-rows', file.name, tables[0]?.heads.join() ?? '', 'rows of a number and a text')
}

async function* subjectsOf(file: SourceFile): AsyncGenerator<Keyed | Problem> {
  const decisions = file.rendition === 'xml-mvk'
  const records = decisions ? ['Решение', 'ВерсияФормата'] : file.rendition === 'xml-2' ? ['Субъект', 'ВерсияФормата'] : ['TERRORISTS']
  for await (const item of readXml(file, records)) {
    if (isProblem(item)) {
      yield item
      continue
    }
    if (item.kind === 'outer') continue
    const { element, path } = item
    if (element.name === 'ВерсияФормата') {
      if (!/^2\./.test(element.text.trim())) yield flag('format.version', 'ВерсияФормата', element.text, '2.0')
    } else if (decisions) yield* decided(element)
    // What came and went since the list before stands in parts of its own, after the whole state.
    else if (file.rendition !== 'xml-2' || path.includes('АктуальныйПеречень')) yield subject(element, file.rendition)
  }
}

function subject(element: XmlElement, form: string): Keyed {
  const body = unwrapped(canonical(element) ?? '')
  const number = form === 'xml-1' ? '' : textAt(body, 'ИдСубъекта')
  // Other names in brackets come and go; without them the key is that of the page.
  const name = textAt(body, 'TERRORISTS_NAME').replace(/\s*\([^]*\)\s*\*?\s*$/u, '')
  const key = number || keyOf(name, textAt(body, 'BIRTH_DATE'), textAt(body, 'BIRTH_PLACE'))
  return { key, value: { form, subject: body }, field: element.name }
}

// A decision and each subject it is about: what the decision says of itself goes with every one of them.
function* decided(decision: XmlElement): Generator<Keyed> {
  const own = decision.children.filter(({ name }) => name !== 'СписокСубъектов').map(({ name, text }) => `${name}: ${tidy(text)}`)
  for (const list of decision.children.filter(({ name }) => name === 'СписокСубъектов')) {
    for (const element of list.children) {
      const { value, ...rest } = subject(element, 'xml-2')
      yield { ...rest, value: { ...(value as object), decision: own } }
    }
  }
}

type Body = ReturnType<typeof canonical>

// Some readers' files wrap values in a second, escaped CDATA mark; names of the first form come in small letters in some years.
function unwrapped(body: Body): Body {
  if (typeof body === 'string') return body.replace(/^<!\[CDATA\[([\s\S]*)\]\]>$/, '$1').trim()
  if (Array.isArray(body)) return (body as readonly Body[]).map(unwrapped) as Body
  if (body === undefined) return body
  return Object.fromEntries(
    Object.entries(body).map(([name, inner]) => [/^[a-z_]+$/.test(name) ? name.toUpperCase() : name, unwrapped(inner)]),
  ) as Body
}

function textAt(body: Body, name: string): string {
  if (typeof body !== 'object' || Array.isArray(body)) return ''
  const inner = (body as Readonly<Record<string, Body>>)[name]
  const [first] = Array.isArray(inner) ? (inner as readonly Body[]) : [inner]
  return typeof first === 'string' ? first : ''
}
