import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Index, openIndex, screen } from '../src/library.ts'

const ROOT = join(import.meta.dirname, '..')
let data = ''
let index: Index

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'wholists-product-'))
  index = await openIndex({ data, offline: true })
})
after(async () => {
  await index.close()
  await rm(data, { recursive: true, force: true })
})

/** Runs the command line in the data folder of this test; gives status, output and what went to standard error. */
const wholists = (args: readonly string[], input = ''): Promise<{ readonly status: number; readonly out: string; readonly err: string }> =>
  new Promise(resolve => {
    const env = { ...process.env, WHOLISTS_DATA: data, WHOLISTS_OFFLINE: '1' }
    const child = execFile(process.execPath, [join(ROOT, 'bin', 'wholists.js'), ...args], { env, maxBuffer: 1 << 26 }, (error, out, err) =>
      resolve({ status: error ? Number(error.code ?? 3) : 0, out, err }),
    )
    child.stdin?.end(input)
  })

for (const [asked, id] of [
  ['Талибан', 'taliban'],
  ['Усама бен Ладен', 'usama-bin-laden'],
  ['محمد عمر', 'mullah-omar'],
  ['Abdul Gani Baradar', 'abdul-ghani-baradar'],
  ['Haqani Netwrok', 'haqqani-network'],
  ['Сираджудин Хаккани', 'sirajuddin-haqqani'],
] as const) {
  test(`an empty data folder knows ${asked}, with lists, dates and the reasons`, async () => {
    const { results, incomplete, versions } = await screen(index, asked)
    const [first] = results
    assert.equal(first?.id, `facts:${id}`)
    assert.ok(first?.match)
    assert.ok(first.listings.some(l => l.from !== null && l.authorityName !== ''))
    assert.ok(Object.values(first.explanations).some(e => (e.links?.length ?? 0) > 0))
    assert.ok(versions.some(v => v.source === 'facts'))
    assert.ok(
      incomplete.some(i => i.source === 'un-sc' && i.reason === 'missing'),
      'what was not searched is said',
    )
  })
}

for (const [authority, on, status, instrument] of [
  ['ru', '2003-02-13', 'not-listed', null],
  ['ru', '2003-02-14', 'listed', 'ru-supreme-court-2003'],
  ['ru', '2025-04-16', 'listed', 'ru-supreme-court-2003'],
  ['ru', '2025-04-17', 'suspended', 'ru-supreme-court-2025'],
  ['un', '2025-04-17', 'never', 'unscr-1988'],
] as const) {
  test(`the Taliban with ${authority} on ${on}: ${status}`, async () => {
    const [answer] = await index.listedMany([{ party: 'taliban', authority, on }])
    assert.equal(answer?.status, status)
    if (instrument) assert.equal(answer?.instrument, instrument)
    assert.ok((answer?.evidence.length ?? 0) > 0)
  })
}

for (const [on, inForce] of [
  ['1999-10-14', false],
  ['2001-01-01', true],
] as const) {
  test(`resolution 1267 on ${on}: ${inForce ? 'in force' : 'not in force'}`, async () => {
    const { status, out } = await wholists(['instrument', 'unscr-1267', '--on', on, '--json'])
    assert.equal(status, 0)
    assert.equal((JSON.parse(out) as { inForce: boolean }).inForce, inForce)
  })
}

test('the command line finds, prints JSON, and ends with 0', async () => {
  const { status, out } = await wholists(['screen', 'Haqani Netwrok', '--json'])
  assert.equal(status, 0)
  assert.equal((JSON.parse(out) as { results: { id: string }[] }).results[0]?.id, 'facts:haqqani-network')
})

test('nothing found while every official list is missing is no answer: 3', async () => {
  const { status, out } = await wholists(['screen', 'Zebulon Quackenbush-Featherstone'])
  assert.equal(status, 3)
  assert.match(out, /No listing found for .* in 1 source/)
  assert.match(out, /missing, no version was there by then: un-sc/)
})

test('bad input ends with 2 and says what was expected, what came and what to do', async () => {
  const { status, err } = await wholists(['listed', 'taliban', '--authority', 'ru', '--on', 'yesterday'])
  assert.equal(status, 2)
  assert.match(err, /expected a day as YYYY-MM-DD, got yesterday/)
})

test('a broken question among many costs only itself', async () => {
  const lines = [
    '{"authority":"ru","party":"taliban","on":"2003-02-14"}',
    'no json',
    '{"authority":"ru","party":"nobody-at-all","on":"2003-02-14"}',
  ]
  const { status, out } = await wholists(['listed', '--jsonl'], lines.join('\n'))
  const answers = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { status: string; error?: { code: string } })
  assert.equal(status, 2)
  assert.deepEqual(
    answers.map(a => [a.status, a.error?.code]),
    [
      ['listed', undefined],
      ['unknown', 'input.invalid'],
      ['unknown', 'party.unknown'],
    ],
  )
})

test('a file of names is screened row by row into a table', async () => {
  const [file, answers] = [join(data, 'customers.csv'), join(data, 'answers.csv')]
  await writeFile(file, 'name,dob\nSirajuddin Haqqani,\n"Quackenbush, Zebulon",1970-01-01\n')
  const { status, err } = await wholists(['screen', '--file', file, '--out', answers])
  assert.equal(status, 0)
  assert.match(err, /2 rows screened: 1 with a match/)
})

test('a past screening names the versions of that day, and none before the base began', async () => {
  const { results, versions } = await screen(index, 'Taliban', { asOf: { published: '2015-03-17' } })
  assert.deepEqual([results.length, versions.length], [0, 0])
})
