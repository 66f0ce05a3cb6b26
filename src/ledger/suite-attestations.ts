import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPEN, startOfDay } from '../model/index.ts'
import type { Kit } from './suite-kit.ts'
import type { Attestation } from './types.ts'

const NOW = { published: OPEN - 1, recorded: OPEN - 1 }
const days = (a: Attestation) => [a.list, a.status, a.since, a.until, a.lastWithout, a.lastWith]

const told = async (
  kit: Kit,
  versions: readonly (readonly [string, Readonly<Record<string, string>>])[],
  absence: 'removal' | 'nothing' = 'removal',
) => {
  const ledger = await kit.open()
  for (const [i, [day, records]] of versions.entries())
    await kit.take(ledger, { published: startOfDay(day), recorded: 1000 + i, records, absence })
  return ledger
}

const TESTS: Readonly<Record<string, (kit: Kit) => Promise<void>>> = {
  'a listing that left and came back is attested twice, each with the versions around it': async kit => {
    const ledger = await told(kit, [
      ['2020-01-01', { a: 'A', z: 'Z' }],
      ['2020-02-01', { a: 'A', z: 'Z' }],
      ['2020-03-01', { z: 'Z' }],
      ['2020-04-01', { a: 'A', z: 'Z' }],
    ])
    const found = await ledger.attestations(['s:a'], NOW)
    assert.deepEqual(found.map(days), [
      ['L', 'listed', '2020-01-01', '2020-03-01', null, '2020-02-01'],
      ['L', 'listed', '2020-04-01', null, '2020-03-01', '2020-04-01'],
    ])
    assert.deepEqual(found[0]?.evidence, {
      source: 's',
      version: 's/2020-02-01',
      record: 's:a',
      field: 'LIST',
      confidence: 'read',
      disputed: false,
      citations: [],
    })
    assert.deepEqual([found[0]?.record, found[0]?.source, found[0]?.kind], ['s:a', 's', 'official'])
    const then = await ledger.attestations(['s:a'], { ...NOW, published: startOfDay('2020-03-15') })
    assert.deepEqual(then.map(days), [['L', 'listed', '2020-01-01', '2020-03-01', null, '2020-02-01']], 'what came later is not known then')
    const before = await ledger.attestations(['s:a'], { ...NOW, published: startOfDay('2020-02-15') })
    assert.deepEqual(before.map(days), [['L', 'listed', '2020-01-01', null, null, '2020-02-01']])
    assert.deepEqual(await ledger.attestations(['s:none'], NOW), [])
    await ledger.close()
  },

  'a change of wording or dates goes on with one listing, in its newest words': async kit => {
    const ledger = await told(kit, [
      ['2020-01-01', { a: 'A from=2001-01-01', z: 'Z' }],
      ['2020-02-01', { a: 'Aa from=2001-01-02', z: 'Z' }],
    ])
    const found = await ledger.attestations(['s:a'], NOW)
    assert.deepEqual(found.map(days), [['L', 'listed', '2020-01-01', null, null, '2020-02-01']])
    assert.equal(found[0]?.from?.earliest, '2001-01-02')
    await ledger.close()
  },

  'a change of list or status ends one listing and begins another': async kit => {
    const ledger = await told(kit, [
      ['2020-01-01', { a: 'A list=P' }],
      ['2020-02-01', { a: 'A list=Q' }],
      ['2020-03-01', { a: 'A list=Q status=suspended' }],
    ])
    assert.deepEqual((await ledger.attestations(['s:a'], NOW)).map(days), [
      ['P', 'listed', '2020-01-01', '2020-02-01', null, '2020-01-01'],
      ['Q', 'listed', '2020-02-01', '2020-03-01', '2020-01-01', '2020-02-01'],
      ['Q', 'suspended', '2020-03-01', null, '2020-02-01', '2020-03-01'],
    ])
    await ledger.close()
  },

  'where silence means nothing, a version without the record neither begins nor ends a listing': async kit => {
    const ledger = await told(
      kit,
      [
        ['2020-01-01', { z: 'Z' }],
        ['2020-02-01', { a: 'A' }],
        ['2020-03-01', { z: 'Z' }],
        ['2020-04-01', { a: 'A list=Q' }],
      ],
      'nothing',
    )
    assert.deepEqual((await ledger.attestations(['s:a'], NOW)).map(days), [
      ['L', 'listed', '2020-02-01', '2020-04-01', null, '2020-03-01'],
      ['Q', 'listed', '2020-04-01', null, '2020-03-01', '2020-04-01'],
    ])
    await ledger.close()
  },

  'a version accepted later does not count for what was known before': async kit => {
    const ledger = await told(kit, [['2020-01-01', { a: 'A' }]])
    await kit.take(ledger, { published: startOfDay('2020-02-01'), recorded: 2000, records: { z: 'Z' }, held: 'too small' })
    await ledger.accept('s/2020-02-01', 'right', 'a reviewer', 3000)
    assert.deepEqual((await ledger.attestations(['s:a'], { ...NOW, recorded: 2999 })).map(days), [
      ['L', 'listed', '2020-01-01', null, null, '2020-01-01'],
    ])
    assert.deepEqual((await ledger.attestations(['s:a'], NOW)).map(days), [['L', 'listed', '2020-01-01', '2020-02-01', null, '2020-01-01']])
    await ledger.close()
  },
}

/** What records attest of listings over the versions that hold them. */
export function attestationsSuite(kit: Kit): void {
  for (const [name, work] of Object.entries(TESTS)) test(name, () => work(kit))
}
