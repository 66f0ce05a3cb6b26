import type { Instant } from '../model/index.ts'
import { OPEN } from '../model/index.ts'
import type { AnalysedName, Rarity, Token } from '../names/index.ts'
import { tokenOf } from '../names/index.ts'
import { lookUpIn } from './buckets.ts'
import { type CardReader, cardReader } from './cards.ts'
import { hashText } from './hash.ts'
import { identifierKey } from './identifiers.ts'
import { type IndexMeta, type Sections, unpack } from './layout.ts'
import {
  FIELDS,
  FOREVER,
  KINDS,
  NEXT_READING,
  nameIn,
  ROLES,
  roleIn,
  STANDINGS,
  standingIn,
  TOKEN_KINDS,
  tokenIn,
  wholeId,
} from './sections.ts'
import { stringReader } from './strings.ts'
import type { IndexClass, IndexedRecord, NameStanding } from './types.ts'

/** The typed arrays of an index; their names and meaning are those of `build.ts`. */
export type Columns = ReturnType<typeof columnsOf>

/** An index opened for reading. Rows, entries and tokens are numbers from 0. */
export type CandidateIndex = IndexMeta & {
  readonly buffer: SharedArrayBuffer
  readonly sizeBytes: number
  /** Contents of records; a record that changed has several. */
  readonly rows: number
  /** Names of rows: one entry for each name of each row. */
  readonly entries: number
  /** Different names, and different tokens. */
  readonly names: number
  readonly tokens: number
  readonly columns: Columns
  readonly classes: readonly IndexClass[]
  string(id: number): string
  token(id: number): Token
  /** All a row holds except its names. */
  record(row: number): IndexedRecord
  /** One list-valued field of a row. */
  values(row: number, field: (typeof FIELDS)[number]): readonly string[]
  schemaOf(row: number): string
  /** The id of a row's record (`<source>:<key>`). */
  recordId(row: number): string
  /** A number that rows of one record share. */
  recordKey(row: number): number
  /** The first and the last entry (excluded) of a row. */
  entriesOf(row: number): readonly [number, number]
  /** The name of an entry, taken apart as it was when the index was built. */
  name(entry: number): AnalysedName
  /** The name of an entry as it is written. */
  textOf(entry: number): string
  standing(entry: number): NameStanding
  /** Rows of a record by its id, every content ever held. */
  rowsOf(record: string): readonly number[]
  /** Rows that hold an identifier (`kind:value`) of any kind. */
  rowsWith(identifier: string): readonly number[]
  readonly rarity: Rarity
  /** Tokens of exactly this text. */
  tokensOf(text: string): readonly number[]
  readonly cards: CardReader
  /** Calls `each` with the tokens, or the names, kept under a key (`keys.ts`). */
  fuzzy(key: number, each: (token: number) => void): void
  whole(key: number, each: (name: number) => void): void
}

/**
 * An index over a buffer.
 *
 * @param check whether to go over the whole buffer for damage; one that another thread has opened needs none
 * @throws WhoListsError `index.damaged`
 */
