import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { exampleSource, exampleVersion } from '../../test/support/example-source.ts'
import { BASE_FOLDER, type TemporaryLedger, temporaryLedger } from '../../test/support/temporary-ledger.ts'
import { type Day, endOfDay } from '../model/index.ts'
import { collect, loadSources } from '../sources/index.ts'
import { listedMany } from './listed.ts'
import { lawDesk } from './listed-desk.ts'

const DAYS: readonly Day[] = ['2015-02-26', '2017-06-20', '2020-03-20', '2022-09-15', '2022-09-17', '2024-09-21', '2025-11-29']
const NUMBERS = ['E.1', 'E.2', 'E.3', 'E.4']

/** Which entries a version holds: every pattern of coming, going and coming back is among them. */
const holds = (version: number, entry: number) => ((version * 7 + entry * 5 + ((version * entry) % 3)) % 4) % 3 !== 0

const versionText = (version: number) =>
  exampleVersion(DAYS[version] ?? '', [
    ...NUMBERS.filter((_, entry) => holds(version, entry)).map((number, entry) => ({
      number,
      name: `Person ${number}`,
      ...(entry % 2 ? { listedOn: '2012-05-03' } : {}),
    })),
    { number: 'X', name: 'Somebody Else' },
  ])

async function filled(order: readonly number[]): Promise<TemporaryLedger> {
  const all = await loadSources()
  const ledger = await temporaryLedger({ sources: collect([exampleSource(), all.sourceOf('facts')]) })
  await ledger.take(BASE_FOLDER)
  for (const version of order) {
    const path = join(ledger.folder, `${DAYS[version]}.json`)
    writeFileSync(path, versionText(version))
    const { versions } = await ledger.take(path)
    assert.equal(versions[0]?.outcome, 'accepted')
  }
  return ledger
}

const ASKED = DAYS.flatMap(day => [day, `${day.slice(0, 4)}-12-31`]).concat('2010-01-01', '2012-05-03')

async function answers(of: TemporaryLedger, published: Day) {
  const view = await lawDesk(of.ledger, of.sources.all, of.now).at({ published: endOfDay(published), recorded: of.now() })
  const questions = NUMBERS.flatMap(number => ASKED.map(on => ({ party: `example-list:${number}`, authority: 'un', list: 'un-1267', on })))
  const known = new Set<string>()
  for await (const { key } of of.ledger.presences('example-list')) known.add(key)
  const told = await listedMany(
    view,
    questions.filter(q => known.has(q.party.slice('example-list:'.length))),
  )
  // An entry that no version up to the day ever held is not there at all in the fresh ledger.
  return told
    .filter(a => a.status !== 'unknown' || a.evidence.length > 0)
    .map(a => [a.party, a.status, a.boundary.from, a.boundary.to, a.evidence.map(e => e.version)])
}

test('what was published by a day answers as a fresh installation with the versions of that day', async () => {
  const whole = await filled([4, 0, 6, 2, 5, 1, 3])
  try {
    for (const [i, day] of DAYS.entries()) {
      const fresh = await filled(Array.from({ length: i + 1 }, (_, version) => version))
      try {
        assert.deepEqual(await answers(whole, day), await answers(fresh, day), day)
      } finally {
        await fresh.close()
      }
    }
  } finally {
    await whole.close()
  }
})
