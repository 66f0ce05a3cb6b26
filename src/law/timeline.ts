import type { Attestation } from '../ledger/index.ts'
import type { Bound, Day, Evidence, Span } from '../model/index.ts'
import { agree, endText, narrow, startText } from './bounds.ts'
import { byStart, type Claim, claimsOf, type Disagreement, isBelieved, isLongAfter, type SourceClaims, sequence } from './claims.ts'

/** A span with the attestations that carry it, the surest first. */
export type AttestedSpan = Span & { readonly attested: readonly Attestation[] }

/** What the timeline must know beside the attestations; all of it may be left out. */
export type Surroundings = {
  /** Sources in order of rank among their kind; those not named come after, by id. */
  readonly order?: readonly string[]
  /** Days of all versions of each source whose silence means removal. */
  readonly versions?: ReadonlyMap<string, readonly Day[]>
  /** Sources whose silence means nothing, such as amending acts: they speak of beginnings, and the lists they amend of the ends. */
  readonly silent?: ReadonlySet<string>
  /** Days of the versions of official lists that hold entries of a list under a programme. */
  readonly carriers?: (list: string, programme: string) => readonly Day[]
  /** True where an official source of the list is held: a copy's word alone then begins no listing. */
  readonly officialHeld?: (list: string) => boolean
}

/**
 * The stretches of each status that follow from what records attest of one party, list by list in order of time.
 *
 * Sources speak in order of rank: official, curated, aggregate, own. A lower one narrows an uncertain bound, adds what the
 * higher ones cannot know (before their first version, after their newest), and is noted as disagreement in the rest.
 * An aggregate never begins or ends a span where an official source speaks. A span of status `never` speaks of the day
 * `from.by`, on which it was read, and of the days before.
 *
 * @param attestations of all records of one party, cut at the published instant of the question
 */
export function timeline(attestations: readonly Attestation[], surroundings: Surroundings = {}): readonly AttestedSpan[] {
  const lists = Map.groupBy(attestations, a => a.list)
  return [...lists.keys()].sort().flatMap(list => listTimeline(list, lists.get(list) ?? [], surroundings))
}

const RANK: Readonly<Record<Attestation['kind'], number>> = { official: 0, curated: 1, aggregate: 2, own: 3 }

function listTimeline(list: string, attestations: readonly Attestation[], surroundings: Surroundings): readonly AttestedSpan[] {
  const dated = attestations.filter(a => a.status !== 'never')
  const isSilent = (s: SourceClaims) => surroundings.silent?.has(s.source) === true
  const isFile = (s: SourceClaims) => s.kind === 'official' && !isSilent(s)
  const sources = [...Map.groupBy(dated, a => a.source).values()]
    .map(own => claimsOf(own, surroundings.versions?.get(own[0]?.source ?? '')))
    .filter(s => s.claims.length > 0)
    .sort(
      (a, b) =>
        RANK[a.kind] - RANK[b.kind] ||
        Number(isSilent(a)) - Number(isSilent(b)) ||
        place(a.source, surroundings.order) - place(b.source, surroundings.order) ||
        (a.source < b.source ? -1 : 1),
    )
    .map((s, _, all) => (isSilent(s) ? { ...s, claims: actsAlone(s.claims, surroundings, all.some(isFile)) } : s))
  const official = sources.some(s => s.kind === 'official') || surroundings.officialHeld?.(list) === true
  const speaking = official ? sources.filter(s => s.kind !== 'aggregate') : sources
  const copies = official ? sources.filter(s => s.kind === 'aggregate') : []
  const [first, ...rest] = speaking
  const told = first ? rest.reduce(combine, { claims: first.claims, absent: first.absent }) : { claims: [], absent: [] }
  const claims = copies.reduce<readonly Claim[]>((all, copy) => copy.claims.reduce(reported, all), told.claims)
  return withNever(
    claims,
    attestations.filter(a => a.status === 'never' && a.until === null),
  ).map(c => span(list, c))
}

/**
 * Claims of amending acts, which speak for the day of the act alone. Where no list that the act amends ever held the party, though
 * one of its versions came long enough after the act, it was taken off again before.
 */
