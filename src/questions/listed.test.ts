import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { designationQuestions } from '../../test/support/designation-questions.ts'
import { BASE_FOLDER, type TemporaryLedger, temporaryLedger } from '../../test/support/temporary-ledger.ts'
import { attestation, curatedRow } from '../law/attest.fixture.ts'
import { type LawBook, lineageOf, timeline } from '../law/index.ts'
import { WhoListsError } from '../model/index.ts'
import { listed, listedMany } from './listed.ts'
import { type LawView, lawDesk } from './listed-desk.ts'

let base: TemporaryLedger
let view: LawView

before(async () => {
  base = await temporaryLedger()
  await base.take(BASE_FOLDER)
  view = await lawDesk(base.ledger, base.sources.all, base.now).at({ published: base.now(), recorded: base.now() })
})
after(() => base.close())

test('every designation of the base: the day before, the day of and the day after each boundary', async () => {
  const questions = designationQuestions()
  assert.ok(questions.length > 4_000, `${questions.length} questions`)
  for (const by of ['authority', 'jurisdiction'] as const) {
    const answers = await listedMany(
      view,
      questions.map(q => ({ party: q.party, authority: q[by], list: q.list, on: q.on })),
    )
    questions.forEach((q, i) => {
      const answer = answers[i]
      const place = `${q.party} with ${q[by]} on ${q.list}, ${q.on}`
      assert.equal(answer?.status, q.status, place)
      assert.equal(answer.list, q.list, place)
      if (!q.row) return
      assert.equal(answer.instrument, q.row.instrument, place)
      assert.equal(answer.boundary.from, q.row.from, place)
      assert.ok(answer.evidence[0]?.field.startsWith(`designations.json#${q.party}@${q.list}/`), place)
    })
  }
})

test('an answer gives the end of the row as its next boundary, as precise as the row has it', async () => {
  const boundary = async (party: string, list: string, on: string) =>
    (await listed(view, { party, authority: list.slice(0, 2), list, on })).boundary
  assert.deepEqual(await boundary('taliban', 'ru-fsb-terror', '2010-01-01'), { from: '2003-02-14', to: '2025-04-17' })
  assert.deepEqual(await boundary('nusra-hts', 'eu-aq-isil', '2026-05-10'), { from: '2014', to: '2026' })
  assert.deepEqual(await boundary('nusra-hts', 'ca-listed', '2025-12-03'), { from: '2013-11-07', to: '2025-12' })
})

const CHAIN = [
  ['ru', '2003-02-13', 'not-listed', 'ru-fsb-terror', null],
  ['ru', '2003-02-14', 'listed', 'ru-fsb-terror', 'ru-supreme-court-2003'],
  ['ru', '2025-04-16', 'listed', 'ru-fsb-terror', 'ru-supreme-court-2003'],
  ['ru', '2025-04-17', 'suspended', 'ru-fsb-terror', 'ru-supreme-court-2025'],
  ['ru-supreme-court', '2025-04-17', 'suspended', 'ru-fsb-terror', 'ru-supreme-court-2025'],
  ['un', '2003-02-14', 'never', 'un-1988', 'unscr-1988'],
  ['un', '2025-04-17', 'never', 'un-1988', 'unscr-1988'],
  ['us', '2000-01-01', 'listed', 'us-taliban-1999', 'us-eo-13129'],
  ['us', '2002-07-02', 'listed', 'us-sdgt', 'us-eo-13268'],
  ['kz', '2005-03-14', 'not-listed', 'kz-terror', null],
  ['kz', '2005-03-15', 'listed', 'kz-terror', 'kz-supreme-court-2005'],
  ['kz', '2023-12-28', 'listed', 'kz-terror', 'kz-supreme-court-2005'],
  ['kz', '2023-12-29', 'delisted', 'kz-terror', 'kz-taliban-2023'],
  ['kg', '2024-09-01', 'listed', 'kg-terror', 'kg-pervomaisky-2006'],
  ['kg', '2024-09-02', 'delisted', 'kg-terror', null],
] as const

test('the chain of the Taliban through the United Nations, Russia, the United States, Kazakhstan and Kyrgyzstan', async () => {
  for (const [authority, on, status, list, instrument] of CHAIN) {
    const answer = await listed(view, { party: 'taliban', authority, on })
    assert.deepEqual([answer.status, answer.list], [status, list], `${authority} on ${on}`)
    if (instrument !== null) assert.equal(answer.instrument, instrument, `${authority} on ${on}`)
    assert.ok(answer.evidence.length > 0, `${authority} on ${on}`)
  }
})

