import { BASE, type LawBook, type Lineage } from '../law/index.ts'
import { type ActVerb, type Day, type Instrument, storedDate, WhoListsError } from '../model/index.ts'
import type { InstrumentAnswer } from './types.ts'

/**
 * An instrument with its lineage both ways, what is linked directly and beside it what follows from that, its exemptions,
 * whether it is in force on a day, and the designations of the base that rest on it.
 *
 * @throws instrument.unknown
 */
export function instrumentAnswer(book: LawBook, lineage: Lineage, id: string, on: Day): InstrumentAnswer {
  const found = book.instruments.get(id) ?? book.instruments.get(id.trim().toLowerCase())
  if (!found) throw new WhoListsError('instrument.unknown', { id })
  const direct = links(lineage, found.id)
  const chain = lineage.chain(found.id)
  const named = [...new Set([...Object.values(direct).flat(), ...chain.flatMap(a => [a.act, a.target])])].filter(
    other => other !== found.id,
  )
  return {
    id: found.id,
    title: found.title,
    number: found.number ?? null,
    type: found.type,
    issuedBy: found.issuedBy,
    ...nameOf(book, found.issuedBy),
    issued: storedDate(found.issued),
    effective: found.effective ? storedDate(found.effective) : null,
    note: found.note ?? null,
    confidence: found.confidence ?? 'read',
    inForce: lineage.inForce(found.id, on),
    ...direct,
    designations: designationsUnder(book, found.id),
    chain,
    titles: Object.fromEntries(named.flatMap(other => titleOf(book, book.instruments.get(other)))),
  }
}

const nameOf = (book: LawBook, authority: string) => {
  const name = book.authorities.get(authority)?.name
  return name === undefined ? {} : { issuedByName: name }
}

function links(lineage: Lineage, id: string) {
  const pair = (verb: ActVerb) =>
    [lineage.targets(id, verb), lineage.actors(id, verb), lineage.allTargets(id, verb), lineage.allActors(id, verb)] as const
  const [implementing, implementedBy, allImplements, allImplementedBy] = pair('implements')
  const [amends, amendedBy, allAmends, allAmendedBy] = pair('amends')
  const [repeals, repealedBy, allRepeals, allRepealedBy] = pair('repeals')
  const [exempts, exemptions, , allExemptions] = pair('exempts')
  return {
    implements: implementing,
    implementedBy,
    amends,
    amendedBy,
    repeals,
    repealedBy,
    exempts,
    exemptions,
    allImplements,
    allImplementedBy,
    allAmends,
    allAmendedBy,
    allRepeals,
    allRepealedBy,
    allExemptions,
  }
}

/** Designations of the base that it began or ended, as `party@list`. */
function designationsUnder(book: LawBook, id: string): readonly string[] {
  const under = book.designations.filter(d => d.instruments.includes(id) || d.endInstruments?.includes(id))
  return [...new Set(under.map(d => `${d.party.slice(BASE.length + 1)}@${d.list}`))]
}

function titleOf(book: LawBook, instrument: Instrument | undefined): readonly (readonly [string, InstrumentAnswer['titles'][string]])[] {
  if (!instrument) return []
  const { id, title, number, issued, issuedBy } = instrument
  const jurisdiction = book.authorities.get(issuedBy)?.jurisdiction
  return [[id, { title, number: number ?? null, issued: storedDate(issued), issuedBy, ...(jurisdiction ? { jurisdiction } : {}) }]]
}

/** A line of a search over instruments. */
export type InstrumentFound = Pick<
  InstrumentAnswer,
  'id' | 'title' | 'number' | 'type' | 'issuedBy' | 'issuedByName' | 'issued' | 'confidence'
>

/**
 * Instruments whose id, number, title or issuer has every word asked, in order of time; those whose number or id has them all first.
 *
 * @param limit the most to give
 */
export function findInstruments(book: LawBook, text: string, limit: number): readonly InstrumentFound[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  const has = (place: string) => words.every(word => place.toLowerCase().includes(word))
  const byNumber = (i: Instrument) => Number(!has(`${i.id} ${i.number ?? ''}`))
  return [...book.instruments.values()]
    .filter(i => words.length > 0 && has(`${i.id} ${i.number ?? ''} ${i.title} ${book.authorities.get(i.issuedBy)?.name ?? ''}`))
    .sort(
      (a, b) =>
        byNumber(a) - byNumber(b) ||
        (a.issued.earliest < b.issued.earliest ? -1 : a.issued.earliest > b.issued.earliest ? 1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ id, title, number, type, issuedBy, issued, confidence }) => ({
      id,
      title,
      number: number ?? null,
      type,
      issuedBy,
      ...nameOf(book, issuedBy),
      issued: storedDate(issued),
      confidence: confidence ?? 'read',
    }))
}