function actsAlone(claims: readonly Claim[], { carriers }: Surroundings, held: boolean): readonly Claim[] {
  return claims.map(claim => {
    const [newest] = claim.attested
    const since = claim.attested.map(a => a.since).reduce((a, b) => (a < b ? a : b), claim.known)
    const told: Claim = { ...claim, known: since }
    if (held || claim.to !== null || !newest) return told
    const begun = since > claim.from.by ? since : claim.from.by
    const lacking = carriers?.(newest.list, newest.programme).find(day => isLongAfter(begun, day))
    return lacking === undefined ? told : { ...told, to: { after: begun, by: lacking, basis: 'seen', evidence: newest.evidence } }
  })
}

const place = (source: string, order: readonly string[] = []) => {
  const at = order.indexOf(source)
  return at < 0 ? order.length : at
}

/** Claims so far, and the days on which versions of the sources so far lacked the party. */
type Told = { readonly claims: readonly Claim[]; readonly absent: readonly Day[] }

/** What is told so far together with what a source of lower rank says. */
function combine(told: Told, lower: SourceClaims): Told {
  let claims = [...told.claims]
  for (const claim of lower.claims)
    claims = agreeing(claims, claim, told.absent) ?? placed(claims, claim, told.absent) ?? disagreed(claims, claim)
  return { claims: sequence(claims.sort(byStart)), absent: [...told.absent, ...lower.absent].sort() }
}

/** The claims of the same status that surely hold on a common day take the lower one's evidence and are narrowed by it. */
function agreeing(claims: readonly Claim[], lower: Claim, absent: readonly Day[]): Claim[] | null {
  const at = claims.flatMap((c, i) => (c.status === lower.status && meet(c, lower) ? [i] : []))
  const [first, last] = [at[0], at.at(-1)]
  if (first === undefined || last === undefined) return null
  return claims.map((c, i) => {
    if (!at.includes(i)) return c
    const start = i === first ? narrowStart(c, lower, i === 0, absent) : { bound: c.from }
    const end = i === last ? narrowEnd(c, lower) : { bound: c.to }
    const gap = first !== last && i === last ? 'tells of no gap' : undefined
    const notes = [start.says, end.says, gap].flatMap(words => (words ? [note(lower, words)] : []))
    return {
      ...c,
      from: start.bound,
      to: end.bound,
      attested: [...c.attested, ...lower.attested],
      disagreement: [...c.disagreement, ...lower.disagreement, ...notes],
    }
  })
}

/** True where both surely hold on some common day, or where all that one tells is an end that may be the other's. */
const meet = (a: Claim, b: Claim) =>
  (a.from.by <= (b.to?.after ?? '9999') && b.from.by <= (a.to?.after ?? '9999')) ||
  ((a.from.after === null || b.from.after === null) && a.to !== null && b.to !== null && agree(a.to, b.to))

/** A bound, and what a lower source says otherwise. */
type Narrowed<B> = { readonly bound: B; readonly says?: string }

function narrowStart(claim: Claim, lower: Claim, isFirst: boolean, absent: readonly Day[]): Narrowed<Bound> {
  if (agree(claim.from, lower.from)) return { bound: narrow(claim.from, lower.from) }
  if (lower.from.after === null) return { bound: claim.from }
  const lacked = absent.findLast(day => lower.from.by <= day && day < claim.from.by)
  const believed = lacked === undefined || isBelieved(lower.from.by, lacked, false)
  if (isFirst && claim.from.basis === 'seen' && believed && lower.from.by < claim.from.by) return { bound: lower.from }
  return { bound: claim.from, says: `gives the start as ${startText(lower.from) ?? `not after ${lower.from.by}`}` }
}

function narrowEnd(claim: Claim, lower: Claim): Narrowed<Bound | null> {
  if (claim.to === null) {
    if (lower.to === null) return { bound: null }
    if (lower.to.by > claim.known) return { bound: later(lower.to, claim.known) }
    return { bound: null, says: `gives the end as ${endText(lower.to)}` }
  }
  if (lower.to === null) return { bound: claim.to, ...(lower.known >= claim.to.by ? { says: 'tells of no end' } : {}) }
  if (agree(claim.to, lower.to)) return { bound: narrow(claim.to, lower.to) }
  return { bound: claim.to, says: `gives the end as ${endText(lower.to)}` }
}

/** An end that a source of higher rank, which still had the party on `known`, allows. */
const later = (end: Bound, known: Day): Bound =>
  end.after !== null && end.after >= known ? end : { ...end, after: known < end.by ? known : end.after }

