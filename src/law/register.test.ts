import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASE_FOLDER, type TemporaryLedger, temporaryLedger } from '../../test/support/temporary-ledger.ts'
import { type Ledger } from '../ledger/index.ts'
import { WhoListsError } from '../model/index.ts'
import { attestation } from './attest.fixture.ts'
import { authorityScope, deciderOf, isWithin } from './authorities.ts'
import { type LawBook, readLawBook } from './book.ts'
import { openRegister } from './register.ts'

let base: TemporaryLedger
let book: LawBook

before(async () => {
  base = await temporaryLedger()
  await base.take(BASE_FOLDER)
  book = await readLawBook(base.ledger)
})
after(() => base.close())

const alone = { entityOf: (r: string) => r, recordsOf: (e: string) => [e] }
const later = () => ({ published: base.now(), recorded: base.now() })

test('the book holds authorities, lists, instruments, citations, relations and designations of the base', () => {
  assert.equal(book.authorities.get('ru-supreme-court')?.jurisdiction, 'ru')
  assert.equal(book.lists.get('ru-fsb-terror')?.authority, 'ru-fsb')
  assert.equal(book.lists.get('us-taliban-1999')?.ended, true)
  assert.equal(book.instruments.get('unscr-1267')?.number, 'S/RES/1267 (1999)')
  assert.ok(book.citations.get('vs-2003-text')?.title)
  const days = book.relations.map(r => r.date.earliest)
  assert.deepEqual(days, days.toSorted())
  assert.ok(book.designations.some(d => d.party === 'facts:taliban' && d.list === 'ru-fsb-terror'))
})

test('a jurisdiction stands for all its authorities, an id or a name for one', () => {
  assert.ok(authorityScope(book, 'ru').authorities.has('ru-supreme-court'))
  assert.deepEqual([...authorityScope(book, 'us-state').authorities], ['us-state'])
  assert.equal(authorityScope(book, 'uk').id, 'gb')
  assert.equal(authorityScope(book, 'UN').name, 'United Nations')
  assert.equal(authorityScope(book, 'Russia').id, 'ru')
  assert.equal(authorityScope(book, 'united nations security council').id, 'un-sc')
  assert.throws(
    () => authorityScope(book, 'nowhere'),
    (e: unknown) => e instanceof WhoListsError && e.code === 'authority.unknown',
  )
})

test('a listing belongs to the authority that keeps the list and to the one that decided', async () => {
  const register = await openRegister({ ledger: base.ledger, book, members: alone, sources: base.sources.all, asOf: later() })
  await register.load(['facts:taliban'])
  const span = register.spansOf('facts:taliban').get('ru-fsb-terror')?.[0]
  assert.ok(span)
  assert.equal(deciderOf(book, span), 'ru-supreme-court')
  for (const [authority, within] of [
    ['ru-fsb', true],
    ['ru-supreme-court', true],
    ['ru', true],
    ['ru-rosfinmonitoring', false],
    ['us', false],
  ] as const)
    assert.equal(isWithin(book, authorityScope(book, authority), span), within, authority)
})

test('the spans of an entity are those of all its records; one that was not loaded is a fault of ours', async () => {
  const members = {
    entityOf: (r: string) => (r === 'facts:isil' ? 'facts:taliban' : r),
    recordsOf: (e: string) => (e === 'facts:taliban' ? [e, 'facts:isil'] : [e]),
  }
  const register = await openRegister({ ledger: base.ledger, book, members, sources: base.sources.all, asOf: later() })
  await register.load(['facts:taliban'])
  assert.ok(register.spansOf('facts:taliban').has('un-1267'))
  assert.throws(() => register.spansOf('facts:pkk'), /not loaded/)
})

test('before the base was published nothing of it is attested', async () => {
  const register = await openRegister({
    ledger: base.ledger,
    book,
    members: alone,
    sources: base.sources.all,
    asOf: { published: 1_500_000_000, recorded: base.now() },
  })
  await register.load(['facts:taliban'])
  assert.equal(register.spansOf('facts:taliban').size, 0)
})

test('a copy alone begins nothing on a list that an official source holds, and speaks for a list that none holds', async () => {
  const copies = ['un-1267', 'us-isn'].map(list =>
    attestation({ source: 'us-csl', kind: 'aggregate', record: 'us-csl:1', list, from: '2010-01-01', since: '2020-01-01' }),
  )
  const held = attestation({ list: 'un-1267', since: '2020-01-01' })
  const ledger = {
    versions: async () => [],
    attestations: async () => copies,
    async *state(source: string) {
      if (source === 'un-sc') yield { reading: { designations: [held] } }
    },
  } as unknown as Ledger
  const sources = [
    { id: 'un-sc', kind: 'official', absence: 'removal' },
    { id: 'us-csl', kind: 'aggregate', absence: 'removal' },
  ] as const
  const register = await openRegister({ ledger, book, members: alone, sources, asOf: later() })
  await register.load(['us-csl:1'])
  assert.deepEqual([...register.spansOf('us-csl:1').keys()], ['us-isn'])
})

test('an official listing whose record names no act rests on what its list rests on; one that names its act keeps it', async () => {
  const official = [
    attestation({ list: 'us-sdgt', source: 'us-ofac-sdn', record: 'us-ofac-sdn:1', since: '2020-01-01' }),
    attestation({ list: 'un-1988', source: 'us-ofac-sdn', record: 'us-ofac-sdn:1', since: '2020-01-01', instruments: ['unscr-1333'] }),
  ]
  const ledger = { versions: async () => [], attestations: async () => official } as unknown as Ledger
  const register = await openRegister({ ledger, book, members: alone, sources: [], asOf: later() })
  await register.load(['us-ofac-sdn:1'])
  const acts = (list: string) => register.spansOf('us-ofac-sdn:1').get(list)?.[0]?.instruments
  assert.deepEqual(acts('us-sdgt'), book.lists.get('us-sdgt')?.legalBasis)
  assert.deepEqual(acts('un-1988'), ['unscr-1333'])
})
