import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { timeline } from '../src/law/index.ts'
import { OPEN, startOfDay } from '../src/model/index.ts'
import { temporaryLedger } from './support/temporary-ledger.ts'

const SDN = join(import.meta.dirname, '../../shared/lists/us-ofac/sdn')
const OPTIONS = existsSync(SDN) ? {} : { skip: 'there is no ../shared/lists/us-ofac beside the checkout' }

test(
  'five organisations leave the list of the State Department in spring 2022 while their listing under SDGT goes on',
  OPTIONS,
  async () => {
    const temporary = await temporaryLedger()
    const { ledger } = temporary
    try {
      await temporary.take(join(SDN, '2022-03-31.csv.gz'), join(SDN, '2022-05-27.csv.gz'))
      const marked: string[] = []
      for await (const { key, source, reading } of ledger.state('us-ofac-sdn', startOfDay('2022-03-31')))
        if (reading.designations.some(d => d.list === 'us-fto')) marked.push(`${source}:${key}`)
      const attestations = await ledger.attestations(marked, { published: OPEN - 1, recorded: OPEN - 1 })
      const byRecord = Map.groupBy(attestations, a => a.record)
      const ended = [...byRecord].filter(([, of]) => of.some(a => a.list === 'us-fto' && a.until !== null))
      assert.equal(marked.length > 60, true)
      assert.equal(ended.length, 5)
      for (const [record, of] of ended) {
        const spans = timeline(of)
        const span = (list: string) => spans.find(s => s.list === list) ?? assert.fail(`${record} has no span on ${list}`)
        const { to } = span('us-fto')
        assert.deepEqual([to?.after, to?.by, to?.basis], ['2022-03-31', '2022-05-27', 'seen'], record)
        assert.equal(span('us-sdgt').to, null, record)
        assert.equal(span('us-ofac-sdn').to, null, record)
      }
    } finally {
      await temporary.close()
    }
  },
)

test('a version without aliases, addresses and comments differs from one with them by its form, and removes nobody', OPTIONS, async () => {
  const temporary = await temporaryLedger()
  const { ledger } = temporary
  const day = (part: string) => join(SDN, '..', part, '2021-04-25.csv')
  try {
    const report = await temporary.take(join(SDN, '2021-04-25.csv.gz'), day('sdn-alt'), day('sdn-add'), join(SDN, '2021-08-24.csv.gz'))
    assert.deepEqual(
      report.versions.map(v => v.outcome),
      ['accepted', 'accepted'],
    )
    const renditions = (await ledger.versions('us-ofac-sdn')).map(v => v.rendition).sort()
    assert.deepEqual(renditions, ['csv: sdn', 'csv: sdn alt add'].sort())
    const { changes } = await ledger.diff('us-ofac-sdn', 'us-ofac-sdn/2021-04-25', 'us-ofac-sdn/2021-08-24')
    const lostAliases = changes.filter(
      c => c.kind === 'amended' && c.fields.some(f => f.property === 'alias' && f.was.length > 0 && f.is.length === 0),
    )
    assert.ok(lostAliases.length > 1000)
    // The others have changed in something else as well, which the source did.
    assert.ok(lostAliases.filter(c => c.cause === 'rendition').length > lostAliases.length * 0.9)
    assert.ok(changes.filter(c => c.kind === 'removed').length < 100)
  } finally {
    await temporary.close()
  }
})
