import { MACHINE, newestVerdicts, proposals } from '../identity/index.ts'
import { captionOf, type Judgement, type Party, schemaOf, valuesOf } from '../model/index.ts'
import { comparePair } from '../screen/index.ts'
import { instantText } from './as-of.ts'
import type { Engine } from './engine.ts'
import { sourceOfRecord } from './members.ts'
import { explanationsOf } from './screening.ts'
import type { FeatureExplanation } from './types.ts'

/** One side of a proposal: what its record says that tells who it is. */
export type ProposedSide = {
  readonly record: string
  readonly entity: string
  readonly source: string
  readonly sourceTitle: string
  readonly caption: string
  readonly schema: string
  readonly facts: Readonly<Record<string, readonly string[]>>
}

/** Two records that may be one party, and what speaks for and against it. */
export type Proposal = {
  readonly a: ProposedSide
  readonly b: ProposedSide
  readonly score: number | null
  readonly reason: string
  readonly recorded: string
  /** What agrees and what contradicts, as a comparison of the two records says it. */
  readonly explanations: Readonly<Record<string, FeatureExplanation>>
}

/** One side of a decision, told in short. */
export type DecidedSide = Pick<ProposedSide, 'record' | 'entity' | 'source' | 'sourceTitle' | 'caption'>

/** A person's word on two records. */
export type DecisionView = {
  readonly a: DecidedSide
  readonly b: DecidedSide
  readonly verdict: Judgement['verdict']
  readonly reason: string
  readonly by: string
  readonly recorded: string
  /** False where a later word took its place, or it was taken back. */
  readonly holds: boolean
}

/** People's decisions, newest first. */
export type DecisionsAnswer = { readonly decisions: readonly DecisionView[]; readonly total: number }

/** Which proposals are asked for. */
export type ProposalsAsked = {
  readonly limit: number
  readonly offset: number
  /** Only pairs with a record of one of these sources; empty asks nothing. */
  readonly sources?: readonly string[]
  /** Only pairs with a record of this entity, by any of its ids. */
  readonly party?: string | null
}

/** How records are joined, and what waits for a person, the likeliest first. */
export type IdentityAnswer = {
  readonly figures: {
    /** Entities of several records, and the records in them. */
    readonly entities: number
    readonly records: number
    /** The newest judgement on each pair: by the matcher, and by people. */
    readonly automatic: Readonly<Record<Judgement['verdict'], number>>
    readonly decided: Readonly<Record<Judgement['verdict'], number>>
  }
  readonly proposals: readonly Proposal[]
  readonly total: number
}

/** Properties shown side by side. */
const SHOWN = [
  'name',
  'alias',
  'birthDate',
  'birthPlace',
  'nationality',
  'citizenship',
  'country',
  'jurisdiction',
  'gender',
  'incorporationDate',
  'flag',
  'address',
  'passportNumber',
  'idNumber',
  'registrationNumber',
  'taxNumber',
  'imoNumber',
]

/** Values of a property shown; a record may have hundreds of names. */
const VALUES = 12

/** The state of joins, and a page of proposals; of several that would join the same two entities the likeliest is shown. */
export async function identityAnswer(engine: Engine, asked: ProposalsAsked): Promise<IdentityAnswer> {
  const { ledger, membership } = engine
  const judgements = await ledger.judgements()
  const open = new Map<string, Judgement>()
  for (const proposal of proposals(judgements)) {
    const [one, two] = [membership.entityOf(proposal.a), membership.entityOf(proposal.b)]
    const pair = one < two ? `${one} ${two}` : `${two} ${one}`
    if (one !== two && !open.has(pair)) open.set(pair, proposal)
  }
  const apart = refusedPairs(judgements, membership.entityOf)
  const waiting = [...open]
    .filter(([pair, proposal]) => !apart.has(pair) && isAsked(engine, asked, proposal))
    .map(([, proposal]) => proposal)
  const page = waiting.slice(asked.offset, asked.offset + asked.limit)
  const shown = await Promise.all(page.map(proposal => presentProposal(engine, proposal)))
  return { figures: await figuresOf(engine, judgements), proposals: shown.filter(p => p !== null), total: waiting.length }
}

/** What people have decided, newest first; what was replaced or taken back stays in the list. */
export async function decisionsAnswer(engine: Engine, page: { readonly limit: number; readonly offset: number }): Promise<DecisionsAnswer> {
  const judgements = await engine.ledger.judgements()
  const holding = new Set(newestVerdicts(judgements).values())
  const decided = judgements.filter(j => j.by !== MACHINE).reverse()
  const shown = decided.slice(page.offset, page.offset + page.limit)
  return { decisions: await Promise.all(shown.map(j => presentDecision(engine, j, holding.has(j)))), total: decided.length }
}

