// Wires what was read in the news to the law: pending changes, and what closes them.

import { type AttestedSpan, authorityScope, BASE, isWithin, type LawBook, type Register } from './law/index.ts'
import { captionOf, countryName, type Day, dayOf } from './model/index.ts'
import { type ClaimStore, type KeptClaim, type OfficialChange, pendingChanges } from './news/index.ts'
import { type Engine, type LawView, loadMembers, resolveAsOf, type SignalsAnswer } from './questions/index.ts'

/** Which signals are asked for. `on`: as they stood on that day. */
export type SignalsQuestion = {
  readonly party: string | null
  readonly authority: string | null
  readonly on?: Day | null
  readonly limit: number
}

/**
 * Pending changes with their evidence, over the claims kept and the law as known now.
 *
 * @throws party.unknown, party.ambiguous, authority.unknown
 */
export async function signalsOf(engine: Engine, store: ClaimStore, asked: SignalsQuestion): Promise<SignalsAnswer> {
  const asOf = resolveAsOf({}, engine.now())
  const view = await engine.desk.at(asOf)
  const { register } = view
  const on = asked.on ?? dayOf(engine.now())
  const party = asked.party === null ? null : await view.parties.find(asked.party)
  const scope = asked.authority === null ? null : authorityScope(register.book, asked.authority)
  const claims = current(view, store.claims(on)).filter(
    c => c.targetId !== null && (party === null || c.targetId === party) && (scope === null || c.authorityId === scope.jurisdiction),
  )
  await register.load(claims.flatMap(c => c.targetId ?? []))
  const captions = new Map<string, string>()
  for (const id of new Set(claims.flatMap(c => c.targetId ?? []))) captions.set(id, await captionFor(engine, id, asOf))
  const found = pendingChanges(claims, on, {
    captionOf: id => captions.get(id) ?? id,
    nameOf: code => (code === 'un' ? 'UN Security Council' : countryName(code)),
    changesOf: (authority, id) => officialChanges(register, authority, id),
    relationsOf: (authority, id) => relationsOf(register, authority, id),
  })
  return { signals: found.slice(0, asked.limit) }
}

/** Claims under the entities of now: records may have been joined since they were kept. */
const current = ({ register }: LawView, claims: readonly KeptClaim[]): readonly KeptClaim[] =>
  claims.map(c => (c.targetId === null ? c : { ...c, targetId: register.members.entityOf(c.targetId) }))

async function captionFor(engine: Engine, id: string, asOf: ReturnType<typeof resolveAsOf>): Promise<string> {
  const stored = engine.store.get(id)
  if (stored) return stored.caption
  const [member] = await loadMembers(engine, id, asOf, true).catch(() => [])
  return member ? captionOf(member.party) : id
}

/** What the spans of a party say that an authority did: began to list it, suspended or removed it. */
function officialChanges(register: Register, authority: string, id: string): readonly OfficialChange[] {
  const { book } = register
  const scope = scopeOf(book, authority)
  if (!scope) return []
  const changes = [...register.spansOf(id).values()].flatMap(of => {
    const mine = of.filter(span => isWithin(book, scope, span))
    return mine.flatMap((span, i) => changesIn(book, span, mine[i + 1]))
  })
  return changes.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function scopeOf(book: LawBook, authority: string) {
  try {
    return authorityScope(book, authority)
  } catch {
    return null
  }
}

function changesIn(book: LawBook, span: AttestedSpan, next: AttestedSpan | undefined): readonly OfficialChange[] {
  const list = book.lists.get(span.list)?.name ?? span.list
  const change = (day: Day, direction: OfficialChange['direction'], words: string, instrument: string | undefined): OfficialChange => ({
    day,
    direction,
    title: `${words} ${list}`,
    instrument: instrument ?? null,
  })
  if (span.status === 'suspended') return [change(span.from.by, 'delisting', 'suspended on', span.instruments[0])]
  if (span.status === 'delisted') return [change(span.from.by, 'delisting', 'removed from', span.endInstruments[0] ?? span.instruments[0])]
  if (span.status !== 'listed') return []
  const began = span.from.after === null ? [] : [change(span.from.by, 'listing', 'listed on', span.instruments[0])]
  // A stretch that another one follows ends as that one tells; else the entry has vanished from its list.
  const vanished = span.to !== null && (next === undefined || next.from.by > span.to.by)
  return span.to && vanished ? [...began, change(span.to.by, 'delisting', 'removed from', span.endInstruments[0])] : began
}

/** The curated relations of a State and a party as claims: what supports or opposes a change. */
function relationsOf({ book, members }: Register, authority: string, id: string): readonly KeptClaim[] {
  const records = new Set(members.recordsOf(id))
  return book.relations
    .filter(r => r.actor === authority && records.has(r.target))
    .map((r): KeptClaim => {
      const citation = book.citations.get(r.citations[0] ?? '')
      const { earliest, latest } = r.date
      const date = earliest === latest ? latest : r.date.text
      return {
        type: r.type as KeptClaim['type'],
        authority: countryName(authority),
        target: null,
        authorityId: authority,
        targetId: id,
        date,
        datePrecision: earliest === latest ? 'day' : date.length === 7 ? 'month' : 'year',
        instrument: null,
        instrumentId: null,
        factuality: 'done',
        attribution: null,
        quote: r.description,
        start: 0,
        end: r.description.length,
        confidence: r.confidence === 'verified' ? 0.95 : 0.8,
        document: {
          id: `${BASE}:relation:${r.id}`,
          title: citation?.title ?? 'Curated base',
          publisher: 'Curated base',
          published: latest,
          url: citation?.url ?? null,
          sha256: '',
          cluster: r.id,
          recorded: 0,
        },
      }
    })
}
