import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Judgement } from '../model/index.ts'
import type { Kit } from './suite-kit.ts'

const TESTS: Readonly<Record<string, (kit: Kit) => Promise<void>>> = {
  'judgements are kept with their reason, oldest first, and found by either record': async kit => {
    const ledger = await kit.open()
    const first: Judgement = {
      a: 'un:1',
      b: 'eu:x:2',
      verdict: 'same',
      reason: 'the EU entry quotes the UN number',
      score: 1,
      by: 'reference',
      recorded: 10,
    }
    const second: Judgement = { a: 'un:1', b: 'Q42', verdict: 'different', reason: 'born in another year', by: 'a reviewer', recorded: 20 }
    await ledger.judge([first])
    await ledger.judge([second])
    assert.deepEqual(await ledger.judgements(), [first, second])
    assert.deepEqual(await ledger.judgements('eu:x:2'), [first])
    assert.deepEqual(await ledger.judgements('Q42'), [second])
    assert.deepEqual(await ledger.judgements('un:9'), [])
    await ledger.close()
  },

  'memberships are what they were at each recorded instant': async kit => {
    const ledger = await kit.open()
    await ledger.keepMemberships(
      new Map([
        ['eu:2', 'un:1'],
        ['gb:3', 'un:1'],
      ]),
      100,
    )
    await ledger.keepMemberships(
      new Map([
        ['eu:2', 'un:1'],
        ['gb:3', 'us:4'],
      ]),
      200,
    )
    await ledger.keepMemberships(new Map([['gb:3', 'us:4']]), 300)
    const at = async (recorded: number) => Object.fromEntries(await ledger.memberships(recorded))
    assert.deepEqual(await at(99), {})
    assert.deepEqual(
      await at(100),
      Object.fromEntries([
        ['eu:2', 'un:1'],
        ['gb:3', 'un:1'],
      ]),
    )
    assert.deepEqual(
      await at(299),
      Object.fromEntries([
        ['eu:2', 'un:1'],
        ['gb:3', 'us:4'],
      ]),
    )
    assert.deepEqual(await at(300), Object.fromEntries([['gb:3', 'us:4']]))
    await ledger.keepMemberships(new Map([['gb:3', 'eu:2']]), 300)
    assert.deepEqual(await at(300), Object.fromEntries([['gb:3', 'eu:2']]), 'the later word of one second holds')
    const generation = await ledger.generation()
    await ledger.keepMemberships(new Map([['gb:3', 'eu:2']]), 400)
    assert.equal(await ledger.generation(), generation, 'what stays the same is not written')
    await ledger.close()
  },

  'each line of the log follows from the line before': async kit => {
    const ledger = await kit.open()
    await ledger.log('note', { text: 'one' }, 1)
    await kit.take(ledger, { published: 1000, records: { a: 'A' } })
    await ledger.log('note', { text: 'two' }, 2)
    const lines = await Array.fromAsync(ledger.logLines())
    assert.deepEqual(
      lines.slice(-3).map(l => l.kind),
      ['note', 'version.accepted', 'note'],
    )
    assert.deepEqual(
      lines.map(l => l.seq),
      lines.map((_, i) => i + 1),
    )
    assert.deepEqual(await ledger.verifyLog(), { lines: lines.length, broken: null })
    assert.deepEqual(
      (await Array.fromAsync(ledger.logLines(lines.length - 1))).map(l => l.body),
      [{ text: 'two' }],
    )
    await ledger.close()
  },
}

/** What was judged, the entities that follow, and the log. */
export function judgementsSuite(kit: Kit): void {
  for (const [name, work] of Object.entries(TESTS)) test(name, () => work(kit))
}
