import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'

/** A labelled pair of names. */
export type Pair = {
  readonly id: string
  readonly set: 'pairs' | 'checks' | 'cases' | 'extras' | 'invented'
  readonly group: string
  readonly schema: string
  readonly query: string
  readonly listed: string
  readonly queryParts?: Parts
  readonly listedParts?: Parts
  readonly match: boolean
  readonly quality: string
  readonly category: string
}

/** Name parts as an entity gives them. */
export type Parts = {
  readonly given?: readonly string[]
  readonly middle?: readonly string[]
  readonly patronymic?: readonly string[]
  readonly family?: readonly string[]
}

const SHARED = join(import.meta.dirname, '..', '..', 'shared')

/** Whether the shared evaluation material stands beside the checkout. */
export const hasShared = existsSync(join(SHARED, 'matching', 'name_pairs.dev.csv'))

const read = (...path: string[]): string => readFileSync(join(SHARED, ...path), 'utf8')

/** Rows of a CSV file of the shared material, by column. */
export function csvRows(...path: string[]): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(read(...path), { header: true, skipEmptyLines: true }).data
}

/** The development half of the name pairs. */
export function namePairs(): readonly Pair[] {
  return csvRows('matching', 'name_pairs.dev.csv').map(row => ({
    id: row.id ?? '',
    set: 'pairs',
    group: row.group ?? '',
    schema: row.schema ?? '',
    query: row.name1 ?? '',
    listed: row.name2 ?? '',
    match: row.is_match === 'true',
    quality: row.quality ?? '',
    category: row.category || '(none)',
  }))
}

type Properties = Readonly<Record<string, readonly string[]>>

/** A check of two entities with all that is known of them. */
export type EntityCheck = {
  readonly id: string
  readonly schema: string
  readonly match: boolean
  readonly label: string
  readonly query: Properties
  readonly candidate: Properties
}

/** The development half of the entity checks. */
export function wholeChecks(): readonly EntityCheck[] {
  return (JSON.parse(read('matching', 'entity_checks.dev.json')) as { checks: readonly EntityCheck[] }).checks
}

/** The development half of the entity checks, as far as names go. */
export function entityChecks(): readonly Pair[] {
  return wholeChecks().map(c => ({
    id: c.id,
    set: 'checks',
    group: 'entity_checks',
    schema: c.schema,
    query: joined(c.query),
    listed: joined(c.candidate),
    queryParts: partsOf(c.query),
    listedParts: partsOf(c.candidate),
    match: c.match,
    quality: 'CHECK',
    category: c.label,
  }))
}

const joined = (p: Properties): string =>
  p.name?.[0] ?? ['firstName', 'middleName', 'fatherName', 'lastName'].flatMap(key => p[key] ?? []).join(' ')
const partsOf = (p: Properties): Parts => ({
  given: p.firstName ?? [],
  middle: p.middleName ?? [],
  patronymic: p.fatherName ?? [],
  family: p.lastName ?? [],
})

/** Pair cases from the field with their confidence as quality. */
export function fieldCases(): readonly Pair[] {
  return read('cases', 'matching.jsonl')
    .split('\n')
    .filter(line => line !== '')
    .map(
      line =>
        JSON.parse(line) as {
          id: string
          area: string
          confidence: string
          input: {
            pair?: object
            schema?: string
            name1?: string
            name2?: string
            query?: { schema: string; properties: Properties }
            listed?: readonly { properties: Properties }[]
          }
          expect: { match?: boolean }
        },
    )
    .filter(c => c.expect.match !== undefined && c.input.name1 !== undefined)
    .map(c => ({
      id: c.id,
      set: 'cases',
      group: c.area,
      schema: c.input.schema ?? '',
      query: c.input.name1 ?? '',
      listed: c.input.name2 ?? '',
      match: c.expect.match === true,
      quality: c.confidence,
      category: c.area,
    }))
}

/** Invented pairs of `bench/pairs/`, by category. */
export function inventedPairs(): readonly Pair[] {
  const folder = join(import.meta.dirname, 'pairs')
  return readdirSync(folder).flatMap(file => pairsOf(readFileSync(join(folder, file), 'utf8')))
}

function pairsOf(text: string): readonly Pair[] {
  const out: Pair[] = []
  let category = ''
  let schema = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) category = line.slice(3)
    else if (line.startsWith('@ ')) schema = line.slice(2)
    else if (line.startsWith('= ') || line.startsWith('! ')) {
      const [query = '', listed = ''] = line.slice(2).split(' | ')
      const match = line.startsWith('=')
      out.push({ id: `${out.length + 1}`, set: 'invented', group: category, schema, query, listed, match, quality: 'invented', category })
    }
  }
  return out
}

/** logic-v2's reference figures by slice. */
export function reference(): ReadonlyMap<
  string,
  { readonly precision: number; readonly recall: number; readonly f1: number; readonly accuracy: number }
> {
  return new Map(
    csvRows('matching', 'logicv2_reference.dev.csv').map(row => [
      `${row.slice}:${row.value}`,
      { precision: Number(row.precision), recall: Number(row.recall), f1: Number(row.f1), accuracy: Number(row.accuracy) },
    ]),
  )
}

/** Precision, recall, F1 and accuracy at 0.7, and the best threshold with its F1. */
export function measures(scored: readonly { readonly match: boolean; readonly score: number }[], threshold = 0.7) {
  const at = (t: number) => {
    let [tp, fp, fn, tn] = [0, 0, 0, 0]
    for (const s of scored) {
      const flagged = s.score >= t
      if (flagged && s.match) tp++
      else if (flagged) fp++
      else if (s.match) fn++
      else tn++
    }
    const precision = tp / (tp + fp || 1)
    const recall = tp / (tp + fn || 1)
    return { precision, recall, f1: (2 * tp) / (2 * tp + fp + fn || 1), accuracy: (tp + tn) / (scored.length || 1) }
  }
  let bestThreshold = threshold
  let bestF1 = 0
  for (const t of new Set(scored.map(s => s.score))) if (at(t).f1 > bestF1) [bestF1, bestThreshold] = [at(t).f1, t]
  return { ...at(threshold), bestThreshold, bestF1, n: scored.length }
}

/** Where `matching-screening --keep` leaves its pairs. */
export const EXTRAS = join(tmpdir(), 'wholists-fit-extras.json')

/** Pairs that `matching-screening --keep` made of the screening sets: what it found and what it wrongly flagged. */
export function trainingExtras(): readonly Pair[] {
  return existsSync(EXTRAS) ? (JSON.parse(readFileSync(EXTRAS, 'utf8')) as readonly Pair[]) : []
}
