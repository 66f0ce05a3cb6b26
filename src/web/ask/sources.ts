import { useQuery } from '@tanstack/react-query'
import type { SourcesAnswer } from '../answers.ts'
import { ask } from './api.ts'

/** How often the state of the sources is asked for: often while something is being read. */
const CALM_MS = 30_000
const BUSY_MS = 700

/** The state of all sources, kept fresh; the frame, Screen and Sources share it. */
export const useSources = () =>
  useQuery({
    queryKey: ['sources'],
    queryFn: ({ signal }) => ask<SourcesAnswer>('/api/sources', {}, signal),
    refetchInterval: query => (query.state.data?.importing ? BUSY_MS : CALM_MS),
    staleTime: BUSY_MS,
  })

/** A text kept apart from the direction of the text around it. */
const isolated = (text: string) => `\u2068${text}\u2069`

/** The title of a source by its id; the id itself where it is not known. Kept apart from the direction of the text around it. */
export function useSourceTitles(): (id: string) => string {
  const { data } = useSources()
  const titles = new Map(data?.sources.map(source => [source.id, source.title]))
  return id => isolated(titles.get(id) ?? id)
}
