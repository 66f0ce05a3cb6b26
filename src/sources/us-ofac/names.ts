import type { PartyBuilder } from '../../model/index.ts'
import type { EntryName, Kind } from './entry.ts'

/** A name as people write it, with its parts. */
export type WrittenName = { readonly full: string; readonly last: string; readonly first: string; readonly suffix: string }

/** `SURNAME, Given Names` and `SURNAME, Given Names, Jr.` of a person, as surname and given names; other kinds keep the whole name as `last`. */
export function splitName(text: string, kind: Kind): { readonly last: string; readonly first: string } {
  const name = text.replace(/\s+/g, ' ').trim()
  const comma = kind === 'individual' ? name.indexOf(', ') : -1
  return comma < 0 ? { last: name, first: '' } : { last: name.slice(0, comma), first: name.slice(comma + 2) }
}

/** Given names first, then the surname, then what follows it: `DE LA CRUZ, Ana, Jr.` is `Ana DE LA CRUZ Jr.` */
export function writtenName(name: Pick<EntryName, 'last' | 'first'>, kind: Kind): WrittenName {
  const { last, first } = name.first === '' ? splitName(name.last, kind) : name
  const suffixed = /^(.*),\s*((?:Jr|Sr)\.?|I{1,3}|IV)$/.exec(first)
  const given = suffixed?.[1] ?? first
  const suffix = suffixed?.[2] ?? ''
  return { full: [given, last, suffix].filter(Boolean).join(' '), last, first: given, suffix }
}

/**
 * Puts names on a party: the primary as `name`, former ones as `previousName`, weak ones as `weakAlias`, others as `alias`.
 * A former name stays one where the publisher calls it weak: ships and companies are found by what they were called.
 */
export function addNames(party: PartyBuilder, names: readonly EntryName[], kind: Kind): void {
  for (const name of names) {
    const { full, last, first, suffix } = writtenName(name, kind)
    const property = name.kind === 'primary' ? 'name' : name.kind === 'fka' ? 'previousName' : name.weak ? 'weakAlias' : 'alias'
    party.add(property, full, name.field)
    if (kind !== 'individual' || first === '' || property === 'weakAlias') continue
    party.add('lastName', last, name.field)
    party.add('firstName', first, name.field)
    party.add('nameSuffix', suffix, name.field)
    party.add('middleName', name.middle, name.field)
    party.add('fatherName', name.patronymic, name.field)
  }
}
