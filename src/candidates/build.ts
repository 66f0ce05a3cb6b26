import { OPEN } from '../model/index.ts'
import { type AnalysedName, type NameRole, searchKeys, type Token, wholeKeys } from '../names/index.ts'
import { bucketed, grouped } from './buckets.ts'
import { growingU8, growingU32 } from './growing.ts'
import { hashText } from './hash.ts'
import { identifierKey } from './identifiers.ts'
import { type IndexMeta, pack, type Sections } from './layout.ts'
import { rarityOf, searchWeight } from './rarity.ts'
import { FIELDS, FOREVER, KINDS, NEXT_READING, ROLES, STANDINGS, TOKEN_KINDS } from './sections.ts'
import { type Interner, stringInterner } from './strings.ts'
import type { IndexRecord } from './types.ts'

/**
 * The index of records: every name each ever held, with the interval of published instants.
 *
 * @param records in any order; those of one record together need least room
 * @returns one buffer that `openIndex` reads, `saveIndex` writes and other threads can attach
 */
export async function buildIndex(records: Iterable<IndexRecord> | AsyncIterable<IndexRecord>, meta: IndexMeta): Promise<SharedArrayBuffer> {
  const builder = indexBuilder()
  if (Symbol.iterator in records) for (const record of records) builder.add(record)
  else for await (const record of records) builder.add(record)
  return pack(meta, builder.sections())
}

/** Takes records one by one and gives the sections of the index. */
export function indexBuilder() {
  const strings = stringInterner()
  const tokens = tokenTable(strings)
  const names = nameTable(strings, tokens)
  const rows = recordTable(strings, names)
  return {
    add: rows.add,
    sections: (): Sections => ({
      ...tokens.sections(names.count()),
      ...names.sections(tokens.weights, tokens.count()),
      ...rows.sections(names.count()),
      stringBytes: strings.bytes(),
      stringStarts: strings.starts(),
    }),
  }
}

function tokenTable(strings: Interner) {
  const byObject = new Map<Token, number>()
  const byParts = new Map<string, number>()
  const list: Token[] = []
  const uses = growingU32()
  let weights: Float32Array = new Float32Array(0)
  const idOf = (token: Token): number => {
    const known = byObject.get(token)
    if (known !== undefined) return known
    const parts = `${token.text}|${token.kind}|${token.symbol}|${token.script}|${token.original}`
    let id = byParts.get(parts)
    if (id === undefined) {
      id = list.length
      list.push(token)
      uses.push(0)
      byParts.set(parts, id)
    }
    byObject.set(token, id)
    return id
  }
  const sections = (nameCount: number): Sections => {
    const textOf = list.map(t => strings.intern(t.text))
    const skeletonOf = list.map(t => strings.intern(t.skeleton))
    const perText = summed(textOf, uses.array, strings.count)
    const perSkeleton = summed(skeletonOf, uses.array, strings.count)
    const keyHashes = growingU32(list.length * 12)
    const keyTokens = growingU32(list.length * 12)
    weights = new Float32Array(list.length)
    const rarity = new Float32Array(list.length)
    list.forEach((token, id) => {
      for (const key of searchKeys(token)) {
        keyHashes.push(hashText(key))
        keyTokens.push(id)
      }
      // Spellings of one sound weigh alike, so that a rare spelling of a frequent name is not taken for a rare name.
      const like = token.skeleton.length >= 3 ? perSkeleton[skeletonOf[id] as number] : perText[textOf[id] as number]
      weights[id] = searchWeight(token.kind, rarityOf(like as number, nameCount))
      rarity[id] = rarityOf(perText[textOf[id] as number] as number, nameCount)
    })
    const fuzzy = bucketed(keyHashes.view(), keyTokens.view())
    const exact = bucketed(
      Uint32Array.from(list, t => hashText(t.text)),
      Uint32Array.from(list, (_, id) => id),
    )
    return {
      tokenText: Uint32Array.from(textOf),
      tokenSkeleton: Uint32Array.from(skeletonOf),
      tokenSymbol: Uint32Array.from(list, t => strings.intern(t.symbol)),
      tokenScript: Uint32Array.from(list, t => strings.intern(t.script)),
      tokenOriginal: Uint32Array.from(list, t => strings.intern(t.original)),
      tokenKind: Uint8Array.from(list, t => TOKEN_KINDS.indexOf(t.kind)),
      tokenRarity: rarity,
      tokenWeight: weights,
      ...packedTexts(
        'tokenChars',
        list.map(t => t.text),
      ),
      ...packedTexts(
        'skeletonChars',
        list.map(t => t.skeleton),
      ),
      fuzzyStarts: fuzzy.starts,
      fuzzyPairs: fuzzy.pairs,
      exactStarts: exact.starts,
      exactPairs: exact.pairs,
    }
  }
  return {
    idOf,
    uses,
    sections,
    count: () => list.length,
    get weights() {
      return weights
    },
  }
}

