import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { exampleSource, exampleVersion } from '../../test/support/example-source.ts'
import { temporaryLedger } from '../../test/support/temporary-ledger.ts'
import { collect } from '../sources/index.ts'
import { decide, exportDecisions, importDecisions, takeBack } from './decide.ts'

async function filled(t: TestContext) {
  const base = await temporaryLedger({ sources: collect([exampleSource()]) })
  t.after(() => base.close())
  const path = join(base.folder, 'version.json')
  writeFileSync(
    path,
    exampleVersion(
      '2015-01-01',
      ['A', 'B', 'C'].map(number => ({ number, name: `Person ${number}` })),
    ),
  )
  await base.take(path)
  return base
}
const [A, B, C] = ['example-list:A', 'example-list:B', 'example-list:C'] as const

test("a person's word is kept with its reason and followed by a later one, never edited", async t => {
  const base = await filled(t)
  await decide(base, { a: A, b: B, verdict: 'same', reason: ' one passport ', by: 'anna' })
  await decide(base, { a: B, b: A, verdict: 'different', reason: 'two sons', by: 'eva' })
  assert.deepEqual(
    (await base.ledger.judgements()).map(j => [j.verdict, j.reason, j.by]),
    [
      ['same', 'one passport', 'anna'],
      ['different', 'two sons', 'eva'],
    ],
  )
  assert.deepEqual(
    (await exportDecisions(base.ledger)).map(line => (JSON.parse(line) as unknown[]).slice(0, 3)),
    [[B, A, 'negative']],
  )
})

test('a word on what was never held, on one record twice, or without a reason is refused', async t => {
  const base = await filled(t)
  const word = { a: A, b: B, verdict: 'same', reason: 'seen', by: 'anna' } as const
  await assert.rejects(decide(base, { ...word, b: 'example-list:X' }), { code: 'entity.unknown' })
  await assert.rejects(decide(base, { ...word, b: A }), { code: 'input.invalid' })
  await assert.rejects(decide(base, { ...word, reason: ' ' }), { code: 'input.invalid' })
  for (const by of [' ', 'wholists']) await assert.rejects(decide(base, { ...word, by }), { code: 'input.invalid' })
  assert.deepEqual(await base.ledger.judgements(), [])
})

test('decisions exported from one installation are taken in by another, once', async t => {
  const [one, other] = [await filled(t), await filled(t)]
  await decide(one, { a: A, b: B, verdict: 'same', reason: 'seen', by: 'anna' })
  await decide(one, { a: A, b: C, verdict: 'different', reason: 'seen', by: 'anna' })
  const lines = await exportDecisions(one.ledger)
  assert.deepEqual(await importDecisions(other, [...lines, '["NK-1","zz:9","positive",null,"x",null]']), {
    kept: 2,
    known: 0,
    unknown: 1,
    broken: [],
  })
  assert.deepEqual(await importDecisions(other, lines), { kept: 0, known: 2, unknown: 0, broken: [] })
  assert.deepEqual(
    (await exportDecisions(other.ledger)).map(l => (JSON.parse(l) as unknown[]).slice(0, 5)),
    lines.map(l => (JSON.parse(l) as unknown[]).slice(0, 5)),
  )
})

test('a word taken back leaves what the matcher had said before, or a pair that waits, and stays in the record', async t => {
  const { ledger, now } = await filled(t)
  const given = { ledger, now }
  await ledger.judge([{ a: A, b: B, verdict: 'same', reason: 'the names agree', score: 0.97, by: 'wholists', recorded: now() }])
  await decide(given, { a: A, b: B, verdict: 'different', reason: 'two sons', by: 'anna' })
  const again = await takeBack(given, { a: B, b: A, reason: 'wrong file', by: 'eva' })
  assert.deepEqual(
    { ...again, recorded: 0 },
    {
      a: A,
      b: B,
      verdict: 'same',
      reason: 'the names agree; decision taken back by eva: wrong file',
      score: 0.97,
      by: 'wholists',
      recorded: 0,
    },
  )
  assert.equal((await ledger.judgements()).length, 3)
  await assert.rejects(takeBack(given, { a: A, b: B, reason: 'once more', by: 'eva' }), { code: 'input.invalid' })
  await decide(given, { a: A, b: B, verdict: 'unsure', reason: 'to be asked', by: 'anna' })
  assert.equal(
    (await takeBack(given, { a: A, b: B, reason: 'clear', by: 'anna' })).reason,
    'the names agree; decision taken back by anna: clear',
  )
  await decide(given, { a: A, b: C, verdict: 'same', reason: 'seen', by: 'anna' })
  const { verdict, by } = await takeBack(given, { a: A, b: C, reason: 'not seen', by: 'anna' })
  assert.deepEqual([verdict, by], ['unsure', 'wholists'])
})
