import type { Link } from './align.ts'
import type { NameToken } from './token.ts'
import type { NameRole } from './types.ts'

const isBin = (token: NameToken | undefined): boolean => token?.symbol === 'p:bin'

// The nearest word before or after a place, passing over articles and particles that are not bin.
function neighbour(tokens: readonly NameToken[], from: number, step: 1 | -1): number {
  for (let i = from + step; i >= 0 && i < tokens.length; i += step) {
    if (tokens[i]?.kind === 'word') return i
    if (isBin(tokens[i])) return -1
  }
  return -1
}

const linked = (links: readonly Link[], at: number): number => {
  for (const link of links)
    if (at >= link.queryFrom && at < link.queryTo && link.listedTo > link.listedFrom && link.similarity >= 0.6) return link.listedFrom
  return -1
}

/**
 * 1 where father and son are exchanged around the only bin (ibn, ben) of both names: "Salman bin Muhammad" against
 * "Muhammad bin Salman"; 0 else.
 */
export function reversal(query: readonly NameToken[], listed: readonly NameToken[], links: readonly Link[]): number {
  const at = query.findIndex(isBin)
  const other = listed.findIndex(isBin)
  if (at < 0 || other < 0) return 0
  if (query.some((t, i) => i > at && isBin(t)) || listed.some((t, i) => i > other && isBin(t))) return 0
  const before = neighbour(query, at, -1)
  const after = neighbour(query, at, 1)
  const otherBefore = neighbour(listed, other, -1)
  const otherAfter = neighbour(listed, other, 1)
  const son = before >= 0 ? linked(links, before) : -1
  const father = after >= 0 ? linked(links, after) : -1
  return (son >= 0 && son === otherAfter) || (father >= 0 && father === otherBefore) ? 1 : 0
}

const side = (role: NameRole | undefined): 'given' | 'family' | undefined =>
  role === 'family' ? 'family' : role === undefined || role === 'any' ? undefined : 'given'

/** Share of agreeing words whose role is given name on one side and family name on the other; 0 unless it is more than half of them. */
export function crossing(
  query: { readonly roles: readonly NameRole[] },
  listed: { readonly roles: readonly NameRole[] },
  links: readonly Link[],
): number {
  let crossed = 0
  let known = 0
  for (const link of links) {
    if (link.similarity < 0.6 || link.queryTo === link.queryFrom || link.listedTo === link.listedFrom) continue
    const [a, b] = [side(query.roles[link.queryFrom]), side(listed.roles[link.listedFrom])]
    if (a === undefined || b === undefined) continue
    known++
    if (a !== b) crossed++
  }
  return crossed * 2 > known ? crossed / known : 0
}

/** Whether both names carry a generation suffix and the two differ (Jr against Sr). */
export function opposedSuffixes(query: readonly NameToken[], listed: readonly NameToken[]): boolean {
  const suffix = (tokens: readonly NameToken[]): string => tokens.find(t => t.symbol.startsWith('generation:'))?.symbol ?? ''
  const [a, b] = [suffix(query), suffix(listed)]
  return a !== '' && b !== '' && a !== b
}
