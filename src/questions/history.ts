import { type AttestedSpan, BASE, deciderOf, type LawBook } from '../law/index.ts'
import { type Attestation, compareFacts, factsOf, type KnownVersion, type Ledger } from '../ledger/index.ts'
import { type Bound, dayAfter, dayOf, type Evidence, type Relation } from '../model/index.ts'
import { versionAt } from './coverage.ts'
import type { LawView } from './listed-desk.ts'
import type { EventView } from './types.ts'

/**
 * What happened to an entity over all sources, in order of time: listed, listed again, suspended, removed, renumbered, read
 * as no entry, amended field by field, and its dated relations with States.
 *
 * @param entity an entity id; `view.parties.find` leads there from any other
 */
export async function history(ledger: Ledger, view: LawView, entity: string): Promise<readonly EventView[]> {
  const { register } = view
  await register.load([entity])
  const versions = await ledger.versions()
  const records = register.members.recordsOf(entity)
  const ofSpans = [...register.spansOf(entity).values()].flatMap(spans => spanEvents(register.book, spans))
  const amended = await Promise.all(records.map(record => amendments(ledger, versions, view, record)))
  const related = relationEvents(
    register.book,
    versionAt(
      versions.filter(v => v.source === BASE),
      register.asOf,
    ),
    new Set(records),
  )
  return [...ofSpans, ...amended.flat(), ...related].sort((a, b) => compare(a.day, b.day) || compare(a.list ?? '', b.list ?? ''))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function spanEvents(book: LawBook, spans: readonly AttestedSpan[]): readonly EventView[] {
  return spans.flatMap((span, i) => {
    const before = spans.slice(0, i).filter(s => s.status !== 'never')
    const next = spans[i + 1]
    const begins = beginning(book, span, before)
    const vanishes = span.to !== null && span.status !== 'delisted' && (next === undefined || next.from.by > span.to.by)
    const ends =
      vanishes && span.to
        ? [event(book, span, { kind: 'removed', bound: span.to, words: 'Removed from', instruments: span.endInstruments })]
        : []
    return [begins, ...renumberings(book, span), ...ends]
  })
}

function beginning(book: LawBook, span: AttestedSpan, before: readonly AttestedSpan[]): EventView {
  const { status, from: bound, instruments } = span
  if (status === 'never')
    return event(book, span, { kind: 'never-read', bound: { ...bound, after: null }, words: 'Read as having no entry on', instruments: [] })
  if (status === 'delisted') return event(book, span, { kind: 'removed', bound, words: 'Removed from', instruments })
  if (status === 'suspended') return event(book, span, { kind: 'suspended', bound, words: 'Suspended on', instruments })
  const again = before.some(s => s.status === 'listed') && before.at(-1)?.status !== 'suspended'
  if (bound.after === null) return event(book, span, { kind: 'listed', bound, words: 'Listed, on a day not known, on', instruments })
  return event(book, span, { kind: again ? 'relisted' : 'listed', bound, words: again ? 'Listed again on' : 'Listed on', instruments })
}

type Happening = {
  readonly kind: EventView['kind']
  readonly bound: Bound
  readonly words: string
  readonly instruments: readonly string[]
}

function event(book: LawBook, span: AttestedSpan, { kind, bound, words, instruments }: Happening): EventView {
  const possible = bound.after === null ? bound.by : dayAfter(bound.after)
  return {
    day: bound.by,
    after: possible === bound.by ? null : possible,
    kind,
    title: `${words} ${book.lists.get(span.list)?.name ?? span.list}`,
    authority: deciderOf(book, span),
    list: span.list,
    instruments,
    evidence: span.evidence,
    confidence: bound.evidence.confidence,
    fields: [],
    recorded: null,
  }
}

/** An entry that goes on under another record of the same source has been renumbered. */
function renumberings(book: LawBook, span: AttestedSpan): readonly EventView[] {
  const bySource = Map.groupBy(
    span.attested.filter(a => a.kind === 'official'),
    a => a.source,
  )
  return [...bySource.values()].flatMap(own => {
    const inTime = own.toSorted((a, b) => compare(a.since, b.since))
    return inTime.flatMap((a, i) => {
      const before = inTime[i - 1]
      if (!before || before.record === a.record || before.until !== a.since) return []
      const bound: Bound = { after: before.lastWith, by: a.since, basis: 'seen', evidence: a.evidence }
      const happened = event(book, span, { kind: 'renumbered', bound, words: 'Renumbered on', instruments: [] })
      return [{ ...happened, fields: [{ property: 'reference', was: [numberOf(before)], is: [numberOf(a)] }] }]
    })
  })
}

const numberOf = (a: Attestation) => a.record.slice(a.source.length + 1)

/** Where the wording of a record changed between two versions of one form, the fields that differ. */
async function amendments(ledger: Ledger, versions: readonly KnownVersion[], view: LawView, record: string): Promise<readonly EventView[]> {
  const source = record.slice(0, record.indexOf(':'))
  const own = versions.filter(v => v.source === source)
  const rows = (await ledger.recordHistory(record)).filter(row => row.since <= view.register.asOf.published)
  const readings = await ledger.readings(rows.map(row => row.content))
  return rows.flatMap((row, i): readonly EventView[] => {
    const before = rows[i - 1]
    const version = own.find(v => v.published === row.since)
    const last = own
      .filter(v => v.published < row.since && v.accepted <= view.register.asOf.recorded)
      .reduce<KnownVersion | null>((a, b) => (a && a.published > b.published ? a : b), null)
    const [was, is] = [before && readings.get(before.content), readings.get(row.content)]
    if (!before || before.until !== row.since || !version || !last || version.rendition !== last.rendition || !was || !is) return []
    const fields = compareFacts(factsOf(was), factsOf(is))
    if (fields.length === 0) return []
    const evidence: Evidence = { source, version: version.name, record, field: '', confidence: 'read', disputed: false, citations: [] }
    const possible = dayAfter(dayOf(last.published))
    const day = dayOf(row.since)
    return [
      {
        day,
        after: possible < day ? possible : null,
        kind: 'amended',
        title: `Entry amended: ${fields.map(f => f.property).join(', ')}`,
        authority: null,
        list: null,
        instruments: [],
        evidence: [evidence],
        confidence: 'read',
        fields,
        recorded: null,
      },
    ]
  })
}

function relationEvents(book: LawBook, version: KnownVersion | undefined, records: ReadonlySet<string>): readonly EventView[] {
  if (!version) return []
  const concerns = (r: Relation) => [r.actor, r.target, ...r.participants].some(end => records.has(end))
  return book.relations.filter(concerns).map(r => ({
    day: r.date.latest,
    after: r.date.earliest === r.date.latest ? null : r.date.earliest,
    kind: 'relation',
    relation: r.type,
    title: r.description,
    authority: null,
    list: null,
    instruments: [],
    evidence: [
      {
        source: BASE,
        version: version.name,
        record: `${BASE}:relation:${r.id}`,
        field: `relations.json#${r.id}`,
        confidence: r.confidence,
        disputed: false,
        citations: r.citations,
      },
    ],
    confidence: r.confidence,
    fields: [],
    recorded: null,
  }))
}
