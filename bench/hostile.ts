// Whether what nobody should ask is answered as fast as what everybody asks: long, repeated, broken and strange names through
// the whole screening call, over 100 thousand names.
//
//   node24 bench/hostile.ts [100000] [--slowest 12]
//
// Each input is asked as four kinds of party, once in a process that has answered ordinary names only, then four times more; the
// least of those counts, since the machine does other work too. The first Han name of a thread waits for the dictionary of
// readings besides: that is told on a line of its own.
import { buildIndex, openIndex, openSearcher } from '../src/candidates/index.ts'
import { MATCHER_VERSION, prepareQuery, screen } from '../src/screen/index.ts'
import { hostileInputs } from './hostile-inputs.ts'
import { indexed, madeQueries, madeRecords, NOW, SOURCES } from './search-made.ts'
import { readWords, seeded, type Words } from './search-names.ts'

const MOST_MS = 20
const REPEATS = 4
const HAN = /\p{Script=Han}/u
const SCHEMATA = ['Person', 'Organization', 'LegalEntity', 'Vessel']

type Measured = {
  readonly schema: string
  readonly what: string
  readonly first: number
  readonly least: number
  readonly candidates: number
}

async function measure(size: number, words: Words, shown: number): Promise<void> {
  const random = seeded(20261125)
  const records = madeRecords(size, words, random)
  const queries = madeQueries(1500, records, words, random)
  const index = openIndex(await buildIndex(indexed(records), { generation: 'bench', matcher: MATCHER_VERSION }, { threads: 2 }))
  const ask = (searcher: ReturnType<typeof openSearcher>, schema: string, text: string) =>
    screen(index, searcher, prepareQuery({ schema, properties: { name: [text] } }), {
      filter: { instants: new Map(SOURCES.map(s => [s, NOW])), limit: 5 },
      cutoff: 0.5,
    })
  const timed = (work: () => void) => {
    const start = performance.now()
    work()
    return performance.now() - start
  }
  const ordinary = openSearcher(index)
  for (const { schema, text } of queries) if (!HAN.test(text)) ask(ordinary, schema, text)
  const dictionary = timed(() => ask(ordinary, 'Person', '王'))
  const inputs = Object.entries(hostileInputs(queries.flatMap(q => (q.kind === 'exact' ? q.text.split(' ') : []))))
  const measured = SCHEMATA.flatMap(schema =>
    inputs.map(([what, text]): Measured => {
      let candidates = 0
      const [first = 0, ...others] = Array.from({ length: 1 + REPEATS }, () => {
        const searcher = openSearcher(index) // one that remembers nothing
        return timed(() => {
          candidates = ask(searcher, schema, text).candidates
        })
      })
      return { schema, what, first, least: Math.min(...others), candidates }
    }),
  )
  console.log(
    `${size.toLocaleString('en')} names, ${inputs.length} inputs as ${SCHEMATA.length} kinds of party; first Han name ${dictionary.toFixed(1)} ms`,
  )
  tell('slowest', measured, m => m.least, shown)
  tell('slowest the first time', measured, m => m.first, shown)
}

function tell(title: string, measured: readonly Measured[], time: (m: Measured) => number, shown: number): void {
  const sorted = [...measured].sort((a, b) => time(b) - time(a))
  const over = measured.filter(m => time(m) > MOST_MS).length
  console.log(`\n${title}: ${over === 0 ? `all within ${MOST_MS} ms` : `${over} of ${measured.length} took more than ${MOST_MS} ms`}`)
  for (const m of sorted.slice(0, shown))
    console.log(`  ${m.schema.padEnd(13)} ${m.what.padEnd(34)} ${time(m).toFixed(1).padStart(6)} ms, ${m.candidates} candidates`)
}

const words = readWords()
if (!words) {
  console.log('bench/hostile: the names beside the checkout (../shared/volume) are absent')
  process.exit(0)
}
const at = process.argv.indexOf('--slowest')
const size = process.argv.slice(2).find((a, i, all) => /^\d+$/.test(a) && all[i - 1] !== '--slowest')
await measure(Number(size ?? 100_000), words, at > 0 ? Number(process.argv[at + 1]) : 12)
