import { span } from './days.ts'
import { type KeptClaim, toldOn } from './store.ts'

/** One claim as several reports tell it, the first telling first; reports copied from each other count as one. */
export type MergedClaim = { readonly claim: KeptClaim; readonly tellings: readonly KeptClaim[]; readonly publishers: number }

/** Claims of the same type, authority, party and sense whose dates agree, as one each. */
export function merged(claims: readonly KeptClaim[]): readonly MergedClaim[] {
  const groups: KeptClaim[][] = []
  for (const claim of claims.toSorted((a, b) => (toldOn(a) < toldOn(b) ? -1 : 1))) {
    const group = groups.find(g => same(g[0] as KeptClaim, claim))
    if (group) group.push(claim)
    else groups.push([claim])
  }
  return groups.map(tellings => ({
    claim: tellings.reduce((a, b) => (b.confidence > a.confidence ? b : a)),
    tellings,
    publishers: new Set(tellings.map(t => t.document.cluster)).size,
  }))
}

function same(a: KeptClaim, b: KeptClaim): boolean {
  if (a.type !== b.type || a.authorityId !== b.authorityId || (a.factuality === 'denied') !== (b.factuality === 'denied')) return false
  if ((a.targetId ?? a.target) !== (b.targetId ?? b.target)) return false
  if (a.date === null || b.date === null) return a.date === b.date && toldOn(a) === toldOn(b)
  const [[from, to], [since, until]] = [span(a.date), span(b.date)]
  return from <= until && since <= to
}
