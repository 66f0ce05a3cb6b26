import type { Attestation } from '../ledger/index.ts'
import { type Bound, type Day, dayBefore, type Evidence, type Status, startOfDay } from '../model/index.ts'
import { agree, endBound, narrow, startBound } from './bounds.ts'

/** What else is said of a listing than what holds. */
export type Disagreement = { readonly note: string; readonly evidence: Evidence }

/** One stretch of one status as one source gives it; the timeline puts those of several sources together. */
export type Claim = {
  readonly status: Status
  readonly from: Bound
  readonly to: Bound | null
  /** The last day the source speaks for: of its newest version that holds the state. */
  readonly known: Day
  readonly attested: readonly Attestation[]
  readonly disagreement: readonly Disagreement[]
}

/** What one source says of one party and one list. */
export type SourceClaims = {
  readonly source: string
  readonly kind: Attestation['kind']
  readonly claims: readonly Claim[]
  /** Days of versions of the source that lacked the party, in order. */
  readonly absent: readonly Day[]
}

/** A party that is missing for no more days than this and comes back unchanged was left out by mistake of the publisher. */
const FAULT_DAYS = 7

/**
 * A decision stands in the gazette first and in the publisher's file up to three weeks later (case rd-join-act-then-consolidated-file);
 * a file that lacks a party no longer than this after the stated start, and never had it before, is late and no witness against it.
 */
const LAG_DAYS = 31

/**
 * What one source says of one party and one list, as stretches in order of time.
 *
 * @param attestations all of one source, one party and one list, in any order, without `never`
 * @param versions days of all versions of the source, where its silence means removal and they are known
 */
export function claimsOf(attestations: readonly Attestation[], versions?: readonly Day[]): SourceClaims {
  const [first] = attestations
  const source = first?.source ?? ''
  const kind = first?.kind ?? 'official'
  if (kind === 'curated') return { source, kind, claims: curated(attestations), absent: [] }
  const runs = runsOf(attestations.flatMap(asTwoStates))
  const believed = kind === 'aggregate' ? withoutStaleReturns(runs) : runs
  const claims = believed.map(run => claim(run, runs)).sort(byStart)
  return { source, kind, claims: sequence(claims), absent: absences(runs, versions) }
}

/** Rows of the curated base speak of law, not of presence in a file; a row that a newer base no longer has was corrected. */
function curated(attestations: readonly Attestation[]): readonly Claim[] {
  const rows = attestations.filter(a => a.until === null)
  const claims = rows.map((a): Claim => {
    const to = a.to ? endBound(a.to, 'curated', a.evidence) : null
    const from = a.from ? readBy(startBound(a.from, 'curated', a.evidence), a) : unknownStart(a, to)
    return { status: a.status, from, to, known: a.lastWith, attested: [a], disagreement: [] }
  })
  return sequence(claims.sort(byStart))
}

/** A start known to the year or month was on the first day the state was read at the latest. */
function readBy(start: Bound, a: Attestation): Bound {
  const read = (a.seenOn ?? []).filter(day => start.after === null || day > start.after)
  return { ...start, by: read.reduce(least, start.by) }
}

/** The start of a state of which only days are known: a day it was read, the day before its end, or the day of the base. */
function unknownStart(a: Attestation, to: Bound | null): Bound {
  const days = [...(a.seenOn ?? []), ...(to?.after ? [to.after] : [])]
  return { after: null, by: days.reduce(least, a.since), basis: 'curated', evidence: a.evidence }
}

const least = (a: Day, b: Day): Day => (a < b ? a : b)

/** An entry that a list keeps after its removal tells of the listing and of its end: the two states that follow. */
function asTwoStates(a: Attestation): readonly Attestation[] {
  if (a.status !== 'delisted') return [a]
  const { from, to, endInstruments, ...rest } = a
  const ended: Attestation = { ...rest, instruments: endInstruments ?? [], ...(to ? { from: to } : {}) }
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  return to || from ? [{ ...a, ...days, status: 'listed' }, ended] : [ended]
}

/** Attestations of one status that follow on one another without a version between that lacks them. */
type Run = {
  readonly status: Status
  readonly parts: readonly Attestation[]
  readonly lastWithout: Day | null
  readonly lastWith: Day
  readonly until: Day | null
  readonly faults: readonly Disagreement[]
}

function runsOf(attestations: readonly Attestation[]): readonly Run[] {
  const runs: Run[] = []
  const sorted = [...attestations].sort(
    (a, b) => compare(a.since, b.since) || compare(a.from?.earliest ?? '', b.from?.earliest ?? '') || compare(a.record, b.record),
  )
  for (const a of sorted) {
    const at = runs.findLastIndex(run => continues(run, a))
    const run = runs[at]
    if (run) runs[at] = joined(run, a)
    else runs.push({ status: a.status, parts: [a], lastWithout: a.lastWithout, lastWith: a.lastWith, until: a.until, faults: [] })
  }
  return runs
}

function continues(run: Run, a: Attestation): boolean {
  if (run.status !== a.status || !sameTerm(run, a)) return false
  return run.until === null || a.since <= run.until || isFault(run, a)
}

/** False where a record tells of two terms of its own, one over before the other begins. */
function sameTerm(run: Run, a: Attestation): boolean {
  const last = run.parts.at(-1)
  const apart = (x: Attestation | undefined, y: Attestation | undefined) =>
    x?.to !== undefined && y?.from !== undefined && x.to.latest <= y.from.earliest
  return !apart(last, a) && !apart(a, last)
}

function isFault(run: Run, a: Attestation): boolean {
  if (run.until === null) return false
  return daysBetween(run.until, a.since) <= FAULT_DAYS && run.parts.at(-1)?.from?.text === a.from?.text
}

