import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf, type Instant, OPEN } from '../model/index.ts'
import { asRecorded } from './as-recorded.ts'
import type { Kit } from './suite-kit.ts'
import type { Attestation, Presence } from './types.ts'

/** One version of an invented history, as a plain value. */
type Told = {
  readonly published: Instant
  readonly recorded: Instant
  readonly absence: 'removal' | 'nothing'
  readonly records: ReadonlyMap<string, string>
  /** When it came into force; null: held for good. */
  readonly accepted: Instant | null
}

const HISTORIES = 400
const START = 1_500_000_000

/**
 * Compares a ledger with a plain fold over invented histories: versions arrive in random order, some are held, some of those
 * accepted later, and the silence of some about a record means nothing.
 */
export function historiesSuite(kit: Kit): void {
  test(`answers as a plain fold does over ${HISTORIES} random histories that arrive in random order`, async () => {
    const ledger = await kit.open()
    const random = randomFrom(20_260_101)
    for (let i = 0; i < HISTORIES; i++) {
      const source = `history-${i}`
      const told = invent(random)
      await tell(kit, ledger, source, told)
      const what = `${source}: ${JSON.stringify(told, (_, v: unknown) => (v instanceof Map ? [...v] : v))}`
      assert.deepEqual(await rowsOf(ledger.presences(source)), expectedRows(told), `presence of ${what}`)
      await checkStates(ledger, source, told, what)
      await checkCuts({ ledger, source, told, what }, random)
    }
    assert.equal((await ledger.verifyLog()).broken, null)
    await ledger.close()
  })
}

type Open = Awaited<ReturnType<Kit['open']>>

async function tell(kit: Kit, ledger: Open, source: string, told: readonly Told[]): Promise<void> {
  const acts = told.flatMap(version => [
    {
      at: version.recorded,
      act: () => kit.take(ledger, { source, ...version, held: version.accepted === version.recorded ? null : 'out of bounds' }),
    },
    ...(version.accepted === null || version.accepted === version.recorded
      ? []
      : [{ at: version.accepted, act: () => ledger.accept(nameOf(source, version), 'looked at', 'a tester', version.accepted ?? 0) }]),
  ])
  for (const { act } of acts.sort((a, b) => a.at - b.at)) await act()
}

const nameOf = (source: string, version: Told): string => `${source}/${new Date(version.published * 1000).toISOString().slice(0, 19)}`

/** Every version's state, as it is now. */
async function checkStates(ledger: Open, source: string, told: readonly Told[], what: string): Promise<void> {
  for (const version of told.filter(v => v.accepted !== null)) {
    const seen = new Map<string, string>()
    for await (const row of ledger.state(source, version.published)) seen.set(row.key, row.reading.parties[0]?.statements[0]?.value ?? '')
    assert.deepEqual(seen, new Map(fold(told, version.published, OPEN)), `state at ${version.published} of ${what}`)
  }
}

type Subject = { readonly ledger: Open; readonly source: string; readonly told: readonly Told[]; readonly what: string }

/** Random instants of published and recorded time. */
async function checkCuts({ ledger, source, told, what }: Subject, random: () => number): Promise<void> {
  for (let i = 0; i < 4; i++) {
    const published = START + Math.floor(random() * 12) * 1000 + Math.floor(random() * 3) - 1
    const recorded = START + 100_000 + Math.floor(random() * 30)
    const line = lineOf(told, published, recorded)
    const expected = fold(told, published, recorded)
    const about = `at ${published}, recorded ${recorded}, of ${what}`
    assert.equal((await ledger.versionAt(source, { published, recorded }))?.published, line.at(-1)?.published, `version ${about}`)
    const newest = line.at(-1)
    const seen = new Map<string, string>()
    if (newest)
      for await (const row of ledger.state(source, newest.published, recorded))
        seen.set(row.key, row.reading.parties[0]?.statements[0]?.value ?? '')
    assert.deepEqual(seen, new Map(expected), `state ${about}`)
    for (const key of KEYS) {
      const row = await ledger.recordAt(`${source}:${key}`, { published, recorded })
      assert.equal(row?.reading.parties[0]?.statements[0]?.value, expected.get(key), `record ${key} ${about}`)
    }
    if (i === 0) await checkRecorded({ ledger, source, told, what }, recorded)
    const attested = await ledger.attestations(
      KEYS.map(key => `${source}:${key}`),
      { published, recorded },
    )
    assert.deepEqual(
      attested.map(shortened).sort(),
      KEYS.flatMap(key => expectedAttestations(key, line, told, recorded)).sort(),
      `attestations ${about}`,
    )
  }
}

