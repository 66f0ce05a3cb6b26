import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import { assertNothingUnread, assertStatementsFit } from '../suite-checks.ts'
import { REAL_LISTS as REAL } from '../suite-publications.ts'
import source from './index.ts'

const DELTA = 'opensanctions/entities-delta/2024-05-30.json'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['opensanctions/entities-delta', 'opensanctions/targets-simple-ua-war-sanctions'],
  broken: { [DELTA]: 'part.missing' },
})

const fixture = (path: string, part: string, rendition: string) => ({
  ...memoryFile(path.split('/').at(-1) ?? path, readFileSync(join(import.meta.dirname, 'fixtures', path))),
  part,
  rendition,
})
const base = () => fixture('delta/entities.ftm.json', 'main', 'ftm')
const delta = (lines?: readonly object[]) =>
  lines
    ? { ...memoryFile('entities.delta.json', lines.map(line => JSON.stringify(line)).join('\n')), part: 'delta', rendition: 'ftm' }
    : fixture('delta/entities.delta.json', 'delta', 'ftm')

test('a delta applied to its base: additions, changes and removals, a removal told and a join told apart from it', async () => {
  const [before, after] = [await outcomeOf(source, [base()]), await outcomeOf(source, [base(), delta()])]
  const keys = (outcome: typeof before) => outcome.records.map(({ key }) => key)
  assert.deepEqual(
    keys(before).filter(key => !keys(after).includes(key)),
    ['xxs-1002', 'xxs-1005'],
  )
  assert.deepEqual(
    keys(after).filter(key => !keys(before).includes(key)),
    ['xxs-2001'],
  )
  assert.deepEqual(
    after.problems.filter(({ code }) => code.startsWith('delta.')).map(({ code, severity, seen }) => [code, severity, seen]),
    [
      ['delta.removed', 'flag', 'xxs-1002'],
      ['delta.joined', 'note', 'xxs-1005'],
    ],
  )
  const fresh = after.readings[keys(after).indexOf('xxs-2001')]
  assert.deepEqual(
    fresh?.references?.map(({ scheme, value }) => `${scheme} ${value}`),
    ['eu EU.9003.64', 'ofac 990001'],
  )
})

test('a delta alone, and one of another base, never come into force', async () => {
  const stops = async (...files: ReturnType<typeof base>[]) =>
    (await outcomeOf(source, files)).problems.filter(({ severity }) => severity === 'stop').map(({ code }) => code)
  assert.deepEqual(await stops(delta()), ['part.missing'])
  assert.deepEqual(await stops(base(), delta([{ op: 'DEL', entity: { id: 'nobody' } }])), ['delta.other-base'])
  assert.deepEqual(await stops(base(), delta([{ op: 'ZAP', entity: { id: 'xxs-1002' } }])), ['delta.unreadable'])
})

test('statements, in either order of columns, say what the entities say', async () => {
  const entities = await outcomeOf(source, [base()])
  const statements = await outcomeOf(source, [fixture('statements/statements.csv', 'main', 'statements')])
  const ahmad = (outcome: typeof entities) =>
    outcome.readings[outcome.records.findIndex(({ key }) => key === 'NK-SampleAhmadFictionAAAAAA')]?.parties[0]
  const [one, other] = [ahmad(entities), ahmad(statements)]
  assert.ok(one && other)
  for (const property of ['name', 'birthDate', 'topics', 'passportNumber'])
    assert.deepEqual(valuesOf(other, property).toSorted(), valuesOf(one, property).toSorted(), property)
})

test('whole entities inside others become records of their own', async () => {
  const { records } = await outcomeOf(source, [fixture('nested/targets.nested.json', 'main', 'ftm')])
  assert.equal(new Set(records.map(({ key }) => key)).size, records.length)
  assert.ok(records.some(({ key }) => key === 'addr-xxs-0001'))
})

test('every entity of a real delta reads whole', {
  skip: !existsSync(join(REAL, `${DELTA}.gz`)) && 'there is no ../shared/lists beside the checkout',
}, async t => {
  const lines = gunzipSync(readFileSync(join(REAL, `${DELTA}.gz`)))
    .toString('utf8')
    .trim()
    .split('\n')
  const entities = lines.map(line => JSON.parse(line) as { op: string; entity: object }).filter(({ op }) => op !== 'DEL')
  const text = entities.map(({ entity }) => JSON.stringify(entity)).join('\n')
  const outcome = await outcomeOf(source, [{ ...memoryFile('entities.ftm.json', text), rendition: 'ftm' }])
  assert.equal(outcome.records.length, 1129)
  assertNothingUnread(outcome)
  assertStatementsFit(outcome)
  const codes = Object.groupBy(outcome.problems, ({ code }) => code)
  t.diagnostic(JSON.stringify(Object.fromEntries(Object.entries(codes).map(([code, same]) => [code, same?.length]))))
})
