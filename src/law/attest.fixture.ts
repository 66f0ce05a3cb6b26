import type { Attestation } from '../ledger/index.ts'
import { type Day, type PartialDate, readStoredDate, type Status } from '../model/index.ts'

/** What a test says of one attestation; the rest is filled in. */
export type Said = {
  readonly source?: string
  readonly kind?: Attestation['kind']
  readonly record?: string
  readonly list?: string
  readonly status?: Status
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly from?: string
  readonly to?: string
  readonly since: Day
  readonly until?: Day
  readonly lastWithout?: Day
  readonly lastWith?: Day
  readonly asOf?: Day
  readonly seenOn?: readonly Day[]
  readonly instruments?: readonly string[]
  readonly confidence?: Attestation['confidence']
  readonly disputed?: boolean
}

/** An attestation for tests: by default one official record that the newest version still holds. */
export function attestation(said: Said): Attestation {
  const source = said.source ?? 'un-sc'
  const record = said.record ?? `${source}:X.001`
  const list = said.list ?? 'un-1267'
  const status = said.status ?? 'listed'
  const confidence = said.confidence ?? ((said.kind ?? 'official') === 'curated' ? 'verified' : 'read')
  const from = said.from === undefined ? undefined : dateOf(said.from)
  const to = said.to === undefined ? undefined : dateOf(said.to)
  const lastWith = said.lastWith ?? said.since
  return {
    party: record,
    list,
    programme: '',
    status,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    instruments: said.instruments ?? [],
    ...(said.asOf ? { asOf: said.asOf } : {}),
    ...(said.seenOn ? { seenOn: said.seenOn } : {}),
    confidence,
    field: `${list}/${status}/${said.from ?? ''}`,
    record,
    source,
    kind: said.kind ?? 'official',
    since: said.since,
    until: said.until ?? null,
    lastWithout: said.lastWithout ?? null,
    lastWith,
    evidence: {
      source,
      version: `${source}/${lastWith}`,
      record,
      field: `${list}/${status}/${said.from ?? ''}`,
      confidence,
      disputed: said.disputed ?? false,
      citations: [],
    },
  }
}

function dateOf(text: string): PartialDate {
  const date = readStoredDate(text)
  if (!date) throw new Error(`no date: ${text}`)
  return date
}

/** A row of the curated base as the base of 2026-11-24 attests it. */
export const curatedRow = (said: Omit<Said, 'since' | 'source' | 'kind'>): Attestation =>
  attestation({ record: 'facts:x', ...said, source: 'facts', kind: 'curated', since: '2026-11-24' })
