const PREFIXES: Readonly<Record<string, string>> = { qi: 'qdi', qe: 'qde', ti: 'tai', te: 'tae' }

/**
 * A reference number of the United Nations in its present form, in small letters: `QI.A.86.03` is `qdi.086`.
 *
 * Numbers of the Al-Qaida and Taliban lists were put in another form in 2014 and 2015 and kept their running number: the
 * committee's list shows it for every entry on the day of the change, and British entries quote both forms.
 */
export function permanentNumber(text: string): string {
  const bare = text.trim().replace(/\.$/, '').toLowerCase()
  const m = /^(qi|qe|ti|te)\.[a-z]\.(\d{1,3})\.\d\d$/.exec(bare)
  return m?.[1] && m[2] ? `${PREFIXES[m[1]]}.${m[2].padStart(3, '0')}` : bare
}
