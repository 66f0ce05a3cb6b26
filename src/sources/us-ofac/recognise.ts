import type { FileHead, Instant, Recognised } from '../../model/index.ts'
import { isDay, startOfDay } from '../../model/index.ts'
import { WIDTHS } from './legacy-rows.ts'
import type { Collection } from './programmes.ts'

/** The primary part of each collection, which every publication must have; XML forms are that part alone. */
export const PRIMARY: Readonly<Record<Collection, string>> = { sdn: 'sdn', consolidated: 'prim' }

const SOURCE: Readonly<Record<Collection, string>> = { sdn: 'us-ofac-sdn', consolidated: 'us-ofac-consolidated' }

/** What a file is, for one of the two collections; undefined where it is not a file of it. */
export function recogniser(collection: Collection): (head: FileHead) => Recognised | undefined {
  return head => {
    const form = xmlForm(head) ?? legacyForm(head)
    if (!form || collectionOf(head) !== collection) return undefined
    const part = form.part === 'primary' ? PRIMARY[collection] : form.part
    return {
      source: SOURCE[collection],
      part,
      rendition: form.rendition,
      ...(form.published === undefined ? {} : { published: form.published }),
    }
  }
}

type Form = { readonly part: string; readonly rendition: string; readonly published?: Instant }

function xmlForm({ text }: FileHead): Form | undefined {
  const root = /<(?:\w+:)?(sdnList|sanctionsData|Sanctions)[\s>]/.exec(text.slice(0, 4096))?.[1]
  if (!root || !/^\s*(?:\ufeff)?\s*<\?xml|^\s*(?:\ufeff)?\s*</.test(text)) return undefined
  if (root === 'sdnList') return dated('xml', /<(?:\w+:)?Publish_Date>\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*</.exec(text), [3, 1, 2])
  if (root === 'sanctionsData')
    return /DeltaFile/.test(text.slice(0, 4096))
      ? undefined
      : dated('enhanced xml', /<(?:\w+:)?dataAsOf>\s*(\d{4})-(\d{2})-(\d{2})/.exec(text), [1, 2, 3])
  if (!/<(?:\w+:)?DateOfIssue\b/.test(text)) return undefined
  return dated(
    'advanced xml',
    /<(?:\w+:)?DateOfIssue\b[^>]*>\s*<(?:\w+:)?Year>(\d{4})<\/\S+?>\s*<(?:\w+:)?Month>(\d{1,2})<\/\S+?>\s*<(?:\w+:)?Day>(\d{1,2})</.exec(
      text,
    ),
    [1, 2, 3],
  )
}

function dated(rendition: string, found: RegExpExecArray | null, [year, month, day]: readonly [number, number, number]): Form {
  const text = found ? [found[year], found[month]?.padStart(2, '0'), found[day]?.padStart(2, '0')].join('-') : ''
  return { part: 'primary', rendition, ...(isDay(text) ? { published: startOfDay(text) } : {}) }
}

const PART_OF_WIDTH: ReadonlyMap<number, string> = new Map(
  Object.entries(WIDTHS).map(([part, widths]) => [widths.reduce((sum, w) => sum + w, 0), part]),
)
const LEGACY: readonly { readonly rendition: string; readonly delimiter: string }[] = [
  { rendition: 'csv', delimiter: ',' },
  { rendition: 'del', delimiter: '@' },
  { rendition: 'pip', delimiter: '|' },
]
const PART_OF_COLUMNS: Readonly<Record<number, string>> = { 12: 'primary', 5: 'alt', 6: 'add' }

function legacyForm({ text }: FileHead): Form | undefined {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const width = PART_OF_WIDTH.get(line.length)
  if (width && /^ *\d+/.test(line.slice(0, 10)) && !/^\d+[,@|]/.test(line)) return { part: width, rendition: 'ff' }
  for (const { rendition, delimiter } of LEGACY) {
    const cells = cellsOf(line, delimiter)
    if (cells === null || !/^\d+$/.test(cells[0] ?? '')) continue
    const part = PART_OF_COLUMNS[cells.length]
    if (part && (line.includes('-0-') || /^\d+$/.test(cells[1] ?? ''))) return { part, rendition }
    if (cells.length === 2 && /^\d+.".+"\s*$/.test(line)) return { part: 'comments', rendition }
  }
  return undefined
}

// Cells of one line where nothing stands beside the quotes; null where the line is not of that form.
function cellsOf(line: string, delimiter: string): readonly string[] | null {
  const d = delimiter === '|' ? '\\|' : delimiter
  if (!new RegExp(`^(?:"[^"]*"|[^"${d}]*)(?:${d}(?:"[^"]*"|[^"${d}]*))*$`).test(line)) return null
  return [...line.matchAll(new RegExp(`(?:^|${d})("[^"]*"|[^"${d}]*)`, 'g'))].map(match => (match[1] ?? '').replace(/^"|"\s*$/g, ''))
}

const NON_SDN = /NS-PLC|UKRAINE-EO13662|561-Related|561List|CMIC-EO13959|Sectoral Sanctions|Consolidated List|Not on the SDN List/

// No form says in its head which collection it is. The number of the first party does for the real files (36 or 173 against
// 4632 or 9639); else the name does, else the programmes in the first records.
function collectionOf(head: FileHead): Collection {
  const first = Number(/<uid>\s*(\d+)|^\s*(\d+)/.exec(head.text)?.slice(1).find(Boolean) ?? Number.NaN)
  if (first < 2000) return 'sdn'
  const name = `${head.path} ${head.name}`.toLowerCase()
  if (/\bcons/.test(name.replaceAll('_', ' '))) return 'consolidated'
  if (/sdn/.test(name) && !/nonsdn/.test(name)) return 'sdn'
  const filter = /<filters>[\s\S]*?<\/filters>/.exec(head.text)?.[0]
  if (filter) return filter.includes('>SDN List<') ? 'sdn' : 'consolidated'
  return NON_SDN.test(head.text) ? 'consolidated' : 'sdn'
}
