import type { Instant } from '../model/index.ts'
import { OPEN } from '../model/index.ts'
import type { AnalysedName, NameRole, Rarity, Token } from '../names/index.ts'
import { tokenOf } from '../names/index.ts'
import { lookUpIn } from './buckets.ts'
import { type CardReader, cardReader } from './cards.ts'
import { type Columns, columnsOf } from './columns.ts'
import { hashText } from './hash.ts'
import { identifierKey } from './identifiers.ts'
import { type IndexMeta, unpack } from './layout.ts'
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
  const string = stringReader(columns.stringBytes, columns.stringStarts)
  const lookUps = lookUpsOf(columns)
  const token = tokenReader(columns, string)
  const tokensOf = (text: string) => found(lookUps.exact, hashText(text), id => string(columns.tokenText[id] as number) === text)
  return {
    ...meta,
    buffer,
    sizeBytes: buffer.byteLength,
    rows: columns.rowRecord.length,
    entries: columns.entries.length,
    names: columns.nameKind.length,
    tokens: columns.tokenText.length,
    columns,
    string,
    token,
    ...rowReaders(columns, string, lookUps),
    ...entryReaders(columns, token),
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

function tokenReader(columns: Columns, string: (id: number) => string): (id: number) => Token {
  const kept = Array.from<Token | undefined>({ length: columns.tokenText.length })
  // Scripts and symbols are few; most words are written as they are read.
  const few = new Map<number, string>()
  const often = (text: number): string => {
    const known = few.get(text)
    if (known !== undefined) return known
    const read = string(text)
    few.set(text, read)
    return read
  }
  return id => {
    const known = kept[id]
    if (known) return known
    const at = columns.tokenText[id] as number
    const original = columns.tokenOriginal[id] as number
    const text = string(at)
    const token = tokenOf({
      text,
      kind: TOKEN_KINDS[columns.tokenKind[id] as number] ?? 'word',
      symbol: often(columns.tokenSymbol[id] as number),
      script: often(columns.tokenScript[id] as number),
      original: original === at ? text : string(original),
    })
    kept[id] = token
    return token
  }
}

function nameAt(columns: Columns, nameText: (name: number) => string, token: (id: number) => Token, name: number): AnalysedName {
  const { nameSlots: slots, nameStarts: starts } = columns
  const text = nameText(name)
  const kind = KINDS[columns.nameKind[name] as number] ?? 'unknown'
  const end = starts[name + 1] as number
  const reading = (from: number, to: number, alternatives: readonly AnalysedName[]): AnalysedName => {
    const tokens: Token[] = []
    const roles: NameRole[] = []
    for (let i = from; i < to; i++) {
      const slot = slots[i] as number
      tokens.push(token(tokenIn(slot)))
      roles.push(ROLES[roleIn(slot)] ?? 'any')
    }
    return { text, kind, tokens, roles, alternatives }
  }
  const ended = (from: number) => {
    let to = from
    while (to < end && slots[to] !== NEXT_READING) to++
    return to
  }
  const first = ended(starts[name] as number)
  if (first === end) return reading(starts[name] as number, end, NO_ALTERNATIVES)
  const others: AnalysedName[] = []
  for (let from = first + 1; from <= end; from = ended(from) + 1) others.push(reading(from, ended(from), NO_ALTERNATIVES))
  return reading(starts[name] as number, first, others)
}

const NO_ALTERNATIVES: readonly AnalysedName[] = []

function entryReaders(columns: Columns, token: (id: number) => Token) {
  const nameText = stringReader(columns.nameBytes, columns.nameTextStarts)
  return {
    name: (entry: number) => nameAt(columns, nameText, token, nameIn(columns.entries[entry] as number)),
    textOf: (entry: number) => nameText(nameIn(columns.entries[entry] as number)),
    standing: (entry: number) => STANDINGS[standingIn(columns.entries[entry] as number)] as NameStanding,
  }
}

type RowReaders = Pick<
  CandidateIndex,
  'classes' | 'record' | 'values' | 'schemaOf' | 'recordId' | 'recordKey' | 'entriesOf' | 'rowsOf' | 'rowsWith'
>

function rowReaders(columns: Columns, string: (id: number) => string, lookUps: ReturnType<typeof lookUpsOf>): RowReaders {
  const classes = classesOf(columns)
  const sources = [...new Set(classes.map(c => c.source))]
  const sourceOfClass = classes.map(c => sources.indexOf(c.source))
  const classOf = (row: number) => classes[columns.rowClass[row] as number]
  const recordId = (row: number) => wholeId(string(columns.rowRecord[row] as number), classOf(row)?.source ?? '')
  const values = valueReader(columns, string)
  return {
    classes,
    record: recordReader(columns, recordId, classes, values),
    values,
    schemaOf: row => classOf(row)?.schema ?? '',
    recordId,
    recordKey: row => (sourceOfClass[columns.rowClass[row] as number] as number) * 2 ** 32 + (columns.rowRecord[row] as number),
    entriesOf: row => [columns.entryStarts[row] as number, columns.entryStarts[row + 1] as number],
    rowsOf: id => found(lookUps.record, hashText(id), row => recordId(row) === id),
    rowsWith: identifier => {
      const key = identifierKey(identifier)
      if (key === '') return []
      const fits = (row: number) => values(row, 'identifiers').some(held => identifierKey(held) === key)
      return found(lookUps.identifier, hashText(key), fits)
    },
  }
}

function classesOf(columns: Columns): readonly IndexClass[] {
  const classes = JSON.parse(Buffer.from(columns.classes).toString('utf8')) as [string, string, IndexClass['kind'], string[], string[]][]
  return classes.map(([source, schema, kind, lists, topics]) => ({ source, schema, kind, lists, topics }))
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

const KEPT_RARITIES = 1 << 13

// A token is asked for again and again while its name is compared: what was last looked up stands under the end of its number.
function rarityReader(columns: Columns, tokensOf: (text: string) => readonly number[]): Rarity {
  const keptOf = new Int32Array(KEPT_RARITIES)
  const kept = new Float32Array(KEPT_RARITIES)
  return token => {
    const place = token.id % KEPT_RARITIES
    if (keptOf[place] === token.id) return kept[place] as number
    const [id] = tokensOf(token.text)
    keptOf[place] = token.id
    return (kept[place] = id === undefined ? 1 : (columns.tokenRarity[id] as number))
  }
}

type LookUp = ReturnType<typeof lookUpIn>

// What is kept under a hash and fits, once each.
function found(lookUp: LookUp, hash: number, fits: (id: number) => boolean): readonly number[] {
  const out: number[] = []
  lookUp(hash, id => {
    if (fits(id) && !out.includes(id)) out.push(id)
  })
  return out
}

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
