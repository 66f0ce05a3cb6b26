import type { Bound, Confidence, Day, Evidence, Status } from '../model/index.ts'
import { endText, startText } from './bounds.ts'
import type { AttestedSpan } from './timeline.ts'

/** What a day's status can be: a record's, not-listed (before a first listing that is known), or unknown. */
type DayStatus = Status | 'not-listed' | 'unknown'

/** The status of one party on one list on one day. */
export type StatusOnDay = {
  readonly status: DayStatus
  /** The span that says so, or the one an unknown day lies beside. */
  readonly span: AttestedSpan | null
  /** The former and the next boundary, as precise as known; null where there is none or it is unknown. */
  readonly from: string | null
  readonly to: string | null
  /** Of an unknown day: the last day before it on which the list was read as having no entry, and none earlier was known. */
  readonly noEntryBy: Day | null
  readonly instrument: string | null
  readonly evidence: readonly Evidence[]
  readonly confidence: Confidence | null
  readonly disputed: boolean
}

/**
 * The status that spans of one party on one list give a day. What is not known to hold is `unknown`, never "no".
 *
 * A day within an end that is stated by year or month still belongs to the span ("in force, ends within 2026"); a day between
 * the last version with a party and the first without, or within an uncertain start, is unknown.
 *
 * @param spans of one party and one list, in order of time, as `timeline` gives them
 */
export function statusOn(spans: readonly AttestedSpan[], day: Day): StatusOnDay {
  const dated = spans.filter(s => s.status !== 'never')
  const never = spans.find(s => s.status === 'never')
  const first = dated[0]
  if (!first) return never ? neverOn(never, day) : NOTHING
  const at = dated.findLastIndex(s => s.from.by <= day)
  const [span, next] = [dated[at], dated[at + 1]]
  if (!span) return beforeFirst(first, day)
  if (span.to === null || day < span.to.by) return within(span, day)
  if (next && (next.from.after === null || day > next.from.after)) return unknown(next, endText(span.to), startText(next.from))
  return answer('delisted', span, [endText(span.to), next ? startText(next.from) : null], span.endInstruments[0])
}

function within(span: AttestedSpan, day: Day): StatusOnDay {
  const { to } = span
  const uncertain = to !== null && to.basis === 'seen' && (to.after === null || day > to.after)
  if (uncertain) return unknown(span, startText(span.from), endText(to))
  return answer(span.status, span, [startText(span.from), to && endText(to)], span.instruments[0])
}

function beforeFirst(first: AttestedSpan, day: Day): StatusOnDay {
  const isBefore = first.from.after !== null && day <= first.from.after
  if (isBefore && first.status === 'listed') return answer('not-listed', first, [null, startText(first.from)])
  return unknown(first, null, startText(first.from))
}

const neverOn = (never: AttestedSpan, day: Day): StatusOnDay =>
  day <= never.from.by
    ? answer('never', never, [null, null], never.instruments[0])
    : { ...unknown(never, null, null), noEntryBy: never.from.by }

/** The former and the next boundary. */
type Boundaries = readonly [from: string | null, to: string | null]

function answer(status: DayStatus, span: AttestedSpan, [from, to]: Boundaries, instrument?: string): StatusOnDay {
  const [evidence] = span.evidence
  return {
    status,
    span,
    from,
    to,
    noEntryBy: null,
    instrument: instrument ?? null,
    evidence: span.evidence,
    confidence: evidence?.confidence ?? null,
    disputed: evidence?.disputed ?? false,
  }
}

const unknown = (span: AttestedSpan, from: string | null, to: string | null): StatusOnDay => answer('unknown', span, [from, to])

const NOTHING: StatusOnDay = {
  status: 'unknown',
  span: null,
  from: null,
  to: null,
  noEntryBy: null,
  instrument: null,
  evidence: [],
  confidence: null,
  disputed: false,
}

/** The days on which the status may change, in order: the first sure day of each span and the first day surely after it. */
export const boundaryDays = (spans: readonly AttestedSpan[]): readonly Day[] =>
  [...new Set(spans.filter(s => s.status !== 'never').flatMap(s => [s.from, s.to].flatMap((b: Bound | null) => (b ? [b.by] : []))))].sort()
