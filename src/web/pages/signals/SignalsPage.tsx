import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import type { PendingChange, SignalsAnswer } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { PendingCase, Rung, signalTitle } from './PendingCase.tsx'

function Unfed() {
  return (
    <>
      Claims come from the feeds of publishers, which are read on a schedule where the network allows, and from articles kept with{' '}
      <code>wholists read --keep</code>.
    </>
  )
}

/** What may change: pending changes with their ladder and evidence, the open ones in full. */
export default function SignalsPage() {
  useTitle('Signals')
  const params = new URLSearchParams(useSearch())
  const asked = useAskedDay()
  const question = { party: params.get('party'), authority: params.get('authority') }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['signals', question],
    retry: false,
    queryFn: ({ signal }) => ask<SignalsAnswer>('/api/signals', question, signal),
  })
  // On a past day what had not begun is not shown; what closed later was open then.
  const begun = data?.signals.filter(s => !asked || s.opened <= asked.day) ?? []
  const isOpen = (s: PendingChange) => (asked ? s.closedBy === null || s.closedBy.day > asked.day : s.status === 'open')
  const open = begun.filter(isOpen)
  const closed = begun.filter(s => !isOpen(s))
  return (
    <>
      <div className="page-head">
        <h1>Signals</h1>
        <p>
          What may change, read from articles and notices. A signal never edits a designation. <Link href="/read">Read an article</Link>
        </p>
      </div>
      {error ? <Failure error={error} again={() => void refetch()} /> : null}
      {isPending ? <Waiting text="Weighing what was read …" /> : null}
      {data ? (
        <section aria-labelledby="pending">
          <h2 className="vh" id="pending">
            Pending changes
          </h2>
          {open.length === 0 ? (
            <p className="kicker">
              No pending change is known{asked ? ` on ${shortDay(asked.day, { locale: 'en-GB' })}` : ''} from what was read.{' '}
              {data.signals.length === 0 ? <Unfed /> : null}
            </p>
          ) : null}
          <ul className="pends">
            {open.map(signal => (
              <li key={signal.id}>
                <PendingCase signal={signal} day={asked?.day ?? null} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {closed.length > 0 ? <Closed signals={closed} /> : null}
    </>
  )
}

function Closed({ signals }: { readonly signals: readonly PendingChange[] }) {
  const words = useWords()
  const asked = useAskedDay()
  return (
    <section className="sec" aria-labelledby="closed">
      <h2 id="closed">Closed and expired</h2>
      <table className="tbl stack">
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">Rung reached</th>
            <th scope="col">Evidence</th>
            <th scope="col">Ended by</th>
          </tr>
        </thead>
        <tbody>
          {signals.map(signal => (
            <tr key={signal.id}>
              <th scope="row">
                <Link href={entityHref(signal.party, asked)}>{signalTitle(signal)}</Link>
              </th>
              <td data-h="Rung">
                <Rung signal={signal} />
              </td>
              <td data-h="Evidence" className="num">
                {shortDay(signal.opened, words)} to {shortDay(signal.updated, words)}
              </td>
              <td data-h="Ended by">
                {signal.closedBy ? `${signal.closedBy.title}, ${shortDay(signal.closedBy.day, words)}` : 'nothing; no evidence for long'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
