import type { Alignment } from './alignment.ts'
import { excused, isSyllabic, isWestern } from './excused.ts'
import { LINK } from './kinds.ts'
import { crossing, opposedForms, opposedSuffixes, reversal } from './roles.ts'
import type { NameToken } from './token.ts'
import type { NameRole } from './types.ts'
import { FEATURE } from './weights.ts'

/** A name as the evidence takes it. */
export type Side = { readonly tokens: readonly NameToken[]; readonly roles: readonly NameRole[] }

/** Rarity of a token in the collection, 0 to 1. */
export type TokenRarity = (token: NameToken) => number

/** What the evidence knows beside the names. */
export type Circumstances = { readonly rarity: TokenRarity | undefined; readonly vessel: boolean }

/** Items of evidence as columns: a feature's number, its value, and the link it comes from (-1: the name as a whole). */
export class Evidence {
  count = 0
  readonly feature = new Uint8Array(1024)
  readonly value = new Float64Array(1024)
  readonly link = new Int16Array(1024)

  add(feature: number, value: number, link: number): void {
    const at = this.count++
    this.feature[at] = feature
    this.value[at] = value
    this.link[at] = link
  }

  has(feature: number): boolean {
    for (let i = 0; i < this.count; i++) if (this.feature[i] === feature) return true
    return false
  }
}

// From FAIR down a similarity says more against than for; at UNLIKE it is a full contradiction.
const FAIR = 0.6
const UNLIKE = 0.38
// Information that is enough to identify a party although something is left over.
const ENOUGH = 1.7
// A list of many names has more namesakes than two names side by side.
const ENOUGH_IN_LIST = 2.1
const LEAST = 0.05
const MANY = new Set(['s:fund', 's:trust', 's:partner', 's:mortgage', 's:securities', 's:capital'])

// Words that say no more than that it is a body.
const GENERIC = new Set([
  's:group',
  's:holding',
  's:organization',
  's:enterprise',
  's:movement',
  's:concern',
  's:network',
  's:money',
  's:brothers',
  's:sons',
])

const evidence = new Evidence()
let query: Side
let listed: Side
let links: Alignment
let rarity: TokenRarity | undefined
// Names of Chinese and Korean lose no syllable: one that is left over is another name.
let syllabic = false
const sum = {
  small: 0,
  large: 0,
  agreed: 0,
  told: 0,
  against: 0,
  left: 0,
  leftWord: 0,
  telling: 0,
  worst: 0,
  worstAt: -1,
  edited: 0,
  editedAt: -1,
  edits: 0,
  initials: 0,
  shortened: 0,
}

/**
 * The evidence of an alignment for and against two names being one party's.
 *
 * @returns the one object of this module, valid until the next call
 */
export function evidenceOf(q: Side, l: Side, alignment: Alignment, circumstances: Circumstances): Evidence {
  query = q
  listed = l
  links = alignment
  rarity = circumstances.rarity
  syllabic = isSyllabic(q) || isSyllabic(l)
  evidence.count = 0
  evidence.add(FEATURE.base, 1, -1)
  begin()
  for (let i = 0; i < links.count; i++) {
    if (!links.isPair(i)) leftOver(i)
    else if (!conflict(i, circumstances.vessel)) {
      agreement(i)
      if (links.similarity[i]! < FAIR) contradiction(i)
    }
  }
  conclude()
  wholeName()
  return evidence
}

function begin(): void {
  sum.agreed =
    sum.told =
    sum.against =
    sum.left =
    sum.worst =
    sum.edited =
    sum.edits =
    sum.initials =
    sum.shortened =
    sum.leftWord =
    sum.telling =
      0
  sum.worstAt = sum.editedAt = -1
  const queryMass = massOf(query.tokens, 0, query.tokens.length)
  const listedMass = massOf(listed.tokens, 0, listed.tokens.length)
  sum.small = Math.max(LEAST, Math.min(queryMass, listedMass))
  let queryLarge = queryMass
  let listedLarge = listedMass
  for (let i = 0; i < links.count; i++) {
    if (links.kind[i] === LINK.missing) queryLarge -= excused(query, links.queryFrom[i]!, syllabic)
    else if (links.kind[i] === LINK.extra) listedLarge -= excused(listed, links.listedFrom[i]!, syllabic)
  }
  sum.large = Math.max(LEAST, queryLarge, listedLarge)
}

