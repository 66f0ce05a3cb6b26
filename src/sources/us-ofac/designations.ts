import { flag, note } from '../../intake/index.ts'
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
 */
export function designationsOf(entry: Entry, id: string, collection: Collection): Designated {
  const problems: Problem[] = []
  const programmes = allProgrammes(entry)
  const notes =
    collection === 'sdn'
      ? []
      : entry.facts
          .filter(({ meaning, disproved }) => meaning.as === 'measure' && !disproved)
          .map(({ label, value }) => `${label}: ${value}`)
          .sort()
  const day = collection === 'consolidated' ? listingDay(entry) : undefined
  const designations = programmes.map(programme => designate(programme, { id, collection, entry, problems, notes, day }))
  if (designations.length === 0) problems.push(flag('programme.missing', 'programs', '', 'at least one programme'))
  const whole = WHOLE_LIST.sdn
  const [first] = designations
  const besides =
    collection === 'sdn' && first && !designations.some(({ list }) => list === whole)
      ? [{ ...first, list: whole, instruments: first.list === 'us-fto' ? [] : first.instruments }]
      : []
  const terror = designations.some(({ list }) => TERRORIST_LISTS.has(list))
  return {
    designations: [...designations, ...besides],
    topics: [...(designations.length > 0 ? ['sanction'] : []), ...(terror ? ['crime.terror'] : [])],
    problems,
  }
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
}

function designate(programme: EntryProgramme, { id, collection, entry, problems, notes, day }: Context): Designation {
  const known = programmeOf(programme.tag, collection)
  if (!known) problems.push(flag('programme.unmapped', programme.field, programme.tag, 'a programme of programmes.json'))
  const named = programme.list === undefined ? undefined : listOf(programme.list)
  if (programme.list !== undefined && !named)
    problems.push(flag('list.unmapped', programme.field, programme.list, 'a list of programmes.json'))
  const bases = (programme.bases ?? []).filter(basis => basis !== 'Unknown')
  for (const basis of bases)
    if (!instrumentOf(basis)) problems.push(note('basis.unmapped', programme.field, basis, 'a legal basis of programmes.json'))
  const from = programme.from ?? day
  const note_ = [...(programme.list && named === WHOLE_LIST.consolidated ? [programme.list] : []), ...notes].join('; ')
  return {
    party: id,
    list: listFor(known?.list ?? WHOLE_LIST[collection], named, entry, collection),
    programme: programme.tag,
    status: 'listed',
    ...(from ? { from } : {}),
    instruments: known?.instruments ?? [],
    confidence: 'read',
    ...(note_ === '' ? {} : { note: note_ }),
    ...(bases.length > 0 ? { grounds: bases.join('; ') } : {}),
    field: programme.field,
  }
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