function joined(run: Run, a: Attestation): Run {
  const gone = run.until !== null && a.since > run.until
  const note = gone
    ? [{ note: `missing from ${run.until} until ${a.since}, unchanged after: taken for a fault of the publication`, evidence: a.evidence }]
    : []
  const later = run.until === null || (a.until !== null && a.until < run.until) ? run : a
  return {
    ...run,
    parts: [...run.parts, a],
    lastWith: run.lastWith > a.lastWith ? run.lastWith : a.lastWith,
    until: later.until,
    faults: [...run.faults, ...note],
  }
}

/** In a copy of other lists, a return under the old start is the old designation: the copy's habit changed, not the law. */
function withoutStaleReturns(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const before = kept.findLastIndex(k => k.status === run.status && k.until !== null && k.until <= (run.parts[0]?.since ?? ''))
    const old = kept[before]
    const [first] = run.parts
    if (!old || !first?.from || run.lastWithout === null || first.from.latest >= run.lastWithout) kept.push(run)
    else
      kept[before] = {
        ...old,
        faults: [
          ...old.faults,
          {
            note: `back in the copy since ${first.since} under the old start ${first.from.text}: no new listing`,
            evidence: first.evidence,
          },
        ],
      }
  }
  return kept
}

function claim(run: Run, all: readonly Run[]): Claim {
  const newest = run.parts.reduce((a, b) => (b.lastWith > a.lastWith ? b : a))
  return {
    status: run.status,
    from: runStart(run, newest, all),
    to: runEnd(run, newest),
    known: run.lastWith,
    attested: [newest, ...run.parts.filter(p => p !== newest).reverse()],
    disagreement: run.faults,
  }
}

/** The stated start, unless a version published after it lacks the party: then the day lies between that version and the first that has it. */
function runStart(run: Run, newest: Attestation, all: readonly Run[]): Bound {
  const first = run.parts[0] ?? newest
  const others = all.filter(other => other !== run)
  const { lastWithout } = run
  const lacked = lastWithout !== null && !others.some(other => covers(other, lastWithout)) ? lastWithout : null
  const returns = others.some(other => other.status === run.status && other.until !== null && other.until <= first.since)
  // A wording that tells of the end alone takes nothing back of what one before it told of the start.
  const telling = newest.from ? newest : run.parts.findLast(part => part.from)
  if (telling?.from && (lacked === null || isBelieved(telling.from.latest, lacked, returns)))
    return startBound(telling.from, 'stated', telling.evidence)
  // What ended before it was first seen was there the day before its end.
  const over = newest.to && newest.to.earliest <= first.since ? dayBefore(newest.to.earliest) : null
  if (over !== null) return { after: null, by: over, basis: 'stated', evidence: first.evidence }
  return { after: lastWithout, by: first.since, basis: 'seen', evidence: first.evidence }
}

/** True where a start stated for a day may hold although a version of the day `lacked` is without the party. */
export const isBelieved = (start: Day, lacked: Day, returns: boolean): boolean =>
  start >= lacked || (!returns && daysBetween(start, lacked) <= LAG_DAYS)

/** True where a file of that day can no longer be late in telling of a decision. */
export const isLongAfter = (decision: Day, day: Day): boolean => daysBetween(decision, day) > LAG_DAYS

const daysBetween = (from: Day, to: Day) => (startOfDay(to) - startOfDay(from)) / 86_400

const covers = (run: Run, day: Day) => (run.parts[0]?.since ?? '9') <= day && (run.until === null || day < run.until)

function runEnd(run: Run, newest: Attestation): Bound | null {
  if (newest.to) return endBound(newest.to, 'stated', newest.evidence)
  return run.until === null ? null : { after: run.lastWith, by: run.until, basis: 'seen', evidence: newest.evidence }
}

function absences(runs: readonly Run[], versions: readonly Day[] | undefined): readonly Day[] {
  const days = versions ?? runs.flatMap(run => [run.lastWithout, run.until]).filter(day => day !== null)
  return days.filter(day => !runs.some(run => covers(run, day))).sort(compare)
}

/** Claims in order, each ended where the next begins; a boundary that two of them share is one boundary. */
export function sequence(claims: readonly Claim[]): readonly Claim[] {
  const out = [...claims]
  for (let i = 0; i + 1 < out.length; i++) {
    const [a, b] = [out[i], out[i + 1]]
    if (!a || !b) continue
    const start: Bound = b.from.after === null && a.from.by < b.from.by ? { ...b.from, after: a.from.by } : b.from
    const to = a.to === null || (a.to.after !== null && a.to.after >= start.by) ? start : a.to
    const shared = a.status === b.status ? null : oneBoundary(to, start)
    out[i] = { ...a, to: shared ?? to }
    out[i + 1] = { ...b, from: shared ?? start }
  }
  return out
}

/** The boundary of a state that gives way to another; both ends of "2026" are over when the year is. */
function oneBoundary(end: Bound, start: Bound): Bound | null {
  if (end.after === start.after && end.by === start.by) return null
  if (end.after === start.after && end.basis === start.basis) return { ...start, by: end.by > start.by ? end.by : start.by }
  return agree(end, start) ? narrow(end, start) : null
}

/** Claims by the day they surely hold, then by the day they surely do not yet. */
export const byStart = (a: Claim, b: Claim): number =>
  compare(a.from.by, b.from.by) || compare(a.from.after ?? '', b.from.after ?? '') || compare(rest(a), rest(b))

const rest = (claim: Claim) => `${claim.to?.by ?? '9999'} ${claim.status} ${claim.attested[0]?.record ?? ''}`

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
