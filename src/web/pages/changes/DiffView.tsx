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
import { VirtualRows } from '../../pieces/VirtualRows.tsx'
import { Waiting } from '../../pieces/Waiting.tsx'

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
            <th scope="col">Cause</th>
            <th scope="col">What differs</th>
          </tr>
        </thead>
        <VirtualRows items={changes} height={42} columns={4}>
          {change => <Row key={change.record} change={change} />}
        </VirtualRows>
      </table>
    </section>
  )
}

function Row({ change }: { readonly change: ChangeView }) {
  const asked = useAskedDay()
  return (
    <tr>
      <th scope="row">
        <Link href={entityHref(change.record, asked)}>
          <Name text={change.caption} />
        </Link>
      </th>
      <td data-h="Number">
        <bdi>{change.reference ?? change.record}</bdi>
      </td>
      <td data-h="Cause">
        {change.cause}
        {change.relisted ? ', listed again' : ''}
      </td>
      <td data-h="Differs">
        <FieldChanges fields={change.fields ?? []} open={false} />
      </td>
    </tr>
  )
}
