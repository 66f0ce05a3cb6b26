import { flag } from '../../intake/index.ts'
import { type Designation, type PartialDate, type Problem, readDates } from '../../model/index.ts'
import type { Entry, EntryProgramme } from './entry.ts'
import { type Collection, instrumentOf, listOf, programmeOf, WHOLE_LIST } from './programmes.ts'

type Designated = {
  readonly designations: readonly Designation[]
  readonly topics: readonly string[]
  readonly problems: readonly Problem[]
}

const TERRORIST_LISTS = new Set(['us-sdgt', 'us-fto', 'us-sdt'])

/**
 * One designation for each programme of an entry, on the list that the programme stands for. A party of the SDN list whose
 * programmes all have lists of their own (SDGT, FTO) is designated on the SDN list as a whole besides.
 *
 * A day of listing that a form states is that of the list it names. It is that of a list within (SDGT) only where the party
 * has no other programme: else it may have come to that list later.
 */
export function designationsOf(entry: Entry, id: string, collection: Collection): Designated {
  const problems: Problem[] = []
  const programmes = allProgrammes(entry)
  const day = collection === 'consolidated' ? listingDay(entry) : undefined
  const context: Context = { id, collection, entry, problems, day, single: programmes.length === 1, notes: notesOf(entry, collection) }
  const designations = programmes.map(programme => designate(programme, context))
  if (designations.length === 0) problems.push(flag('programme.missing', 'programs', '', 'at least one programme'))
  const besides = collection === 'sdn' ? asWhole(designations, programmes) : []
  const terror = designations.some(({ list }) => TERRORIST_LISTS.has(list))
  return {
    designations: [...designations, ...besides],
    topics: [...(designations.length > 0 ? ['sanction'] : []), ...(terror ? ['crime.terror'] : [])],
    problems,
  }
}

function asWhole(designations: readonly Designation[], programmes: readonly EntryProgramme[]): readonly Designation[] {
  const [first] = designations
  if (!first || designations.some(({ list }) => list === WHOLE_LIST.sdn)) return []
  const from = programmes.find(programme => programme.from)?.from
  const instruments = [...new Set(designations.filter(({ list }) => list !== 'us-fto').flatMap(d => d.instruments))]
  const programme = programmes.map(({ tag }) => tag).join('; ')
  return [{ ...first, list: WHOLE_LIST.sdn, programme, instruments, ...(from ? { from } : {}) }]
}

// What is forbidden differs from party to party on the non-SDN lists, and stands in directives; on the SDN list all is blocked.
function notesOf(entry: Entry, collection: Collection): readonly string[] {
  if (collection === 'sdn') return []
  const measures = entry.facts.filter(({ meaning, disproved }) => meaning.as === 'measure' && !disproved)
  return measures.map(({ label, value }) => `${label}: ${value}`).sort()
}

// Tags of the list and those that a feature adds (`[IRGC]`), each once.
function allProgrammes(entry: Entry): readonly EntryProgramme[] {
  const added: readonly EntryProgramme[] = entry.facts
    .filter(({ meaning }) => meaning.as === 'programme')
    .flatMap(({ value, field }) => [...value.matchAll(/\[?([^[\],;]+)\]?/g)].map(match => ({ tag: (match[1] ?? '').trim(), field })))
  const seen = new Set<string>()
  return [...entry.programmes, ...added].filter(({ tag, list = '' }) => {
    const key = `${tag.toUpperCase()} ${list}`
    return tag !== '' && !seen.has(key) && seen.add(key) !== undefined
  })
}

type Context = {
  readonly id: string
  readonly collection: Collection
  readonly entry: Entry
  readonly problems: Problem[]
  readonly notes: readonly string[]
  readonly day: PartialDate | undefined
  readonly single: boolean
}

function designate(programme: EntryProgramme, context: Context): Designation {
  const { id, collection, entry, problems, notes, day, single } = context
  const { tag, field } = programme
  const known = programmeOf(tag, collection)
  if (!known) problems.push(flag('programme.unmapped', field, tag, 'a programme of programmes.json'))
  const named = programme.list === undefined ? undefined : listOf(programme.list)
  if (programme.list !== undefined && !named) problems.push(flag('list.unmapped', field, programme.list, 'a list of programmes.json'))
  const bases = (programme.bases ?? []).filter(basis => basis !== 'Unknown')
  const list = listFor(known?.list ?? WHOLE_LIST[collection], named, entry, collection)
  const from = list === (named ?? list) || single ? (programme.from ?? day) : undefined
  const ofBases = instrumentsOf(bases, field, problems)
  const forbids = (programme.measures ?? []).filter(measure => measure !== 'Block')
  const words = [...(programme.list && named === WHOLE_LIST.consolidated ? [programme.list] : []), ...forbids, ...notes].join('; ')
  return {
    party: id,
    list,
    programme: tag,
    status: 'listed',
    ...(from ? { from } : {}),
    instruments: [...new Set([...(known?.instruments ?? []), ...(single ? ofBases : [])])],
    confidence: 'read',
    ...(words === '' ? {} : { note: words }),
    ...(bases.length > 0 ? { grounds: bases.join('; ') } : {}),
    field,
  }
}

function instrumentsOf(bases: readonly string[], field: string, problems: Problem[]): readonly string[] {
  return bases.flatMap(basis => {
    const found = instrumentOf(basis)
    if (found === undefined) problems.push(flag('basis.unmapped', field, basis, 'a legal basis of programmes.json'))
    return found ? [found] : []
  })
}

// A list the form states counts more than the tag, except that SDGT and FTO are lists within the SDN list. Without a stated
// list the tag of Executive Order 13662 is on two: only a directive makes it the sectoral one.
function listFor(byTag: string, stated: string | undefined, entry: Entry, collection: Collection): string {
  if (stated) return stated === WHOLE_LIST.sdn ? byTag : stated
  if (
    collection === 'consolidated' &&
    byTag === 'us-ssi' &&
    !entry.facts.some(({ label }) => label === 'Executive Order 13662 Directive Determination')
  )
    return WHOLE_LIST.consolidated
  return byTag
}

// The earliest day on which a directive or the list of Chinese military companies took the party up.
function listingDay(entry: Entry): PartialDate | undefined {
  return entry.facts
    .filter(({ meaning, disproved }) => meaning.as === 'listing-day' && !disproved)
    .flatMap(({ value, date }) => (date ? [date] : readDates(value)))
    .sort((a, b) => (a.earliest < b.earliest ? -1 : 1))[0]
}
