import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { dayOf, type Status, startOfDay } from '../model/index.ts'
import { attestation, curatedRow } from './attest.fixture.ts'
import { listsHolding } from './holding.ts'
import { statusOn } from './status.ts'
import { timeline } from './timeline.ts'

const SEED = 20_261_125
const day = (n: number) => dayOf(startOfDay('2010-01-01') + n * 86_400)
const stated = (n: number, precision: number) => day(n).slice(0, [4, 7, 10][precision])

const said = fc.record({
  status: fc.constantFrom<Status>('listed', 'suspended', 'delisted', 'never'),
  list: fc.constantFrom('a', 'b', 'c'),
  from: fc.option(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.nat({ max: 2 }))),
  to: fc.option(fc.integer({ min: 500, max: 1500 })),
  since: fc.integer({ min: 0, max: 900 }),
  without: fc.option(fc.integer({ min: 1, max: 100 })),
  goes: fc.option(fc.integer({ min: 1, max: 300 })),
  curated: fc.boolean(),
})

test('a list holds a party where its time line does, or does not tell', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 4 }), fc.integer({ min: 0, max: 1500 }), (all, on) => {
      const attestations = all.map(one => {
        const { status, list } = one
        const dates = {
          ...(one.from ? { from: stated(...one.from) } : {}),
          ...(one.to !== null && one.to > (one.from?.[0] ?? 0) ? { to: day(one.to) } : {}),
        }
        if (one.curated) return curatedRow({ status, list, asOf: day(one.since), ...dates })
        const seen = one.goes === null ? {} : { until: day(one.since + one.goes) }
        const before = one.without === null ? {} : { lastWithout: day(one.since - one.without) }
        return attestation({ status, list, since: day(one.since), ...dates, ...seen, ...before })
      })
      const lists = [...new Set(attestations.map(a => a.list))].sort()
      const holds = (list: string) => statusOn(timeline(attestations.filter(a => a.list === list)), day(on)).status
      assert.deepEqual(
        listsHolding(attestations, day(on)),
        lists.filter(list => ['listed', 'suspended', 'unknown'].includes(holds(list))),
      )
    }),
    { seed: SEED, numRuns: 3000 },
  )
})
