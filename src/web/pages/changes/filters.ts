import { isDay } from '../../time/days.ts'

/** What of the changes is asked for; it stands in the address. Empty asks nothing. */
export type Filters = {
  readonly source: string
  readonly authority: string
  readonly list: string
  readonly kind: string
  readonly party: string
  readonly since: string
  readonly until: string
  /** True leaves out wording, form and faults. */
  readonly material: boolean
}

/** The filters of an address. */
export const filtersOf = (params: URLSearchParams): Filters => ({
  source: params.get('source') ?? '',
  authority: params.get('authority') ?? '',
  list: params.get('list') ?? '',
  kind: params.get('kind') ?? '',
  party: params.get('party') ?? '',
  since: params.get('since') ?? '',
  until: params.get('until') ?? '',
  material: params.get('material') === 'true',
})

/**
 * The day from which changes are shown: as asked; else a year before the newest version, where neither a source, a party
 * nor a last day narrows the question and all versions ever held would have to be compared. `all` in the address asks for them.
 */
export function sinceOf(filters: Filters, newest: string | undefined): string {
  const { since, source, party, until } = filters
  if (since === 'all') return ''
  if (isDay(since)) return since
  const narrow = [source, party, until].some(text => text !== '')
  if (narrow || newest === undefined) return ''
  return `${Number(newest.slice(0, 4)) - 1}${newest.slice(4, 10)}`
}
