import type { SourceView } from '../../answers.ts'

/** A source alone, or the publications of one publisher that are told together. */
export type SourceItem =
  | { readonly kind: 'one'; readonly source: SourceView }
  | { readonly kind: 'group'; readonly publisher: string; readonly sources: readonly SourceView[] }

/** From so many publications of one publisher on they are told in one row. */
const GROUPED = 6

/** Sources in their order; many of one publisher are gathered where the first of them stands. */
export function groupSources(sources: readonly SourceView[]): readonly SourceItem[] {
  const byPublisher = Map.groupBy(sources, s => s.publisher)
  const told = new Set<string>()
  return sources.flatMap((source): readonly SourceItem[] => {
    const own = byPublisher.get(source.publisher) ?? []
    if (own.length < GROUPED) return [{ kind: 'one', source }]
    if (told.has(source.publisher)) return []
    told.add(source.publisher)
    return [{ kind: 'group', publisher: source.publisher, sources: own }]
  })
}

/** The freshness of several sources: the one that needs a look, with how many share it. */
export function worstOf(sources: readonly SourceView[]): { readonly freshness: SourceView['freshness']; readonly count: number } {
  const order: readonly SourceView['freshness'][] = ['importing', 'held', 'stale', 'missing', 'current']
  const freshness = order.find(f => sources.some(s => s.freshness === f)) ?? 'current'
  return { freshness, count: sources.filter(s => s.freshness === freshness).length }
}
