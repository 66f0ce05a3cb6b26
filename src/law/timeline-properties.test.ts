import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Attestation } from '../ledger/index.ts'
import { type Day, dayOf, type Status, startOfDay } from '../model/index.ts'
import { attestation, curatedRow } from './attest.fixture.ts'
import { statusOn } from './status.ts'
import { timeline } from './timeline.ts'

const SEED = 20_261_125

/** The day of a number: the first is 1 January 2010. */
const day = (n: number): Day => dayOf(startOfDay('2010-01-01') + n * 86_400)

/** Versions at least six weeks apart, so that no return is short enough for a fault and no lag for a late file. */
const versionDays = fc.array(fc.integer({ min: 42, max: 400 }), { minLength: 1, maxLength: 12 }).map(steps => {
  let at = 0
  return steps.map(step => day((at += step)))
})

/** Attestations of a party that versions hold or lack, as the ledger gives them. */
function stretches(days: readonly Day[], held: readonly boolean[], from: string | undefined): readonly Attestation[] {
  const found: Attestation[] = []
  for (let i = 0; i < days.length; i++) {
    if (!held[i] || held[i - 1]) continue
    let last = i
    while (held[last + 1] && last + 1 < days.length) last++
    const [since, until, lastWithout, lastWith] = [days[i], days[last + 1], days[i - 1], days[last]]
    if (!since || !lastWith) continue
    found.push(
      attestation({ since, lastWith, ...(from ? { from } : {}), ...(until ? { until } : {}), ...(lastWithout ? { lastWithout } : {}) }),
    )
  }
  return found
}

const history = versionDays.chain(days =>
  fc.record({
    days: fc.constant(days),
    held: fc.array(fc.boolean(), { minLength: days.length, maxLength: days.length }),
    from: fc.option(fc.integer({ min: 2000, max: 2009 }).map(String), { nil: undefined }),
  }),
)

const curated = fc.array(
  fc.record({
    status: fc.constantFrom<Status>('listed', 'suspended', 'delisted', 'never'),
    from: fc.integer({ min: 0, max: 5000 }),
    length: fc.option(fc.integer({ min: 1, max: 2000 })),
  }),
  { maxLength: 4 },
)

const rowsOf = (rows: readonly { status: Status; from: number; length: number | null }[]): readonly Attestation[] =>
  rows.map(r =>
    curatedRow(
      r.status === 'never'
        ? { status: 'never', asOf: day(r.from) }
        : { status: r.status, from: day(r.from), ...(r.length ? { to: day(r.from + r.length) } : {}) },
    ),
  )

test('on the day of a version the answer is what the version shows, whatever the base says', () => {
  fc.assert(
    fc.property(history, curated, ({ days, held, from }, rows) => {
      if (!held.includes(true)) return
      const surroundings = { versions: new Map([['un-sc', days]]) }
      const spans = timeline([...stretches(days, held, from), ...rowsOf(rows)], surroundings)
      days.forEach((on, i) => {
        const { status } = statusOn(spans, on)
        // A first entry may follow its decision by a month: then the version before it is late, and no witness.
        const late =
          !held.slice(0, i).includes(true) && rows.some(r => r.status === 'listed' && day(r.from) <= on && on <= day(r.from + 31))
        if (held[i]) assert.equal(status, 'listed', on)
        else if (!late) assert.notEqual(status, 'listed', on)
      })
    }),
    { seed: SEED, numRuns: 2000 },
  )
})

test('spans of a list come in order of time and never surely overlap', () => {
  fc.assert(
    fc.property(history, curated, ({ days, held, from }, rows) => {
      const spans = timeline([...stretches(days, held, from), ...rowsOf(rows)], { versions: new Map([['un-sc', days]]) }).filter(
        s => s.status !== 'never',
      )
      spans.forEach((span, i) => {
        const next = spans[i + 1]
        if (!next) return
        assert.ok(span.from.by <= next.from.by, 'in order')
        assert.ok(span.to !== null, 'only the last is open')
        assert.ok(span.to.after === null || span.to.after < next.from.by, 'one is over before the next surely holds')
      })
    }),
    { seed: SEED, numRuns: 2000 },
  )
})

test('the order of attestations makes no difference', () => {
  fc.assert(
    fc.property(history, curated, fc.infiniteStream(fc.nat()), ({ days, held, from }, rows, order) => {
      const all = [...stretches(days, held, from), ...rowsOf(rows)]
      const shuffled = all
        .map(a => ({ a, key: order.next().value ?? 0 }))
        .sort((x, y) => x.key - y.key)
        .map(x => x.a)
      const shown = (of: readonly Attestation[]) => timeline(of).map(s => [s.status, s.from.after, s.from.by, s.to?.after, s.to?.by])
      assert.deepEqual(shown(shuffled), shown(all))
    }),
    { seed: SEED, numRuns: 1000 },
  )
})
