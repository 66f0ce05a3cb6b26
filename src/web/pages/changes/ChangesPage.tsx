import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import type { ChangesAnswer, EventItem } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { useAskedDay } from '../../ask/as-of.ts'
import { useSources } from '../../ask/sources.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Coverage } from '../../pieces/Coverage.tsx'
import { Failure } from '../../pieces/Failure.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { ChangesForm } from './ChangesForm.tsx'
import { DiffView } from './DiffView.tsx'
import { diffHref, EventRow } from './EventRow.tsx'
import { FollowSection } from './Follow.tsx'
import { filtersOf, sinceOf } from './filters.ts'
import { byWeight, groupEvents, type VersionGroup } from './kinds.ts'
import './changes.css'

/** How many events one page holds. */
const LIMIT = 100

/** What changed: events of all sources, newest first; or the difference between two versions of one. */
export default function ChangesPage() {
  const search = useSearch()
  const params = new URLSearchParams(search)
  useTitle('Changes')
  const [source, from, to] = [params.get('source') ?? '', params.get('from') ?? '', params.get('to') ?? '']
  return (
    <>
      <div className="page-head">
        <h1>Changes</h1>
        <p>
          Who was listed, amended and removed, as the versions of each source show it. All lists of an authority are compared before anybody
          is called removed; a new order of a file, its spaces or its stamp are no change.
        </p>
      </div>
      <ChangesForm key={search} params={params} />
      {source !== '' && from !== '' && to !== '' ? <DiffView source={source} from={from} to={to} /> : <Feed params={params} />}
    </>
  )
}

function Feed({ params }: { readonly params: URLSearchParams }) {
  const asked = useAskedDay()
  const sources = useSources()
  const newest = sources.data?.sources
    .flatMap(s => (s.newest && s.kind === 'official' ? [s.newest.published] : []))
    .toSorted()
    .at(-1)
  const filters = filtersOf(params)
  const offset = Number(params.get('offset')) || 0
  const since = sinceOf(filters, newest)
  const question = {
    since,
    until: filters.until || asked?.day,
    source: filters.source,
    authority: filters.authority,
    list: filters.list,
    kind: filters.kind,
    party: filters.party,
    material: filters.material ? 'true' : null,
    offset,
    limit: LIMIT,
  }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['changes', question],
    retry: false,
    enabled: !sources.isPending,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<ChangesAnswer>('/api/changes', question, signal),
  })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (isPending) return <Waiting text="Comparing versions …" />
  // A version that is held back takes nothing from those compared.
  const held = new Set(sources.data?.sources.filter(s => s.newest !== null).map(s => s.id))
  return (
    <div className="cols">
      <section aria-labelledby="ch">
        <Head answer={data} offset={offset} />
        {data.totalEvents === 0 && sources.data?.sources.every(s => s.versions < 2) ? (
          <p className="quiet">Changes show once a second version of a source has been taken in: there is nothing to compare yet.</p>
        ) : null}
        {groupEvents(data.events ?? []).map(group => (
          <Version key={`${group.first.before} ${group.first.version} ${group.first.published}`} group={group} />
        ))}
        <Pager params={params} answer={data} offset={offset} bounded={since !== '' && filters.since === ''} />
      </section>
      <aside className="notes" aria-label="Coverage and feeds">
        <FollowSection filters={filters} />
        <Coverage incomplete={data.incomplete.filter(i => i.reason !== 'held' || !held.has(i.source))} versions={[]} />
      </aside>
    </div>
  )
}

type Paging = {
  readonly params: URLSearchParams
  readonly answer: ChangesAnswer
  readonly offset: number
  /** Whether a first day was chosen for the reader, so that older changes are left out. */
  readonly bounded: boolean
}

function Pager({ params, answer: { events = [], totalEvents = 0 }, offset, bounded }: Paging) {
  const [, go] = useLocation()
  const turn = (to: number) => {
    const next = new URLSearchParams(params)
    if (to > 0) next.set('offset', String(to))
    else next.delete('offset')
    go(`/changes?${next}`)
    scrollTo({ top: 0 })
  }
  return (
    <p className="more pager">
      {offset > 0 ? (
        <button className="lk" type="button" onClick={() => turn(Math.max(0, offset - LIMIT))}>
          Newer
        </button>
      ) : null}
      {offset + events.length < totalEvents ? (
        <button className="lk" type="button" onClick={() => turn(offset + LIMIT)}>
          Older
        </button>
      ) : bounded ? (
        <Link href={`/changes?${new URLSearchParams([...params.entries(), ['since', 'all']])}`}>All changes ever held</Link>
      ) : null}
    </p>
  )
}

function Head({ answer, offset }: { readonly answer: ChangesAnswer; readonly offset: number }) {
  const words = useWords()
  const { events = [], totalEvents = 0, since } = answer
  const from = since ? `since ${shortDay(since, words)}` : 'in all versions held'
  return (
    <div className="answer" role="status">
      <h2 id="ch">
        {totalEvents === 0 ? `No such change ${from}` : `${words.count(totalEvents)} ${totalEvents === 1 ? 'event' : 'events'} ${from}`}
      </h2>
      {totalEvents > events.length ? (
        <span className="quiet">
          {words.count(offset + 1)} to {words.count(offset + events.length)}, the newest first
        </span>
      ) : null}
    </div>
  )
}

/** So many events of wording are shown beside the others; more of them are folded. */
const FOLDED = 2

/** Hashes of a publication of many files are shown to the second. */
const HASHES = 2

function Version({ group }: { readonly group: VersionGroup }) {
  const words = useWords()
  const { first } = group
  const { plain, cosmetic } = byWeight(group.events)
  const compared = first.before !== first.version
  return (
    <section className="chg">
      <h3>
        <time dateTime={first.published}>{shortDay(first.published, words)}</time> {first.sourceTitle}
      </h3>
      <p className="faint proof">
        {compared ? (
          <>
            <Link href={diffHref(first)}>Compared with {shortDay(first.before.split('/')[1] ?? '', words)}</Link>; raw files{' '}
          </>
        ) : (
          'Raw files '
        )}
        <Hashes hashes={first.filesBefore} />
        {first.filesAfter.length > 0 ? (
          <>
            {' '}
            then <Hashes hashes={first.filesAfter} />
          </>
        ) : null}
      </p>
      <Events events={cosmetic.length <= FOLDED ? [...plain, ...cosmetic] : plain} />
      {cosmetic.length > FOLDED ? (
        <details className="why">
          <summary>{words.count(cosmetic.length)} more in wording, form or by a fault of the publication</summary>
          <Events events={cosmetic} />
        </details>
      ) : null}
    </section>
  )
}

function Events({ events }: { readonly events: readonly EventItem[] }) {
  return (
    <ol className="chron evs">
      {events.map(event => (
        <EventRow key={event.id} event={event} />
      ))}
    </ol>
  )
}

function Hashes({ hashes }: { readonly hashes: readonly string[] }) {
  return (
    <>
      {hashes.slice(0, HASHES).map((hash, i) => (
        <span key={hash}>
          {i > 0 ? ', ' : ''}
          <code title={hash}>{hash.slice(0, 12)}</code>
        </span>
      ))}
      {hashes.length > HASHES ? ` and ${hashes.length - HASHES} more` : ''}
    </>
  )
}