/** The ledger as it stood then has the rows that only what was accepted by then makes. */
async function checkRecorded({ ledger, source, told, what }: Subject, recorded: Instant): Promise<void> {
  const past = asRecorded(ledger, recorded)
  const expected = expectedRows(told, recorded)
  assert.deepEqual(await rowsOf(past.presences(source)), expected, `presence as recorded ${recorded} of ${what}`)
  const histories = await Promise.all(KEYS.map(key => past.recordHistory(`${source}:${key}`)))
  assert.deepEqual(histories.flat().map(rowText).sort(), expected, `histories as recorded ${recorded} of ${what}`)
  assert.deepEqual(
    (await past.versions(source)).filter(v => v.accepted < OPEN).map(v => v.published),
    lineOf(told, OPEN, recorded).map(v => v.published),
    `versions as recorded ${recorded} of ${what}`,
  )
}

const KEYS = ['a', 'b', 'c', 'd', 'e']
/** A content of two letters: its second is the list it is on. */
const CONTENTS = ['xP', 'yP', 'zQ']

function invent(random: () => number): readonly Told[] {
  const count = 1 + Math.floor(random() * 8)
  const kind = random()
  const places = shuffled([...Array(12).keys()], random).slice(0, count)
  return places.map((place, i) => {
    const recorded = START + 100_000 + i * 3
    const fate = random()
    const accepted = fate < 0.7 ? recorded : fate < 0.9 ? recorded + 1 + Math.floor(random() * 20) : null
    const absence = kind < 0.5 ? 'removal' : kind < 0.8 || random() < 0.5 ? 'nothing' : 'removal'
    const records = new Map(KEYS.filter(() => random() < 0.6).map(key => [key, CONTENTS[Math.floor(random() * CONTENTS.length)] ?? '']))
    return { published: START + place * 1000, recorded, absence, records, accepted }
  })
}

/** The versions that count for (published, recorded), oldest first. */
const lineOf = (told: readonly Told[], published: Instant, recorded: Instant): readonly Told[] =>
  told.filter(v => v.published <= published && v.accepted !== null && v.accepted <= recorded).sort((a, b) => a.published - b.published)

function fold(told: readonly Told[], published: Instant, recorded: Instant): ReadonlyMap<string, string> {
  let state = new Map<string, string>()
  for (const v of lineOf(told, published, recorded))
    state = v.absence === 'removal' ? new Map(v.records) : new Map([...state, ...v.records])
  return state
}

/** The presence rows the states make: maximal intervals, in order of key and since. */
function expectedRows(told: readonly Told[], recorded = OPEN - 1): readonly string[] {
  const line = lineOf(told, OPEN, recorded)
  return KEYS.flatMap(key => {
    const rows: { since: number; until: number; content: string }[] = []
    for (const [i, v] of line.entries()) {
      const content = fold(told, v.published, recorded).get(key)
      const until = line[i + 1]?.published ?? OPEN
      const last = rows.at(-1)
      if (content === undefined) continue
      if (last?.until === v.published && last.content === content) last.until = until
      else rows.push({ since: v.published, until, content })
    }
    return rows.map(r => `${key} ${r.since} ${r.until}`)
  })
}

async function rowsOf(presences: AsyncIterable<Presence>): Promise<readonly string[]> {
  const rows: string[] = []
  for await (const p of presences) rows.push(rowText(p))
  return rows.sort()
}

const rowText = (p: Presence) => `${p.key} ${p.since} ${p.until}`

/** Listings as they follow from the states one after the other. */
function expectedAttestations(key: string, line: readonly Told[], told: readonly Told[], recorded: Instant): readonly string[] {
  const contents = line.map(v => fold(told, v.published, recorded).get(key))
  const lists = contents.map(content => content?.slice(1))
  const lacks = (i: number) => line[i] !== undefined && (line[i].absence === 'removal' || contents[i] !== undefined)
  const day = (i: number) => dayOf(line[i]?.published ?? 0)
  const found: string[] = []
  for (let first = 0; first < line.length; first++) {
    if (lists[first] === undefined || (first > 0 && lists[first - 1] === lists[first])) continue
    let last = first
    while (lists[last + 1] === lists[first]) last++
    const [until, lastWithout] = [lacks(last + 1) ? day(last + 1) : null, lacks(first - 1) ? day(first - 1) : null]
    found.push(JSON.stringify([key, lists[first], day(first), until, lastWithout, day(last)]))
  }
  return found
}

const shortened = (a: Attestation): string => JSON.stringify([a.record.split(':')[1], a.list, a.since, a.until, a.lastWithout, a.lastWith])

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  return values
    .map(value => ({ value, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value)
}
