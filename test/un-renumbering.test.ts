import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { renumberedPairs } from '../src/identity/index.ts'
import { isProblem, openFiles } from '../src/intake/index.ts'
import type { Party } from '../src/model/index.ts'
import { loadSources } from '../src/sources/index.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'lists', 'un-sc', '1267-isil-alqaida')
const options = existsSync(FOLDER) ? {} : { skip: `the real lists are not beside the checkout (${FOLDER})` }
const { sourceOf } = await loadSources()

type Entry = { readonly key: string; readonly dataId: string; readonly party: Party }

async function entriesOf(day: string): Promise<readonly Entry[]> {
  const source = sourceOf('un-sc-1267')
  const entries: Entry[] = []
  for await (const file of openFiles([join(FOLDER, `${day}.xml`)])) {
    assert.ok(!('refused' in file), file.path)
    for await (const item of source.read([{ ...file, part: 'main', rendition: 'xml' }])) {
      if (isProblem(item)) continue
      const [dataId = ''] = (JSON.parse(item.body) as { readonly DATAID: readonly string[] }).DATAID
      const party = source.parse(item).parties[0] ?? assert.fail(item.key)
      entries.push({ key: item.key, dataId, party })
    }
  }
  return entries
}

test('of 301 numbers such as QI.A.12.01. the 268 that DATAID joins go on as QDi.012, none as another party’s', options, async () => {
  const [old, renewed] = [await entriesOf('2014-11-19'), await entriesOf('2015-02-19')]
  assert.equal(old.length, 301)
  assert.ok(old.every(({ key }) => /^Q[IE]\.[A-Z]\.\d+\.\d\d$/.test(key)))
  assert.ok(renewed.every(({ key }) => /^QD[ie]\.\d{3}$/.test(key)))
  const byDataId = new Map(renewed.map(entry => [entry.dataId, entry] as const))
  const goesOn = new Map(
    old.flatMap(({ dataId, party }) => {
      const found = byDataId.get(dataId)
      return found ? [[party.id, found.party.id] as const] : []
    }),
  )
  assert.equal(goesOn.size, 268)
  assert.equal(goesOn.get('un-sc-1267:QI.A.12.01'), 'un-sc-1267:QDi.012')

  const pairs = renumberedPairs(
    old.map(({ party }) => party),
    renewed.map(({ party }) => party),
  )
  const known = pairs.filter(({ a }) => goesOn.has(a))
  const right = known.filter(({ a, b, verdict }) => verdict === 'same' && goesOn.get(a) === b)
  const wrong = known.filter(({ a, b, verdict }) => verdict === 'same' && goesOn.get(a) !== b)
  assert.deepEqual(wrong, [])
  assert.ok(right.length >= 267, `${right.length} of ${goesOn.size} go on by themselves`)
})
