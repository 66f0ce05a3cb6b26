import { align, WEIGHTY } from './align.ts'
import { type Alignment, MAX_TOKENS } from './alignment.ts'
import { isBody, mayBePerson } from './analyse.ts'
import { type Evidence, evidenceOf, massOf, type Side } from './evidence.ts'
import { LINK, LINK_KINDS } from './kinds.ts'
import { ruleOf } from './rules.ts'
import { editedPositions } from './similarity.ts'
import { NameToken, recordOf } from './token.ts'
import type { AnalysedName, NameExplanation, NameLink, NameScore, Rarity } from './types.ts'
import { FEATURE_NAMES, type Feature, type Mode, type Profile, weightsOf } from './weights.ts'

/** How a comparison is made: rarity of tokens in the collection, and the published profile. */
export type CompareOptions = { readonly rarity?: Rarity; readonly profile?: Profile }

/** How well two names agree: 0 to 1 with 0.7 as the decision, and a rank that only orders and has no bounds. */
export function compareNames(query: AnalysedName, listed: AnalysedName, options: CompareOptions = {}): NameScore {
  const { score, rank, letters } = bestReading(query, listed, options)
  return { score, rank, letters }
}

/** The comparison of two names with its alignment; contributions and `rest` add up to the score. */
export function explainNames(query: AnalysedName, listed: AnalysedName, options: CompareOptions = {}): NameExplanation {
  const best = bestReading(query, listed, options)
  const found = compareReading(best.query, best.listed, best.manner, options)
  const weights = weightsOf(found.mode, options.profile)
  const base = weights[0] ?? 0
  const slope = Math.abs(found.z - base) < 1e-9 ? 0 : (found.score - squash(base)) / (found.z - base)
  const { links, evidence } = found
  const contributions = new Float64Array(links.count)
  for (let i = 0; i < evidence.count; i++) {
    const link = evidence.link[i]!
    if (link >= 0) contributions[link]! += slope * evidence.value[i]! * weights[evidence.feature[i]!]!
  }
  return {
    query: query.text,
    listed: listed.text,
    links: Array.from(contributions, (contribution, i) => present(found, i, contribution)),
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
  const best = bestReading(query, listed, options)
  const { evidence, score, mode } = compareReading(best.query, best.listed, best.manner, options)
  const values = new Map<Feature, number>()
  for (let i = 0; i < evidence.count; i++) {
    const feature = FEATURE_NAMES[evidence.feature[i]!]!
    values.set(feature, (values.get(feature) ?? 0) + evidence.value[i]!)
  }
  return { mode, equal: score === 1, values }
}

type Best = {
  readonly query: AnalysedName
  readonly listed: AnalysedName
  readonly manner: Manner
  readonly score: number
  readonly rank: number
  readonly letters: number
}

// The score is the best reading's; a name without ambiguous letters has one.
function bestReading(query: AnalysedName, listed: AnalysedName, options: CompareOptions): Best {
  const manner = mannerOf(query, listed)
  const found = (q: AnalysedName, l: AnalysedName): Best => {
    const { score, rank, letters } = compareReading(q, l, manner, options)
    return { query: q, listed: l, manner, score, rank, letters }
  }
  let best = found(query, listed)
  for (let i = 0; i <= query.alternatives.length; i++)
    for (let j = 0; j <= listed.alternatives.length; j++) {
      if (i + j === 0) continue
      const other = found(query.alternatives[i - 1] ?? query, listed.alternatives[j - 1] ?? listed)
      if (other.rank > best.rank) best = other
    }
  return best
}

/** By whose rules two names are compared, and which of them may be a person's though the other is a body's. */
type Manner = { readonly mode: Mode; readonly queryOpen: boolean; readonly listedOpen: boolean }

function mannerOf(query: AnalysedName, listed: AnalysedName): Manner {
  const [queryOpen, listedOpen] = [mayBePerson(query), mayBePerson(listed)]
  const ofPersons =
    query.kind === 'person' ||
    listed.kind === 'person' ||
    (query.kind === 'unknown' && listed.kind === 'unknown' && !isBody(query) && !isBody(listed))
  return { mode: ofPersons ? 'person' : 'organisation', queryOpen, listedOpen }
}

/** The rules by which an alignment is weighed: those for persons where a name that may be a person's leaves out a word of weight. */
function weighedAs({ mode, queryOpen, listedOpen }: Manner, links: Alignment, query: Side, listed: Side): Mode {
  for (let i = 0; i < links.count; i++) {
    if (queryOpen && links.kind[i] === LINK.missing && isWeighty(query, links.queryFrom[i]!)) return 'person'
    if (listedOpen && links.kind[i] === LINK.extra && isWeighty(listed, links.listedFrom[i]!)) return 'person'
  }
  return mode
}

// A short word in Latin letters that is no known name may be a legal form with a slip in it.
const isWeighty = ({ tokens }: Side, at: number): boolean => {
  const token = tokens[at]
  return token?.kind === 'word' && token.mass >= WEIGHTY && (token.text.length > 3 || token.known || token.script !== 'Latn')
}

const tokensOf = (name: AnalysedName): readonly NameToken[] =>
  name.tokens.every(t => t instanceof NameToken) ? name.tokens : name.tokens.map(recordOf)

const DECISION = Math.log(0.7 / 0.3)
const squash = (z: number): number => 1 / (1 + Math.exp(-z - DECISION))

type Found = {
  readonly score: number
  readonly rank: number
  readonly letters: number
  readonly z: number
  readonly mode: Mode
  readonly links: Alignment
  readonly evidence: Evidence
  readonly sides: readonly [Side, Side]
}

function compareReading(queryName: AnalysedName, listedName: AnalysedName, manner: Manner, options: CompareOptions): Found {
  const query: Side = { tokens: tokensOf(queryName), roles: queryName.roles }
  const listed: Side = { tokens: tokensOf(listedName), roles: listedName.roles }
  const acronyms = manner.mode === 'organisation' && !manner.queryOpen && !manner.listedOpen
  const links = align(query.tokens, listed.tokens, acronyms)
  const mode = weighedAs(manner, links, query, listed)
  const evidence = evidenceOf(query, listed, links, {
    rarity: options.rarity,
    vessel: queryName.kind === 'vessel' || listedName.kind === 'vessel',
  })
  const weights = weightsOf(mode, options.profile)
  let z = 0
  for (let i = 0; i < evidence.count; i++) z += evidence.value[i]! * weights[evidence.feature[i]!]!
  const equal = isEqual(query, listed, links, evidence)
  return {
    score: equal ? 1 : squash(z),
    rank: z + nearness(query, listed, links, equal),
    letters: acronyms ? lettersFor(query, listed, links) : 0,
    z,
    mode,
    links,
    evidence,
    sides: [query, listed],
  }
}

// An acronym is laid to the whole other name, in the first link.
function lettersFor(query: Side, listed: Side, links: Alignment): number {
  const isWhole =
    links.kind[0] === LINK.initial && links.queryFrom[0] === 0 && links.queryTo[0] === Math.min(MAX_TOKENS, query.tokens.length)
  return isWhole && query.tokens.length > 2 ? (listed.tokens[links.listedFrom[0]!]?.text.length ?? 0) : 0
}

// Every word agrees as written; particles, titles and legal forms may differ, roles and suffixes may not.
function isEqual(query: Side, listed: Side, links: Alignment, evidence: Evidence): boolean {
  if (links.count === 0) return false
  for (let i = 1; i < evidence.count; i++) if (evidence.link[i] === -1) return false
  for (let i = 0; i < links.count; i++) {
    if (links.similarity[i] === 1 && links.kind[i] === LINK.same) continue
    if (
      massOf(query.tokens, links.queryFrom[i]!, links.queryTo[i]!) >= NEGLIGIBLE ||
      massOf(listed.tokens, links.listedFrom[i]!, links.listedTo[i]!) >= NEGLIGIBLE
    )
      return false
  }
  return true
}

const NEGLIGIBLE = 0.03

// What only ranks: an equal name before a similar one, the same order of words, the same script, more words.
function nearness(query: Side, listed: Side, links: Alignment, equal: boolean): number {
  let inOrder = 0
  let written = 0
  let told = 0
  let last = -1
  for (let i = 0; i < links.count; i++) {
    if (!links.isPair(i)) continue
    const q = query.tokens[links.queryFrom[i]!]!
    const l = listed.tokens[links.listedFrom[i]!]!
    if (links.listedFrom[i]! > last) inOrder++
    last = links.listedFrom[i]!
    if (q.original === l.original) written++
    told += Math.min(q.mass * q.info, l.mass * l.info)
  }
  const most = Math.max(1, query.tokens.length, listed.tokens.length)
  return (equal ? 1 : 0) + 0.3 * (inOrder / most) + 0.3 * (written / most) + 0.2 * Math.min(6, told)
}

function present({ links, sides: [query, listed] }: Found, at: number, contribution: number): NameLink {
  const q = query.tokens.slice(links.queryFrom[at], links.queryTo[at])
  const l = listed.tokens.slice(links.listedFrom[at], links.listedTo[at])
  const kind = LINK_KINDS[links.kind[at]!]!
  const edits = (kind === 'edits' || kind === 'sound') && q[0] && l[0] ? editedPositions(q[0].text, l[0].text) : undefined
  const rule = ruleOf(kind, q, l)
  return {
    query: q.map(t => t.text),
    listed: l.map(t => t.text),
    ...(isWritten(q) ? {} : { asked: q.map(t => t.original) }),
    ...(isWritten(l) ? {} : { recorded: l.map(t => t.original) }),
    kind,
    similarity: links.similarity[at]!,
    contribution,
    ...(edits ? { edits } : {}),
    ...(rule === undefined ? {} : { rule }),
  }
}

const isWritten = (tokens: readonly NameToken[]): boolean => tokens.every(t => t.original === t.text)