test('the Taliban is listed as SDGT and was never an FTO, and the answer says both', async () => {
  const answer = await listed(view, { party: 'taliban', authority: 'us', on: '2020-01-01' })
  assert.deepEqual([answer.list, answer.status], ['us-sdgt', 'listed'])
  assert.deepEqual(
    answer.others.map(o => [o.list, o.status]),
    [
      ['us-taliban-1999', 'delisted'],
      ['us-fto', 'never'],
    ],
  )
})

test('a listing is answered with the exemptions that are in force on the day', async () => {
  const on = async (party: string, authority: string, day: string) => (await listed(view, { party, authority, on: day })).exemptions
  assert.deepEqual(await on('haqqani-network', 'un', '2021-12-21'), [])
  assert.deepEqual(await on('haqqani-network', 'un', '2021-12-22'), ['unscr-2615'])
  assert.ok((await on('taliban', 'us', '2022-06-01')).includes('us-gl-ct-20'))
  assert.deepEqual(await on('taliban', 'kz', '2024-06-01'), [], 'no longer listed')
})

test('what the base has not read is unknown: no list, no instrument, no evidence', async () => {
  const answer = await listed(view, { party: 'taliban', authority: 'un', list: 'un-1718', on: '2020-01-01' })
  assert.deepEqual([answer.status, answer.list, answer.instrument, answer.evidence], ['unknown', 'un-1718', null, []])
  assert.equal((await listed(view, { party: 'palestine-action', authority: 'jp', on: '2020-01-01' })).status, 'unknown')
})

test('a list of another jurisdiction than the authority is asked of in vain', async () => {
  const answer = await listed(view, { party: 'taliban', authority: 'fr', list: 'ru-fsb-terror', on: '2010-01-01' })
  assert.equal(answer.status, 'unknown')
})

for (const party of ['taliban', 'facts:taliban', 'Taliban', ' taliban ', 'Движение «Талибан»', '塔利班', 'DA AFGHANISTAN  ISLAMI EMARAT']) {
  test(`finds the party that ${JSON.stringify(party)} names`, async () => {
    assert.equal((await listed(view, { party, authority: 'ru', on: '2010-01-01' })).party, 'facts:taliban')
  })
}

const OTHERWISE_SET: readonly (readonly [party: string, meant: string])[] = [
  ['Al Qaida', 'al-qaida'],
  ['HURRAS AL-DIN', 'hurras-al-din'],
  ['Jaish e Mohammed', 'jem'],
  ['Asaib Ahl al Haq', 'aah'],
  ['TAe.012', 'haqqani-network'],
  ['tae.012.', 'haqqani-network'],
]
for (const [party, meant] of OTHERWISE_SET) {
  test(`finds the party that ${JSON.stringify(party)} names in another setting, or by a number`, async () => {
    assert.equal((await listed(view, { party, authority: 'un', on: '2015-01-01' })).party, `facts:${meant}`)
  })
}

for (const authority of ['uk', 'UK', 'gb', 'United Kingdom', 'gb-home-office']) {
  test(`finds the authority that ${JSON.stringify(authority)} names`, async () => {
    const answer = await listed(view, { party: 'pkk', authority, on: '2010-01-01' })
    assert.deepEqual([answer.status, answer.list], ['listed', 'gb-proscribed'])
  })
}

const failsWith = (code: string, words: RegExp) => (error: unknown) =>
  error instanceof WhoListsError && error.code === code && words.test(error.message)

test('a party, an authority or a day that is none is named as the fault', async () => {
  const ask = (question: object) => listed(view, { party: 'taliban', authority: 'ru', on: '2010-01-01', ...question })
  await assert.rejects(ask({ party: 'nobody of that name' }), failsWith('party.unknown', /nobody of that name/))
  await assert.rejects(ask({ authority: 'atlantis' }), failsWith('authority.unknown', /atlantis/))
  await assert.rejects(ask({ on: '2010-02-30' }), failsWith('input.invalid', /2010-02-30/))
})

// --- The choice among lists, on a book of its own.

const BOOK: LawBook = {
  authorities: new Map([
    ['x-ministry', { id: 'x-ministry', name: 'Ministry', jurisdiction: 'xk', kind: 'ministry', confidence: 'verified', citations: [] }],
  ]),
  lists: new Map(
    ['a-list', 'b-list', 'c-list'].map(
      id =>
        [
          id,
          {
            id,
            authority: 'x-ministry',
            name: id,
            kind: 'sanctions',
            scope: '',
            legalBasis: [],
            ended: false,
            confidence: 'verified',
            citations: [],
          },
        ] as const,
    ),
  ),
  instruments: new Map(),
  citations: new Map(),
  relations: [],
  designations: [],
}

