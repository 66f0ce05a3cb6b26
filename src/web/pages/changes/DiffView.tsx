import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ChangeView, DiffAnswer } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import { useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { FieldChanges } from '../../pieces/FieldChanges.tsx'
import { Name } from '../../pieces/Name.tsx'
import { publisherNumber } from '../../pieces/number.ts'
import { VirtualRows } from '../../pieces/VirtualRows.tsx'
import { Waiting } from '../../pieces/Waiting.tsx'
import { CAUSES } from './kinds.ts'

type Props = { readonly source: string; readonly from: string; readonly to: string }

/** The difference between two versions of a source: who came, who left, what differs. */
export function DiffView({ source, from, to }: Props) {
  const words = useWords()
  const titleOf = useSourceTitles()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['diff', source, from, to],
    retry: false,
    queryFn: ({ signal }) => ask<DiffAnswer>(`/api/diff/${encodeURIComponent(source)}`, { from, to }, signal),
  })
  if (error) return <Failure error={error} again={() => void refetch()} />
  if (isPending) return <Waiting text="Comparing two versions …" />
  const total = data.added.length + data.amended.length + data.removed.length
  return (
    <>
      <div className="answer" role="status">
        <h2>
          {titleOf(source)}:{' '}
          {total === 0
            ? 'no difference'
            : `${words.count(data.added.length)} added, ${words.count(data.removed.length)} removed, ${words.count(data.amended.length)} amended`}
        </h2>
        <span className="quiet">
          <code>{data.from}</code> to <code>{data.to}</code>
        </span>
      </div>
      <Part heading="Added" changes={data.added} />
      <Part heading="Removed" changes={data.removed} />
      <Part heading="Amended" changes={data.amended} />
    </>
  )
}

function Part({ heading, changes }: { readonly heading: string; readonly changes: readonly ChangeView[] }) {
  const words = useWords()
  if (changes.length === 0) return null
  const differs = changes.some(c => (c.fields ?? []).length > 0)
  return (
    <section className="chg">
      <h3>
        {heading}, {words.count(changes.length)}
      </h3>
      <table className="tbl stack">
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Number</th>
            <th scope="col">Remark</th>
            {differs ? <th scope="col">What differs</th> : null}
          </tr>
        </thead>
        <VirtualRows items={changes} height={42} columns={differs ? 4 : 3}>
          {change => <Row key={change.record} change={change} differs={differs} />}
        </VirtualRows>
      </table>
    </section>
  )
}

function Row({ change, differs }: { readonly change: ChangeView; readonly differs: boolean }) {
  const asked = useAskedDay()
  const remarks = [change.relisted ? 'listed again' : null, CAUSES[change.cause] ?? null].filter(r => r !== null)
  return (
    <tr>
      <th scope="row">
        <Link href={entityHref(change.record, asked)}>
          <Name text={change.caption} />
        </Link>
      </th>
      <td data-h="Number">
        <bdi>{publisherNumber(change.reference) ?? ''}</bdi>
      </td>
      <td data-h="Remark">{remarks.length > 0 ? remarks.join(', ') : null}</td>
      {differs ? (
        <td data-h="Differs">
          <FieldChanges fields={change.fields ?? []} open={false} />
        </td>
      ) : null}
    </tr>
  )
}
