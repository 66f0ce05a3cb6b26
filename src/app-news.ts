// Wires the room news: what the linker knows, and how documents reach it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withModel } from './app-model.ts'
import { USER_AGENT } from './app-update.ts'
import { type Config, ROOT } from './config.ts'
import { createFetcher, memoryFile } from './intake/index.ts'
import { type Instant, type SourceFile, WhoListsError } from './model/index.ts'
import {
  buildDictionary,
  type ClaimStore,
  loadEquipment,
  mayKeepWhole,
  type NamedEntity,
  type NewsReader,
  newsReader,
  openClaimStore,
  openDocument,
  type ReadDocument,
} from './news/index.ts'
import type { Engine, ReadAnswer } from './questions/index.ts'

/** Folder of frames, authorities and feeds. */
export const NEWS_DATA = join(ROOT, 'data', 'news')

/** What reports call parties of the curated base besides the names that it holds, by the party's id there. */
const IN_REPORTS = JSON.parse(readFileSync(join(NEWS_DATA, 'aliases.json'), 'utf8')) as Readonly<Record<string, readonly string[]>>

/** Languages there are frames for. */
const LANGUAGES = ['en', 'ru', 'ar'] as const

/** Kinds of entities that no report designates by name alone: their names are words of every day. */
const NOT_LINKED = new Set(['Vessel', 'Airplane', 'Security', 'CryptoWallet', 'Address', 'Identification'])

/** The largest page that is read. */
const MAX_PAGE_BYTES = 32 * 1024 * 1024

/** A reader that links every name of the engine's index and every act of its law book. */
export async function openReader(engine: Engine): Promise<NewsReader> {
  const book = await engine.desk.book()
  const knowledge = {
    names: buildDictionary(namesOf(engine)),
    instruments: [...book.instruments.values()].map(({ id, type, number, title }) => ({ id, type, number: number ?? null, title })),
    captionOf: (entity: string) => engine.store.get(entity)?.caption ?? null,
    schemaOf: (entity: string) => engine.store.get(entity)?.schema ?? null,
  }
  const equipment = new Map(LANGUAGES.map(language => [language as string, loadEquipment(NEWS_DATA, language, knowledge)]))
  const listed = new Map<string, boolean>()
  const isListed = (entity: string) => {
    const known = listed.get(entity) ?? engine.store.inForce(entity) !== null
    listed.set(entity, known)
    return known
  }
  return newsReader(equipment, isListed)
}

/** Every name of every entity as the linker takes it; persons of the curated base also by a surname that is theirs alone. */
export function* namesOf({ index, membership }: Engine): Iterable<NamedEntity> {
  const surnames = new Map<string, { readonly entity: string; readonly count: number }>()
  for (let row = 0; row < index.rows; row++) {
    const schema = index.schemaOf(row)
    if (NOT_LINKED.has(schema)) continue
    const record = index.recordId(row)
    const entity = membership.entityOf(record)
    const known = record.startsWith('facts:')
    for (const name of known ? (IN_REPORTS[record.slice('facts:'.length)] ?? []) : []) yield { name, entity, weak: false, known }
    const [from, to] = index.entriesOf(row)
    for (let entry = from; entry < to; entry++) {
      const written = index.textOf(entry)
      // "The Taliban", "The State Duma": the article is no part of a name that others go by too; one word without it is none.
      const name = known ? written : written.replace(/^the\s+/iu, '')
      if (name !== written && !name.includes(' ')) continue
      yield { name, entity, weak: index.standing(entry) === 'weak-alias', known }
      // "Движение «Талибан»" is spoken of as «Талибан» too.
      const quoted = known ? /[«“]([^»”]{4,})[»”]/.exec(name)?.[1] : undefined
      if (quoted) yield { name: quoted, entity, weak: false, known }
      const last = known && schema === 'Person' && entry === from ? surnameOf(name) : null
      if (last) surnames.set(last, { entity, count: (surnames.get(last)?.count ?? 0) + 1 })
    }
  }
  for (const [name, { entity, count }] of surnames) if (count === 1) yield { name, entity, weak: true, known: true }
}

function surnameOf(name: string): string | null {
  const words = name.split(/\s+/)
  const last = words.at(-1) ?? ''
  return words.length > 1 && last.length > 4 && /^[\p{Lu}a]/u.test(last) ? last : null
}

/** What is to be read: bytes of a file, or an address. */
export type ToRead = { readonly file: SourceFile; readonly url: string | null } | { readonly url: string }

/**
 * Reads a document and finds its claims.
 *
 * @throws fetch.offline, fetch.failed, input.invalid where the bytes are no document
 */
export async function readDocument(
  config: Config,
  reader: NewsReader,
  asked: ToRead,
): Promise<{ readonly read: ReadDocument; readonly answer: ReadAnswer }> {
  const file = 'file' in asked ? asked.file : await fetched(config, asked.url)
  const opened = await openDocument(file, asked.url === null ? {} : { url: asked.url })
  if ('problem' in opened)
    throw new WhoListsError('input.invalid', {
      what: file.name,
      expected: opened.problem.expected ?? 'a document',
      seen: `${opened.problem.code} ${opened.problem.seen}`.trim(),
    })
  const read = await withModel(config, reader, reader.read(opened.document))
  return { read, answer: { document: read.document, events: read.claims, problems: [...opened.problems, ...read.problems] } }
}

/** The bytes of a file, an address or standard input as a source file; null where an address is meant. */
export async function fileToRead(what: string, input: () => AsyncIterable<string>): Promise<ToRead> {
  if (/^https?:\/\//i.test(what)) return { url: what }
  if (what === '-') {
    const lines: string[] = []
    for await (const line of input()) lines.push(line)
    return { file: memoryFile('standard input', lines.join('\n')), url: null }
  }
  const bytes = await readFile(what).catch(() => {
    throw new WhoListsError('input.missing-file', { path: what })
  })
  return { file: memoryFile(what, bytes), url: null }
}

async function fetched(config: Config, url: string): Promise<SourceFile> {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-read-'))
  const fetcher = createFetcher({
    offline: config.offline,
    allowPrivate: config.allowPrivate,
    userAgent: USER_AGENT,
    now: () => Math.floor(Date.now() / 1000),
    random: Math.random,
    limits: { maxBytes: MAX_PAGE_BYTES, totalTimeoutMs: 120_000, headersTimeoutMs: 30_000, attempts: 2 },
  })
  try {
    const path = join(folder, 'page')
    await fetcher.fetch({ url, path, html: true })
    return memoryFile(url, readFileSync(path))
  } finally {
    await fetcher.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Keeps a document's claims in the data folder, with its text where its publisher allows that, else with an excerpt. */
export function keepRead(config: Config, read: ReadDocument, recorded: Instant): void {
  const store = openClaimStore(config.data, { readOnly: false })
  try {
    store.keep(read, recorded, mayKeepWhole(read.document, config.keepWhole))
  } finally {
    store.close()
  }
}

/** What `ask` answers over the claims that are kept. */
export async function withClaims<T>(config: Config, ask: (store: ClaimStore) => Promise<T>): Promise<T> {
  const store = openClaimStore(config.data, { readOnly: true })
  try {
    return await ask(store)
  } finally {
    store.close()
  }
}