export function openIndex(buffer: SharedArrayBuffer, options: { readonly path?: string; readonly check?: boolean } = {}): CandidateIndex {
  const { meta, sections } = unpack(buffer, options.path ?? 'in memory', options.check ?? false)
  const columns = columnsOf(sections)
  const classes = JSON.parse(Buffer.from(columns.classes).toString('utf8')).map(
    ([source, schema, kind, lists, topics]: [string, string, IndexClass['kind'], string[], string[]]) => ({
      source,
      schema,
      kind,
      lists,
      topics,
    }),
  ) as IndexClass[]
  const string = stringReader(columns.stringBytes, columns.stringStarts)
  const nameText = stringReader(columns.nameBytes, columns.nameTextStarts)
  const token = tokenReader(columns, string)
  const sourceOf = (row: number) => classes[columns.rowClass[row] as number]?.source ?? ''
  const recordId = (row: number) => wholeId(string(columns.rowRecord[row] as number), sourceOf(row))
  const sources = [...new Set(classes.map(c => c.source))]
  const sourceOfClass = classes.map(c => sources.indexOf(c.source))
  const rows = (lookUp: LookUp, hash: number, fits: (row: number) => boolean) => {
    const out: number[] = []
    lookUp(hash, row => {
      if (fits(row) && !out.includes(row)) out.push(row)
    })
    return out
  }
  const lookUps = lookUpsOf(columns)
  const tokensOf = (text: string) => rows(lookUps.exact, hashText(text), id => string(columns.tokenText[id] as number) === text)
  const values = valueReader(columns, string)
  const record = recordReader(columns, recordId, classes, values)
  return {
    ...meta,
    buffer,
    sizeBytes: buffer.byteLength,
    rows: columns.rowRecord.length,
    entries: columns.entries.length,
    names: columns.nameKind.length,
    tokens: columns.tokenText.length,
    columns,
    classes,
    string,
    token,
    record,
    values,
    schemaOf: row => classes[columns.rowClass[row] as number]?.schema ?? '',
    recordId,
    recordKey: row => (sourceOfClass[columns.rowClass[row] as number] as number) * 2 ** 32 + (columns.rowRecord[row] as number),
    entriesOf: row => [columns.entryStarts[row] as number, columns.entryStarts[row + 1] as number],
    name: entry => nameAt(columns, nameText, token, nameIn(columns.entries[entry] as number)),
    textOf: entry => nameText(nameIn(columns.entries[entry] as number)),
    standing: entry => STANDINGS[standingIn(columns.entries[entry] as number)] as NameStanding,
    rowsOf: id => rows(lookUps.record, hashText(id), row => recordId(row) === id),
    rowsWith: identifier => {
      const key = identifierKey(identifier)
      if (key === '') return []
      const fits = (row: number) => values(row, 'identifiers').some(held => identifierKey(held) === key)
      return rows(lookUps.identifier, hashText(key), fits)
    },
    rarity: rarityReader(columns, tokensOf),
    tokensOf,
    cards: cardReader(
      columns.tokenCards,
      id => string(columns.tokenText[id] as number),
      id => string(columns.tokenSkeleton[id] as number),
    ),
    fuzzy: lookUps.fuzzy,
    whole: lookUps.whole,
  }
}

function columnsOf(sections: Sections) {
  const u8 = (name: string) => sections[name] as Uint8Array
  const u32 = (name: string) => sections[name] as Uint32Array
  const f32 = (name: string) => sections[name] as Float32Array
  return {
    stringBytes: u8('stringBytes'),
    stringStarts: u32('stringStarts'),
    tokenText: u32('tokenText'),
    tokenSkeleton: u32('tokenSkeleton'),
    tokenSymbol: u32('tokenSymbol'),
    tokenScript: u32('tokenScript'),
    tokenOriginal: u32('tokenOriginal'),
    tokenKind: u8('tokenKind'),
    tokenCards: u8('tokenCards'),
    tokenRarity: f32('tokenRarity'),
    tokenWeight: f32('tokenWeight'),
    fuzzyStarts: u32('fuzzyStarts'),
    fuzzyEntries: u32('fuzzyEntries'),
    exactStarts: u32('exactStarts'),
    exactEntries: u32('exactEntries'),
    nameBytes: u8('nameBytes'),
    nameTextStarts: u32('nameTextStarts'),
    nameKind: u8('nameKind'),
    nameStarts: u32('nameStarts'),
    nameSlots: u32('nameSlots'),
    nameWeight: u8('nameWeight'),
    postingStarts: u32('postingStarts'),
    postings: u32('postings'),
    wholeStarts: u32('wholeStarts'),
    wholeEntries: u32('wholeEntries'),
    rowRecord: u32('rowRecord'),
    rowContent: u32('rowContent'),
    rowSince: u32('rowSince'),
    rowUntil: u32('rowUntil'),
    rowClass: u32('rowClass'),
    details: u32('details'),
    detailStarts: u32('detailStarts'),
    entries: u32('entries'),
    entryStarts: u32('entryStarts'),
    nameRowStarts: u32('nameRowStarts'),
    nameRows: u32('nameRows'),
    classes: u8('classes'),
    identifierStarts: u32('identifierStarts'),
    identifierEntries: u32('identifierEntries'),
    recordStarts: u32('recordStarts'),
    recordEntries: u32('recordEntries'),
  }
}