async function presentDecision(engine: Engine, judgement: Judgement, holds: boolean): Promise<DecisionView> {
  const { a, b, verdict, reason, by, recorded } = judgement
  return { a: await nameOf(engine, a), b: await nameOf(engine, b), verdict, reason, by, recorded: instantText(recorded), holds }
}

async function nameOf(engine: Engine, record: string): Promise<DecidedSide> {
  const party = await partyOf(engine, record)
  return { ...placeOf(engine, record), caption: party ? captionOf(party) : record }
}

function isAsked({ membership }: Engine, { sources = [], party = null }: ProposalsAsked, { a, b }: Judgement): boolean {
  const ofSource = sources.length === 0 || [a, b].some(record => sources.includes(sourceOfRecord(record)))
  return ofSource && (party === null || [a, b].some(record => membership.entityOf(record) === membership.entityOf(party)))
}

// A refusal holds for the whole groups.
function refusedPairs(judgements: readonly Judgement[], entityOf: (record: string) => string): ReadonlySet<string> {
  const refused = [...newestVerdicts(judgements).values()].filter(j => j.verdict === 'different')
  return new Set(refused.flatMap(({ a, b }) => [`${entityOf(a)} ${entityOf(b)}`, `${entityOf(b)} ${entityOf(a)}`]))
}

async function figuresOf({ ledger, now }: Engine, judgements: readonly Judgement[]): Promise<IdentityAnswer['figures']> {
  const memberships = await ledger.memberships(now())
  const newest = [...newestVerdicts(judgements).values()]
  const count = (automatic: boolean) => {
    const own = newest.filter(j => (j.by === MACHINE) === automatic)
    const of = (verdict: Judgement['verdict']) => own.filter(j => j.verdict === verdict).length
    return { same: of('same'), different: of('different'), unsure: of('unsure') }
  }
  return {
    entities: new Set(memberships.values()).size,
    records: memberships.size,
    automatic: count(true),
    decided: count(false),
  }
}

async function presentProposal(engine: Engine, { a, b, score, reason, recorded }: Judgement): Promise<Proposal | null> {
  const [one, two] = [await partyOf(engine, a), await partyOf(engine, b)]
  if (!one || !two) return null
  return {
    a: sideOf(engine, one),
    b: sideOf(engine, two),
    score: score ?? null,
    reason,
    recorded: instantText(recorded),
    explanations: explanationsOf(comparison(one, two)),
  }
}

// What speaks for and against, by the rules of screening; records of kinds that are never screened explain nothing.
function comparison(a: Party, b: Party) {
  if (!schemaOf(a.schema)?.matchable || !schemaOf(b.schema)?.matchable) return []
  return comparePair({ schema: a.schema, query: propertiesOf(a), candidate: propertiesOf(b) }, { explain: true }).explanation ?? []
}

const propertiesOf = (party: Party): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...new Set(party.statements.map(s => s.property))].map(property => [property, valuesOf(party, property)]))

// What the record ever stated: names are compared over its whole history, and a part of a publication may be missing today.
async function partyOf({ ledger }: Engine, record: string): Promise<Party | undefined> {
  const own = await ledger.recordHistory(record)
  const rows = own.length > 0 ? own : await ledger.recordHistory(record.slice(0, record.lastIndexOf('/')))
  const contents = [...new Set(rows.map(row => row.content))].reverse()
  const readings = await Promise.all(contents.map(content => ledger.reading(content)))
  const parties = readings.flatMap(reading => reading?.parties.filter(p => p.id === record) ?? [])
  return parties[0] && { ...parties[0], statements: parties.flatMap(p => p.statements) }
}

function placeOf({ membership, sources }: Engine, record: string): Omit<DecidedSide, 'caption'> {
  const source = sourceOfRecord(record)
  return { record, entity: membership.entityOf(record), source, sourceTitle: sources.get(source)?.title ?? source }
}

const sideOf = (engine: Engine, party: Party): ProposedSide => ({
  ...placeOf(engine, party.id),
  caption: captionOf(party),
  schema: party.schema,
  facts: factsOf(party),
})

const factsOf = (party: Party) =>
  Object.fromEntries(
    SHOWN.map(property => [property, [...new Set(valuesOf(party, property))].slice(0, VALUES)] as const).filter(
      ([, values]) => values.length > 0,
    ),
  )
