import type { Annotated } from './annotate.ts'
import type { Lexicon } from './lexicon.ts'

/** What a document names that a claim may be about: parties that the linker knows, and authorities. */
export type Candidates = {
  readonly parties: readonly { readonly name: string; readonly entity: string }[]
  readonly authorities: readonly { readonly name: string; readonly code: string }[]
  /** The dates that the document gives, as stored. */
  readonly dates: readonly string[]
}

/** The parties, authorities and dates recognised in a document, each once. */
export function candidatesIn({ text, mentions, anchor }: Annotated, lexicon: Lexicon): Candidates {
  const parties = new Map<string, string>()
  const codes = new Set<string>()
  const dates = new Set<string>(anchor ? [anchor] : [])
  for (const m of mentions) {
    if (m.kind === 'party' && m.entity) parties.set(text.slice(m.start, m.end), m.entity)
    if (m.kind !== 'list' && m.code) codes.add(m.code)
    if (m.date) dates.add(m.date.date)
  }
  return {
    parties: [...parties].map(([name, entity]) => ({ name, entity })),
    authorities: [...codes].map(code => ({ name: lexicon.nameOf(code), code })),
    dates: [...dates],
  }
}
