import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { openArchive } from '../src/intake/index.ts'
import { type Desk, openDesk, smallFile, smallSource } from '../src/jobs/import-kit.ts'
import { lockData } from '../src/jobs/index.ts'

const KILLS = 50
/** Compiled code of the killed processes, so that they begin sooner. */
const CACHE = mkdtempSync(join(tmpdir(), 'kill-cache-'))
after(() => rmSync(CACHE, { recursive: true, force: true }))
const SEED = 20_260_101

const source = smallSource('alpha', { bounds: { min: 1, maxLoss: 1, maxGain: 10 } })
/** Six versions of 1,200 records; each changes a third of them, drops some and adds some. */
const VERSIONS = Array.from({ length: 6 }, (_, v) => ({
  day: `2020-0${v + 1}-01`,
  records: Array.from({ length: 1200 }, (_, i) => i + v * 40).map(
    i => `k${i}|Person ${i} ${i % 3 === 0 ? v : 'the same'}|L|${'word '.repeat(20)}`,
  ),
}))

/** The process that is killed: imports every version of a folder under the lock of the data folder. */
const CHILD = (folder: string) => `
  import { join } from 'node:path'
  import { openDesk, smallSource } from ${JSON.stringify(new URL('../src/jobs/import-kit.ts', import.meta.url).href)}
  import { lockData } from ${JSON.stringify(new URL('../src/jobs/index.ts', import.meta.url).href)}
  const folder = ${JSON.stringify(folder)}
  lockData(folder, { pid: process.pid, command: 'import' })
  const desk = await openDesk([smallSource('alpha', { bounds: { min: 1, maxLoss: 1, maxGain: 10 } })], folder)
  process.stdout.write('begins')
  await desk.import([join(folder, 'files')])
  process.stdout.write(' done')`

test(`an import killed at ${KILLS} random moments leaves the state before or the state after, never between`, async t => {
  const expected = await everyState()
  const wholeMs = await timeOfOne()
  const random = randomFrom(SEED)
  let [inside, runs] = [0, 0]
  for (let kills = 0; kills < KILLS; runs++) {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'))
    writeFiles(folder)
    for (let reached = 0; reached < VERSIONS.length && kills < KILLS; kills++) {
      const before = reached
      const done = await runAndKill(folder, random() * wholeMs)
      const state = await stateOf(folder)
      reached = expected.indexOf(state)
      assert.ok(reached >= before, `after kill ${kills}: the state is none that was committed`)
      if (!done) inside++
      if (done) assert.equal(reached, VERSIONS.length)
    }
    rmSync(folder, { recursive: true, force: true })
  }
  t.diagnostic(`${inside} of ${KILLS} kills met a running import, over ${runs} data folders`)
  assert.ok(inside >= KILLS / 5, `only ${inside} kills met a running import`)
})

function writeFiles(folder: string): void {
  mkdirSync(join(folder, 'files'), { recursive: true })
  for (const { day, records } of VERSIONS) writeFileSync(join(folder, 'files', `${day}.txt`), smallFile(`alpha ${day}`, records))
}

/** The presence rows after none, one, two … of the versions. */
async function everyState(): Promise<readonly string[]> {
  const desk = await openDesk([source])
  const states = [await presenceOf(desk)]
  for (const { day, records } of VERSIONS) {
    await desk.import([desk.write(`${day}.txt`, smallFile(`alpha ${day}`, records))])
    states.push(await presenceOf(desk))
  }
  await desk.close()
  return states
}

async function presenceOf(desk: Desk): Promise<string> {
  const rows = await Array.fromAsync(desk.ledger.presences())
  const readings = await desk.ledger.readings(rows.map(r => r.content))
  return rows.map(r => `${r.key} ${r.since} ${r.until} ${readings.get(r.content)?.parties[0]?.statements[0]?.value}`).join('\n')
}

/** Milliseconds that a process needs from its beginning to its end when nobody kills it. */
async function timeOfOne(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'))
  const times: number[] = []
  // The first fills the cache of compiled code.
  for (const name of ['first', 'second']) {
    const data = join(folder, name)
    writeFiles(data)
    const child = startChild(data)
    await began(child)
    const begin = performance.now()
    await once(child.process, 'exit')
    times.push(performance.now() - begin)
  }
  rmSync(folder, { recursive: true, force: true })
  return Math.min(...times)
}

async function runAndKill(folder: string, afterMs: number): Promise<boolean> {
  const child = startChild(folder)
  await began(child)
  const timer = setTimeout(() => child.process.kill('SIGKILL'), afterMs)
  await once(child.process, 'exit')
  clearTimeout(timer)
  return child.said().includes('done')
}

type Child = { readonly process: ChildProcess; readonly said: () => string }

function startChild(folder: string): Child {
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD(folder)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE },
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return { process: child, said: () => said }
}

async function began({ process: child, said }: Child): Promise<void> {
  while (!said().includes('begins') && child.exitCode === null && child.signalCode === null)
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
}

/** Opens the data folder as the next process would: lock free, file sound, log whole, archive whole. */
async function stateOf(folder: string): Promise<string> {
  const lock = lockData(folder, { pid: process.pid, command: 'test' })
  const desk = await openDesk([source], folder)
  const db = new DatabaseSync(join(folder, 'ledger.sqlite'))
  assert.deepEqual({ ...db.prepare('PRAGMA integrity_check').get() }, { integrity_check: 'ok' })
  db.close()
  assert.equal((await desk.ledger.verifyLog()).broken, null)
  for (const version of await desk.ledger.versions()) for (const file of version.files) await wholeInArchive(folder, file.sha256)
  const state = await presenceOf(desk)
  await desk.ledger.close()
  lock.release()
  return state
}

async function wholeInArchive(folder: string, sha256: string): Promise<void> {
  assert.ok(readdirSync(join(folder, 'archive')).length > 0)
  for await (const chunk of openArchive(join(folder, 'archive'), () => 'test').open(sha256)) assert.ok(chunk.length > 0)
}

/** Numbers from 0 to 1 that follow from a seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
