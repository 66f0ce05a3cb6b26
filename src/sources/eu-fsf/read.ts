import {
  type Body,
  canonical,
  firstRows,
  hasHeads,
  isProblem,
  lettersOf,
  readXml,
  stop,
  toBody,
  type XmlElement,
} from '../../intake/index.ts'
import { type FileHead, isDay, type Problem, type RawRecord, type Recognised, type SourceFile, startOfDay } from '../../model/index.ts'
import { FORM, HEADS } from './form.tables.ts'
import { readCsvEntries } from './read-csv.ts'
import { entryOfOldForm, OLD_FORM } from './read-old.ts'

/** An entry of any form as one of 1.1: `@` before attributes, a list for each kind of child. */
export type Entry = { readonly key: string; readonly body: Body }

/**
 * What a file of the financial sanctions file is: XML 1.1, XML 1.0 or CSV 1.1.
 *
 * @source attribute generationDate of `export`, attribute Date of `WHOLE` (day first), column fileGenerationDate (day first)
 */
export function recogniseFsf(head: FileHead): Recognised | undefined {
  const text = head.text.replace(/^\ufeff/, '')
  const current = /<(?:\w+:)?export\b[^>]*xmlns(?::\w+)?\s*=\s*["']http:\/\/eu\.europa\.ec\/fpi\/fsd\/export["'][^>]*>/.exec(text)?.[0]
  if (current) return found('xml 1.1', /generationDate\s*=\s*["'](\d{4}-\d{2}-\d{2})/.exec(current)?.[1])
  const old = /<WHOLE\b[^>]*>\s*<ENTITY\b/.exec(text)?.[0]
  if (old) return found('xml 1.0', isoDay(/\bDate\s*=\s*["'](\d{1,2}\/\d{1,2}\/\d{4})/.exec(old)?.[1]))
  const [heads = [], first = []] = firstRows(text, 2, ';')
  if (!hasHeads(heads, HEADS.slice(0, 3))) return undefined
  const day = heads.findIndex(head => lettersOf(head) === lettersOf(HEADS[0] ?? ''))
  return found('csv 1.1', isoDay(first[day]?.trim()))
}

const found = (rendition: string, day: string | undefined): Recognised => ({
  source: 'eu-fsf',
  part: 'main',
  rendition,
  ...(day && isDay(day) ? { published: startOfDay(day) } : {}),
})

const isoDay = (text: string | undefined) =>
  text?.replace(
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
  )

/**
 * The entries under their logical id, which every form shares. An entry on two programmes stands in the file twice: both
 * become one record with a part for each.
 */
export async function* readFsf(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  const entries = new Map<string, Set<string>>()
  for (const file of files) {
    for await (const item of file.rendition === 'csv 1.1' ? readCsvEntries(file) : readXmlEntries(file)) {
      if (isProblem(item)) {
        yield item
        if (item.severity === 'stop') return
        continue
      }
      if (item.key === '') yield stop('record.no-key', 'sanctionEntity/@logicalId', toBody(item.body), 'a logical id')
      entries.set(item.key, (entries.get(item.key) ?? new Set()).add(toBody(item.body)))
    }
  }
  if (entries.size === 0) yield stop('list.empty', files[0]?.name ?? '', '0 entries', 'thousands of entries')
  for (const [key, parts] of entries) yield { key, body: `{"part":[${[...parts].sort().join(',')}]}` }
}

async function* readXmlEntries(file: SourceFile): AsyncGenerator<Entry | Problem> {
  const old = file.rendition === 'xml 1.0'
  const form = old ? OLD_FORM : FORM
  const [root, record] = old ? ['WHOLE', 'ENTITY'] : ['export', 'sanctionEntity']
  const odd = new Set<string>()
  for await (const item of readXml(file, [record])) {
    if (isProblem(item)) yield item
    else if (item.path[0] !== root) {
      yield stop('version.not-this-source', file.name, `<${item.path[0]}>`, `<${root}>`)
      return
    } else if (item.kind === 'outer') {
      if (item.path.length > 1) yield stop('xml.unknown-element', item.path.join('/'), item.element.text || `<${item.element.name}>`)
    } else {
      for (const path of oddities(item.element, form)) {
        if (odd.has(path)) continue
        odd.add(path)
        yield stop(
          'xml.unknown-element',
          path,
          item.element.attributes['logicalId'] ?? item.element.attributes['Id'] ?? '',
          'the known form',
        )
      }
      if (old) yield* entryOfOldForm(item.element)
      else yield { key: item.element.attributes['logicalId']?.trim() ?? '', body: canonical(item.element) ?? {} }
    }
  }
}

function oddities(element: XmlElement, form: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const known = form[element.name]
  if (!known) return [element.name]
  return [
    ...Object.keys(element.attributes)
      .filter(name => !known.includes(`@${name}`))
      .map(name => `${element.name}/@${name}`),
    ...element.children.flatMap(child => (known.includes(child.name) ? oddities(child, form) : [`${element.name}/${child.name}`])),
  ]
}
