import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPEN, startOfDay, WhoListsError } from '../model/index.ts'
import { type Kit, lettersParser, parseLetters } from './suite-kit.ts'
import type { ArrivalHead } from './types.ts'

const NOW = { published: OPEN - 1, recorded: OPEN - 1 }
const at = startOfDay
const HEAD: ArrivalHead = {
  source: 's',
  published: 1,
  basis: 'given',
  recorded: 2,
  rendition: 'xml',
  files: [],
  parser: 's@1',
  absence: 'removal',
}

const isError = (code: string) => (error: unknown) => error instanceof WhoListsError && error.code === code

const TESTS: Readonly<Record<string, (kit: Kit) => Promise<void>>> = {
  'a version is named by its day, the second of a day by the second after': async kit => {
    const ledger = await kit.open()
    const first = await kit.take(ledger, { published: at('2020-01-01'), records: { a: 'A' } })
    const second = await kit.take(ledger, { published: at('2020-01-01'), records: { a: 'B' } })
    assert.equal(first.version, 's/2020-01-01')
    assert.equal(second.version, 's/2020-01-01T00:00:01')
    assert.equal((await ledger.diff('s', 's/2020-01-01', 's/2020-01-01T00:00:01')).changes.length, 1)
    assert.equal((await ledger.diff('s', 's/2020-01-01', '2020-01-01')).to, 's/2020-01-01T00:00:01', 'a day alone is its last version')
    await ledger.close()
  },

  'the same records of an instant are the same version, in any order and whichever of the day they equal': async kit => {
    const ledger = await kit.open()
    const published = at('2020-01-01')
    await kit.take(ledger, { published, records: { a: 'A', b: 'B' } })
    await kit.take(ledger, { published, records: { a: 'A', b: 'C' } })
    const generation = await ledger.generation()
    const again = await kit.take(ledger, { published, records: { b: 'B', a: 'A' } })
    assert.deepEqual([again.outcome, again.version, again.records], ['same', 's/2020-01-01', 2])
    assert.equal((await kit.take(ledger, { published, records: { b: 'C', a: 'A' } })).version, 's/2020-01-01T00:00:01')
    assert.equal((await ledger.versions()).length, 2)
    assert.equal(await ledger.generation(), generation, 'nothing new for readers')
    const kinds = (await Array.fromAsync(ledger.logLines())).map(line => line.kind)
    assert.deepEqual(kinds.slice(-2), ['version.same', 'version.same'])
    await ledger.close()
  },

  'nothing of a version is seen before its commit, and nothing after it was discarded but a line of the log': async kit => {
    const ledger = await kit.open()
    const staging = await ledger.stage({ ...HEAD, published: 1 })
    staging.add({ key: 'a', body: 'A' })
    for (const { content, raw } of staging.unread()) staging.keep(content, parseLetters('s', raw))
    assert.equal((await ledger.versions()).length, 0)
    assert.equal(await ledger.recordAt('s:a', NOW), null)
    staging.discard('the file is cut off')
    assert.equal((await ledger.versions()).length, 0)
    assert.deepEqual(await Array.fromAsync(ledger.presences()), [])
    const last = (await Array.fromAsync(ledger.logLines())).at(-1)
    assert.equal(last?.kind, 'version.refused')
    assert.equal((last?.body as { reason: string } | undefined)?.reason, 'the file is cut off')
    await ledger.close()
  },

  'a held version waits outside the state and counts from its acceptance': async kit => {
    const ledger = await kit.open()
    await kit.take(ledger, { published: at('2020-01-01'), recorded: 1000, records: { a: 'A', b: 'B' } })
    const held = await kit.take(ledger, { published: at('2020-02-01'), recorded: 1100, records: { a: 'A' }, held: 'too small' })
    assert.deepEqual([held.outcome, held.reason, held.removed], ['held', 'too small', 1])
    assert.equal((await ledger.versionAt('s', NOW))?.name, 's/2020-01-01')
    assert.notEqual(await ledger.recordAt('s:b', NOW), null)
    const known = (await ledger.versions('s')).at(-1)
    assert.deepEqual([known?.accepted, known?.heldFor], [OPEN, 'too small'])
    assert.deepEqual(
      (await ledger.diff('s', '2020-01-01', '2020-02-01')).changes.map(c => [c.kind, c.key]),
      [['removed', 'b']],
      'it can be looked at',
    )
    assert.equal((await ledger.accept('s/2020-02-01', 'the regime ended', 'a reviewer', 1200)).outcome, 'accepted')
    assert.equal(await ledger.recordAt('s:b', NOW), null)
    assert.notEqual(await ledger.recordAt('s:b', { ...NOW, recorded: 1199 }), null, 'not yet accepted then')
    await assert.rejects(ledger.accept('s/2020-02-01', 'again', 'a reviewer', 1300), isError('version.not-held'))
    await assert.rejects(ledger.accept('s/2021-02-01', 'again', 'a reviewer', 1300), isError('version.unknown'))
    await ledger.close()
  },

  'the newest version by published and recorded answers, and a record has its content of then': async kit => {
    const ledger = await kit.open()
    await kit.take(ledger, { published: at('2020-01-01'), recorded: 1000, records: { a: 'Old' } })
    await kit.take(ledger, { published: at('2020-03-01'), recorded: 1001, records: { a: 'New' } })
    await kit.take(ledger, { published: at('2020-02-01'), recorded: 1002, records: { a: 'Mid', b: 'B' } })
    const name = async (day: string, recorded: number) => {
      const row = await ledger.recordAt('s:a', { published: at(day), recorded })
      return row && [row.version, row.reading.parties[0]?.statements[0]?.value]
    }
    assert.deepEqual(await name('2020-02-15', 1002), ['s/2020-02-01', 'Mid'])
    assert.deepEqual(await name('2020-02-15', 1001), ['s/2020-01-01', 'Old'])
    assert.deepEqual(await name('2020-03-01', 1001), ['s/2020-03-01', 'New'])
    assert.equal(await name('2019-12-31', 1002), null)
    assert.equal(await ledger.recordAt('s:none', NOW), null)
    assert.deepEqual(
      (await ledger.recordHistory('s:b')).map(p => [p.since, p.until]),
      [[at('2020-02-01'), at('2020-03-01')]],
    )
    assert.deepEqual(await ledger.sources(), ['s'])
    await ledger.close()
  },

  'two records of one key both stay, told apart alike whatever their order, and the key is named': async kit => {
    const ledger = await kit.open()
    const arrive = async (published: number, bodies: readonly string[]) => {
      const staging = await ledger.stage({ ...HEAD, published })
      for (const body of bodies) staging.add({ key: 'a', body })
      for (const { content, raw } of staging.unread()) staging.keep(content, parseLetters('s', raw))
      const { twice, records } = staging.outlook()
      return { ...staging.commit([], null), twice, records }
    }
    const first = await arrive(1000, ['One', 'Two', 'One'])
    assert.deepEqual([first.twice, first.records], [['a'], 2])
    await arrive(2000, ['Two', 'One'])
    assert.deepEqual((await ledger.diff('s', first.version, 's/1970-01-01T00:33:20')).changes, [])
    const names = await Promise.all(
      ['s:a', 's:a#2'].map(async id => (await ledger.recordAt(id, NOW))?.reading.parties[0]?.statements[0]?.value),
    )
    assert.deepEqual(new Set(names), new Set(['One', 'Two']))
    await ledger.close()
  },

  'the outlook counts what would come and go, designations by list and the fill of properties': async kit => {
    const ledger = await kit.open()
    await kit.take(ledger, { published: 1000, records: { a: 'A list=P', b: 'B list=P', c: 'C list=Q' } })
    const staging = await ledger.stage({ ...HEAD, published: 2000 })
    for (const [key, body] of [
      ['a', 'A list=P'],
      ['b', 'B list=Q gender=male'],
      ['d', 'D list=Q stop=odd'],
      ['e', 'E list=Q'],
    ] as const)
      staging.add({ key, body })
    for (const { content, raw } of staging.unread()) staging.keep(content, parseLetters('s', raw))
    const outlook = staging.outlook()
    assert.deepEqual([outlook.records, outlook.added, outlook.removed, outlook.before?.records], [4, 2, 1, 3])
    assert.deepEqual(outlook.lists, { P: { before: 2, now: 1 }, Q: { before: 1, now: 3 } })
    assert.deepEqual([outlook.fill('gender'), outlook.fill('name'), outlook.fill('country')], [0.25, 1, 0])
    assert.deepEqual(
      staging.stops().map(p => [p.record, p.code]),
      [['d', 'status.unknown']],
    )
    staging.discard('')
    await ledger.close()
  },

  'a stop in a content that an accepted version holds is not raised again': async kit => {
    const ledger = await kit.open()
    const records = { a: 'A stop=odd' }
    await kit.take(ledger, { published: 1000, records, held: 'odd' })
    const stops = async () => {
      const staging = await ledger.stage({ ...HEAD, published: 2000 })
      staging.add({ key: 'a', body: records.a })
      const found = staging.stops().length
      staging.discard('')
      return found
    }
    assert.equal(await stops(), 1, 'held is not accepted')
    await ledger.accept('s/1970-01-01T00:16:40', 'read by hand', 'a reviewer', 3000)
    assert.equal(await stops(), 0)
    await ledger.close()
  },

  'a record that comes back with the date it had is noted, one with a new date is not': async kit => {
    const ledger = await kit.open()
    await kit.take(ledger, { published: at('2020-01-01'), records: { a: 'A from=2007-03-24', b: 'B from=2007-03-24', z: 'Z' } })
    await kit.take(ledger, { published: at('2020-02-01'), records: { z: 'Z' } })
    const staging = await ledger.stage({ ...HEAD, published: at('2020-03-01') })
    for (const [key, body] of [
      ['a', 'A from=2007-03-24'],
      ['b', 'B from=2020-02-20'],
      ['n', 'N from=2007-03-24'],
      ['z', 'Z'],
    ] as const)
      staging.add({ key, body })
    for (const { content, raw } of staging.unread()) staging.keep(content, parseLetters('s', raw))
    assert.deepEqual(
      staging.suspicions().map(p => [p.code, p.severity, p.record, p.seen]),
      [['record.back', 'note', 'a', '2007-03-24']],
    )
    staging.discard('')
    await ledger.close()
  },

  'problems of a version are those of its file and those its parser finds': async kit => {
    const ledger = await kit.open()
    const problems = [
      { code: 'count.differs', severity: 'note', field: 'TOTAL', seen: '2', expected: '1' },
      { code: 'record.twice', severity: 'flag', field: '', seen: 'a', record: 'a' },
    ] as const
    const taken = await kit.take(ledger, { published: 1000, records: { a: 'A', b: 'B stop=odd unread=left' }, problems })
    assert.deepEqual(await ledger.problems(taken.version), [
      ...problems,
      { code: 'status.unknown', severity: 'stop', field: 'STATUS', seen: 'odd', record: 'b' },
    ])
    assert.deepEqual(await ledger.unreadFields(taken.version), [{ field: 'NOTE', count: 1 }])
    await ledger.close()
  },

  'what was kept is there when the ledger is opened again, and a reader sees what a writer commits': async kit => {
    const writer = await kit.open()
    await kit.take(writer, { published: 1000, records: { a: 'A' } })
    const reader = await kit.again(writer)
    assert.equal((await reader.recordAt('s:a', NOW))?.reading.parties[0]?.statements[0]?.value, 'A')
    const generation = await reader.generation()
    await kit.take(writer, { published: 2000, records: { a: 'B' } })
    assert.equal((await reader.recordAt('s:a', NOW))?.reading.parties[0]?.statements[0]?.value, 'B')
    assert.ok((await reader.generation()) > generation)
    await reader.close()
    await writer.close()
  },

  'a source this program no longer knows still answers with the readings it left': async kit => {
    const writer = await kit.open()
    await kit.take(writer, { published: 1000, records: { a: 'A' } })
    const reader = await kit.again(writer, () => undefined)
    assert.equal((await reader.recordAt('s:a', NOW))?.reading.parties[0]?.statements[0]?.value, 'A')
    await reader.close()
    await writer.close()
  },

  'presence comes source by source, in order of record and since': async kit => {
    const ledger = await kit.open(lettersParser())
    await kit.take(ledger, { source: 'x', published: 1000, records: { b: 'B', a: 'A' } })
    await kit.take(ledger, { source: 'y', published: 1000, records: { a: 'A' } })
    await kit.take(ledger, { source: 'x', published: 2000, records: { b: 'B2', a: 'A' } })
    const rows = await Array.fromAsync(ledger.presences())
    assert.deepEqual(
      rows.map(r => [r.source, r.key, r.since, r.until]),
      [
        ['x', 'b', 1000, 2000],
        ['x', 'b', 2000, OPEN],
        ['x', 'a', 1000, OPEN],
        ['y', 'a', 1000, OPEN],
      ],
    )
    const readings = await ledger.readings(rows.map(r => r.content))
    assert.deepEqual(
      [...readings.values()].map(r => r.parties[0]?.id),
      ['x:b', 'x:b', 'x:a', 'y:a'],
    )
    await ledger.close()
  },
}

/** Versions: how they come in, what they are called, which one answers. */
export function versionsSuite(kit: Kit): void {
  for (const [name, work] of Object.entries(TESTS)) test(name, () => work(kit))
}
