import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type ExampleEntry, exampleSource, exampleVersion } from '../../test/support/example-source.ts'
import { BASE_FOLDER, type TemporaryLedger, temporaryLedger } from '../../test/support/temporary-ledger.ts'
import { startOfDay, WhoListsError } from '../model/index.ts'
import { collect, loadSources } from '../sources/index.ts'
import { history } from './history.ts'
import { findInstruments, instrumentAnswer } from './instrument.ts'
import { listed } from './listed.ts'
import { type LawDesk, type LawView, lawDesk } from './listed-desk.ts'
import { listingsOf } from './listings.ts'
import { matrix } from './matrix.ts'

let base: TemporaryLedger
let desk: LawDesk
let view: LawView

const VERSIONS: readonly (readonly [day: string, ...entries: ExampleEntry[]])[] = [
  ['2014-10-01', { number: 'E.1', name: 'Ivan Example', listedOn: '2007-03-24' }, { number: 'E.2', name: 'Olga Sample' }],
  ['2020-01-01', { number: 'E.1', name: 'Ivan EXAMPLE', listedOn: '2007-03-24' }, { number: 'E.2', name: 'Olga Sample' }],
  ['2022-01-01', { number: 'E.2', name: 'Olga Sample' }],
  ['2025-01-01', { number: 'E.1', name: 'Ivan EXAMPLE', listedOn: '2007-03-24' }, { number: 'E.3', name: 'Olga Sample' }],
]

before(async () => {
  const all = await loadSources()
  base = await temporaryLedger({ sources: collect([exampleSource(), all.sourceOf('facts')]) })
  const files = VERSIONS.map(([day, ...entries]) => {
    const path = join(base.folder, `example-${day}.json`)
    writeFileSync(path, exampleVersion(day, entries))
    return path
  })
  const { versions } = await base.take(BASE_FOLDER, ...files)
  assert.equal(versions.filter(v => v.outcome === 'accepted').length, 5, JSON.stringify(versions))
  await base.ledger.keepMemberships(
    new Map([
      ['example-list:E.2', 'example-list:E.2'],
      ['example-list:E.3', 'example-list:E.2'],
    ]),
    base.now(),
  )
  desk = lawDesk(base.ledger, base.sources.all, base.now)
  view = await desk.at({ published: base.now(), recorded: base.now() })
})
after(() => base.close())

const instrument = (id: string, on = '2026-11-25') => instrumentAnswer(view.register.book, view.register.lineage, id, on)

test('resolution 1267 shows what implements, amends and follows it, down to national acts', () => {
  const answer = instrument('unscr-1267')
  assert.ok(answer.implementedBy.includes('ru-decree-786-2000'))
  assert.ok(answer.amendedBy.includes('unscr-1333') && answer.allAmendedBy.includes('unscr-2255'))
  assert.ok(answer.exemptions.includes('unscr-2664'))
  const acts = answer.chain.map(a => `${a.act} ${a.verb} ${a.target}`)
  for (const act of [
    'unscr-1333 amends unscr-1267',
    'ru-decree-266-2001 implements unscr-1333',
    'eu-reg-753-2011 implements unscr-1988',
    'gb-afg-hum-2022 exempts gb-afg-2020',
  ])
    assert.ok(acts.includes(act), act)
  for (const { act, target } of answer.chain) for (const id of [act, target]) assert.ok(id === 'unscr-1267' || answer.titles[id], id)
  assert.ok(answer.designations.includes('taliban@un-1267'))
  assert.equal(answer.effective, '1999-11-14')
  assert.equal(answer.confidence, 'verified')
})

test('every instrument of the base answers, and each link is there both ways', () => {
  const { book } = view.register
  for (const id of book.instruments.keys()) {
    const answer = instrument(id)
    for (const other of answer.implements) assert.ok(instrument(other).implementedBy.includes(id), `${id} implements ${other}`)
    for (const other of answer.exempts) assert.ok(instrument(other).exemptions.includes(id), `${id} exempts from ${other}`)
    for (const direct of answer.amendedBy) assert.ok(answer.allAmendedBy.includes(direct))
  }
})

