import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { IdentityAnswer, Judgement, Proposal } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { tell, told } from '../../ask/owner.ts'
import { useSources } from '../../ask/sources.ts'
import { useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { Field, SelectField } from '../../pieces/Field.tsx'
import { Owner } from '../../pieces/Owner.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { Decisions } from './Decisions.tsx'
import { PairReview } from './PairReview.tsx'
import { TakeAway } from './TakeAway.tsx'
import './review.css'

const LIMIT = 10

/** Pairs of records that may be one party: side by side, for a person to decide; past decisions, to be taken back. */
export default function ReviewPage() {
  useTitle('Review')
  const reviewer = useRef<HTMLInputElement>(null)
  return (
    <>
      <div className="page-head">
        <h1>Review</h1>
        <p>
          Records of different sources are joined where a number or several facts agree; nothing is joined on its name alone. What is not
          clear waits here for a person. Shown is everything each record ever stated.
        </p>
      </div>
      <div className="cols">
        <div>
          <Waiters reviewer={reviewer} />
          <Decisions reviewer={reviewer} />
        </div>
        <aside className="notes" aria-label="About decisions">
          <section>
            <h2>What a decision does</h2>
            <p>
              “One party” joins the two records and all that hangs on them, “two parties” keeps them apart for good, “cannot tell” puts the
              pair aside. Each is kept with name, day and reason, never edited; a later one takes its place. Answers follow within a minute
              of the last decision.
            </p>
          </section>
          <section>
            <h2>Who may decide</h2>
            <Owner what="Decisions are taken" />
          </section>
          <TakeAway />
        </aside>
      </div>
    </>
  )
}

function Waiters({ reviewer }: { readonly reviewer: RefObject<HTMLInputElement | null> }) {
  const words = useWords()
  const params = new URLSearchParams(useSearch())
  const question = {
    source: params.getAll('source'),
    party: params.get('party'),
    limit: LIMIT,
    offset: Number(params.get('offset')) || 0,
  }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['proposals', question],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<IdentityAnswer>('/api/identity/proposals', question, signal),
  })
  return (
    <section aria-labelledby="wait">
      <Choose reviewer={reviewer} />
      {error ? <Failure error={error} again={() => void refetch()} /> : null}
      {isPending ? <Waiting text="Gathering the pairs that wait …" /> : null}
      {data ? (
        <>
          <div className="answer" role="status">
            <h2 id="wait">
              {data.total === 0 ? 'No pair waits' : `${words.count(data.total)} ${data.total === 1 ? 'pair waits' : 'pairs wait'}`}
            </h2>
            <span className="quiet">{figures(data, words)}</span>
          </div>
          <PairList key={JSON.stringify(question)} answer={data} reviewer={reviewer} offset={question.offset} />
        </>
      ) : null}
    </section>
  )
}

const figures = ({ figures: f }: IdentityAnswer, { count }: ReturnType<typeof useWords>): string =>
  `${count(f.records)} records are joined into ${count(f.entities)} entities`

function Choose({ reviewer }: { readonly reviewer: RefObject<HTMLInputElement | null> }) {
  const [, go] = useLocation()
  const params = new URLSearchParams(useSearch())
  const sources = useSources().data?.sources.filter(s => s.versions > 0) ?? []
  const choose = (source: string) => {
    const next = new URLSearchParams(params)
    for (const name of ['offset', 'source']) next.delete(name)
    if (source !== '') next.set('source', source)
    go(`/review?${next}`)
  }
  return (
    <div className="ask-more review-ask">
      <Field label="Your name, kept with each decision">
        {control => (
          <input
            className="in"
            ref={reviewer}
            autoComplete="name"
            maxLength={200}
            defaultValue={told('reviewer')}
            onChange={event => {
              event.target.setCustomValidity('')
              tell('reviewer', event.target.value.trim())
            }}
            {...control}
          />
        )}
      </Field>
      <SelectField
        key={sources.length}
        label="Pairs with a record of"
        defaultValue={params.get('source') ?? ''}
        onChange={event => choose(event.target.value)}
        options={[['', 'Every source'], ...sources.map(s => [s.id, s.title] as const)]}
      />
    </div>
  )
}

type ListProps = { readonly answer: IdentityAnswer; readonly reviewer: RefObject<HTMLInputElement | null>; readonly offset: number }

const keyOf = ({ a, b }: Proposal) => `${a.record} ${b.record}`

function PairList({ answer, reviewer, offset }: ListProps) {
  const client = useQueryClient()
  const [, go] = useLocation()
  const params = new URLSearchParams(useSearch())
  // The pairs stay as they were first shown, decided ones in their place, until the reader turns the page.
  const [proposals] = useState(answer.proposals)
  const [decided, setDecided] = useState<ReadonlyMap<string, Judgement>>(new Map())
  const [open, setOpen] = useState<string | null>(proposals[0] ? keyOf(proposals[0]) : null)
  const keep = (proposal: Proposal) => (judgement: Judgement) => {
    const next = new Map(decided).set(keyOf(proposal), judgement)
    setDecided(next)
    const waiting = proposals.find(p => !next.has(keyOf(p)))
    setOpen(waiting ? keyOf(waiting) : null)
    void client.invalidateQueries({ queryKey: ['decisions'] })
  }
  const turn = (to: number) => {
    const next = new URLSearchParams(params)
    if (to > 0) next.set('offset', String(to))
    else next.delete('offset')
    void client.invalidateQueries({ queryKey: ['proposals'] })
    go(`/review?${next}`)
    scrollTo({ top: 0 })
  }
  // What was decided on this page waits no longer: the next page begins that much earlier.
  const older = offset + proposals.length - decided.size
  return (
    <>
      <ol className="pair-list">
        {proposals.map(proposal => (
          <PairReview
            key={keyOf(proposal)}
            proposal={proposal}
            open={open === keyOf(proposal)}
            turn={() => setOpen(open === keyOf(proposal) ? null : keyOf(proposal))}
            decided={decided.get(keyOf(proposal))}
            reviewer={reviewer}
            keep={keep(proposal)}
          />
        ))}
      </ol>
      <p className="more pager">
        {offset > 0 ? (
          <button className="lk" type="button" onClick={() => turn(Math.max(0, offset - LIMIT))}>
            Likelier pairs
          </button>
        ) : null}
        {offset + proposals.length < answer.total ? (
          <button className="lk" type="button" onClick={() => turn(older)}>
            Next pairs
          </button>
        ) : null}
      </p>
    </>
  )
}
