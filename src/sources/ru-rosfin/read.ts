import { canonical, isProblem, readHtml, readXml, stop } from '../../intake/index.ts'
import {
  type FileHead,
  type Instant,
  type Problem,
  type RawRecord,
  type Recognised,
  readDates,
  type SourceFile,
  startOfDay,
} from '../../model/index.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { readLine } from './line.ts'

/** The page of the Service, or the file of the personal account in its second or first form; each states its day. */
export function recogniseCatalogue({ text }: FileHead): Recognised | undefined {
  const claim = (rendition: string, day: string | undefined): Recognised => {
    const published = day === undefined ? undefined : instantOf(day)
    return { source: 'ru-rosfin', part: 'main', rendition, ...(published === undefined ? {} : { published }) }
  }
  if (/<Перечень[\s>]/u.test(text) && /<АктуальныйПеречень/u.test(text)) return claim('xml-2', /<ДатаПеречня>([^<]+)</u.exec(text)?.[1])
  if (/<TERRORISTS_CATALOG\b/i.test(text)) return claim('xml-1', /<TERRORISTS_CATALOG\b[^>]*\bDATE="([^"]+)"/i.exec(text)?.[1])
  if (/id="russian(?:UL|FL)"/.test(text) && /terrorist-list/.test(text) && /действующие/iu.test(text))
    return claim('html', /Дата последнего изменения перечня:\s*([\d.]+)/u.exec(text)?.[1])
  return undefined
}

function instantOf(day: string): Instant | undefined {
  const [date] = readDates(day, 'dmy')
  return date && startOfDay(date.earliest)
}

/** Subjects under the number of the file, or under name, day and place where the page or the first form has none that lasts. */
export async function* readCatalogue(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) yield* uniqueRecords(file.rendition === 'html' ? linesOf(file) : subjectsOf(file))
}

async function* linesOf(file: SourceFile): AsyncGenerator<Keyed | Problem> {
  const page = await readHtml(file)
  if (isProblem(page)) {
    yield page
    return
  }
  let found = 0
  for (const [block, kind] of [
    ['#russianUL', 'organisation'],
    ['#russianFL', 'person'],
  ] as const) {
    for (const [i, item] of page(`${block} ol.terrorist-list > li`).toArray().entries()) {
      const line = readLine(page(item).text())
      found++
      yield { key: keyOf(line.name, line.day, line.place), value: { form: 'line', kind, ...line }, field: `${block} li ${i + 1}` }
    }
  }
  if (found === 0) yield stop('html.no-rows', file.name, page.text().trim().slice(0, 120), 'ol.terrorist-list')
}

async function* subjectsOf(file: SourceFile): AsyncGenerator<Keyed | Problem> {
  const records = file.rendition === 'xml-2' ? ['Субъект'] : ['TERRORISTS']
  for await (const item of readXml(file, records)) {
    if (isProblem(item)) {
      yield item
      continue
    }
    if (item.kind === 'outer') continue
    // What came and went since the list before stands in parts of its own, after the whole state.
    if (file.rendition === 'xml-2' && !item.path.includes('АктуальныйПеречень')) continue
    const body = unwrapped(canonical(item.element) ?? '')
    const number = file.rendition === 'xml-2' ? textAt(body, 'ИдСубъекта') : ''
    const key = number || keyOf(textAt(body, 'TERRORISTS_NAME').replace('*', ''), textAt(body, 'BIRTH_DATE'), textAt(body, 'BIRTH_PLACE'))
    yield { key, value: { form: file.rendition, subject: body }, field: item.element.name }
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
