import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import type { EntityAnswer, SignalsAnswer } from '../../answers.ts'
import { ask, Failed, queryString } from '../../ask/api.ts'
import { type AskedDay, dayParams, entityHref, useAskedDay } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import { type ChartContent, chartRows, lanesOf, signalSteps } from '../../chart/layout.ts'
import { TimeChart } from '../../chart/TimeChart.tsx'
import { longDay, useWords } from '../../language/words.ts'
import { Coverage, VersionsUsed } from '../../pieces/Coverage.tsx'
import { Failure } from '../../pieces/Failure.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { today } from '../../time/days.ts'
import { RUNGS } from '../signals/rungs.ts'
import { Dealings, History } from './Chronicles.tsx'
import { DesignationTable } from './DesignationTable.tsx'
import { EntityHead } from './EntityHead.tsx'
import { Exemptions, Lineages, resolutionTicks, useInstruments } from './Instruments.tsx'
import { Links } from './Links.tsx'
import { Proofs } from './proofs.ts'
import { Records } from './Records.tsx'

const useEntity = (id: string, asked: AskedDay) =>
  useQuery({
    queryKey: ['entity', id, asked],
    retry: false,
    queryFn: ({ signal }) => ask<EntityAnswer>(`/api/entity/${encodeURIComponent(id)}`, dayParams(asked), signal),
  })

/** Everything about one party: names, status on every list over time, proof, history, joined records. */
export default function EntityPage({ id }: { readonly id: string }) {
  const asked = useAskedDay()
  const known = decodeURIComponent(id)
  const { data, error, isPending, refetch } = useEntity(known, asked)
  const [, go] = useLocation()
  const canonical = data?.entity.id
  useEffect(() => {
    if (canonical && canonical !== known) go(entityHref(canonical, asked), { replace: true })
  }, [canonical, known, asked, go])
  useTitle(data?.entity.caption ?? known)
  if (error instanceof Failed && error.status === 404) return <Unknown id={known} />
  if (error) {
    return (
      <>
        <div className="page-head">
          <h1>{known}</h1>
        </div>
        <Failure error={error} again={() => void refetch()} />
      </>
    )
  }
  return isPending ? <Waiting text="Gathering what is known …" /> : <Entity answer={data} asked={asked} />
}

// No failure: the question was answered, and nothing goes by this id.
function Unknown({ id }: { readonly id: string }) {
  return (
    <div className="none">
      <h1 className="unknown">
        Nothing is held under the id <bdi>{id}</bdi>.
      </h1>
      <p>It may stand on a list that was never taken in here, or be a name rather than an id.</p>
      <p>
        <Link href={`/${queryString({ name: id })}`}>Screen it as a name</Link> · <Link href="/sources">See which lists are held</Link>
      </p>
    </div>
  )
}

function Entity({ answer, asked }: { readonly answer: EntityAnswer; readonly asked: AskedDay }) {
  const words = useWords()
  const titleOf = useSourceTitles()
  const day = answer.asOf.valid
  const rows = chartRows(answer.listings, day, code => placeName(code, words.locale))
  const instruments = useInstruments(rows)
  const signals = useSignals(answer.entity.id)
  const proofs = new Proofs(answer, titleOf, words)
  for (const row of rows) for (const listing of row.listings) proofs.numbersOf(listing.evidence)
  const content: ChartContent = {
    rows,
    lanes: lanesOf(answer.events),
    ticks: resolutionTicks(instruments),
    signals: signalSteps(signals, RUNGS),
    now: today(),
    asked: asked && asked.day !== today() ? asked.day : null,
  }
  return (
    <>
      <EntityHead answer={answer} rows={rows} day={day} asked={asked} />
      {rows.length > 0 ? (
        <TimeChart
          heading="Designations over time"
          title={`${answer.entity.caption} on ${words.count(rows.length)} ${rows.length === 1 ? 'list' : 'lists'} over time, with the status on ${longDay(day, words)}`}
          content={content}
          tableName="Designations and instruments"
        />
      ) : null}
      <div className="cols sec">
        <div>
          <DesignationTable rows={rows} proofs={proofs} asked={asked} />
          <Dealings events={answer.events} proofs={proofs} />
          <History id={answer.entity.id} asked={asked} />
        </div>
        <aside className="notes" aria-label="Coverage, lineage and sources">
          <Coverage incomplete={answer.incomplete} versions={answer.versions} />
          <Lineages rows={rows} instruments={instruments} />
          <Exemptions instruments={instruments} />
          <Sources proofs={proofs} />
          <section>
            <VersionsUsed versions={answer.versions} />
          </section>
        </aside>
      </div>
      <Records records={answer.records} entity={answer.entity.id} />
      <Links links={answer.links} />
    </>
  )
}

/** Pending changes about the party; a fault here leaves the signals lane out, the rest of the page stands. */
function useSignals(party: string) {
  const { data } = useQuery({
    queryKey: ['signals', party],
    retry: false,
    queryFn: ({ signal }) => ask<SignalsAnswer>('/api/signals', { party }, signal),
  })
  return data?.signals.filter(s => s.party === party) ?? []
}

function Sources({ proofs }: { readonly proofs: Proofs }) {
  if (proofs.all.length === 0) return null
  return (
    <section>
      <h2>Sources</h2>
      <ol className="src">
        {proofs.all.map((proof, index) => (
          <li key={proof.text} id={`src-${index + 1}`}>
            <span className="k">{index + 1}</span>{' '}
            {proof.url && /^https?:/.test(proof.url) ? (
              <a href={proof.url} rel="noreferrer">
                {proof.text}
              </a>
            ) : (
              proof.text
            )}
          </li>
        ))}
      </ol>
      <p className="faint">
        Read: the statement was found in the source named. Recalled: from a collector’s knowledge, no source yet. Disputed: sources
        disagree.
      </p>
    </section>
  )
}
