import { useQuery } from '@tanstack/react-query'
import type { ListLine } from '../answers.ts'
import { ask } from './api.ts'

/** The lists in law; they change with the curated base alone. */
export const useLists = () =>
  useQuery({
    queryKey: ['lists'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => ask<{ readonly lists: readonly ListLine[] }>('/api/lists', {}, signal).then(answer => answer.lists),
  })

/** The name of a list by its id; the id where it is not known. */
export function useListNames(): (id: string) => string {
  const { data } = useLists()
  const names = new Map(data?.map(list => [list.id, list.name]))
  return id => names.get(id) ?? id
}
