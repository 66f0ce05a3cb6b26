import type { Link } from './align.ts'
import { crossing, opposedSuffixes, reversal } from './roles.ts'
import type { NameToken } from './token.ts'
import type { NameRole } from './types.ts'
import type { Feature } from './weights.ts'

/** A name as the evidence takes it. */
export type Side = { readonly tokens: readonly NameToken[]; readonly roles: readonly NameRole[] }

/** One item of evidence: a feature's value, and the link it comes from (-1: the name as a whole). */
export type Evidence = { readonly feature: Feature; readonly value: number; readonly link: number }

/** Rarity of a token in the collection, 0 to 1. */
export type TokenRarity = (token: NameToken) => number

/** What the evidence knows beside the names. */
export type Circumstances = { readonly rarity?: TokenRarity | undefined; readonly vessel: boolean }

// From FAIR down a similarity says more against than for; at UNLIKE it is a full contradiction.
const FAIR = 0.6
const UNLIKE = 0.38
const MANY = new Set(['s:fund', 's:trust', 's:partner', 's:mortgage', 's:securities', 's:capital'])

/** The evidence of an alignment for and against two names being one party's. */
export function evidenceOf(query: Side, listed: Side, links: readonly Link[], { rarity, vessel }: Circumstances): readonly Evidence[] {
  const out: Evidence[] = [{ feature: 'base', value: 1, link: -1 }]
  const queryMass = massOf(query.tokens, 0, query.tokens.length)
  const listedMass = massOf(listed.tokens, 0, listed.tokens.length)
  const small = Math.max(0.05, Math.min(queryMass, listedMass))
  const large = Math.max(0.05, queryMass - excused(query, links, 'missing'), listedMass - excused(listed, links, 'extra'))
  const sum = {
    agreed: 0,
    told: 0,
    against: 0,
    left: 0,
    worst: 0,
    worstAt: -1,
    edited: 0,
    editedAt: -1,
    edits: 0,
    initials: 0,
    shortened: 0,
  }
  links.forEach((link, i) => {
    const q = massOf(query.tokens, link.queryFrom, link.queryTo)
    const l = massOf(listed.tokens, link.listedFrom, link.listedTo)
    if (link.kind === 'missing' || link.kind === 'extra') {
      const token = link.kind === 'missing' ? query.tokens[link.queryFrom] : listed.tokens[link.listedFrom]
      const role = link.kind === 'missing' ? query.roles[link.queryFrom] : listed.roles[link.listedFrom]
      sum.left += (q + l) * (1 - (token ? excuse(token, role) : 0))
      const feature =
        token?.kind === 'number'
          ? 'numberOnly'
          : token?.kind === 'sector'
            ? 'sectorOnly'
            : token?.kind === 'place'
              ? 'placeOnly'
              : undefined
      if (feature) out.push({ feature, value: 1, link: i })
    } else if (link.similarity >= FAIR)
      agreement(link, i, link.kind === 'initial' ? Math.max(q, l) : Math.min(q, l), { small, large, sum, out, query, listed, rarity })
    else contradiction(link, i, against(q, l), { query, listed, sum, out, vessel })
  })
  for (const [i, link] of links.entries()) {
    if (link.kind === 'missing' || link.kind === 'extra' || link.similarity >= FAIR) continue
    const mass = against(massOf(query.tokens, link.queryFrom, link.queryTo), massOf(listed.tokens, link.listedFrom, link.listedTo))
    out.push({ feature: 'contradicted', value: (mass * doubt(link.similarity)) / Math.max(0.05, sum.agreed + sum.against), link: i })
  }
  if (sum.worst > 0) out.push({ feature: 'worst', value: Math.min(1, sum.worst), link: sum.worstAt })
  if (sum.edited > 0) out.push({ feature: 'editedMost', value: sum.edited, link: sum.editedAt })
  const unexplained = Math.min(1, sum.left + sum.against)
  const loosened = (sum.left > 0.2 ? Math.min(1, sum.left) : 0) + Math.min(1, sum.shortened)
  if (loosened > 0 && sum.edits > 0) out.push({ feature: 'loose', value: loosened * sum.edits, link: -1 })
  if (sum.left > 0.2 && sum.initials > 0) out.push({ feature: 'stretched', value: Math.min(1, sum.left) * sum.initials, link: -1 })
  if (unexplained > 0.2) out.push({ feature: 'thin', value: unexplained * Math.max(0, ENOUGH - sum.told), link: -1 })
  wholeName(query, listed, links, out)
  return out
}

/** Information that is enough to identify a party although something is left over. */
const ENOUGH = 1.7

// Parts of compound names and titles contradict each other nearly like words.
const against = (a: number, b: number): number => (Math.min(a, b) >= 0.3 ? Math.max(0.8, a, b) : Math.max(a, b))

type Sums = {
  agreed: number
  told: number
  against: number
  left: number
  worst: number
  worstAt: number
  edited: number
  editedAt: number
  edits: number
  initials: number
  shortened: number
}
type Agreeing = {
  readonly small: number
  readonly large: number
  readonly sum: Sums
  readonly out: Evidence[]
  readonly query: Side
  readonly listed: Side
  readonly rarity: TokenRarity | undefined
}

