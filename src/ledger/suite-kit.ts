import type { Instant, Problem, RawRecord, Reading } from '../model/index.ts'
import type { Ledger, Parsers, Taken } from './types.ts'

/** What the suite needs of a store: a ledger on nothing, and the same data opened again. */
export type LedgerStore = {
  /** A ledger over an empty place of its own. */
  fresh(parsers: Parsers): Promise<Ledger>
  /** Another ledger over the place of one opened before. */
  again(ledger: Ledger, parsers: Parsers): Promise<Ledger>
}

/** A version as the suite writes it down. */
export type Version = {
  readonly source?: string
  readonly published: Instant
  readonly recorded?: Instant
  readonly rendition?: string
  readonly absence?: 'removal' | 'nothing'
  /** Text by key. */
  readonly records: ReadonlyMap<string, string> | Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
  readonly held?: string | null
}

/** Opens ledgers and takes versions in. */
export type Kit = {
  open(parsers?: Parsers): Promise<Ledger>
  again(ledger: Ledger, parsers?: Parsers): Promise<Ledger>
  take(ledger: Ledger, version: Version): Promise<Taken>
}

/**
 * Reads the suite's records. A body is a name and, after it, words of the form `word=value`: `list=`, `from=`, `status=`,
 * `unread=`, `stop=`, and any other as a property. A body such as `xP` is a name on the list `P`.
 */
export function parseLetters(source: string, raw: RawRecord): Reading {
  const [name = '', ...words] = raw.body.split(' ')
  const pairs = words.map(word => word.split('=') as [string, string])
  const word = (key: string) => pairs.find(([k]) => k === key)?.[1]
  const party = `${source}:${raw.key}`
  const statement = (property: string, value: string) => ({ property, value, text: value, field: property.toUpperCase() })
  const known = ['list', 'from', 'status', 'unread', 'stop']
  const from = word('from')
  const list = word('list') ?? (/^[a-z][A-Z]$/.test(name) ? name.slice(1) : 'L')
  const status = (word('status') ?? 'listed') as 'listed' | 'suspended'
  const dates = from === undefined ? {} : { from: { earliest: from, latest: from, approximate: false, text: from } }
  return {
    parties: [
      {
        id: party,
        schema: 'Person',
        statements: [statement('name', name), ...pairs.filter(([k]) => !known.includes(k)).map(([k, v]) => statement(k, v))],
      },
    ],
    designations: [{ party, list, programme: 'P', status, ...dates, instruments: [], confidence: 'read', field: 'LIST' }],
    instruments: [],
    links: [],
    unread: pairs.filter(([k]) => k === 'unread').map(([, text]) => ({ field: 'NOTE', text })),
    problems: pairs.filter(([k]) => k === 'stop').map(([, seen]) => ({ code: 'status.unknown', severity: 'stop', field: 'STATUS', seen })),
  }
}

/** The suite's parser of every source, under a number. */
export const lettersParser =
  (number = 1, parse = parseLetters): Parsers =>
  source => ({ parser: `${source}@${number}`, parse: raw => parse(source, raw), kind: 'official', absence: 'removal' })

/** The suite's kit over a store. */
export function kitOf(store: LedgerStore): Kit {
  const chosen = new WeakMap<Ledger, Parsers>()
  const keep = (ledger: Ledger, parsers: Parsers) => {
    chosen.set(ledger, parsers)
    return ledger
  }
  return {
    open: async (parsers = lettersParser()) => keep(await store.fresh(parsers), parsers),
    again: async (ledger, parsers = lettersParser()) => keep(await store.again(ledger, parsers), parsers),
    async take(ledger, version) {
      const { source = 's', published, recorded = 1_700_000_000, rendition = 'xml', absence = 'removal', held = null } = version
      const parser = chosen.get(ledger)?.(source)
      if (!parser) throw new Error(`the suite has no parser for ${source}`)
      const staging = await ledger.stage({
        source,
        published,
        basis: 'given',
        recorded,
        rendition,
        files: [],
        parser: parser.parser,
        absence,
      })
      for (const raw of recordsOf(version)) staging.add(raw)
      for (const { content, raw } of staging.unread()) staging.keep(content, parser.parse(raw))
      return staging.commit(version.problems ?? [], held)
    },
  }
}

/** The raw records of a version. */
function recordsOf(version: Version): readonly RawRecord[] {
  const entries =
    version.records instanceof Map
      ? [...(version.records as ReadonlyMap<string, string>)]
      : Object.entries(version.records as Readonly<Record<string, string>>)
  return entries.map(([key, body]) => ({ key, body }))
}
