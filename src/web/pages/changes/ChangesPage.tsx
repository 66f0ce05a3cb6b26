import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import type { ChangeItem, ChangesAnswer } from '../../answers.ts'
import { ask, queryString } from '../../ask/api.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Coverage } from '../../pieces/Coverage.tsx'
import { Failure } from '../../pieces/Failure.tsx'
import { FieldChanges } from '../../pieces/FieldChanges.tsx'
import { Name } from '../../pieces/Name.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { ChangesForm } from './ChangesForm.tsx'
import { DiffView } from './DiffView.tsx'
import { type ChangeGroup, groupChanges } from './groups.ts'

/** How many changes one page holds. */
const LIMIT = 200

/** What changed: between the versions of every source, newest first; or between two versions of one. */
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
          What was added, amended and removed between the versions of each source. A new order of a file, its spaces or its stamp are no
          change.
        </p>
      </div>
      <ChangesForm key={search} params={params} />
      {source !== '' && from !== '' && to !== '' ? <DiffView source={source} from={from} to={to} /> : <Feed params={params} />}
    </>
  )
}

function Feed({ params }: { readonly params: URLSearchParams }) {
  const asked = useAskedDay()
  const [, go] = useLocation()
  const offset = Number(params.get('offset')) || 0
  const question = {
    since: params.get('since'),
    until: params.get('until') ?? asked?.day,
    source: params.getAll('source'),
    kind: params.getAll('kind'),
    offset,
    limit: LIMIT,
  }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['changes', question],
    retry: false,
    queryFn: ({ signal }) => ask<ChangesAnswer>('/api/changes', question, signal),
  })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (isPending) return <Waiting text="Comparing versions …" />
  const turn = (to: number) => {
    const next = new URLSearchParams(params)
    if (to > 0) next.set('offset', String(to))
    else next.delete('offset')
    go(`/changes?${next}`)
  }
  const feed = queryString({ since: question.since, source: question.source, kind: question.kind })
  return (
    <div className="cols">
      <section aria-labelledby="ch">
        <Head answer={data} offset={offset} />
        {groupChanges(data.changes).map(group => (
          <Group key={`${group.version} ${group.kind}`} group={group} />
        ))}
        <p className="more">
          {offset > 0 ? (
            <button className="lk" type="button" onClick={() => turn(offset - LIMIT)}>
              Newer
            </button>
          ) : null}{' '}
          {offset + data.changes.length < data.total ? (
            <button className="lk" type="button" onClick={() => turn(offset + LIMIT)}>
              Older
            </button>
          ) : null}
        </p>
      </section>
      <aside className="notes" aria-label="Coverage and feeds">
        <Coverage incomplete={data.incomplete} versions={[]} />
        <section>
          <h2>Follow</h2>
          <p>
            <a href={`/api/changes/feed.atom${feed}`}>Atom</a>, <a href={`/api/changes/feed.json${feed}`}>JSON Feed</a>,{' '}
            <a href={`/api/changes${feed}`}>JSON</a>
          </p>
        </section>
      </aside>
    </div>
  )
}

function Head({ answer, offset }: { readonly answer: ChangesAnswer; readonly offset: number }) {
  const { count } = useWords()
  const { total, changes } = answer
  return (
    <div className="answer" role="status">
      <h2 id="ch">{total === 0 ? 'No change between the versions held' : `${count(total)} ${total === 1 ? 'change' : 'changes'}`}</h2>
      {total > changes.length ? (
        <span className="quiet">
          {count(offset + 1)} to {count(offset + changes.length)}
        </span>
      ) : null}
    </div>
  )
}

const KIND_WORDS: Readonly<Record<ChangeItem['kind'], string>> = { added: 'added', amended: 'amended', removed: 'removed' }
/** Groups this large are folded: a mass change is one event. */
const MASS = 12

function Group({ group }: { readonly group: ChangeGroup }) {
  const words = useWords()
  const { first, changes, kind } = group
  const relisted = changes.filter(c => c.relisted).length
  const causes = [...new Set(changes.map(c => c.cause))].filter(c => c !== 'source')
  const heading = `${words.count(changes.length)} ${KIND_WORDS[kind]}${relisted > 0 ? `, ${words.count(relisted)} of them listed again` : ''}`
  return (
    <section className="chg">
      <h3>
        <time dateTime={first.published}>{shortDay(first.published, words)}</time> {first.sourceTitle}: {heading}
      </h3>
      <p className="quiet">
        <Link href={`/changes${queryString({ source: first.source, from: first.before, to: first.version })}`}>
          {first.before} to {first.version}
        </Link>
        {causes.length > 0 ? `; cause: ${causes.join(', ')}` : ''}
      </p>
      {changes.length > MASS ? (
        <details className="why">
          <summary>All {words.count(changes.length)}</summary>
          <ChangeList changes={changes} />
        </details>
      ) : (
        <ChangeList changes={changes} />
      )}
    </section>
  )
}

function ChangeList({ changes }: { readonly changes: readonly ChangeItem[] }) {
  const asked = useAskedDay()
  return (
    <ol className="chron chgs">
      {changes.map(change => (
        <li key={change.record}>
          <div>
            <Link href={entityHref(change.entity, asked)}>
              <Name text={change.caption} />
            </Link>{' '}
            <bdi className="faint">{change.reference ?? change.record}</bdi>
            {change.relisted ? ' listed again' : ''}
            <FieldChanges fields={change.fields ?? []} open={false} />
          </div>
        </li>
      ))}
    </ol>
  )
}
