import type { TSchema } from 'typebox'
import { EVENT_KINDS } from '../../questions/index.ts'
import { Type } from '../type.ts'
import { CONTEXT_FIELDS, ref } from '../yente/shapes.ts'

const Text = Type.String()
const TextOrNull = Type.Union([Text, Type.Null()])
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])
const open = { additionalProperties: true }
const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])

const STATUS = Type.Enum(['listed', 'suspended', 'delisted', 'never', 'not-listed', 'unknown'])
const CONFIDENCE = Type.Enum(['read', 'verified', 'recalled'])

const EVIDENCE = Type.Object(
  { source: Text, version: Text, record: Text, field: Text, confidence: CONFIDENCE, disputed: Type.Boolean(), citations: Type.Array(Text) },
  open,
)

const BOUND = Type.Object({ after: TextOrNull, by: Text, basis: Type.Enum(['stated', 'seen', 'curated']), text: Text }, open)

const LISTING = Type.Object(
  {
    list: Text,
    listName: Text,
    authority: Text,
    authorityName: Text,
    jurisdiction: Text,
    status: STATUS,
    from: orNull(BOUND),
    to: orNull(BOUND),
    instruments: Type.Array(Type.Object({ id: Text, title: Text, number: TextOrNull }, open)),
    confidence: CONFIDENCE,
    disputed: Type.Boolean(),
    evidence: Type.Array(EVIDENCE),
  },
  open,
)

const AS_OF_ANSWERED = Type.Object({ valid: Text, published: Text, recorded: Text }, { description: 'The times the answer holds for.' })

/** One query screened: yente's answer with listings, and what it stands on. */
export const SCREEN_ANSWER = Type.Object(
  {
    status: Type.Literal(200),
    query: Type.Object({ id: TextOrNull, schema: Text, properties: Type.Record(Text, Type.Array(Text)) }),
    asOf: AS_OF_ANSWERED,
    total: ref('TotalSpec'),
    results: Type.Array(ref('ScoredEntityResponse')),
    matcher: Text,
    index: Text,
    kept: Type.Optional(Type.String({ description: 'The id it is kept as, where it was asked to be.' })),
    ...CONTEXT_FIELDS,
  },
  open,
)

const FIELD_CHANGE = Type.Object({ property: Text, was: Type.Array(Text), is: Type.Array(Text) }, open)

const EVENT = Type.Object(
  {
    day: Text,
    after: TextOrNull,
    kind: Text,
    title: Text,
    authority: TextOrNull,
    list: TextOrNull,
    instruments: Type.Array(Text),
    evidence: Type.Array(EVIDENCE),
    confidence: CONFIDENCE,
    fields: Type.Array(FIELD_CHANGE),
    recorded: TextOrNull,
  },
  open,
)

/** Everything about an entity. */
export const ENTITY_ANSWER = Type.Object(
  {
    entity: ref('EntityResponse'),
    names: Type.Array(Type.Object({ text: Text, kind: Text, lang: TextOrNull, sources: Type.Array(Text) }, open)),
    records: Type.Array(Type.Object({ id: Text, source: Text, version: Text, caption: Text, statements: Type.Array(Type.Any()) }, open)),
    listings: Type.Array(LISTING),
    listedAs: Type.Optional(Type.Object({ id: Text, caption: Text })),
    events: Type.Array(EVENT),
    links: Type.Array(Type.Object({ schema: Text, role: Text, other: Text, otherCaption: Text, text: Text }, open)),
    asOf: AS_OF_ANSWERED,
    ...CONTEXT_FIELDS,
  },
  open,
)

/** What happened to an entity. */
export const HISTORY_ANSWER = Type.Object({ id: Text, caption: Text, events: Type.Array(EVENT) }, open)

/** The state of the sources. */
export const SOURCES_ANSWER = Type.Object(
  {
    sources: Type.Array(
      Type.Object(
        {
          id: Text,
          title: Text,
          publisher: Text,
          kind: Text,
          freshness: Type.Enum(['current', 'stale', 'missing', 'held', 'importing']),
          newest: orNull(
            Type.Object({ version: Text, published: Text, recorded: Text, ageDays: Type.Number(), records: Type.Integer() }, open),
          ),
          versions: Type.Integer(),
          held: Type.Array(Type.Object({ version: Text, reason: Text, recorded: Text, records: Type.Integer() }, open)),
          problems: Type.Array(Type.Any()),
          lastFetch: orNull(Type.Object({ at: Text, outcome: Text, detail: Text, failures: Type.Integer(), notBefore: TextOrNull }, open)),
        },
        open,
      ),
    ),
    base: Type.Record(Text, Type.Integer()),
    importing: orNull(Type.Object({ source: Text, phase: Text, done: Type.Number(), total: NumberOrNull }, open)),
    verified: Type.Integer(),
    unverified: Type.Integer(),
    index: orNull(Type.Object({ generation: Text, names: Type.Integer(), records: Type.Integer(), entities: Type.Integer() }, open)),
  },
  open,
)

const DAYS = Type.Object({ from: TextOrNull, to: TextOrNull })

/** The status of a party with an authority on a day. */
export const LISTED_ANSWER = Type.Object(
  {
    status: STATUS,
    party: Text,
    list: TextOrNull,
    instrument: TextOrNull,
    boundary: DAYS,
    evidence: Type.Array(EVIDENCE),
    confidence: orNull(CONFIDENCE),
    disputed: Type.Boolean(),
    others: Type.Array(Type.Object({ list: Text, status: STATUS, instrument: TextOrNull, boundary: DAYS }, open)),
  },
  open,
)

