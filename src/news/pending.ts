import type { Day } from '../model/index.ts'
import { HIGH } from './confidence.ts'
import { daysBetween, span } from './days.ts'
import { merged } from './merge.ts'
import { type KeptClaim, toldOn } from './store.ts'

/** How far a change has come: asked for by others, weighed, announced, before a court or committee, decided. */
export type Rung = 'called' | 'considered' | 'announced' | 'heard' | 'decided'

/** Which way a change goes. */
export type Direction = 'listing' | 'delisting' | 'easing'

/** An official change of a party's state with an authority, as the law's spans tell it. */
export type OfficialChange = {
  readonly day: Day
  readonly direction: Direction
  readonly title: string
  readonly instrument: string | null
}

/**
 * A change of one (authority, party) that may come, with what speaks for and against it. It never edits a designation.
 *
 * `Seen` is a claim with the document it stands in.
 */
export type PendingOf<Seen> = {
  readonly id: string
  readonly authority: string
  readonly authorityName: string
  readonly party: string
  readonly partyCaption: string
  readonly direction: Direction
  /** The highest rung reached. */
  readonly rung: Rung
  /** Every rung in order; one that was not reached has no day and no claims. */
  readonly rungs: readonly { readonly rung: Rung; readonly day: Day | null; readonly claims: readonly Seen[] }[]
  /** Relations that support it (talks, invitations, recognition …); never sufficient alone. */
  readonly support: readonly Seen[]
  /** Denials and contrary acts. */
  readonly against: readonly Seen[]
  readonly status: 'open' | 'closed' | 'expired'
  /** The official change that closed it. */
  readonly closedBy: { readonly day: Day; readonly title: string; readonly instrument: string | null } | null
  /** Days of the first and the newest evidence. */
  readonly opened: Day
  readonly updated: Day
}

/** A pending change over claims as they are kept. */
export type Pending = PendingOf<KeptClaim>

const RUNGS: readonly Rung[] = ['called', 'considered', 'announced', 'heard', 'decided']

/** How much a rung weighs on the day it is told, 0 to 1: how often, as a rule of thumb, the change follows within a year. */
const WEIGHT: Readonly<Record<Rung, number>> = { called: 0.35, considered: 0.5, announced: 0.8, heard: 0.75, decided: 0.95 }
/** Days in which evidence loses half of its weight. */
const HALF_LIFE_DAYS = 180
/** What all relations together may add; they never open a change. */
const MAX_SUPPORT = 0.2
/** Below this a change is no longer pending. */
const EXPIRED = 0.1
/** Relations older than this, counted back from the opening, are no part of the case. */
const SUPPORT_YEARS = 3

const RELATIONS = new Set([
  'recognition',
  'accreditation',
  'talks',
  'invitation',
  'aid',
  'agreement',
  'embassy',
  'upgrade',
  'proposal',
  'legislation',
])
const ADVERSE = new Set(['hostility', 'severance', 'downgrade'])

/** What is asked of the law and of the curated base while changes are weighed. */
export type Surroundings = {
  readonly captionOf: (party: string) => string
  readonly nameOf: (authority: string) => string
  /** Official changes of a pair in order of time. */
  readonly changesOf: (authority: string, party: string) => readonly OfficialChange[]
  /** Dated relations of a pair that the curated base holds, in the form of claims. */
  readonly relationsOf: (authority: string, party: string) => readonly KeptClaim[]
}

/**
 * Changes that were pending on or before a day: a case a pair, direction and stretch between official changes.
 *
 * @param claims what was told up to that day
 */
export function pendingChanges(claims: readonly KeptClaim[], on: Day, around: Surroundings): readonly Pending[] {
  const linked = claims.filter(c => c.authorityId !== null && c.targetId !== null && toldOn(c) <= on)
  const pairs = Map.groupBy(linked, c => `${c.authorityId}\n${c.targetId}`)
  const found = [...pairs.values()].flatMap(of => casesOf(of, on, around))
  const order = (p: Pending) => (p.status === 'open' ? 0 : 1)
  return found.sort((a, b) => order(a) - order(b) || (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1))
}

function casesOf(claims: readonly KeptClaim[], on: Day, around: Surroundings): readonly Pending[] {
  const [first] = claims
  const [authority, party] = [first?.authorityId ?? '', first?.targetId ?? '']
  const changes = around.changesOf(authority, party).filter(c => c.day <= on)
  const relations = [
    ...claims.filter(c => RELATIONS.has(c.type) || ADVERSE.has(c.type)),
    ...around.relationsOf(authority, party).filter(c => toldOn(c) <= on),
  ]
  return (['listing', 'delisting', 'easing'] as const).flatMap(direction => {
    const steps = claims.flatMap(claim => {
      const rung = rungOf(claim, direction)
      return rung ? [{ claim, rung, day: dayOf(claim) }] : []
    })
    const closings = changes.filter(c => c.direction === direction)
    // Each official change ends a stretch; what is told later is of the next.
    const bounds = ['0000', ...closings.map(c => c.day), '9999']
    return bounds.slice(0, -1).flatMap((from, i) => {
      const until = bounds[i + 1] as Day
      // A report of a change that the lists hold already opens nothing.
      const told = (s: Step) => i > 0 && s.rung === 'decided' && daysBetween(from, s.day) <= NEWS_DAYS
      const mine = steps.filter(s => s.day >= from && s.day < until && !told(s))
      const one = caseOf({
        mine,
        direction,
        authority,
        party,
        closing: closings[i] ?? null,
        relations,
        contrary: contraryTo(claims, direction, from, until),
        on,
        around,
      })
      return one ? [one] : []
    })
  })
}

