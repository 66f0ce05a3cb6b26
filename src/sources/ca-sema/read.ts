import { flag, isProblem, note, readXml, stop, toBody, type XmlElement } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { programmeOf } from './programmes.ts'

/** Elements of a record by the name each has in the body: some were renamed by 2025. */
const FIELDS: Readonly<Record<string, string>> = {
  Country: 'Country',
  Entity: 'EntityOrShip',
  EntityOrShip: 'EntityOrShip',
  LastName: 'LastName',
  GivenName: 'GivenName',
  Aliases: 'Aliases',
  Title: 'TitleOrShip',
  TitleOrShip: 'TitleOrShip',
  DateOfBirth: 'DateOfBirthOrShipBuildDate',
  DateOfBirthOrShipBuildDate: 'DateOfBirthOrShipBuildDate',
  ShipIMONumber: 'ShipIMONumber',
  Schedule: 'Schedule',
  Item: 'Item',
  DateOfListing: 'DateOfListing',
}

/** What a file of the consolidated autonomous list is. It carries no day. */
export function recogniseSema(head: FileHead): Recognised | undefined {
  const start = head.text.slice(0, 4000)
  return /<data-set\b/.test(start) && /<record>\s*<Country>/.test(start) && /<(?:Schedule|Item)>/.test(start)
    ? { source: 'ca-sema', part: 'main', rendition: 'xml' }
    : undefined
}

type Cells = Readonly<Record<string, string>>

/**
 * The entries of the list. The publisher gives none a number, and items move when others leave: the key is the regime and the
 * name, or the IMO number of a ship; where two entries share it, also the birth date.
 */
export async function* readSema(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  const byKey = new Map<string, Cells[]>()
  const odd = new Set<string>()
  for (const file of files) {
    for await (const item of readXml(file, ['record'])) {
      if (isProblem(item)) {
        yield item
        if (item.severity === 'stop') return
        continue
      }
      if (item.path[0] !== 'data-set') {
        yield stop('version.not-this-source', file.name, `<${item.path[0]}>`, '<data-set>')
        return
      }
      if (item.kind === 'outer') {
        if (item.path.length > 1) yield stop('xml.unknown-element', item.path.join('/'), item.element.text)
        continue
      }
      for (const { name, text } of item.element.children) {
        if (FIELDS[name] || odd.has(name)) continue
        odd.add(name)
        yield stop('xml.unknown-element', `record/${name}`, text || `<${name}>`, 'an element of the known form')
      }
      const cells = cellsOf(item.element)
      const key = keyOf(cells)
      if (key === undefined) yield stop('record.no-key', 'record', Object.values(cells).join(' | '), 'a name')
      else byKey.set(key, [...(byKey.get(key) ?? []), cells])
    }
  }
  if (byKey.size === 0) yield stop('list.empty', 'record', '0 records', 'thousands of records')
  for (const [key, entries] of byKey) yield* recordsOf(key, entries)
}

function cellsOf(record: XmlElement): Cells {
  const cells: Record<string, string> = {}
  for (const { name, text } of record.children) {
    const plain = text.replace(/\s+/gu, ' ').trim()
    if (FIELDS[name] && plain !== '') cells[FIELDS[name]] = plain
  }
  return cells
}

function keyOf(cells: Cells): string | undefined {
  const regime = programmeOf(cells['Country'] ?? '')?.key ?? slug(cells['Country'] ?? '')
  const imo = /\d{7}/.exec(cells['ShipIMONumber'] ?? '')?.[0]
  const name = slug([cells['GivenName'], cells['LastName'], cells['EntityOrShip']].filter(Boolean).join(' '))
  if (imo) return `${regime}/imo-${imo}`
  return name === '' ? undefined : `${regime}/${name}`
}

function* recordsOf(key: string, entries: readonly Cells[]): Generator<RawRecord | Problem> {
  if (entries.length === 1 && entries[0]) {
    yield { key, body: toBody(entries[0]) }
    return
  }
  const seen = `${key.slice(key.indexOf('/') + 1)}: ${entries.length} entries`
  const distinct = new Map(entries.map(cells => [toBody(cells), cells] as const))
  yield distinct.size === 1
    ? { ...note('record.twice', 'record', seen, 'one entry a name'), record: key }
    : { ...flag('record.key-twice', 'record', seen, 'one entry a name'), record: key }
  // What stands first tells most; a number of the list is the last resort.
  const telling = ['DateOfBirthOrShipBuildDate', 'DateOfListing', 'Aliases', 'Schedule', 'Item'].find(
    name => new Set([...distinct.values()].map(cells => cells[name] ?? '')).size === distinct.size,
  )
  for (const [body, cells] of [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield { key: distinct.size === 1 ? key : `${key}~${slug(cells[telling ?? 'Item'] ?? '') || 'without'}`, body }
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