function viewOf(attestations: Parameters<typeof timeline>[0]): LawView {
  const spans = Map.groupBy(timeline(attestations), s => s.list)
  return {
    parties: { find: async party => party },
    register: {
      book: BOOK,
      lineage: lineageOf(new Map()),
      members: { entityOf: r => r, recordsOf: e => [e] },
      asOf: { published: 0, recorded: 0 },
      load: async () => {},
      spansOf: () => spans,
    },
  }
}

async function chosen(rows: readonly Parameters<typeof curatedRow>[0][], on: string): Promise<readonly string[]> {
  const answer = await listed(viewOf(rows.map(curatedRow)), { party: 'x', authority: 'xk', on })
  return [answer, ...answer.others].map(a => `${a.list} ${a.status}`)
}

test('among several lists the surest evidence comes first, whatever its status', async () => {
  const rows = [
    { list: 'a-list', from: '2010-01-01', confidence: 'recalled' },
    { list: 'b-list', from: '2015-01-01', confidence: 'verified' },
  ] as const
  assert.deepEqual(await chosen(rows, '2012-01-01'), ['b-list not-listed', 'a-list listed'])
})

test('a disputed row comes after one that is not, read or not', async () => {
  const rows = [
    { list: 'a-list', from: '2010-01-01', confidence: 'verified', disputed: true },
    { list: 'b-list', from: '2010-01-01', to: '2011-01-01', confidence: 'verified' },
  ] as const
  assert.deepEqual(await chosen(rows, '2012-01-01'), ['b-list delisted', 'a-list listed'])
})

test('with equal evidence listed comes before suspended, delisted, not-listed, never', async () => {
  const rows = [
    { list: 'a-list', status: 'never', asOf: '2020-01-01' },
    { list: 'b-list', status: 'suspended', from: '2010-01-01' },
    { list: 'c-list', from: '2011-01-01' },
  ] as const
  assert.deepEqual(await chosen(rows, '2012-01-01'), ['c-list listed', 'b-list suspended', 'a-list never'])
  assert.deepEqual(await chosen(rows, '2010-06-01'), ['b-list suspended', 'c-list not-listed', 'a-list never'])
})

test('unknown is no evidence and comes last, after what is only recalled', async () => {
  const rows = [
    { list: 'a-list', status: 'never', asOf: '2011-01-01', confidence: 'verified' },
    { list: 'b-list', from: '2010-01-01', confidence: 'recalled' },
  ] as const
  assert.deepEqual(await chosen(rows, '2012-01-01'), ['b-list listed', 'a-list unknown'])
})

test('among lists that are unknown now, the one read latest to have no entry answers, with that day', async () => {
  const rows = [
    { list: 'a-list', status: 'never', asOf: '2011-06-17', confidence: 'recalled' },
    { list: 'b-list', status: 'never', asOf: '2024-02-27', confidence: 'verified' },
  ] as const
  const ask = (on: string) => listed(viewOf(rows.map(curatedRow)), { party: 'x', authority: 'xk', on })
  const after = await ask('2025-01-01')
  assert.deepEqual(
    [after, ...after.others].map(a => [a.list, a.status, a.noEntryBy]),
    [
      ['b-list', 'unknown', '2024-02-27'],
      ['a-list', 'unknown', '2011-06-17'],
    ],
  )
  const between = await ask('2015-01-01')
  assert.deepEqual([between.list, between.status, between.noEntryBy], ['b-list', 'never', null])
})

test('what the base says against an official list is shown with the answer', async () => {
  const attestations = [
    attestation({ list: 'a-list', from: '2014-05-14', since: '2015-02-26' }),
    curatedRow({ list: 'a-list', from: '2014-06-01' }),
  ]
  const { status, boundary, disagreement } = await listed(viewOf(attestations), { party: 'x', authority: 'xk', on: '2020-01-01' })
  assert.deepEqual(
    [status, boundary.from, disagreement.map(d => d.note)],
    ['listed', '2014-05-14', ['facts gives the start as 2014-06-01']],
  )
})

test('one list answers for its own measure: of another list of the authority nothing is known, which is no "no"', async () => {
  const sectoral = viewOf([attestation({ list: 'b-list', from: '2022-04-13', since: '2022-05-01' })])
  const ask = (list: string | null) => listed(sectoral, { party: 'x', authority: 'xk', list, on: '2023-01-01' })
  assert.deepEqual([(await ask('a-list')).status, (await ask('a-list')).list], ['unknown', 'a-list'])
  assert.deepEqual([(await ask('b-list')).status, (await ask('b-list')).boundary.from], ['listed', '2022-04-13'])
  assert.deepEqual([(await ask(null)).status, (await ask(null)).list], ['listed', 'b-list'])
})

test('an official record counts as read', () => {
  assert.equal(timeline([attestation({ since: '2020-01-01' })])[0]?.evidence[0]?.confidence, 'read')
})