test('an instrument is in force until it is repealed', () => {
  assert.equal(instrument('us-eo-13129', '2002-07-01').inForce, true)
  assert.equal(instrument('us-eo-13129', '2002-07-02').inForce, false)
  assert.deepEqual(instrument('us-eo-13129').repealedBy, ['us-eo-13268'])
})

test('an instrument that is not there is named as the fault; one in capitals is found', () => {
  assert.throws(
    () => instrument('unscr-0'),
    (e: unknown) => e instanceof WhoListsError && e.code === 'instrument.unknown',
  )
  assert.equal(instrument('UNSCR-1267').id, 'unscr-1267')
})

test('instruments are found by words of number, title and issuer', () => {
  const { book } = view.register
  assert.equal(findInstruments(book, '1267 (1999)', 10)[0]?.id, 'unscr-1267')
  assert.ok(findInstruments(book, 'supreme court taliban', 10).some(i => i.id === 'ru-supreme-court-2025'))
  assert.equal(findInstruments(book, 'resolution', 3).length <= 3, true)
  assert.deepEqual(findInstruments(book, '   ', 10), [])
})

const captionOf = async (id: string) => id

test('the matrix has a row for each party and a column for each authority, and the days on which it changes', async () => {
  const answer = await matrix(view, { parties: ['taliban', 'hizballah'], authorities: ['un', 'ru', 'us'], on: '2010-01-01' }, captionOf)
  assert.deepEqual(
    answer.authorities.map(a => a.name),
    ['United Nations', 'Russia', 'United States'],
  )
  assert.deepEqual(
    answer.cells.map(row => row.map(c => c.status)),
    [
      ['never', 'listed', 'listed'],
      ['never', 'never', 'listed'],
    ],
  )
  assert.equal(answer.cells[0]?.[1]?.list, 'ru-fsb-terror')
  assert.ok(answer.changeDays.includes('2003-02-14') && answer.changeDays.includes('2025-04-17'))
  assert.ok(!answer.changeDays.includes('2005-03-15'), 'Kazakhstan is not shown')
})

test('each cell of the matrix is the answer of listed', async () => {
  const answer = await matrix(view, { parties: ['nusra-hts', 'ansarallah', 'pkk'], authorities: [], on: '2024-03-01' }, captionOf)
  assert.equal(answer.authorities[0]?.id, 'un')
  for (const [i, party] of answer.parties.entries())
    for (const [k, authority] of answer.authorities.entries()) {
      const { status, list } = await listed(view, { party: party.id, authority: authority.id, on: '2024-03-01' })
      assert.deepEqual([answer.cells[i]?.[k]?.status, answer.cells[i]?.[k]?.list], [status, list])
    }
})

test('without parties the matrix shows every party of the base, those on most lists first', async () => {
  const answer = await matrix(view, { parties: [], authorities: ['un'], on: '2026-01-01' }, captionOf)
  assert.equal(answer.parties.length, new Set(view.register.book.designations.map(d => d.party)).size)
  assert.ok(answer.parties.slice(0, 20).some(p => p.id === 'facts:isil'))
})

const listings = async (entity: string, day: string) => {
  await view.register.load([entity])
  return listingsOf(view.register, entity, day)
}

test('listings tell what holds on the day first, then the other stretches', async () => {
  const all = await listings('facts:taliban', '2020-01-01')
  const holding = all.filter(l => l.holds)
  assert.deepEqual(all.slice(0, holding.length), holding)
  const ru = all.filter(l => l.list === 'ru-fsb-terror')
  assert.deepEqual(
    ru.map(l => [l.status, l.holds, l.from?.text, l.to?.text ?? null]),
    [
      ['listed', true, '2003-02-14', '2025-04-17'],
      ['suspended', false, '2025-04-17', null],
    ],
  )
  assert.equal(ru[0]?.authorityName, 'Supreme Court of the Russian Federation')
  assert.equal(ru[0]?.instruments[0]?.number, 'GKPI 03-116')
  assert.equal(ru[0]?.lastRead, '2015-02-27')
  assert.ok(all.some(l => l.list === 'un-1988' && l.status === 'never' && l.holds && l.from === null))
})