// What an ordinary word and a word of business come to: beside more than these a word left over says less.
const OF_TWO = 1.6

function leftOver(at: number): void {
  const [side, place] = links.kind[at] === LINK.missing ? [query, links.queryFrom[at]!] : [listed, links.listedFrom[at]!]
  const token = side.tokens[place]!
  const mass = token.mass - excused(side, place, syllabic)
  sum.left += mass
  if (token.kind === 'word') sum.leftWord += mass
  if (syllabic && token.kind === 'word' && !isWestern(token)) evidence.add(FEATURE.syllable, mass, at)
  if (token.kind === 'number') evidence.add(FEATURE.numberOnly, 1, at)
  else if (token.kind === 'sector' && !GENERIC.has(token.symbol)) evidence.add(FEATURE.sectorOnly, 1, at)
  else if (token.kind === 'place') evidence.add(FEATURE.placeOnly, 1, at)
}

// From FAIR down agreement fades, edits stay at their worst, and contradiction grows: a less similar word never makes more.
function agreement(at: number): void {
  const full = links.similarity[at]!
  const similarity = full >= FAIR ? full : full * Math.max(0, (full - UNLIKE) / (FAIR - UNLIKE))
  const kind = links.kind[at]!
  const [q, l] = massesOf(at)
  const mass = kind === LINK.initial ? Math.max(q, l) : Math.min(q, l)
  const value = mass * similarity
  sum.agreed += value
  if (
    full >= FAIR &&
    (isTelling(query, links.queryFrom[at]!, links.queryTo[at]!) || isTelling(listed, links.listedFrom[at]!, links.listedTo[at]!))
  )
    sum.telling++
  sum.told +=
    Math.max(
      infoOf(query.tokens, links.queryFrom[at]!, links.queryTo[at]!),
      infoOf(listed.tokens, links.listedFrom[at]!, links.listedTo[at]!),
    ) * similarity
  if (value > 0) {
    evidence.add(FEATURE.coverSmall, Math.min(1, value / sum.small), at)
    evidence.add(FEATURE.coverLarge, Math.min(1, value / sum.large), at)
  }
  if (kind === LINK.initial && Math.max(links.queryTo[at]! - links.queryFrom[at]!, links.listedTo[at]! - links.listedFrom[at]!) > 2)
    evidence.add(FEATURE.acronym, ambiguity(at), at)
  else if (kind === LINK.initial || kind === LINK.nickname) {
    evidence.add(FEATURE.initials, kind === LINK.nickname ? SHORT_FORM : sum.shortened === 0 ? 1 : FURTHER_INITIAL, at)
    if (kind === LINK.initial) sum.initials++
    sum.shortened++
  } else if (full < 1) edited(at, (full < FAIR ? contradictedMass(q, l) : mass) * (1 - Math.max(FAIR, full)))
}

function isTelling({ tokens }: Side, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.telling) return true
  return false
}

function edited(at: number, amount: number): void {
  evidence.add(FEATURE.edited, amount, at)
  sum.edits += amount
  if (amount > sum.edited) {
    sum.edited = amount
    sum.editedAt = at
  }
}

// One initial fits many, a second one fewer of them.
const FURTHER_INITIAL = 0.15
// A short form fits few names.
const SHORT_FORM = 0.4

// Three letters stand for many bodies, five for few.
function ambiguity(at: number): number {
  const words = Math.max(links.queryTo[at]! - links.queryFrom[at]!, links.listedTo[at]! - links.listedFrom[at]!)
  return words <= 3 ? 1 : words === 4 ? 0.7 : 0.4
}

