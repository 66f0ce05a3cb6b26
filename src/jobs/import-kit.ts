import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openArchive, stop } from '../intake/index.ts'
import { openLedger } from '../ledger/index.ts'
import {
  type FileHead,
  isDay,
  OPEN,
  type Problem,
  type RawRecord,
  type Reading,
  type Recognised,
  type Source,
  type SourceFile,
  startOfDay,
} from '../model/index.ts'
import { collect, type Declaration, declare } from '../sources/index.ts'
import { type ImportJob, type ImportReport, importFiles } from './import.ts'

/**
 * A source for tests, in a format of lines: `SMALL <id> [part] [YYYY-MM-DD]`, then a record a line as `key|name|list|word…`,
 * then `END <records>`. A line that begins with `?` is an unknown element.
 */
export function smallSource(id: string, more: Partial<Declaration> = {}): Source {
  return declare({
    id,
    kind: 'official',
    rank: 1,
    authority: 'test',
    jurisdiction: 'zz',
    title: id,
    publisher: 'a test',
    url: 'https://example.org/',
    licence: 'none',
    cadence: { text: 'daily', staleAfterDays: 7 },
    parser: `${id}@1`,
    bounds: { min: 2, maxLoss: 0.2, maxGain: 0.5 },
    recognise: head => recognise(id, head),
    read: files => read(files),
    parse: raw => parse(id, raw),
    ...more,
  })
}

function recognise(id: string, head: FileHead): Recognised | undefined {
  const [mark, source, ...rest] = (head.text.split('\n')[0] ?? '').split(' ')
  if (mark !== 'SMALL' || source !== id) return undefined
  const day = rest.find(isDay)
  return { source: id, part: rest.find(word => !isDay(word)) ?? 'main', rendition: 'lines', ...(day ? { published: startOfDay(day) } : {}) }
}

async function* read(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  for (const file of files) {
    const chunks: Uint8Array[] = []
    for await (const chunk of file.open()) chunks.push(chunk)
    const [, ...lines] = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n')
    const [end, total] = lines.at(-1)?.split(' ') ?? []
    if (end === 'FAULT') throw new Error('the reader met what it was not made for')
    if (end !== 'END') {
      yield stop('download.truncated', file.name, lines.at(-1) ?? '', 'END')
      return
    }
    for (const line of lines.slice(0, -1)) {
      const [key = '', ...body] = line.split('|')
      if (line.startsWith('?')) yield stop('element.unknown', file.name, line)
      else yield { key, body: body.join('|') }
    }
    if (total !== undefined && Number(total) !== lines.length - 1) yield stop('count.differs', 'END', String(lines.length - 1), total)
  }
}

function parse(id: string, raw: RawRecord): Reading {
  const [name = '', list = 'L', ...words] = raw.body.split('|')
  const party = `${id}:${raw.key}`
  const statement = (property: string, value: string) => ({ property, value, text: value, field: property })
  const statements = [statement('name', name), ...words.map(word => statement('notes', word))]
  return {
    parties: [{ id: party, schema: 'Person', statements }],
    designations: [{ party, list, programme: list, status: 'listed', instruments: [], confidence: 'read', field: 'list' }],
    instruments: [],
    links: [],
    unread: [],
    problems: [],
  }
}

/** The text of a file of a small source: its head's words, then a record a line. */
export function smallFile(head: string, records: readonly string[], end = `END ${records.length}`): string {
  return [`SMALL ${head}`, ...records, end].filter(line => line !== '').join('\n')
}

/** Records of ordinary people, numbered from `from` to `to` included. */
export const people = (from: number, to: number, list = 'L'): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `k${from + i}|Person ${from + i}|${list}`)

/** A data folder, and files to import into it. */
export type Desk = {
  readonly folder: string
  readonly ledger: ImportJob['ledger']
  /** Writes a file below the folder and gives its path. */
  write(name: string, text: string): string
  import(paths: readonly string[], more?: Partial<ImportJob>): Promise<ImportReport>
  close(): Promise<void>
}

/** A desk over an empty folder; its clock moves one second with each look. */
export async function openDesk(sources: readonly Source[], folder = mkdtempSync(join(tmpdir(), 'import-'))): Promise<Desk> {
  let time = 1_700_000_000
  let files = 0
  const now = () => time++
  const parsers = (id: string) => sources.find(s => s.id === id)
  const ledger = await openLedger(folder, { now, parsers })
  const archive = openArchive(join(folder, 'archive'), () => `${process.pid}-${files++}`)
  return {
    folder,
    ledger,
    write(name, text) {
      const path = join(folder, 'files', name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return path
    },
    import: (paths, more = {}) => importFiles({ paths, ledger, archive, sources: collect(sources), now, ...more }),
    async close() {
      await ledger.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What became of each version of a report, a line each. */
export const outcomes = (report: ImportReport): readonly string[] => report.versions.map(v => `${v.outcome} ${v.version ?? v.code ?? ''}`)

/** The newest version in force of a source. */
export const inForce = async (desk: Desk, source = 'alpha'): Promise<string | undefined> =>
  (await desk.ledger.versionAt(source, { published: OPEN - 1, recorded: OPEN - 1 }))?.name

/** Every presence row of a desk's ledger, sorted. */
export const presenceOf = async (desk: Desk): Promise<readonly string[]> =>
  (await Array.fromAsync(desk.ledger.presences())).map(p => `${p.source}:${p.key} ${p.since} ${p.until}`).sort()

/** Runs a test over a desk of its own. */
export async function withDesk(work: (desk: Desk) => Promise<void>, sources = [smallSource('alpha'), smallSource('beta')]): Promise<void> {
  const desk = await openDesk(sources)
  try {
    await work(desk)
  } finally {
    await desk.close()
  }
}