function summed(keys: readonly number[], values: Uint32Array, groups: number): Uint32Array {
  const out = new Uint32Array(groups)
  keys.forEach((key, i) => {
    out[key] = (out[key] as number) + (values[i] as number)
  })
  return out
}

// Latin letters and digits, one byte each; names promises no others.
function packedTexts(name: string, texts: readonly string[]): Sections {
  const bytes = growingU8(texts.length * 8)
  const starts = new Uint32Array(texts.length + 1)
  texts.forEach((text, i) => {
    for (let c = 0; c < text.length; c++) bytes.push(text.charCodeAt(c))
    starts[i + 1] = bytes.length
  })
  return { [name]: bytes.view(), [`${name}Starts`]: starts }
}

function nameTable(strings: Interner, tokens: ReturnType<typeof tokenTable>) {
  const texts = growingU32()
  const kinds = growingU8()
  const starts = growingU32()
  const slots = growingU32()
  const roles = growingU8()
  const wholeHashes = growingU32()
  const wholeNames = growingU32()
  const newest = growingU32() // by text: the newest name with it, plus one
  const before = growingU32() // by name: the name before it with the same text, plus one
  starts.push(0)

  const put = (name: AnalysedName) => {
    name.tokens.forEach((token, i) => {
      slots.push(tokens.idOf(token))
      roles.push(ROLES.indexOf(name.roles[i] ?? 'any'))
    })
  }
  const same = (id: number, name: AnalysedName) => {
    if (kinds.array[id] !== KINDS.indexOf(name.kind)) return false
    const from = starts.array[id] as number
    return name.roles.every((role: NameRole, i) => (roles.array[from + i] as number) === ROLES.indexOf(role))
  }
  const idOf = (name: AnalysedName): number => {
    const text = strings.intern(name.text)
    while (newest.length <= text) newest.push(0)
    for (let id = newest.array[text] as number; id !== 0; id = before.array[id - 1] as number) if (same(id - 1, name)) return id - 1
    const id = texts.length
    texts.push(text)
    kinds.push(KINDS.indexOf(name.kind))
    before.push(newest.array[text] as number)
    newest.array[text] = id + 1
    put(name)
    for (const reading of name.alternatives) {
      slots.push(NEXT_READING)
      roles.push(0)
      put(reading)
    }
    starts.push(slots.length)
    for (const key of wholeKeys(name)) {
      wholeHashes.push(hashText(key))
      wholeNames.push(id)
    }
    countUses(id)
    return id
  }
  const seen = new Set<number>()
  const countUses = (id: number) => {
    seen.clear()
    for (let i = starts.array[id] as number; i < (starts.array[id + 1] as number); i++) {
      const token = slots.array[i] as number
      if (token === NEXT_READING || seen.has(token)) continue
      seen.add(token)
      tokens.uses.array[token] = (tokens.uses.array[token] as number) + 1
    }
  }
  const sections = (weights: Float32Array, tokenCount: number): Sections => {
    const postings = postingsOf(starts.view(), slots.view(), tokenCount)
    const whole = bucketed(wholeHashes.view(), wholeNames.view())
    return {
      nameText: texts.view(),
      nameKind: kinds.view(),
      nameStarts: starts.view(),
      nameSlots: slots.view(),
      nameRoles: roles.view(),
      nameWeight: weightsOf(starts.view(), slots.view(), weights),
      postingStarts: postings.starts,
      postings: postings.values,
      wholeStarts: whole.starts,
      wholePairs: whole.pairs,
    }
  }
  return { idOf, sections, count: () => texts.length }
}

