/** One row of `parties.json`. */
export type PartyRow = {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly aliases: readonly string[]
  readonly kind: string
  readonly country: string
  readonly externalIds?: Readonly<Record<string, string>>
  readonly birthDates?: readonly string[]
  readonly positions?: readonly string[]
  readonly memberOf?: readonly string[]
}

/** One row of `designations.json`; dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type DesignationRow = {
  readonly partyId: string
  readonly list: string
  readonly authority: string
  readonly status: string
  readonly from: string | null
  readonly to?: string | null
  readonly instrument: string | null
  readonly endInstrument?: string | null
  readonly asOf?: string
  readonly seenOn?: readonly { readonly date: string; readonly citation: string }[]
  readonly disputed?: boolean
  readonly note?: string
  readonly confidence: string
  readonly citations: readonly string[]
}

/** One row of `instruments.json`. */
export type InstrumentRow = {
  readonly id: string
  readonly type: string
  readonly number?: string
  readonly title: string
  readonly issuedBy: string
  readonly issued: string
  readonly effective?: string
  readonly implements: readonly string[]
  readonly amends: readonly string[]
  readonly repeals: readonly string[]
  readonly exempts?: readonly string[]
  readonly url?: string
  readonly note?: string
  readonly confidence: string
  readonly citations: readonly string[]
}

/** One row of `authorities.json`. */
export type AuthorityRow = {
  readonly id: string
  readonly name: string
  readonly nativeName?: string
  readonly jurisdiction: string
  readonly kind: string
  readonly website?: string
  readonly confidence: string
  readonly citations: readonly string[]
}

/** One row of `lists.json`. */
export type ListRow = {
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly kind: string
  readonly scope: string
  readonly url?: string
  readonly legalBasis: readonly string[]
  readonly status?: string
  readonly note?: string
  readonly confidence: string
  readonly citations: readonly string[]
}

/** One row of `citations.json`. */
export type CitationRow = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly url?: string
  readonly docId?: string
  readonly date?: string
}

/** One row of `relations.json`. */
export type RelationRow = {
  readonly id: string
  readonly date: string
  readonly actor: string
  readonly target: string
  readonly type: string
  readonly description: string
  readonly participants?: readonly string[]
  readonly confidence: string
  readonly citations: readonly string[]
}

/** A raw record of the curated base: one row, and with a party its designations, with a relation which of its ends are parties. */
export type RawRow =
  | { readonly kind: 'party'; readonly row: PartyRow; readonly designations: readonly DesignationRow[] }
  | { readonly kind: 'instrument'; readonly row: InstrumentRow }
  | { readonly kind: 'authority'; readonly row: AuthorityRow }
  | { readonly kind: 'list'; readonly row: ListRow }
  | { readonly kind: 'citation'; readonly row: CitationRow }
  | { readonly kind: 'relation'; readonly row: RelationRow; readonly parties: readonly string[] }