// Two places, two words of business, two numbers: what they are says more than how alike they look.
function conflict(at: number, vessel: boolean): boolean {
  const a = query.tokens[links.queryFrom[at]!]!
  const b = listed.tokens[links.listedFrom[at]!]!
  if (a.kind !== b.kind || links.similarity[at]! >= FAIR) return false
  const feature =
    a.kind === 'number'
      ? vessel
        ? FEATURE.hull
        : FEATURE.number
      : a.kind === 'place'
        ? FEATURE.place
        : a.kind === 'sector'
          ? FEATURE.sector
          : -1
  if (feature < 0) return false
  sum.against += againstOf(at)
  evidence.add(feature, 1, at)
  return true
}

function contradiction(at: number): void {
  oppose(at, againstOf(at))
}

function oppose(at: number, value: number): void {
  sum.against += value
  if (value > sum.worst) {
    sum.worst = value
    sum.worstAt = at
  }
}

// Parts of compound names and titles contradict each other like words.
const contradictedMass = (q: number, l: number): number => (Math.min(q, l) >= 0.3 ? Math.max(1, q, l) : Math.max(q, l))

function againstOf(at: number): number {
  const [q, l] = massesOf(at)
  return contradictedMass(q, l) * Math.min(1, (FAIR - links.similarity[at]!) / (FAIR - UNLIKE))
}

function conclude(): void {
  for (let i = 0; i < links.count; i++)
    if (links.isPair(i) && links.similarity[i]! < FAIR)
      evidence.add(FEATURE.contradicted, againstOf(i) / Math.max(LEAST, sum.agreed + sum.against), i)
  if (sum.worst > 0) evidence.add(FEATURE.worst, Math.min(1, sum.worst), sum.worstAt)
  if (sum.edited > 0) evidence.add(FEATURE.editedMost, 2.5 * sum.edited * sum.edited, sum.editedAt)
  if (sum.leftWord > 0 && sum.telling === 0)
    evidence.add(FEATURE.ordinary, Math.min(1, (OF_TWO * sum.leftWord) / Math.max(LEAST, sum.agreed)), -1)
  const left = sum.left > 0.2 ? Math.min(1, sum.left) : 0
  const loosened = left + Math.min(1, sum.shortened)
  if (loosened > 0 && sum.edits > 0) evidence.add(FEATURE.loose, loosened * sum.edits, -1)
  if (left > 0 && sum.initials > 0) evidence.add(FEATURE.stretched, left * sum.initials, -1)
  const unexplained = Math.min(1, sum.left + sum.against)
  if (unexplained > 0.2) evidence.add(FEATURE.thin, unexplained * Math.max(0, (rarity ? ENOUGH_IN_LIST : ENOUGH) - sum.told), -1)
}

function wholeName(): void {
  if (evidence.has(FEATURE.number) && query.tokens.some(t => MANY.has(t.symbol)) && listed.tokens.some(t => MANY.has(t.symbol)))
    evidence.add(FEATURE.series, 1, -1)
  const reversed = reversal(query.tokens, listed.tokens, links)
  if (reversed > 0) evidence.add(FEATURE.reversed, reversed, -1)
  const crossed = crossing(query, listed, links)
  if (crossed > 0) evidence.add(FEATURE.crossed, crossed, -1)
  if (opposedSuffixes(query.tokens, listed.tokens)) evidence.add(FEATURE.suffix, 1, -1)
  if (opposedForms(query.tokens, listed.tokens)) evidence.add(FEATURE.form, 1, -1)
}

const masses: [number, number] = [0, 0]
function massesOf(at: number): readonly [number, number] {
  masses[0] = massOf(query.tokens, links.queryFrom[at]!, links.queryTo[at]!)
  masses[1] = massOf(listed.tokens, links.listedFrom[at]!, links.listedTo[at]!)
  return masses
}

/** The mass of a stretch of tokens. */
export function massOf(tokens: readonly NameToken[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += tokens[i]!.mass
  return total
}

function infoOf(tokens: readonly NameToken[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    total += token.mass * (rarity ? Math.min(token.info, 0.3 + 0.7 * rarity(token)) : token.info)
  }
  return total
}
