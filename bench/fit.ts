// Fits the weights of the comparison on the development half and prints them with a cross-validated figure.
//   node24 bench/fit.ts [--write] [--strength 0.05] [--no-screening]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { featuresOf } from '../src/names/compare.ts'
import { analyseName, FEATURES, nameKindOf, WEIGHTS } from '../src/names/index.ts'
import { entityChecks, fieldCases, hasShared, inventedPairs, measures, namePairs, type Pair, trainingExtras } from './matching-data.ts'

if (!hasShared) {
  console.log('bench/fit: the shared evaluation material is not beside this checkout; nothing to fit on')
  process.exit(0)
}

type Feature = keyof typeof FEATURES
// Held to what the world says: numbers of ships, brigades and plants against some labels of name_bench, acronyms and ordinary words, of which there are too few to fit,
// that every slip costs, since labels tell only which slips are too many, and that an initial is weaker than the name.
const FIXED: ReadonlySet<Feature> = new Set(['hull', 'acronym', 'ordinary', 'edited', 'initials', 'number'])
// What the weights were thought to be before any fit; the fit is held to them, so that rare features keep sense.
const PRIOR: Readonly<Record<'person' | 'organisation', Readonly<Partial<Record<Feature, number>>>>> = {
  person: {
    base: -4.5,
    coverSmall: 4.5,
    coverLarge: 3.5,
    worst: -3,
    contradicted: -3,
    edited: -2.5,
    editedMost: -1.5,
    loose: -3,
    thin: -2.5,
    initials: -4,
    stretched: -3,
    syllable: -4,
    reversed: -4,
    crossed: -4,
    suffix: -4,
    place: -2,
    sector: -2,
    number: -2,
    hull: -6,
    numberOnly: -1,
  },
  organisation: {
    base: -4.5,
    coverSmall: 4.5,
    coverLarge: 3.5,
    worst: -3,
    contradicted: -3,
    edited: -4.5,
    editedMost: -1.5,
    loose: -3,
    thin: -2,
    initials: -4,
    stretched: -3,
    place: -4,
    sector: -3,
    number: -6.5,
    hull: -6,
    series: 5.5,
    numberOnly: -2,
    sectorOnly: -1,
    placeOnly: -1,
    form: -1.5,
    ordinary: -5,
    acronym: -5,
  },
}
type Mode = 'person' | 'organisation'
type Row = {
  readonly pair: Pair
  readonly mode: Mode
  readonly equal: boolean
  readonly x: Float64Array
  readonly y: 0 | 1
  readonly weight: number
  readonly fold: number
}

const NAMES = Object.keys(FEATURES) as readonly Feature[]
const FOLDS = 10
const ROUNDS = 3000
const argument = (name: string): string | undefined =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
// How strongly weights are held to the ones set by knowledge; larger is stiffer.
const strength = Number(argument('--strength') ?? 0.05)
const QUALITY: Readonly<Record<string, number>> = {
  STRONG: 3,
  MEDIUM: 1,
  WEAK: 0.5,
  CHECK: 0.6,
  stated: 1.5,
  judged: 1,
  EXTRA: 0.1,
  invented: 0.8,
}

// The same two names stay in one fold, whichever set they come from.
const foldOf = (pair: Pair): number => {
  const key = [pair.query, pair.listed]
    .map(n => n.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    .sort()
    .join('|')
  let hash = 2166136261
  for (const c of key) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 16777619)
  return (hash >>> 8) % FOLDS
}

function rowOf(pair: Pair): Row {
  const kind = nameKindOf(pair.schema)
  const { mode, equal, values } = featuresOf(
    analyseName(pair.query, kind, pair.queryParts),
    analyseName(pair.listed, kind, pair.listedParts),
  )
  return {
    pair,
    mode,
    equal,
    x: Float64Array.from(NAMES, name => values.get(name) ?? 0),
    y: pair.match ? 1 : 0,
    weight: QUALITY[pair.quality] ?? 1,
    fold: foldOf(pair),
  }
}