function postingsOf(starts: Uint32Array, slots: Uint32Array, tokenCount: number) {
  const keys = growingU32(slots.length)
  const values = growingU32(slots.length)
  const last = new Uint32Array(tokenCount) // the last name put under each token, plus one
  for (let name = 0; name + 1 < starts.length; name++) {
    for (let i = starts[name] as number; i < (starts[name + 1] as number); i++) {
      const token = slots[i] as number
      if (token === NEXT_READING || last[token] === name + 1) continue
      last[token] = name + 1
      keys.push(token)
      values.push(name)
    }
  }
  return grouped(keys.view(), values.view(), tokenCount)
}

// What the tokens of a name's first reading weigh together.
function weightsOf(starts: Uint32Array, slots: Uint32Array, weights: Float32Array): Float32Array {
  const out = new Float32Array(starts.length - 1)
  for (let name = 0; name < out.length; name++) {
    let sum = 0
    for (let i = starts[name] as number; i < (starts[name + 1] as number); i++) {
      if (slots[i] === NEXT_READING) break
      sum += weights[slots[i] as number] as number
    }
    out[name] = sum
  }
  return out
}

function recordTable(strings: Interner, names: ReturnType<typeof nameTable>) {
  const columns = {
    rowRecord: growingU32(),
    rowContent: growingU32(),
    rowSince: growingU32(),
    rowUntil: growingU32(),
    rowClass: growingU32(),
  }
  const details = growingU32()
  const detailStarts = growingU32()
  const entries = growingU32()
  const entryRows = growingU32()
  const entryStandings = growingU8()
  const entryStarts = growingU32()
  const classes = new Map<string, number>()
  const recordHashes = growingU32()
  const identifierHashes = growingU32()
  const identifierRows = growingU32()
  detailStarts.push(0)
  entryStarts.push(0)

  const classOf = (record: IndexRecord) => {
    const key = JSON.stringify([record.source, record.schema, record.kind, [...record.lists].sort(), [...record.topics].sort()])
    let id = classes.get(key)
    if (id === undefined) {
      id = classes.size
      classes.set(key, id)
    }
    return id
  }
  const add = (record: IndexRecord) => {
    const row = columns.rowRecord.length
    columns.rowRecord.push(strings.intern(record.record))
    recordHashes.push(hashText(record.record))
    columns.rowContent.push(record.content)
    columns.rowSince.push(Math.max(0, record.since))
    columns.rowUntil.push(record.until >= OPEN ? FOREVER : Math.max(0, record.until))
    columns.rowClass.push(classOf(record))
    FIELDS.forEach((field, i) => {
      for (const value of record[field]) details.push(((strings.intern(value) << 3) | i) >>> 0)
    })
    detailStarts.push(details.length)
    for (const identifier of record.identifiers) {
      const key = identifierKey(identifier)
      if (key === '') continue
      identifierHashes.push(hashText(key))
      identifierRows.push(row)
    }
    for (const name of record.names) {
      entries.push(names.idOf(name.analysed))
      entryRows.push(row)
      entryStandings.push(STANDINGS.indexOf(name.standing))
    }
    entryStarts.push(entries.length)
  }
  const sections = (nameCount: number): Sections => {
    const count = entries.length
    const byName = grouped(
      entries.view(),
      Uint32Array.from({ length: count }, (_, i) => i),
      nameCount,
    )
    const identifiers = bucketed(identifierHashes.view(), identifierRows.view())
    const rowCount = columns.rowRecord.length
    const byRecord = bucketed(
      recordHashes.view(),
      Uint32Array.from({ length: rowCount }, (_, i) => i),
    )
    return {
      ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.view()])),
      details: details.view(),
      detailStarts: detailStarts.view(),
      entryName: entries.view(),
      entryRow: entryRows.view(),
      entryStanding: entryStandings.view(),
      entryStarts: entryStarts.view(),
      nameEntryStarts: byName.starts,
      nameEntries: byName.values,
      classes: new TextEncoder().encode(`[${[...classes.keys()].join(',')}]`),
      identifierStarts: identifiers.starts,
      identifierPairs: identifiers.pairs,
      recordStarts: byRecord.starts,
      recordPairs: byRecord.pairs,
    }
  }
  return { add, sections }
}
