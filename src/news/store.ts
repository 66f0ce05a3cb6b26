import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Day, Instant } from '../model/index.ts'
import { fingerprintOf, isNear } from './fingerprint.ts'
import type { Claim, NewsDocument, ReadDocument } from './types.ts'

/** A kept document without its text. `cluster` is the id of the first document that told the same report. */
export type KeptDocument = Omit<NewsDocument, 'text'> & { readonly cluster: string; readonly recorded: Instant }

/** A claim with the document it stands in. */
export type KeptClaim = Claim & { readonly document: KeptDocument }

/** Claims that were read, in a database of their own beside the ledger, which they never touch. */
export type ClaimStore = {
  /** Keeps a document and its claims; one read before, by address or by hash, is replaced. */
  keep(read: ReadDocument, recorded: Instant, whole: boolean): void
  /** True where the address or the hash has been read. */
  has(document: Pick<NewsDocument, 'url' | 'sha256'>): boolean
  /** Claims of documents published up to a day (undated ones by the day they were read), oldest first. */
  claims(until?: Day): readonly KeptClaim[]
  documents(): readonly KeptDocument[]
  close(): void
}

const FILE = 'news.sqlite'
const SCHEMA = `
CREATE TABLE IF NOT EXISTS document (
  id TEXT PRIMARY KEY, title TEXT, publisher TEXT, published TEXT, url TEXT, sha256 TEXT NOT NULL,
  fingerprint TEXT NOT NULL, cluster TEXT NOT NULL, recorded INTEGER NOT NULL, text TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS document_url ON document(url);
CREATE INDEX IF NOT EXISTS document_sha ON document(sha256);
CREATE TABLE IF NOT EXISTS claim (document TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (document, number)) STRICT;`

/** Characters of a text that are kept where the publisher allows excerpts only. */
const EXCERPT = 400
/** Documents that a new one is compared with to see whether it is the same report. */
const COMPARED = 2_000

/** The claims kept in a data folder; an empty store where there are none and nothing may be written. */
export function openClaimStore(folder: string, { readOnly }: { readonly readOnly: boolean }): ClaimStore {
  const path = join(folder, FILE)
  if (readOnly && !existsSync(path)) return NOTHING
  const database = new DatabaseSync(path, { readOnly, timeout: 10_000 })
  if (!readOnly) {
    database.exec('PRAGMA journal_mode = WAL')
    database.exec(SCHEMA)
  }
  return storeOver(database)
}

const NOTHING: ClaimStore = {
  keep: () => {
    throw new Error('the store of claims was opened for reading')
  },
  has: () => false,
  claims: () => [],
  documents: () => [],
  close: () => undefined,
}

type Row = {
  id: string
  title: string | null
  publisher: string | null
  published: string | null
  url: string | null
  sha256: string
  fingerprint: string
  cluster: string
  recorded: number
}
const COLUMNS = 'id, title, publisher, published, url, sha256, fingerprint, cluster, recorded'

function storeOver(database: DatabaseSync): ClaimStore {
  const documents = () => (database.prepare(`SELECT ${COLUMNS} FROM document ORDER BY published, id`).all() as Row[]).map(documentOf)
  return {
    keep(read, recorded, whole) {
      database.exec('BEGIN IMMEDIATE')
      try {
        keepOne(database, read, recorded, whole)
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    has: ({ url, sha256 }) =>
      database.prepare('SELECT 1 FROM document WHERE sha256 = ? OR (url = ? AND url IS NOT NULL)').get(sha256, url) !== undefined,
    claims(until) {
      const byId = new Map(documents().map(d => [d.id, d]))
      const rows = database.prepare('SELECT document, body FROM claim ORDER BY document, number').all() as {
        document: string
        body: string
      }[]
      const all = rows.flatMap(row => {
        const document = byId.get(row.document)
        return document ? [{ ...(JSON.parse(row.body) as Claim), document }] : []
      })
      return all.filter(c => until === undefined || toldOn(c) <= until).sort((a, b) => compare(toldOn(a), toldOn(b)))
    },
    documents,
    close: () => database.close(),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const documentOf = ({ fingerprint: _, ...row }: Row): KeptDocument => row

/** The day a claim was told: its document's publication, else the day it was read. */
export const toldOn = ({ document }: KeptClaim): Day => document.published ?? new Date(document.recorded * 1000).toISOString().slice(0, 10)

function keepOne(database: DatabaseSync, { document, claims }: ReadDocument, recorded: Instant, whole: boolean): void {
  const { id, title, publisher, published, url, sha256, text } = document
  const former = database
    .prepare('SELECT id FROM document WHERE id = ? OR sha256 = ? OR (url = ? AND url IS NOT NULL)')
    .all(id, sha256, url) as { id: string }[]
  for (const { id: old } of former) {
    database.prepare('DELETE FROM claim WHERE document = ?').run(old)
    database.prepare('DELETE FROM document WHERE id = ?').run(old)
  }
  const fingerprint = fingerprintOf(text)
  const others = database.prepare('SELECT fingerprint, cluster FROM document ORDER BY recorded DESC LIMIT ?').all(COMPARED) as {
    fingerprint: string
    cluster: string
  }[]
  const cluster = others.find(o => isNear(o.fingerprint, fingerprint))?.cluster ?? id
  const kept = whole ? text : text.slice(0, EXCERPT)
  database
    .prepare(`INSERT INTO document (${COLUMNS}, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(id, title, publisher, published, url, sha256, fingerprint, cluster, recorded, kept)
  const insert = database.prepare('INSERT INTO claim VALUES (?, ?, ?)')
  for (const [number, claim] of claims.entries()) insert.run(id, number, JSON.stringify(claim))
}
