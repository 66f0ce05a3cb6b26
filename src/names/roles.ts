import type { Alignment } from './alignment.ts'
import type { NameToken } from './token.ts'
import type { NameRole } from './types.ts'

const LINKED = 0.6
const isBin = (token: NameToken | undefined): boolean => token?.symbol === 'p:bin'

// The nearest word before or after a place, passing over articles and particles that are not bin.
function neighbour(tokens: readonly NameToken[], from: number, step: 1 | -1): number {
  for (let i = from + step; i >= 0 && i < tokens.length; i += step) {
    if (tokens[i]?.kind === 'word') return i
    if (isBin(tokens[i])) return -1
  }
  return -1
}

function onlyBin(tokens: readonly NameToken[]): number {
  let at = -1
  for (let i = 0; i < tokens.length; i++) {
    if (!isBin(tokens[i])) continue
    if (at >= 0) return -1
    at = i
  }
  return at
}

function linkedTo(links: Alignment, at: number): number {
  if (at < 0) return -1
  for (let i = 0; i < links.count; i++)
    if (links.isPair(i) && links.similarity[i]! >= LINKED && at >= links.queryFrom[i]! && at < links.queryTo[i]!)
      return links.listedFrom[i]!
  return -1
}

/**
 * 1 where father and son are exchanged around the only bin (ibn, ben) of both names: "Salman bin Muhammad" against
 * "Muhammad bin Salman"; 0 else.
 */
export function reversal(query: readonly NameToken[], listed: readonly NameToken[], links: Alignment): number {
  const at = onlyBin(query)
  const other = at < 0 ? -1 : onlyBin(listed)
  if (at < 0 || other < 0) return 0
  const son = linkedTo(links, neighbour(query, at, -1))
  const father = linkedTo(links, neighbour(query, at, 1))
  return (son >= 0 && son === neighbour(listed, other, 1)) || (father >= 0 && father === neighbour(listed, other, -1)) ? 1 : 0
}

const sideOf = (role: NameRole | undefined): 'given' | 'family' | undefined =>
  role === 'family' ? 'family' : role === undefined || role === 'any' ? undefined : 'given'

/** Share of agreeing words whose role is given name on one side and family name on the other; 0 unless it is more than half of them. */
export function crossing(
  query: { readonly roles: readonly NameRole[] },
  listed: { readonly roles: readonly NameRole[] },
  links: Alignment,
): number {
  let crossed = 0
  let known = 0
  for (let i = 0; i < links.count; i++) {
    if (!links.isPair(i) || links.similarity[i]! < LINKED) continue
    const a = sideOf(query.roles[links.queryFrom[i]!])
    const b = a === undefined ? undefined : sideOf(listed.roles[links.listedFrom[i]!])
    if (a === undefined || b === undefined) continue
    known++
    if (a !== b) crossed++
  }
  return crossed * 2 > known ? crossed / known : 0
}

const suffixOf = (tokens: readonly NameToken[]): string => {
  for (const token of tokens) if (token.kind === 'title' && token.symbol !== '') return token.symbol
  return ''
}

/** Whether both names carry a generation suffix and the two differ (Jr against Sr). */
export function opposedSuffixes(query: readonly NameToken[], listed: readonly NameToken[]): boolean {
  const a = suffixOf(query)
  if (a === '') return false
  const b = suffixOf(listed)
  return b !== '' && a !== b
}

// Companies of all kinds are one family, since lists and registers mix them up; charities and traders are others.
const COMPANIES: ReadonlySet<string> = new Set(['f:llc', 'f:jsc', 'f:company', 'f:lp', 'f:fz', 'f:soe'])
const familyOf = (token: NameToken): string => (COMPANIES.has(token.symbol) ? 'company' : token.symbol)

/** Whether both names carry legal forms and no two of them are of one family. */
export function opposedForms(query: readonly NameToken[], listed: readonly NameToken[]): boolean {
  let both = false
  for (const a of query) {
    if (a.kind !== 'legal-form') continue
    for (const b of listed) {
      if (b.kind !== 'legal-form') continue
      if (familyOf(a) === familyOf(b)) return false
      both = true
    }
  }
  return both
}