// What may be left out without a word: a patronymic, a frequent name.
const PATRONYMIC = /(?:[oe]v|[oe]w)(?:ich|ych|itsch|itch|na)$|[iy]vna$|ovic$/
const excuse = (token: NameToken, role: NameRole | undefined): number =>
  role === 'patronymic' || (token.text.length > 6 && PATRONYMIC.test(token.text)) ? 0.6 : token.kind === 'word' ? 0.5 * (1 - token.info) : 0

function excused(side: Side, links: readonly Link[], kind: 'missing' | 'extra'): number {
  let sum = 0
  for (const link of links) {
    if (link.kind !== kind) continue
    const at = kind === 'missing' ? link.queryFrom : link.listedFrom
    const token = side.tokens[at]
    if (token) sum += token.mass * excuse(token, side.roles[at])
  }
  return sum
}

const doubt = (similarity: number): number => Math.min(1, Math.max(0, (FAIR - similarity) / (FAIR - UNLIKE)))

function agreement(link: Link, at: number, mass: number, { small, large, sum, out, query, listed, rarity }: Agreeing): void {
  const value = mass * link.similarity
  sum.agreed += value
  sum.told +=
    Math.max(infoOf(query.tokens, link.queryFrom, link.queryTo, rarity), infoOf(listed.tokens, link.listedFrom, link.listedTo, rarity)) *
    link.similarity
  out.push(
    { feature: 'coverSmall', value: Math.min(1, value / small), link: at },
    { feature: 'coverLarge', value: Math.min(1, value / large), link: at },
  )
  const edited = mass * (1 - link.similarity)
  if (link.kind === 'initial' && Math.max(link.queryTo - link.queryFrom, link.listedTo - link.listedFrom) > 2)
    out.push({ feature: 'acronym', value: 1, link: at })
  else if (link.kind === 'initial' || link.kind === 'nickname') {
    out.push({ feature: 'initials', value: 1, link: at })
    if (link.kind === 'initial') sum.initials++
    sum.shortened++
  } else if (edited > 0) {
    out.push({ feature: 'edited', value: edited, link: at })
    sum.edits += edited
    if (edited > sum.edited) [sum.edited, sum.editedAt] = [edited, at]
  }
}

type Contradicting = { readonly query: Side; readonly listed: Side; readonly sum: Sums; readonly out: Evidence[]; readonly vessel: boolean }

function contradiction(link: Link, at: number, mass: number, { query, listed, sum, out, vessel }: Contradicting): void {
  const value = mass * doubt(link.similarity)
  sum.against += value
  const [a, b] = [query.tokens[link.queryFrom], listed.tokens[link.listedFrom]]
  if (a?.kind === 'number' && b?.kind === 'number') out.push({ feature: vessel ? 'hull' : 'number', value: 1, link: at })
  else if (a?.kind === b?.kind && (a?.kind === 'place' || a?.kind === 'sector')) out.push({ feature: a.kind, value: 1, link: at })
  else if (value > sum.worst) [sum.worst, sum.worstAt] = [value, at]
}

function wholeName(query: Side, listed: Side, links: readonly Link[], out: Evidence[]): void {
  if (out.some(e => e.feature === 'number') && query.tokens.some(t => MANY.has(t.symbol)) && listed.tokens.some(t => MANY.has(t.symbol)))
    out.push({ feature: 'series', value: 1, link: -1 })
  const reversed = reversal(query.tokens, listed.tokens, links)
  if (reversed > 0) out.push({ feature: 'reversed', value: reversed, link: -1 })
  const crossed = crossing(query, listed, links)
  if (crossed > 0) out.push({ feature: 'crossed', value: crossed, link: -1 })
  if (opposedSuffixes(query.tokens, listed.tokens)) out.push({ feature: 'suffix', value: 1, link: -1 })
  if (opposedForms(query.tokens, listed.tokens)) out.push({ feature: 'form', value: 1, link: -1 })
}

// Companies of all kinds are one family, since lists and registers mix them up; charities and traders are others.
const FAMILY: Readonly<Record<string, string>> = {
  'f:llc': 'company',
  'f:jsc': 'company',
  'f:company': 'company',
  'f:lp': 'company',
  'f:fz': 'company',
  'f:soe': 'company',
}
function opposedForms(query: readonly NameToken[], listed: readonly NameToken[]): boolean {
  const families = (tokens: readonly NameToken[]): ReadonlySet<string> =>
    new Set(tokens.filter(t => t.kind === 'legal-form').map(t => FAMILY[t.symbol] ?? t.symbol))
  const a = families(query)
  const b = families(listed)
  return a.size > 0 && b.size > 0 && [...a].every(family => !b.has(family))
}

/** The mass of a stretch of tokens. */
export function massOf(tokens: readonly NameToken[], from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += tokens[i]!.mass
  return sum
}

function infoOf(tokens: readonly NameToken[], from: number, to: number, rarity: TokenRarity | undefined): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    sum += token.mass * (rarity ? 0.3 + 0.7 * rarity(token) : token.info)
  }
  return sum
}