function tokenReader(columns: Columns, string: (id: number) => string): (id: number) => Token {
  const kept = Array.from<Token | undefined>({ length: columns.tokenText.length })
  return id => {
    const known = kept[id]
    if (known) return known
    const token = tokenOf({
      text: string(columns.tokenText[id] as number),
      kind: TOKEN_KINDS[columns.tokenKind[id] as number] ?? 'word',
      symbol: string(columns.tokenSymbol[id] as number),
      script: string(columns.tokenScript[id] as number),
      original: string(columns.tokenOriginal[id] as number),
    })
    kept[id] = token
    return token
  }
}

function nameAt(columns: Columns, nameText: (name: number) => string, token: (id: number) => Token, name: number): AnalysedName {
  const text = nameText(name)
  const kind = KINDS[columns.nameKind[name] as number] ?? 'unknown'
  const readings: { tokens: Token[]; roles: AnalysedName['roles'][number][] }[] = [{ tokens: [], roles: [] }]
  for (let i = columns.nameStarts[name] as number; i < (columns.nameStarts[name + 1] as number); i++) {
    const slot = columns.nameSlots[i] as number
    if (slot === NEXT_READING) readings.push({ tokens: [], roles: [] })
    else {
      const reading = readings[readings.length - 1]
      reading?.tokens.push(token(tokenIn(slot)))
      reading?.roles.push(ROLES[roleIn(slot)] ?? 'any')
    }
  }
  const [first, ...others] = readings.map(r => ({ text, kind, ...r, alternatives: [] as AnalysedName[] }))
  return { ...(first as AnalysedName), alternatives: others }
}

function valueReader(columns: Columns, string: (id: number) => string): CandidateIndex['values'] {
  return (row, field) => {
    const wanted = FIELDS.indexOf(field)
    const out: string[] = []
    for (let i = columns.detailStarts[row] as number; i < (columns.detailStarts[row + 1] as number); i++) {
      const detail = columns.details[i] as number
      if ((detail & 7) === wanted) out.push(string(detail >>> 3))
    }
    return out
  }
}

function recordReader(
  columns: Columns,
  recordId: (row: number) => string,
  classes: readonly IndexClass[],
  values: CandidateIndex['values'],
): (row: number) => IndexedRecord {
  return row => {
    const until = columns.rowUntil[row] as number
    const fields = Object.fromEntries(FIELDS.map(field => [field, values(row, field)])) as Record<
      (typeof FIELDS)[number],
      readonly string[]
    >
    return {
      row,
      record: recordId(row),
      content: columns.rowContent[row] as number,
      since: columns.rowSince[row] as Instant,
      until: until === FOREVER ? OPEN : until,
      ...(classes[columns.rowClass[row] as number] as IndexClass),
      ...fields,
    }
  }
}

function rarityReader(columns: Columns, tokensOf: (text: string) => readonly number[]): Rarity {
  const kept = new WeakMap<Token, number>()
  return token => {
    const known = kept.get(token)
    if (known !== undefined) return known
    const [id] = tokensOf(token.text)
    const rarity = id === undefined ? 1 : (columns.tokenRarity[id] as number)
    kept.set(token, rarity)
    return rarity
  }
}

type LookUp = ReturnType<typeof lookUpIn>

function lookUpsOf(columns: Columns) {
  const tokens = columns.tokenText.length
  const rows = columns.rowRecord.length
  return {
    fuzzy: lookUpIn({ starts: columns.fuzzyStarts, entries: columns.fuzzyEntries }, tokens),
    exact: lookUpIn({ starts: columns.exactStarts, entries: columns.exactEntries }, tokens),
    whole: lookUpIn({ starts: columns.wholeStarts, entries: columns.wholeEntries }, columns.nameKind.length),
    identifier: lookUpIn({ starts: columns.identifierStarts, entries: columns.identifierEntries }, rows),
    record: lookUpIn({ starts: columns.recordStarts, entries: columns.recordEntries }, rows),
  }
}
