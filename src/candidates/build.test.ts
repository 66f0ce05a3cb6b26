import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { OPEN } from '../model/index.ts'
import type { NameParts } from '../names/index.ts'
import { bucketed } from './buckets.ts'
import { flatReader, type NameBatch } from './flat-names.ts'
import { buildIndex, type IndexRecord, openIndex } from './index.ts'
import { nameThreads } from './name-threads.ts'

const META = { generation: 'g1', matcher: 'm1' }
const GIVEN = ['Orlan', 'Timoleon', 'Aurent', 'Доку', 'محمد', 'Jürgen', 'Abdulwahid', 'Bożena']
const FAMILY = ['Vestergaard', 'Ntembalo', 'al-Tawfiqi', 'Хаматов', "O'Brannigan", 'Lindqvist-Farah']
const BODIES = ['Trading LLC', 'Shipping Co. Ltd', 'Brigade forty four', 'Relief Foundation', 'ООО Строй']

// Records with names that come again: over intervals, under another kind, with and without roles.
function record(i: number): IndexRecord {
  const given = GIVEN[i % GIVEN.length] as string
  const family = `${FAMILY[(i >> 3) % FAMILY.length]}${i % 1700}`
  const person = i % 4 !== 0
  const parts: NameParts | undefined = i % 5 === 1 ? { given: [given], family: [family] } : undefined
  return {
    record: `a:${i >> 1}`,
    source: 'a',
    content: i,
    since: 100 + (i % 2),
    until: i % 2 ? OPEN : 101,
    schema: person ? 'Person' : 'Organization',
    kind: person ? 'person' : 'organisation',
    names: [
      { text: `${given} ${family}`, standing: 'name' },
      { text: person ? `${family}, ${given}` : `${family} ${BODIES[i % BODIES.length]}`, standing: 'alias' },
    ],
    ...(parts ? { parts } : {}),
    identifiers: [`passportNumber:${10_000 + (i % 900)}`],
    dates: ['1961-05-09'],
    countries: ['ye'],
    genders: [],
    addresses: [],
    lists: [],
    topics: ['sanction'],
  }
}

const RECORDS = Array.from({ length: 12_000 }, (_, i) => record(i))

test('a second thread makes no difference to the index', async () => {
  const alone = await buildIndex(RECORDS, META)
  // Slow enough for the second thread to start.
  async function* slowly() {
    for (const [i, given] of RECORDS.entries()) {
      if (i % 2000 === 0) await setTimeout(300)
      yield given
    }
  }
  const together = await buildIndex(slowly(), META, { threads: 2, worthAThread: 0 })
  assert.ok(Buffer.from(together).equals(Buffer.from(alone)))
})

test('a name is kept once for each kind and each set of roles', async () => {
  const index = openIndex(await buildIndex(RECORDS, META))
  const keyOf = (entry: number) => {
    const { text, kind, roles } = index.name(entry)
    return `${text}|${kind}|${roles.join()}`
  }
  const different = new Set(Array.from({ length: index.entries }, (_, entry) => keyOf(entry)))
  assert.equal(index.names, different.size)
})

test('a second thread that fails tells whoever waits for it, whenever he looks', async () => {
  const broken = { texts: [null as unknown as string], kinds: [0], parts: new Map() }
  const none: NameBatch = { texts: [], kinds: [], parts: new Map() }
  const threads = nameThreads(2, 0)
  try {
    assert.ok(!(threads.take([{ ...none, texts: ['Orlan'], kinds: [0] }, none])[0] instanceof Promise))
    for (let turns = 0; turns < 200; turns++) {
      await setTimeout(50)
      if (threads.take([{ ...none, texts: ['Orlan'], kinds: [0] }, none])[0] instanceof Promise) break
    }
    const [taken] = threads.take([broken, none])
    await setTimeout(300)
    await assert.rejects(async () => taken, TypeError)
  } finally {
    await threads.end()
  }
})

test('the second thread reads names as the first does, once there are enough', async () => {
  const batch: NameBatch = { texts: ['Orlan Vestergaard', 'Доку Хаматов'], kinds: [0, 0], parts: new Map() }
  const none: NameBatch = { texts: [], kinds: [], parts: new Map() }
  const threads = nameThreads(2, 3)
  try {
    let [, taken] = threads.take([none, batch])
    assert.ok(!(taken instanceof Promise))
    for (let turns = 0; turns < 200 && !(taken instanceof Promise); turns++) {
      await setTimeout(50)
      ;[, taken] = threads.take([none, batch])
    }
    assert.ok(taken instanceof Promise, 'the second thread did not start')
    const { flat, reader } = await taken
    assert.equal(reader, 1)
    assert.deepEqual(flat, flatReader()(batch))
    const keyed = () => ({ hashes: Uint32Array.of(7, 2 ** 31, 7), values: Uint32Array.of(0, 1, 2), numbers: 3 })
    assert.deepEqual(await threads.bucketed(keyed()), bucketed(keyed()))
  } finally {
    await threads.end()
  }
})
