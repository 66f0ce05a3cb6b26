/**
 * What a screening of a past day costs beside one for now: `node bin/node.js bench/as-of.ts [--data FOLDER] [--day 2015-03-17]`.
 *
 * The same names, in turn for now and for the day, listings with them, one thread, in one run; the data folder is only read.
 */
import { parseArgs } from 'node:util'
import { openData } from '../src/app-data.ts'
import { openEngine } from '../src/app-engine.ts'
import { readConfig } from '../src/config.ts'
import { currentGeneration } from '../src/jobs/index.ts'
import { captionOf } from '../src/model/index.ts'
import { openScreener, type ScreeningOptions, scopeNamed } from '../src/questions/index.ts'

const { values: options } = parseArgs({ options: { data: { type: 'string' }, day: { type: 'string', default: '2015-03-17' } } })
const NAMES = 300
const ROUNDS = 4

const config = readConfig(options.data ? { data: options.data } : {})
const generation = currentGeneration(config.data)
if (!generation) throw new Error(`${config.data} has no index of this program yet: run "wholists sources" once`)
const data = await openData(config, true)
const engine = await openEngine(data, generation)
const screener = openScreener(engine)

const names: string[] = []
for (const { id } of [...engine.sources.values()].filter(s => s.kind === 'official')) {
  let last = -1
  for await (const row of data.ledger.presences(id)) {
    if (row.record === last || row.record % 37 !== 0) continue
    last = row.record
    const party = (await data.ledger.reading(row.content))?.parties[0]
    if (party) names.push(captionOf(party))
  }
}
if (names.length === 0) throw new Error(`${config.data} holds no official list: import the versions of one first`)
const asked = Array.from({ length: Math.min(NAMES, names.length) }, (_, i) => names[Math.floor((i * names.length) / NAMES)] ?? '')

const settings = (listings: boolean, published?: string): ScreeningOptions => ({
  scope: scopeNamed(engine, 'default'),
  limit: 5,
  threshold: 0.7,
  cutoff: 0.5,
  asOf: published === undefined ? {} : { published },
  topics: [],
  excludedSchemata: [],
  excludedIds: [],
  changedSince: null,
  weights: {},
  config: {},
  listings,
})

async function round(given: ScreeningOptions): Promise<number> {
  const begin = process.cpuUsage()
  for (const name of asked) await screener.one({ schema: 'LegalEntity', properties: { name: [name] } }, given)
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000 / asked.length
}

for (const listings of [true, false]) {
  const now: number[] = []
  const past: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    now.push(await round(settings(listings)))
    past.push(await round(settings(listings, options.day)))
  }
  const [first, best] = [(past[0] ?? 0) / (now[0] ?? 1), Math.min(...past) / Math.min(...now)]
  const text = (ms: readonly number[]) => ms.map(m => m.toFixed(2)).join(', ')
  console.log(
    `${listings ? 'with' : 'without'} listings: now ${text(now)} ms; ${options.day} ${text(past)} ms; first round × ${first.toFixed(2)}, best × ${best.toFixed(2)}`,
  )
}
engine.close()
await data.close()
