import { cleanCountries, cleanCountry } from './country.ts'

/** What a nationality cell says. Former, possible and present nationality differ as evidence, so they are kept apart. */
export type Nationality = {
  readonly present: readonly string[]
  readonly former: readonly string[]
  readonly possible: readonly string[]
  /** True where the cell says more than the name of a country: its words belong into the notes. */
  readonly more: boolean
}

type Reading = { readonly kind: 'present' | 'former' | 'possible'; readonly country: string }

/** Wordings of lists, each with the place of the country in it. The first that fits holds. */
const PHRASES: readonly (readonly [RegExp, Reading['kind']])[] = [
  [/^(?:former|formerly|previously)\s+(?<country>.+)$/iu, 'former'],
  [/^(?<country>.+?)\s+(?:citizenship|nationality)\s+(?:was\s+)?(?:withdrawn|revoked|renounced)\b.*$/iu, 'former'],
  [/^(?<country>.+?)\s*\((?:citizenship|nationality)\s+(?:was\s+)?(?:withdrawn|revoked|renounced)\b[^)]*\)$/iu, 'former'],
  [/^(?<country>.+?)\s*\((?:until|formerly|former|previous)\b[^)]*\)$/iu, 'former'],
  [/^(?:possibly|probably|presumably|may\s+be|allegedly|believed\s+to\s+be)\s+(?<country>.+)$/iu, 'possible'],
  [/^(?<country>.+?)\s*\((?:possibly|possible|probably|alleged(?:ly)?|unconfirmed|to\s+be\s+confirmed)\)$/iu, 'possible'],
  [/^(?:unresolved|unknown)\s*\/\s*(?<country>.+?)\s+origin$/iu, 'possible'],
  [/^(?<country>.+?)\s+of\s+.+\s+origin$/iu, 'present'],
  [/^(?<country>.+?)\s+by\s+birth$/iu, 'present'],
  [/^stateless\s+(?<country>.+)$/iu, 'possible'],
  [/^of\s+(?<country>.+)$/iu, 'present'],
  [/^(?<country>.+?)\s*\((?:as\s+at|as\s+of|since|by\s+birth|dual)\b[^)]*\)$/iu, 'present'],
]

const SECOND = /^(.+?)\.\s+Also\s+(believed\s+to\s+hold\s+)?(.+?)\s+nationality\.?$/iu

/**
 * The nationalities a cell states, as country codes; undefined where no country is named in a known wording.
 *
 * A State that is no more (`USSR (until 1991)`) is never one of its successors; a phrase is never a country.
 */
export function readNationality(text: string): Nationality | undefined {
  const whole = cleanCountries(text)
  if (whole.length > 0) return { present: whole, former: [], possible: [], more: false }
  const two = SECOND.exec(text)
  if (two?.[1] && two[3]) return joined(readNationality(two[1]), [two[2] ? 'possible' : 'present', cleanCountry(two[3])])
  for (const [phrase, kind] of PHRASES) {
    const country = phrase.exec(text)?.groups?.['country']
    const codes = country === undefined ? [] : cleanCountries(country)
    if (codes.length > 0) return { present: [], former: [], possible: [], [kind]: codes, more: true }
  }
  return undefined
}

function joined(
  first: Nationality | undefined,
  [kind, code]: readonly ['possible' | 'present', string | undefined],
): Nationality | undefined {
  if (!first || !code) return undefined
  return { ...first, [kind]: [...first[kind], code], more: true }
}
