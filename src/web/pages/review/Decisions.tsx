import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { DecisionsAnswer, DecisionView, Judgement } from '../../answers.ts'
import { ask, send } from '../../ask/api.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { TextField } from '../../pieces/Field.tsx'
import { formText } from '../../pieces/form.ts'
import { Name } from '../../pieces/Name.tsx'
import { VERDICT_WORDS } from './PairReview.tsx'

const SHOWN = 20

/** What people have decided, newest first, each with a way to take it back. */
export function Decisions({ reviewer }: { readonly reviewer: RefObject<HTMLInputElement | null> }) {
  const words = useWords()
  const [limit, setLimit] = useState(SHOWN)
  const { data, error, refetch } = useQuery({
    queryKey: ['decisions', limit],
    retry: false,
    queryFn: ({ signal }) => ask<DecisionsAnswer>('/api/identity/decisions', { limit }, signal),
  })
  return (
    <section className="sec" aria-labelledby="dec">
      <div className="sec-head">
        <h2 id="dec">Decisions</h2>
        {data && data.total > 0 ? <span className="quiet">{words.count(data.total)} in all, the newest first</span> : null}
      </div>
      {error ? <Failure error={error} again={() => void refetch()} /> : null}
      {data?.total === 0 ? <p className="quiet">Nobody has decided about a pair yet.</p> : null}
      {data && data.total > 0 ? (
        <table className="tbl stack decs">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Records</th>
              <th scope="col">Decision</th>
              <th scope="col">By, and why</th>
              <th scope="col">
                <span className="vh">Take back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.decisions.map(d => (
              <Row key={`${d.a.record} ${d.b.record} ${d.recorded} ${d.verdict}`} decision={d} reviewer={reviewer} />
            ))}
          </tbody>
        </table>
      ) : null}
      {data && data.decisions.length < data.total ? (
        <p className="more">
          <button className="lk" type="button" onClick={() => setLimit(limit + 100)}>
            Older decisions
          </button>
        </p>
      ) : null}
    </section>
  )
}

function Row({ decision, reviewer }: { readonly decision: DecisionView; readonly reviewer: RefObject<HTMLInputElement | null> }) {
  const words = useWords()
  const asked = useAskedDay()
  const [asking, setAsking] = useState(false)
  const side = (one: DecisionView['a']) => (
    <>
      <Link href={entityHref(one.entity, asked)}>
        <Name text={one.caption} />
      </Link>{' '}
      <bdi className="faint">{one.record}</bdi>
    </>
  )
  return (
    <tr {...(decision.holds ? {} : { 'data-past': '' })}>
      <td data-h="Day" className="num">
        <time dateTime={decision.recorded}>{shortDay(decision.recorded, words)}</time>
      </td>
      <th scope="row">
        <span>{side(decision.a)}</span>
        <span className="sub">{side(decision.b)}</span>
      </th>
      <td data-h="Decision">
        {VERDICT_WORDS[decision.verdict]}
        {decision.holds ? null : <span className="sub">no longer holds</span>}
      </td>
      <td data-h="By">
        <bdi>{decision.by}</bdi>: {decision.reason}
        {asking ? <TakeBack decision={decision} reviewer={reviewer} done={() => setAsking(false)} /> : null}
      </td>
      <td>
        {decision.holds && !asking ? (
          <button className="lk" type="button" onClick={() => setAsking(true)}>
            Take back<span className="vh"> the decision on {decision.a.caption}</span>
          </button>
        ) : null}
      </td>
    </tr>
  )
}

type BackProps = { readonly decision: DecisionView; readonly reviewer: RefObject<HTMLInputElement | null>; readonly done: () => void }

function TakeBack({ decision, reviewer, done }: BackProps) {
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const back = useMutation({
    mutationFn: (word: { readonly reason: string; readonly by: string }) =>
      send<Judgement>('/api/identity/undo', { a: decision.a.record, b: decision.b.record, ...word }),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: ['decisions'] }), client.invalidateQueries({ queryKey: ['proposals'] })])
      done()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = reviewer.current
    if (name && name.value.trim() === '') {
      name.setCustomValidity('Say who takes it back: the name is kept.')
      name.reportValidity()
      return
    }
    back.mutate({ reason: formText(new FormData(event.currentTarget), 'reason'), by: name?.value.trim() ?? '' })
  }
  return (
    <form className="decide" ref={form} onSubmit={submit} aria-label="Take the decision back">
      <TextField label="Reason to take it back" name="reason" required maxLength={2000} />
      <div className="acts-row">
        <button className="btn small" type="submit" disabled={back.isPending}>
          Take it back
        </button>
        <button className="btn plain small" type="button" onClick={done}>
          Leave it
        </button>
      </div>
      {back.error ? <Failure error={back.error} again={() => back.reset()} /> : null}
    </form>
  )
}