/** The claims with the lower one at its place, where those of higher rank leave room for it; else null. */
function placed(claims: readonly Claim[], lower: Claim, absent: readonly Day[]): Claim[] | null {
  const before = claims.findLastIndex(c => c.from.by <= lower.from.by)
  const [previous, next] = [claims[before], claims[before + 1]]
  if (lower.status === 'listed' && absent.some(day => lower.from.by <= day && day <= (lower.to?.after ?? '9999'))) return null
  const end = previous?.to ?? null
  if (previous && end === null && lower.from.by <= previous.known) return null
  if (end?.after && lower.from.by <= end.after) return null
  const joint = end && lower.status !== 'listed' && agree(end, lower.from) ? narrow(end, lower.from) : null
  const from = joint ?? (previous && lower.from.after === null ? { ...lower.from, after: end?.after ?? previous.known } : lower.from)
  const to = next && (lower.to === null || lower.to.by > next.from.by) ? next.from : lower.to
  const out = claims.map(c => (c === previous && (end === null || joint) ? { ...c, to: from } : c))
  out.splice(before + 1, 0, { ...lower, from, to })
  return out
}

/** The claims with a note at the nearest: a source of lower rank says otherwise. */
function disagreed(claims: readonly Claim[], lower: Claim): Claim[] {
  const nearest = Math.max(
    0,
    claims.findLastIndex(c => c.from.by <= lower.from.by),
  )
  const start = startText(lower.from)
  const words = `holds it as ${lower.status}${start ? ` from ${start}` : ''}${lower.to ? ` to ${endText(lower.to)}` : ''}`
  return claims.map((c, i) => (i === nearest ? { ...c, disagreement: [...c.disagreement, note(lower, words)] } : c))
}

/** The claims with what a copy of the list reports: its evidence where it agrees, a note where it does not. */
function reported(claims: readonly Claim[], copy: Claim): readonly Claim[] {
  const at = claims.findIndex(c => c.status === copy.status && meet(c, copy))
  if (at < 0) return disagreed(claims, copy)
  return claims.map((c, i) => {
    if (i !== at) return c
    const notes: Disagreement[] =
      copy.from.basis === 'stated' && !agree(c.from, copy.from)
        ? [note(copy, `reports the start as ${startText(copy.from) ?? copy.from.by}`)]
        : []
    if (copy.to && !(c.to && agree(c.to, copy.to))) notes.push(note(copy, `reports the end as ${endText(copy.to)}`))
    return { ...c, attested: [...c.attested, ...copy.attested], disagreement: [...c.disagreement, ...copy.disagreement, ...notes] }
  })
}

function note(claim: Claim, words: string): Disagreement {
  const evidence = claim.attested[0]?.evidence ?? claim.from.evidence
  return { note: `${evidence.source} ${words}`, evidence }
}

/** Never-listed, as read on a day, stands beside dated claims only where these begin after that day. */
function withNever(claims: readonly Claim[], never: readonly Attestation[]): readonly Claim[] {
  if (never.length === 0) return claims
  const day = (a: Attestation) => a.asOf ?? a.since
  const [latest, ...others] = never.toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || (day(a) > day(b) ? -1 : 1))
  if (!latest) return claims
  const from: Bound = { after: null, by: day(latest), basis: latest.kind === 'curated' ? 'curated' : 'stated', evidence: latest.evidence }
  const claim: Claim = { status: 'never', from, to: null, known: day(latest), attested: [latest, ...others], disagreement: [] }
  const against = claims.findIndex(c => (c.from.after ?? '') < claim.from.by)
  if (against < 0) return [claim, ...claims]
  return claims.map((c, i) =>
    i === against ? { ...c, disagreement: [...c.disagreement, note(claim, `holds it as never listed, as read on ${claim.from.by}`)] } : c,
  )
}

function span(list: string, claim: Claim): AttestedSpan {
  const curatedFirst = claim.attested.toSorted((a, b) => Number(b.kind === 'curated') - Number(a.kind === 'curated'))
  const evidence: Evidence[] = []
  for (const a of claim.attested)
    if (!evidence.some(e => e.record === a.evidence.record && e.field === a.evidence.field)) evidence.push(a.evidence)
  return {
    party: claim.attested[0]?.party ?? '',
    list,
    status: claim.status,
    from: claim.from,
    to: claim.to,
    // The base names the deciding act, an official record mostly the regime.
    instruments: [...new Set(curatedFirst.flatMap(a => a.instruments))],
    endInstruments: [...new Set(curatedFirst.flatMap(a => a.endInstruments ?? []))],
    evidence,
    disagreement: claim.disagreement,
    attested: claim.attested,
  }
}