/** Logistic regression towards the weights that stand, each kept to the sign its fact allows. */
function fit(rows: readonly Row[], mode: Mode): Float64Array {
  const start = Float64Array.from(NAMES, name => PRIOR[mode][name] ?? 0)
  const w = start.slice()
  const mine = rows.filter(r => r.mode === mode && !r.equal)
  const total = mine.reduce((sum, r) => sum + r.weight, 0) || 1
  const step = new Float64Array(NAMES.length)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(NAMES.length)
    for (const { x, y, weight } of mine) {
      let z = 0
      for (let k = 0; k < x.length; k++) z += (w[k] ?? 0) * (x[k] ?? 0)
      const error = (weight * (1 / (1 + Math.exp(-z)) - y)) / total
      for (let k = 0; k < x.length; k++) gradient[k] = (gradient[k] ?? 0) + error * (x[k] ?? 0)
    }
    for (let k = 0; k < w.length; k++) {
      const g = (gradient[k] ?? 0) + (strength / total) * ((w[k] ?? 0) - (start[k] ?? 0))
      step[k] = 0.9 * (step[k] ?? 0) - 0.4 * g
      const next = (w[k] ?? 0) + (step[k] ?? 0)
      if (FIXED.has(NAMES[k] ?? 'base')) continue
      const sign = FEATURES[NAMES[k] ?? 'base'].sign
      w[k] = sign === 0 ? next : sign > 0 ? Math.max(0, next) : Math.min(0, next)
    }
  }
  return w
}

const scoreOf = (row: Row, w: Float64Array): number => {
  if (row.equal) return 1
  let z = 0
  for (let k = 0; k < w.length; k++) z += (w[k] ?? 0) * (row.x[k] ?? 0)
  return 1 / (1 + Math.exp(-z - Math.log(0.7 / 0.3)))
}

const rows = [
  ...namePairs(),
  ...entityChecks(),
  ...fieldCases(),
  ...inventedPairs(),
  ...(process.argv.includes('--no-screening') ? [] : trainingExtras()),
].map(rowOf)
const labelled = rows.filter(r => r.pair.quality !== 'EXTRA')
const report = (label: string, scored: readonly { row: Row; score: number }[]) => {
  for (const set of ['pairs', 'checks', 'cases', 'invented'] as const) {
    const m = measures(scored.filter(s => s.row.pair.set === set).map(s => ({ match: s.row.y === 1, score: s.score })))
    console.log(
      `${label.padEnd(24)} ${set.padEnd(7)} n ${m.n}  P ${m.precision.toFixed(3)}  R ${m.recall.toFixed(3)}  F1 ${m.f1.toFixed(3)}  acc ${m.accuracy.toFixed(3)}`,
    )
  }
}

const modes = ['person', 'organisation'] as const
const standing = new Map(modes.map(mode => [mode, Float64Array.from(NAMES, name => WEIGHTS[mode][name])]))
report(
  'weights as they stand',
  labelled.map(row => ({ row, score: scoreOf(row, standing.get(row.mode) ?? new Float64Array()) })),
)
const crossed: { row: Row; score: number }[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = new Map(
    modes.map(mode => [
      mode,
      fit(
        rows.filter(r => r.fold !== fold),
        mode,
      ),
    ]),
  )
  for (const row of labelled) if (row.fold === fold) crossed.push({ row, score: scoreOf(row, weights.get(row.mode) ?? new Float64Array()) })
}
report(`cross-validated (${FOLDS} folds)`, crossed)
const fitted = new Map(modes.map(mode => [mode, fit(rows, mode)]))
report(
  'fitted on all',
  labelled.map(row => ({ row, score: scoreOf(row, fitted.get(row.mode) ?? new Float64Array()) })),
)
for (const mode of modes) console.log(mode, NAMES.map((name, k) => `${name} ${(fitted.get(mode)?.[k] ?? 0).toFixed(2)}`).join('  '))

if (process.argv.includes('--write')) {
  const path = join(import.meta.dirname, '..', 'src', 'names', 'weights.json')
  const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  for (const mode of modes) file[mode] = Object.fromEntries(NAMES.map((name, k) => [name, Number((fitted.get(mode)?.[k] ?? 0).toFixed(2))]))
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`)
  console.log(`written to ${path}`)
}