test('a removal that only versions show is a stretch, and on the days between nothing is said to hold', async () => {
  const on = async (day: string) => (await listings('example-list:E.1', day)).filter(l => l.holds).map(l => l.status)
  assert.deepEqual(await on('2010-01-01'), ['listed'])
  assert.deepEqual(await on('2021-01-01'), [])
  assert.deepEqual(await on('2022-01-01'), ['delisted'])
  assert.deepEqual(await on('2023-01-01'), [])
  assert.deepEqual(await on('2025-01-01'), ['listed'])
  const [first] = await listings('example-list:E.1', '2010-01-01')
  assert.equal(first?.to?.text, 'after 2020-01-01, by 2022-01-01')
  assert.equal(first?.reference, 'E.1')
})

test('a removal by law holds from its day', async () => {
  const holding = (await listings('facts:nusra-hts', '2026-03-01')).filter(l => l.holds && l.list === 'un-1267')
  assert.deepEqual(
    holding.map(l => [l.status, l.from?.text]),
    [['delisted', '2026-02-27']],
  )
})

test('the history of an entry: listed, amended, removed, listed again', async () => {
  const events = await history(base.ledger, view, 'example-list:E.1')
  assert.deepEqual(
    events.map(e => [e.kind, e.after, e.day]),
    [
      ['listed', null, '2007-03-24'],
      ['amended', '2014-10-02', '2020-01-01'],
      ['removed', '2020-01-02', '2022-01-01'],
      ['relisted', '2022-01-02', '2025-01-01'],
    ],
  )
  assert.deepEqual(events[1]?.fields, [{ property: 'name', was: ['Ivan Example'], is: ['Ivan EXAMPLE'] }])
  assert.equal(events[1]?.evidence[0]?.version, 'example-list/2020-01-01')
})

test('an entry that goes on under another number is renumbered, neither removed nor listed again', async () => {
  const events = await history(base.ledger, view, 'example-list:E.2')
  assert.deepEqual(
    events.map(e => e.kind),
    ['listed', 'renumbered'],
  )
  assert.deepEqual(events[1]?.fields, [{ property: 'reference', was: ['E.2'], is: ['E.3'] }])
})

test('the history of the Taliban has listings, the suspension, and relations with States, in order of time', async () => {
  const events = await history(base.ledger, view, 'facts:taliban')
  const days = events.map(e => e.day)
  assert.deepEqual(days, days.toSorted())
  assert.ok(events.some(e => e.kind === 'suspended' && e.day === '2025-04-17' && e.instruments.includes('ru-supreme-court-2025')))
  assert.ok(events.some(e => e.kind === 'relation' && /Pakistan is the first State to recognise/.test(e.title)))
  assert.ok(events.some(e => e.kind === 'never-read' && e.list === 'un-1988'))
})

test('questions of the same versions share a view until something is taken in', async () => {
  assert.equal(await desk.at({ published: base.now(), recorded: base.now() }), view)
  const past = await desk.at({ published: startOfDay('2022-06-01'), recorded: base.now() })
  assert.notEqual(past, view)
  assert.equal((await listed(past, { party: 'example-list:E.1', authority: 'un', on: '2023-01-01' })).status, 'delisted')
  await base.ledger.judge([
    { a: 'example-list:E.1', b: 'facts:taliban', verdict: 'different', reason: 'an example', by: 'a test', recorded: base.now() },
  ])
  assert.notEqual(await desk.at({ published: base.now(), recorded: base.now() }), view)
})
