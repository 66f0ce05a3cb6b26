import { type AuthorityScope, authorityScope, BASE, boundaryDays, isWithin, type LawBook, type Register } from '../law/index.ts'
import type { Day } from '../model/index.ts'
import { statusesOf } from './listed.ts'
import type { LawView } from './listed-desk.ts'
import type { MatrixAnswer } from './types.ts'

/** What a matrix is asked for; no parties or no authorities means those of the curated base. */
export type MatrixQuestion = { readonly parties: readonly string[]; readonly authorities: readonly string[]; readonly on: Day }

/**
 * Who lists whom on a day: a row for each party, a column for each authority.
 *
 * Without parties named, the movements, groups and bodies of the base that the most jurisdictions tell of; without
 * authorities, each jurisdiction in which something is known of one of them.
 *
 * @param captionOf the name to show for a loaded entity
 * @throws party.unknown, party.ambiguous, authority.unknown
 */
export async function matrix(
  view: LawView,
  question: MatrixQuestion,
  captionOf: (entity: string) => Promise<string>,
): Promise<MatrixAnswer> {
  const { register } = view
  const { book } = register
  const asked = question.parties.length > 0 ? question.parties : baseParties(book)
  const entities = [...new Set(await Promise.all(asked.map(party => view.parties.find(party))))]
  await register.load(entities)
  const scopes =
    question.authorities.length > 0 ? question.authorities.map(a => authorityScope(book, a)) : knownJurisdictions(register, entities)
  const parties = await Promise.all(entities.map(async id => ({ id, caption: await captionOf(id) })))
  return {
    on: question.on,
    authorities: scopes.map(({ id, name, jurisdiction }) => ({ id, name, jurisdiction })),
    parties,
    cells: entities.map(entity => scopes.map(scope => cell(register, entity, scope, question.on))),
    changeDays: changeDays(register, entities, scopes),
  }
}

function cell(register: Register, entity: string, scope: AuthorityScope, on: Day): MatrixAnswer['cells'][number][number] {
  const all = statusesOf(register, entity, { scope, on })
  const [surest] = all
  if (!surest) return { status: 'unknown', list: null, confidence: null, disputed: false, from: null, to: null, noEntryBy: null }
  const best = firstHeld(all, surest)
  const { status, confidence, disputed, from, to, noEntryBy } = best.status
  return { status, list: best.list, confidence, disputed, from, to, noEntryBy }
}

type Held = ReturnType<typeof statusesOf>[number]

// Of several lists that hold the party as surely, the cell tells of the one that began first, as far as that is known.
function firstHeld(all: readonly Held[], surest: Held): Held {
  const { status, confidence, disputed } = surest.status
  if (status !== 'listed' && status !== 'suspended') return surest
  const same = all.filter(
    s =>
      s.status.status === status &&
      s.status.disputed === disputed &&
      (s.status.confidence === 'recalled') === (confidence === 'recalled') &&
      s.status.from !== null,
  )
  return same.reduce((first, s) => (first.status.from === null || (s.status.from ?? '') < first.status.from ? s : first), surest)
}

/** Ids of the base's parties, those with the most lists first. */
function baseParties(book: LawBook): readonly string[] {
  const lists = new Map<string, number>()
  for (const d of book.designations) lists.set(d.party, (lists.get(d.party) ?? 0) + 1)
  const order = [...lists].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return order.map(([party]) => party.slice(BASE.length + 1))
}

/** The jurisdictions whose authorities tell of one of these entities: the United Nations first, then by how many they tell of. */
function knownJurisdictions(register: Register, entities: readonly string[]): readonly AuthorityScope[] {
  const { book } = register
  const told = new Map<string, Set<string>>()
  for (const entity of entities) {
    for (const list of register.spansOf(entity).keys()) {
      const jurisdiction = book.authorities.get(book.lists.get(list)?.authority ?? '')?.jurisdiction
      if (jurisdiction) told.set(jurisdiction, (told.get(jurisdiction) ?? new Set()).add(entity))
    }
  }
  const order = [...told].sort(([a, n], [b, m]) => Number(b === 'un') - Number(a === 'un') || m.size - n.size || (a < b ? -1 : 1))
  return order.map(([jurisdiction]) => authorityScope(book, jurisdiction))
}

function changeDays(register: Register, entities: readonly string[], scopes: readonly AuthorityScope[]): readonly Day[] {
  const days = new Set<Day>()
  for (const entity of entities) {
    for (const spans of register.spansOf(entity).values()) {
      if (!scopes.some(scope => spans.some(span => isWithin(register.book, scope, span)))) continue
      for (const day of boundaryDays(spans)) days.add(day)
    }
  }
  return [...days].sort()
}
