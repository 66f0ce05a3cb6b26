import { align, type Link } from './align.ts'
import { type Evidence, evidenceOf, massOf, type Side } from './evidence.ts'
import { editedPositions } from './similarity.ts'
import { recordOf } from './token.ts'
import type { AnalysedName, NameExplanation, NameLink, NameScore, Rarity } from './types.ts'
import { type Feature, WEIGHTS } from './weights.ts'

/** How a comparison is made: rarity of tokens in the collection, and the published profile. */
export type CompareOptions = { readonly rarity?: Rarity; readonly profile?: 'balanced' | 'recall' }

/** How well two names agree: 0 to 1 with 0.7 as the decision, and an unclamped rank. */
export function compareNames(query: AnalysedName, listed: AnalysedName, options: CompareOptions = {}): NameScore {
  const found = bestReading(query, listed, options)
  return { score: found.score, rank: found.rank }
}

/** The comparison of two names with its alignment; contributions and `rest` add up to the score. */
export function explainNames(query: AnalysedName, listed: AnalysedName, options: CompareOptions = {}): NameExplanation {
  const found = bestReading(query, listed, options)
  const z0 = found.base
  const slope = Math.abs(found.z - z0) < 1e-9 ? 0 : (found.score - squash(z0)) / (found.z - z0)
  const contributions = found.links.map(() => 0)
  for (const item of found.evidence)
    if (item.link >= 0)
      contributions[item.link] = (contributions[item.link] ?? 0) + slope * item.value * (weightsOf(found.mode)[item.feature] ?? 0)
  const links = found.links.map((link, i) => present(link, found.query, found.listed, contributions[i] ?? 0))
  return {
    query: query.text,
    listed: listed.text,
    links,
    rest: found.score - contributions.reduce((sum, c) => sum + c, 0),
    score: found.score,
    rank: found.rank,
  }
}

/** The features of a comparison by which its weights are fitted: values of the reading that scores best. */
export function featuresOf(
  query: AnalysedName,
  listed: AnalysedName,
  options: CompareOptions = {},
): { readonly mode: Mode; readonly equal: boolean; readonly values: ReadonlyMap<Feature, number> } {
  const found = bestReading(query, listed, options)
  const values = new Map<Feature, number>()
  for (const item of found.evidence) values.set(item.feature, (values.get(item.feature) ?? 0) + item.value)
  return { mode: found.mode, equal: found.score === 1, values }
}

type Mode = 'person' | 'organisation'
type Found = {
  readonly score: number
  readonly rank: number
  readonly z: number
  readonly base: number
  readonly mode: Mode
  readonly links: readonly Link[]
  readonly evidence: readonly Evidence[]
  readonly query: Side
  readonly listed: Side
}

const weightsOf = (mode: Mode) => WEIGHTS[mode]
const DECISION = Math.log(0.7 / 0.3)
const squash = (z: number): number => 1 / (1 + Math.exp(-z - DECISION))

function bestReading(query: AnalysedName, listed: AnalysedName, options: CompareOptions): Found {
  const mode = modeOf(query, listed)
  let best: Found | undefined
  for (const q of [query, ...query.alternatives])
    for (const l of [listed, ...listed.alternatives]) {
      const found = compareReading(q, l, mode, options)
      if (!best || found.rank > best.rank) best = found
    }
  return best ?? compareReading(query, listed, mode, options)
}

function modeOf(query: AnalysedName, listed: AnalysedName): Mode {
  if (query.kind === 'person' || listed.kind === 'person') return 'person'
  if (query.kind !== 'unknown' || listed.kind !== 'unknown') return 'organisation'
  const body = (name: AnalysedName) =>
    name.tokens.some(t => t.kind === 'legal-form' || t.kind === 'sector' || t.kind === 'place' || t.kind === 'stop')
  return body(query) || body(listed) ? 'organisation' : 'person'
}

const sideOf = (name: AnalysedName): Side => ({ tokens: name.tokens.map(recordOf), roles: name.roles })

function compareReading(queryName: AnalysedName, listedName: AnalysedName, mode: Mode, options: CompareOptions): Found {
  const query = sideOf(queryName)
  const listed = sideOf(listedName)
  const links = align(query.tokens, listed.tokens, mode === 'organisation')
  const evidence = evidenceOf(query, listed, links, {
    rarity: options.rarity,
    vessel: queryName.kind === 'vessel' || listedName.kind === 'vessel',
  })
  const weights = weightsOf(mode)
  let z = 0
  for (const item of evidence) z += item.value * (weights[item.feature] ?? 0)
  const equal = isEqual(query, listed, links, evidence)
  const score = equal ? 1 : squash(z)
  return { score, rank: z + nearness(query, listed, links, equal), z, base: weights.base ?? 0, mode, links, evidence, query, listed }
}

// Every word agrees as written; particles, titles and legal forms may differ, roles and suffixes may not.
function isEqual(query: Side, listed: Side, links: readonly Link[], evidence: readonly Evidence[]): boolean {
  if (links.length === 0 || evidence.some(item => item.link < 0 && item.feature !== 'base')) return false
  return links.every(
    link =>
      (link.similarity === 1 && link.kind === 'same') ||
      (massOf(query.tokens, link.queryFrom, link.queryTo) < NEGLIGIBLE &&
        massOf(listed.tokens, link.listedFrom, link.listedTo) < NEGLIGIBLE),
  )
}

const NEGLIGIBLE = 0.03

// What only ranks: an equal name before a similar one, the same order of words, the same script, more words.
function nearness(query: Side, listed: Side, links: readonly Link[], equal: boolean): number {
  let inOrder = 0
  let sameScript = 0
  let told = 0
  let last = -1
  for (const link of links) {
    if (link.listedTo === link.listedFrom || link.queryTo === link.queryFrom) continue
    const [q, l] = [query.tokens[link.queryFrom], listed.tokens[link.listedFrom]]
    if (!q || !l) continue
    if (link.listedFrom > last) inOrder++
    last = link.listedFrom
    if (q.original === l.original) sameScript++
    told += Math.min(q.mass * q.info, l.mass * l.info)
  }
  const most = Math.max(1, query.tokens.length, listed.tokens.length)
  return (equal ? 1 : 0) + 0.3 * (inOrder / most) + 0.3 * (sameScript / most) + 0.2 * Math.min(6, told)
}

function present(link: Link, query: Side, listed: Side, contribution: number): NameLink {
  const q = query.tokens.slice(link.queryFrom, link.queryTo)
  const l = listed.tokens.slice(link.listedFrom, link.listedTo)
  const edits = link.kind === 'edits' && q[0] && l[0] ? editedPositions(q[0].text, l[0].text) : undefined
  return {
    query: q.map(t => t.text),
    listed: l.map(t => t.text),
    kind: link.kind,
    similarity: link.similarity,
    contribution,
    ...(edits ? { edits } : {}),
  }
}
