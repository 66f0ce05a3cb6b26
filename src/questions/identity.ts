import { MACHINE, newestVerdicts, proposals } from '../identity/index.ts'
import { captionOf, type Judgement, type Party, valuesOf } from '../model/index.ts'
import { instantText } from './as-of.ts'
import type { Engine } from './engine.ts'
import { sourceOfRecord } from './members.ts'

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
export async function identityAnswer(engine: Engine, page: { readonly limit: number; readonly offset: number }): Promise<IdentityAnswer> {
  const { ledger, membership } = engine
  const judgements = await ledger.judgements()
  const open = new Map<string, Judgement>()
  for (const proposal of proposals(judgements)) {
    const [one, two] = [membership.entityOf(proposal.a), membership.entityOf(proposal.b)]
    const pair = one < two ? `${one} ${two}` : `${two} ${one}`
    if (one !== two && !open.has(pair)) open.set(pair, proposal)
  }
  const apart = refusedPairs(judgements, membership.entityOf)
  const waiting = [...open].filter(([pair]) => !apart.has(pair)).map(([, proposal]) => proposal)
  const shown = await Promise.all(waiting.slice(page.offset, page.offset + page.limit).map(proposal => presentProposal(engine, proposal)))
  return { figures: await figuresOf(engine, judgements), proposals: shown.filter(p => p !== null), total: waiting.length }
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
  const [one, two] = [await sideOf(engine, a), await sideOf(engine, b)]
  return one && two ? { a: one, b: two, score: score ?? null, reason, recorded: instantText(recorded) } : null
}

async function sideOf({ ledger, membership, sources }: Engine, record: string): Promise<ProposedSide | null> {
  const own = await ledger.recordHistory(record)
  const rows = own.length > 0 ? own : await ledger.recordHistory(record.slice(0, record.lastIndexOf('/')))
  const last = rows.at(-1)
  const reading = last ? await ledger.reading(last.content) : null
  const party = reading?.parties.find(p => p.id === record)
  if (!party) return null
  const source = sourceOfRecord(record)
  return {
    record,
    entity: membership.entityOf(record),
    source,
    sourceTitle: sources.get(source)?.title ?? source,
    caption: captionOf(party),
    schema: party.schema,
    facts: factsOf(party),
  }
}

const factsOf = (party: Party) =>
  Object.fromEntries(
    SHOWN.map(property => [property, [...new Set(valuesOf(party, property))].slice(0, VALUES)] as const).filter(
      ([, values]) => values.length > 0,
    ),
  )
