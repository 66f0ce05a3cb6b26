import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OPEN, type RawRecord, type Reading } from '../model/index.ts'
import { type Kit, lettersParser, parseLetters, type Version } from './suite-kit.ts'
import type { Diff, Ledger } from './types.ts'

const short = (diff: Diff) => diff.changes.map(c => `${c.kind} ${c.key} ${c.cause}${c.relisted ? ' relisted' : ''}`)
const nameOf = (instant: number) => `s/${new Date(instant * 1000).toISOString().slice(0, 19)}`
const diffOf = (ledger: Ledger, from: number, to: number) => ledger.diff('s', nameOf(from), nameOf(to))

const between = async (kit: Kit, was: Partial<Version> & Pick<Version, 'records'>, is: Partial<Version> & Pick<Version, 'records'>) => {
  const ledger = await kit.open()
  await kit.take(ledger, { published: 1000, ...was })
  await kit.take(ledger, { published: 2000, ...is })
  const diff = await diffOf(ledger, 1000, 2000)
  await ledger.close()
  return diff
}

const TESTS: Readonly<Record<string, (kit: Kit) => Promise<void>>> = {
  'a difference names what was added, amended and removed, and each property that differs': async kit => {
    const diff = await between(
      kit,
      { records: { a: 'A', b: 'B gender=male', c: 'C' } },
      { records: { b: 'Bb gender=male country=af', c: 'C', d: 'D' } },
    )
    assert.deepEqual(short(diff), ['removed a source', 'amended b source', 'added d source'])
    assert.deepEqual(diff.changes[1]?.fields, [
      { property: 'country', was: [], is: ['af'] },
      { property: 'name', was: ['B'], is: ['Bb'] },
    ])
    assert.deepEqual(
      diff.changes.map(c => [c.record, c.was !== null, c.is !== null]),
      [
        ['s:a', true, false],
        ['s:b', true, true],
        ['s:d', false, true],
      ],
    )
  },

  'the status, dates and lists of designations are differences of their own': async kit => {
    const diff = await between(
      kit,
      { records: { a: 'A list=P from=2001-01-01' } },
      { records: { a: 'A list=P from=2002-02-02 status=suspended' } },
    )
    assert.deepEqual(diff.changes[0]?.fields, [
      { property: 'designation.from', was: ['P: 2001-01-01'], is: ['P: 2002-02-02'] },
      { property: 'designation.status', was: ['P: listed'], is: ['P: suspended'] },
    ])
  },

  'another text with the same facts is no difference': async kit => {
    const diff = await between(kit, { records: { a: 'A gender=male country=af' } }, { records: { a: 'A country=af gender=male' } })
    assert.deepEqual(diff.changes, [])
  },

  'text that no parser consumed is a difference once it says something else': async kit => {
    assert.deepEqual(short(await between(kit, { records: { a: 'A unread=x' } }, { records: { a: 'A unread=y' } })), ['amended a source'])
  },

  'what another form or a missing part makes is caused by the rendition, what designations say never is': async kit => {
    const csv = { rendition: 'csv: sdn' }
    const lacksPart = await between(kit, { records: { a: 'A address=Kabul alias=Ah' } }, { ...csv, records: { a: 'A' } })
    assert.deepEqual(short(lacksPart), ['amended a rendition'])
    assert.deepEqual(
      short(await between(kit, { records: { a: 'A position=Vice-President' } }, { ...csv, records: { a: 'A position=VICE_PRESIDENT' } })),
      ['amended a rendition'],
    )
    assert.deepEqual(short(await between(kit, { records: { a: 'A country=af' } }, { ...csv, records: { a: 'A country=pk' } })), [
      'amended a source',
    ])
    assert.deepEqual(short(await between(kit, { records: { a: 'A alias=Ah' } }, { ...csv, records: { a: 'A status=suspended' } })), [
      'amended a source',
    ])
    assert.deepEqual(short(await between(kit, { records: { a: 'A alias=Ah' } }, { records: { a: 'A' } })), ['amended a source'])
  },

  'an entry that comes back under its key is relisted, a new one is not': async kit => {
    const ledger = await kit.open()
    await kit.take(ledger, { published: 1000, records: { a: 'A', b: 'B' } })
    await kit.take(ledger, { published: 2000, records: { a: 'A' } })
    await kit.take(ledger, { published: 3000, records: { a: 'A', b: 'B', c: 'C' } })
    assert.deepEqual(short(await diffOf(ledger, 2000, 3000)), ['added b source relisted', 'added c source'])
    assert.deepEqual(short(await diffOf(ledger, 1000, 3000)), ['added c source'])
    assert.deepEqual(short(await diffOf(ledger, 3000, 1000)), ['removed c source'], 'backwards too')
    await ledger.close()
  },

  'the differences from version to version add up to the difference from first to last': async kit => {
    const ledger = await kit.open()
    const told = [
      { a: 'A', b: 'B' },
      { a: 'A2', c: 'C' },
      { a: 'A3', b: 'B', c: 'C2' },
      { a: 'A', b: 'B4', d: 'D' },
    ]
    for (const [i, records] of told.entries()) await kit.take(ledger, { published: 1000 * (i + 1), records })
    const state = new Map(Object.entries(told[0] ?? {}))
    for (let i = 1; i < told.length; i++)
      for (const c of (await diffOf(ledger, 1000 * i, 1000 * (i + 1))).changes) {
        if (c.is) state.set(c.key, c.is.parties[0]?.statements[0]?.value ?? '')
        else state.delete(c.key)
      }
    assert.deepEqual(state, new Map(Object.entries(told.at(-1) ?? {})))
    assert.deepEqual(short(await diffOf(ledger, 1000, 4000)), ['amended b source', 'added d source'], 'a went and came back')
    await ledger.close()
  },

  'a new parser reads the contents kept, and what only it changed is caused by the parser': async kit => {
    const writer = await kit.open()
    await kit.take(writer, { published: 1000, records: { a: 'A nickname=Ali', b: 'B' } })
    await kit.take(writer, { published: 2000, records: { a: 'A nickname=Ali', b: 'B2' } })
    const renamed = (source: string, raw: RawRecord): Reading =>
      parseLetters(source, { ...raw, body: raw.body.replace('nickname', 'alias') })
    const ledger = await kit.again(writer, lettersParser(2, renamed))
    const properties = async () =>
      (await ledger.recordAt('s:a', { published: 2000, recorded: OPEN }))?.reading.parties[0]?.statements.map(s => s.property)
    assert.deepEqual(await properties(), ['name', 'alias'], 'read on the spot before it is read anew')
    const steps: string[] = []
    assert.equal(await ledger.rebuildReadings('s', { progress: (done, total) => steps.push(`${done} of ${total}`) }), 3)
    assert.deepEqual(steps, ['3 of 3'])
    assert.equal(await ledger.rebuildReadings('s'), 0, 'nothing is left to read')
    assert.deepEqual(await properties(), ['name', 'alias'])
    assert.deepEqual(short(await diffOf(ledger, 1000, 2000)), ['amended b source'], 'a parser of one number makes no difference')
    assert.deepEqual(short(await ledger.diff('s', nameOf(2000), nameOf(2000), { was: 's@1', is: 's@2' })), ['amended a parser'])
    await ledger.close()
    await writer.close()
  },
}

/** Differences between versions, what made them, and readings under more than one parser. */
export function changesSuite(kit: Kit): void {
  for (const [name, work] of Object.entries(TESTS)) test(name, () => work(kit))
}
