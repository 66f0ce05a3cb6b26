import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { analyseName, compareNames, nameKindOf } from '../src/names/index.ts'
import { hasShared, namePairs } from './matching-data.ts'

const SECONDS = 4

/**
 * Tells how many pairs a second of processor this matcher and nomenklatura's logic-v2 score on one core, and their ratio: the
 * development pairs, both names taken apart anew for every pair, the fastest pass of each.
 *
 * @param python a Python that has nomenklatura, undefined where there is none
 */
export function besideNomenklatura(python: string | undefined): string {
  if (!hasShared) return 'the development pairs (../shared/matching) are absent'
  const pairs = namePairs()
  const own = pairs.length / fastestPass(pairs)
  const told = `${thousands(own)} pairs a second of processor`
  if (!python) return `${told}; nomenklatura is absent (give --python or NOMENKLATURA_PYTHON a Python that has it)`
  const lines = pairs.map(({ schema, query, listed }) => JSON.stringify({ schema, name1: query, name2: listed }))
  const run = spawnSync(python, [join(import.meta.dirname, 'logic_v2.py'), '--seconds', String(SECONDS)], {
    input: lines.join('\n'),
    encoding: 'utf8',
  })
  if (run.status !== 0) return `${told}; nomenklatura is absent: ${run.error?.message ?? run.stderr.trim().split('\n').at(-1)}`
  const theirs = JSON.parse(run.stdout) as { readonly version: string; readonly pairs: number; readonly seconds: number }
  const rate = theirs.pairs / theirs.seconds
  return `${told}; logic-v2 of nomenklatura ${theirs.version} ${thousands(rate)}: ${(own / rate).toFixed(1)} times as many`
}

// Seconds of processor of the fastest pass; the first ones, in which the code is compiled, count as little as any slow one.
function fastestPass(pairs: ReturnType<typeof namePairs>): number {
  let fastest = Infinity
  let spent = 0
  while (spent < SECONDS) {
    const start = process.cpuUsage()
    for (const { schema, query, listed } of pairs) {
      const kind = nameKindOf(schema)
      compareNames(analyseName(query, kind), analyseName(listed, kind))
    }
    const { user, system } = process.cpuUsage(start)
    const took = (user + system) / 1e6
    spent += took
    fastest = Math.min(fastest, took)
  }
  return fastest
}

const thousands = (value: number) => Math.round(value).toLocaleString('en')
