import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createFetcher,
  type Fetcher,
  type FetcherOptions,
  isProblem,
  openArchive,
  readXml,
  type XmlElement,
} from '../../src/intake/index.ts'
import { type SourceUpdate, type UpdateJob, update } from '../../src/jobs/index.ts'
import { type Ledger, openLedger } from '../../src/ledger/index.ts'
import { type Instant, type RawRecord, type Source, startOfDay } from '../../src/model/index.ts'
import { collect } from '../../src/sources/index.ts'
import { file, type PlayingServer } from './playing-server.ts'

/** A list of so many invented parties, as its publisher generated it on a day. */
export const list = (day: string, count: number) =>
  `<?xml version="1.0"?>\n<list generated="${day}">\n${Array.from({ length: count }, (_, i) => `<party id="${i + 1}">Invented Party ${i + 1}</party>`).join('\n')}\n</list>\n`

/** A source of such lists at these addresses, one a part. */
export function sourceOf(id: string, urls: readonly string[], parts: readonly string[] = ['main']): Source {
  return {
    id,
    kind: 'official',
    authority: 'example',
    jurisdiction: 'zz',
    title: id,
    publisher: 'Example',
    url: 'https://example.org',
    licence: 'none',
    rank: 1,
    addresses: urls.map((url, i) => ({ url, part: parts[i] ?? 'main', rendition: 'xml' })),
    cadence: { text: 'daily', staleAfterDays: 3, schedule: '0 6 * * *' },
    parser: `${id}@1`,
    absence: 'removal',
    scopes: [],
    verified: true,
    parts: { required: parts, optional: [] },
    bounds: { min: 2, maxLoss: 0.2, maxGain: 0.5 },
    recognise: head => {
      const day = /<list generated="([\d-]+)"/.exec(head.text)?.[1]
      const part = parts.find(p => head.name.includes(p)) ?? parts[0] ?? 'main'
      return day === undefined ? undefined : { source: id, part, rendition: 'xml', published: startOfDay(day) }
    },
    read: async function* (files) {
      for (const part of files) {
        for await (const item of readXml(part, ['party']))
          if (isProblem(item)) yield item
          else if (item.kind === 'record') yield record(item.element, part.part)
      }
    },
    parse: raw => ({
      parties: [
        { id: `${id}:${raw.key}`, schema: 'Person', statements: [{ property: 'name', value: raw.body, text: raw.body, field: 'party' }] },
      ],
      designations: [],
      instruments: [],
      links: [],
      unread: [],
      problems: [],
    }),
  }
}
const record = (element: XmlElement, part: string): RawRecord => ({
  key: `${part === 'main' ? '' : part}${element.attributes['id'] ?? ''}`,
  body: element.text,
})

/** A data folder with all that an update needs, a clock that stands still, and a fetcher that notes its waits instead of waiting. */
export class UpdateKit {
  now: Instant = startOfDay('2026-03-02') + 36_000
  readonly waits: number[] = []
  readonly folder: string
  readonly ledger: Ledger
  readonly server: PlayingServer
  private readonly fetchers: Fetcher[] = []

  constructor(server: PlayingServer, folder: string, ledger: Ledger) {
    this.server = server
    this.folder = folder
    this.ledger = ledger
  }

  fetcher(changed: Partial<FetcherOptions> = {}): Fetcher {
    const made = createFetcher({
      offline: false,
      allowPrivate: true,
      userAgent: 'WhoLists/test (+https://example.org)',
      now: () => this.now,
      random: () => 0.5,
      limits: LIMITS,
      sleep: ms => {
        this.waits.push(ms)
        return Promise.resolve()
      },
      ...changed,
    })
    this.fetchers.push(made)
    return made
  }

  run(sources: readonly Source[], changed: Partial<UpdateJob> = {}): Promise<readonly SourceUpdate[]> {
    return update({
      folder: this.folder,
      ledger: this.ledger,
      archive: openArchive(join(this.folder, 'archive'), () => `${Math.random()}`),
      sources: collect(sources),
      fetcher: this.fetcher(),
      now: () => this.now,
      ...changed,
    })
  }

  async one(source: Source, changed: Partial<UpdateJob> = {}): Promise<SourceUpdate> {
    return (await this.run([source], changed))[0] ?? assert.fail('nothing was updated')
  }

  /** A source whose first version, of ten parties, is in force. */
  async settled(path: string): Promise<Source> {
    const source = sourceOf('probe', [this.server.url + path])
    this.server.play(path, file(list('2026-03-01', 10), '"a"'))
    assert.equal((await this.one(source)).outcome, 'updated')
    return source
  }

  async inForce(source = 'probe'): Promise<string | null> {
    return (await this.ledger.versionAt(source, { published: this.now + 1e6, recorded: this.now + 1e6 }))?.name ?? null
  }

  async close(): Promise<void> {
    for (const fetcher of this.fetchers) await fetcher.close()
    await this.ledger.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const LIMITS = {
  connectTimeoutMs: 500,
  headersTimeoutMs: 500,
  bodyTimeoutMs: 300,
  totalTimeoutMs: 5_000,
  maxBytes: 3_000_000,
  attempts: 3,
  backoffMs: 100,
  maxBackoffMs: 5_000,
}

/** A kit on an empty folder of its own. */
export async function openKit(server: PlayingServer): Promise<UpdateKit> {
  server.asked.length = 0
  const folder = mkdtempSync(join(tmpdir(), 'update-'))
  const parsers = (id: string) => {
    const source = sourceOf(id, [])
    return { parser: source.parser, parse: (raw: RawRecord) => source.parse(raw), kind: 'official' as const, absence: 'removal' as const }
  }
  const ledger = await openLedger(folder, { now: () => startOfDay('2026-03-02'), parsers })
  return new UpdateKit(server, folder, ledger)
}
