// Scores the development half of the name pairs, the entity checks (names only) and the field's pair cases.
//   node24 bench/matching.ts [--wrong] [--set pairs|checks|cases]
import { analyseName, compareNames, explainNames, NAMES_VERSION, nameKindOf } from '../src/names/index.ts'
import { entityChecks, fieldCases, hasShared, measures, namePairs, type Pair, reference } from './matching-data.ts'

if (!hasShared) {
  console.log('bench/matching: the shared evaluation material is not beside this checkout; nothing to measure')
  process.exit(0)
}

const showWrong = process.argv.includes('--wrong')
const only = process.argv.includes('--set') ? process.argv[process.argv.indexOf('--set') + 1] : undefined
type Scored = Pair & { readonly score: number; readonly rank: number }

function score(pair: Pair): Scored {
  const kind = nameKindOf(pair.schema)
  return { ...pair, ...compareNames(analyseName(pair.query, kind, pair.queryParts), analyseName(pair.listed, kind, pair.listedParts)) }
}

const percent = (x: number) => x.toFixed(3)
const line = (label: string, scored: readonly Scored[], ours?: string) => {
  const m = measures(scored)
  console.log(
    `${label.padEnd(34)} ${String(m.n).padStart(4)}  P ${percent(m.precision)}  R ${percent(m.recall)}  F1 ${percent(m.f1)}  acc ${percent(m.accuracy)}  best ${percent(m.bestF1)} at ${percent(m.bestThreshold)}${ours ?? ''}`,
  )
}

const theirs = reference()
function table(scored: readonly Scored[]): void {
  const beside = (slice: string, value: string) => {
    const r = theirs.get(`${slice}:${value}`)
    return r ? `   | logic-v2 F1 ${percent(r.f1)} acc ${percent(r.accuracy)}` : ''
  }
  line('all', scored, beside('all', 'all'))
  for (const slice of ['group', 'schema', 'quality', 'category'] as const)
    for (const value of new Set(scored.map(s => s[slice])))
      line(
        `${slice} ${value}`,
        scored.filter(s => s[slice] === value),
        beside(slice, value),
      )
}

function calibration(scored: readonly Scored[]): void {
  const mean = (list: readonly Scored[]) => (list.length ? percent(list.reduce((sum, s) => sum + s.score, 0) / list.length) : '-')
  const of = (match: boolean, quality: string) => mean(scored.filter(s => s.match === match && s.quality === quality))
  console.log(
    `mean score: STRONG match ${of(true, 'STRONG')}  MEDIUM ${of(true, 'MEDIUM')}  WEAK ${of(true, 'WEAK')} | WEAK non-match ${of(false, 'WEAK')}  MEDIUM ${of(false, 'MEDIUM')}  STRONG ${of(false, 'STRONG')}`,
  )
  const relevant = scored.filter(s => s.score >= 0.5)
  const top = Math.max(...relevant.map(s => s.rank))
  console.log(
    `at the top rank: ${percent(relevant.filter(s => s.rank === top).length / relevant.length)} of ${relevant.length} pairs; at score 1: ${percent(relevant.filter(s => s.score === 1).length / relevant.length)}`,
  )
}

function speed(pairs: readonly Pair[]): void {
  const run = (analyse: boolean) => {
    const names = pairs.map(p => [analyseName(p.query, nameKindOf(p.schema)), analyseName(p.listed, nameKindOf(p.schema))] as const)
    let count = 0
    const start = process.cpuUsage()
    const until = performance.now() + 1500
    while (performance.now() < until)
      for (let i = 0; i < pairs.length; i++) {
        const p = pairs[i]
        const other = pairs[(i * 7 + count) % pairs.length]
        const [q] = names[i] ?? []
        const l = names[(i * 7 + count) % pairs.length]?.[1]
        if (!p || !other || !q || !l) continue
        if (analyse) compareNames(analyseName(p.query, nameKindOf(p.schema)), analyseName(other.listed, nameKindOf(p.schema)))
        else compareNames(q, l)
        count++
      }
    const used = process.cpuUsage(start)
    return Math.round(count / ((used.user + used.system) / 1e6))
  }
  console.log(`pairs a CPU second: ${run(true)} with analysis from text, ${run(false)} with names analysed before`)
}

console.log(`matcher ${NAMES_VERSION}, threshold 0.7`)
for (const [set, pairs] of [
  ['pairs', namePairs()],
  ['checks', entityChecks()],
  ['cases', fieldCases()],
] as const) {
  if (only && only !== set) continue
  console.log(`\n== ${set}`)
  const scored = pairs.map(score)
  table(scored)
  if (set === 'pairs') calibration(scored)
  const wrong = scored.filter(s => s.score >= 0.7 !== s.match)
  console.log(
    `wrong: ${wrong.length}; STRONG or stated: ${
      wrong
        .filter(s => s.quality === 'STRONG' || s.quality === 'stated')
        .map(s => s.id)
        .join(' ') || 'none'
    }`,
  )
  if (showWrong)
    for (const w of wrong) {
      const kind = nameKindOf(w.schema)
      const e = explainNames(analyseName(w.query, kind, w.queryParts), analyseName(w.listed, kind, w.listedParts))
      console.log(
        `  ${w.match ? 'missed' : 'false '} ${percent(w.score)} ${w.quality.padEnd(6)} ${w.schema}: ${w.query} | ${w.listed}   [${e.links.map(l => `${l.query.join('+')}~${l.listed.join('+')} ${l.kind} ${l.similarity.toFixed(2)} ${l.contribution.toFixed(2)}`).join('; ')}]`,
      )
    }
}
if (!only) speed(namePairs())