/** Who lists whom on a day. */
export const MATRIX_ANSWER = Type.Object(
  {
    on: Text,
    authorities: Type.Array(Type.Object({ id: Text, name: Text, jurisdiction: Text }, open)),
    parties: Type.Array(Type.Object({ id: Text, caption: Text }, open)),
    cells: Type.Array(Type.Array(Type.Object({ status: STATUS, list: TextOrNull, from: TextOrNull, to: TextOrNull }, open))),
    changeDays: Type.Array(Text),
  },
  open,
)

const CHANGE = { record: Text, reference: TextOrNull, caption: Text, cause: Type.Enum(['source', 'rendition', 'parser', 'join']) }

const INTERVAL = Type.Object({ after: Text, by: Text, basis: Type.Enum(['stated', 'seen']) }, open)

const EVENT_FIELD = Type.Object({ ...FIELD_CHANGE.properties, material: Type.Boolean() })

/** Something that happened; a mass change is one event. */
const CHANGE_EVENT = Type.Object(
  {
    id: Text,
    kind: Type.Enum([...EVENT_KINDS]),
    material: Type.Boolean(),
    scale: Type.Enum(['one', 'mass', 'whole-list']),
    count: Type.Integer(),
    title: Text,
    source: Text,
    authority: Text,
    list: TextOrNull,
    toList: TextOrNull,
    remains: Type.Array(Text),
    successors: Type.Array(Text),
    cause: CHANGE.cause,
    interval: INTERVAL,
    members: Type.Array(Type.Object({ record: Text, reference: TextOrNull, caption: Text, entity: Text, was: TextOrNull }, open)),
    fields: Type.Array(EVENT_FIELD),
    version: Text,
    before: Text,
    published: Text,
    filesBefore: Type.Array(Text),
    filesAfter: Type.Array(Text),
  },
  open,
)

/** Lists in law. */
export const LISTS_ANSWER = Type.Object({
  lists: Type.Array(
    Type.Object(
      { id: Text, name: Text, authority: Text, authorityName: Text, jurisdiction: Text, kind: Text, ended: Type.Boolean() },
      open,
    ),
  ),
})

/** Changes of all sources. */
export const CHANGES_ANSWER = Type.Object(
  {
    since: TextOrNull,
    until: TextOrNull,
    changes: Type.Array(
      Type.Object(
        { ...CHANGE, kind: Type.Enum(['added', 'amended', 'removed']), source: Text, version: Text, published: Text, entity: Text },
        open,
      ),
    ),
    total: Type.Integer(),
    events: Type.Optional(Type.Array(CHANGE_EVENT)),
    totalEvents: Type.Optional(Type.Integer()),
    incomplete: Type.Array(ref('Incomplete')),
  },
  open,
)

/** The difference between two versions. */
export const DIFF_ANSWER = Type.Object(
  {
    source: Text,
    from: Text,
    to: Text,
    added: Type.Array(Type.Object(CHANGE, open)),
    amended: Type.Array(Type.Object({ ...CHANGE, fields: Type.Optional(Type.Array(FIELD_CHANGE)) }, open)),
    removed: Type.Array(Type.Object(CHANGE, open)),
  },
  open,
)

const INSTRUMENT_LINE = { id: Text, title: Text, number: TextOrNull, type: Text, issuedBy: Text, issued: Text }
const IDS = Type.Array(Text)

/** The lineage of an instrument. */
export const INSTRUMENT_ANSWER = Type.Object(
  {
    ...INSTRUMENT_LINE,
    implements: IDS,
    implementedBy: IDS,
    amends: IDS,
    amendedBy: IDS,
    repeals: IDS,
    repealedBy: IDS,
    exempts: IDS,
    exemptions: IDS,
    designations: IDS,
    titles: Type.Record(Text, Type.Object({ title: Text }, open)),
  },
  open,
)

/** Instruments found by their words. */
export const INSTRUMENTS_FOUND = Type.Object({ instruments: Type.Array(Type.Object(INSTRUMENT_LINE, open)) })

/** A JSON Feed of pending changes. */
export const SIGNALS_FEED = Type.Object({
  version: Text,
  title: Text,
  items: Type.Array(Type.Object({ id: Text, title: Text, content_text: Text, date_modified: Text })),
})

/** Pending changes. */
export const SIGNALS_ANSWER = Type.Object(
  { signals: Type.Array(Type.Object({ id: Text, authority: Text, party: Text, direction: Text, rung: Text, status: Text }, open)) },
  open,
)

/** Claims found in a document. */
export const READ_ANSWER = Type.Object(
  {
    document: Type.Object({ id: Text, sha256: Text }, open),
    events: Type.Array(
      Type.Object({ type: Text, quote: Text, start: Type.Integer(), end: Type.Integer(), confidence: Type.Number() }, open),
    ),
    problems: Type.Array(Type.Any()),
  },
  open,
)

/** A line that says what failed. */
export const FAILURE_LINE = Type.Object({ code: Text, detail: Text, remedy: Text }, open)

/** A line of the screening of a file. */
export const FILE_LINE = Type.Object({ type: Type.Enum(['columns', 'row', 'progress', 'problem', 'failure', 'end']) }, open)