type Step = { readonly claim: KeptClaim; readonly rung: Rung; readonly day: Day }
type Case = {
  readonly mine: readonly Step[]
  readonly direction: Direction
  readonly authority: string
  readonly party: string
  readonly closing: OfficialChange | null
  readonly relations: readonly KeptClaim[]
  readonly contrary: readonly KeptClaim[]
  readonly on: Day
  readonly around: Surroundings
}

function caseOf({ mine, direction, authority, party, closing, relations, contrary, on, around }: Case): Pending | null {
  // Only the band that is right most often may open a change.
  if (!mine.some(s => s.claim.confidence >= HIGH)) return null
  const days = mine.map(s => s.day).sort()
  const opened = days[0] as Day
  const end = closing?.day ?? on
  const within = relations.filter(r => dayOf(r) <= end && daysBetween(dayOf(r), opened) <= SUPPORT_YEARS * 365)
  const support =
    direction === 'listing'
      ? within.filter(r => ADVERSE.has(r.type))
      : within.filter(r => RELATIONS.has(r.type) && r.factuality !== 'denied')
  const against = [...contrary, ...(direction === 'listing' ? [] : within.filter(r => ADVERSE.has(r.type) || r.factuality === 'denied'))]
  const rungs = RUNGS.map(rung => {
    const of = mine.filter(s => s.rung === rung).toSorted((a, b) => (a.day < b.day ? -1 : 1))
    return { rung, day: of[0]?.day ?? null, claims: merged(of.map(s => s.claim)).map(m => m.claim) }
  })
  const highest = rungs.findLast(r => r.day !== null)?.rung ?? 'called'
  const standing = weightOf(mine, support, against, on)
  return {
    id: [authority, party, direction, opened].join('/'),
    authority,
    authorityName: around.nameOf(authority),
    party,
    partyCaption: around.captionOf(party),
    direction,
    rung: highest,
    rungs,
    support,
    against,
    status: closing ? 'closed' : standing < EXPIRED ? 'expired' : 'open',
    closedBy: closing ? { day: closing.day, title: closing.title, instrument: closing.instrument } : null,
    opened,
    updated: [...days, ...support.map(dayOf).filter(d => d >= opened)].sort().at(-1) as Day,
  }
}

/** The day a claim's act stands for: its own, where that lies before it was told, else the day it was told. */
function dayOf(claim: KeptClaim): Day {
  const told = toldOn(claim)
  const last = claim.date ? span(claim.date)[1] : told
  return last < told ? last : told
}

/** Acts that are done with: what is told of them long afterwards is history, no sign of a change. */
const DONE = new Set(['listed', 'delisted', 'suspended', 'annulled', 'eased', 'exemption'])
const NEWS_DAYS = 60

const isNews = (claim: KeptClaim) => claim.date !== null && daysBetween(dayOf(claim), toldOn(claim)) <= NEWS_DAYS

function rungOf(claim: KeptClaim, direction: Direction): Rung | null {
  const { type, factuality } = claim
  if (factuality === 'denied' || (factuality === 'done' && DONE.has(type) && !isNews(claim))) return null
  if (direction === 'easing') {
    if (type !== 'eased' && type !== 'exemption') return null
    return factuality === 'done' ? 'decided' : factuality === 'planned' ? 'announced' : factuality === 'requested' ? 'called' : 'considered'
  }
  if (type === `${direction}_called`) return 'called'
  if (type === `${direction}_considered`) return 'considered'
  if (type === `${direction}_announced`) return 'announced'
  if (direction === 'listing') return type === 'listed' && factuality === 'done' ? 'decided' : null
  if (type === 'challenged') return 'heard'
  if (['delisted', 'suspended', 'annulled'].includes(type)) return factuality === 'done' ? 'decided' : 'announced'
  return null
}

function contraryTo(claims: readonly KeptClaim[], direction: Direction, from: Day, until: Day): readonly KeptClaim[] {
  const denied = direction === 'listing' ? ['listed', 'listing_announced'] : ['delisted', 'suspended', 'delisting_announced', 'eased']
  const opposed = direction === 'listing' ? [] : ['renewed', 'upheld']
  return claims.filter(c => {
    const day = dayOf(c)
    return day >= from && day < until && ((c.factuality === 'denied' && denied.includes(c.type)) || opposed.includes(c.type))
  })
}

/** What the evidence still weighs on a day: each piece halves in half a year, denials count against it. */
function weightOf(steps: readonly Step[], support: readonly KeptClaim[], against: readonly KeptClaim[], on: Day): number {
  const aged = (day: Day) => 0.5 ** (Math.max(0, daysBetween(day, on)) / HALF_LIFE_DAYS)
  const ladder = Math.max(0, ...steps.map(s => WEIGHT[s.rung] * s.claim.confidence * aged(s.day)))
  const relations = Math.min(
    MAX_SUPPORT,
    support.reduce((sum, r) => sum + 0.05 * aged(dayOf(r)), 0),
  )
  const denials = against.reduce((sum, r) => sum + 0.15 * aged(dayOf(r)), 0)
  return ladder === 0 ? 0 : ladder + relations - denials
}
