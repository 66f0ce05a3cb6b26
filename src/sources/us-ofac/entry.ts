import type { PartialDate, Problem } from '../../model/index.ts'
import type { Labelled } from './labels.ts'

/** What OFAC says a party is. */
export type Kind = 'individual' | 'entity' | 'vessel' | 'aircraft'

/** One name as published; persons have a surname and given names. `weak` as the publisher says. */
export type EntryName = {
  readonly kind: 'primary' | 'aka' | 'fka' | 'nka'
  readonly weak: boolean
  readonly last: string
  readonly first: string
  /** Roles that the form tells apart within the given names. */
  readonly middle?: string
  readonly patronymic?: string
  readonly field: string
}

/** One labelled value: of the remarks, an `id`, a feature or a document. */
export type Fact = Labelled & {
  readonly value: string
  readonly field: string
  readonly country?: string
  readonly issued?: string
  readonly expires?: string
  /** The same days where the form states them in parts. */
  readonly issuedOn?: PartialDate
  readonly expiresOn?: PartialDate
  /** The place of issue. */
  readonly place?: string
  /** The publisher marks the document as not valid. */
  readonly invalid?: boolean
  /** A date the form states in parts. */
  readonly date?: PartialDate
  /** The publisher marks it as false: kept as a note, never compared. */
  readonly disproved?: boolean
}

/** One address; `lines` in the order they are written, `country` apart. */
export type EntryAddress = { readonly lines: readonly string[]; readonly country: string; readonly field: string }

/** One programme, with list, day and legal basis where the form states them. */
export type EntryProgramme = {
  readonly tag: string
  readonly list?: string
  readonly from?: PartialDate
  readonly bases?: readonly string[]
  /** What the listing forbids, in the publisher's words: Block, a directive. */
  readonly measures?: readonly string[]
  readonly field: string
}

/** A tie to another record of OFAC, by its number. */
export type EntryLink = {
  readonly to: string
  readonly name: string
  readonly role: string
  readonly former: boolean
  readonly field: string
}

/** A party as one of the forms states it: what all forms have in common. */
export type Entry = {
  readonly kind: Kind
  readonly names: readonly EntryName[]
  readonly programmes: readonly EntryProgramme[]
  readonly addresses: readonly EntryAddress[]
  readonly facts: readonly Fact[]
  readonly notes: readonly { readonly text: string; readonly field: string }[]
  readonly links: readonly EntryLink[]
  readonly unread: readonly { readonly field: string; readonly text: string }[]
  readonly problems: readonly Problem[]
}

/** The kind a word of OFAC names: null and `Entity` are entities; undefined for an unknown word. */
export function kindOf(word: string): Kind | undefined {
  const kinds: Readonly<Record<string, Kind>> = {
    '': 'entity',
    entity: 'entity',
    individual: 'individual',
    vessel: 'vessel',
    aircraft: 'aircraft',
  }
  return kinds[word.trim().toLowerCase()]
}
