import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { InstrumentAnswer } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { entityHref, lawHref, useAskedDay } from '../../ask/as-of.ts'
import { longDay, storedDate, useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { Name } from '../../pieces/Name.tsx'
import { Confidence } from '../../pieces/Status.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { today } from '../../time/days.ts'
import { FindInstrument } from './FindInstrument.tsx'
import { LineageDrawing } from './LineageDrawing.tsx'
import { lineageOf } from './lineage.ts'

/** The acts drawn at first, and when all are asked for. */
const DRAWN = 40
const ALL = 400

/** The law: an instrument with its lineage, or the way to one. */
export default function LawPage({ id }: { readonly id: string }) {
  const known = decodeURIComponent(id)
  return known === '' ? <Find /> : <Instrument key={known} id={known} />
}

function Find() {
  useTitle('Law')
  return (
    <>
      <div className="page-head">
        <h1>Law</h1>
        <p>
          Resolutions, regulations, decrees and judgments: what each carries out, what carries it out, what ended it, and what stays lawful
          beside it.
        </p>
      </div>
      <FindInstrument shown="S/RES" />
    </>
  )
}

function Instrument({ id }: { readonly id: string }) {
  const asked = useAskedDay()
  const on = asked?.day ?? today()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['instrument', id, on],
    retry: false,
    queryFn: ({ signal }) => ask<InstrumentAnswer>(`/api/instrument/${encodeURIComponent(id)}`, asked ? { on } : {}, signal),
  })
  useTitle(data?.number ?? data?.title ?? id)
  if (error) {
    return (
      <>
        <div className="page-head">
          <h1>{id}</h1>
        </div>
        <Failure error={error} again={() => void refetch()} />
        <section className="sec">
          <FindInstrument />
        </section>
      </>
    )
  }
  return isPending ? <Waiting text="Following the chain …" /> : <Answer answer={data} on={on} />
}

function Answer({ answer, on }: { readonly answer: InstrumentAnswer; readonly on: string }) {
  const words = useWords()
  const [all, setAll] = useState(false)
  const graph = lineageOf(answer, all ? ALL : DRAWN)
  return (
    <>
      <div className="page-head law-head">
        <p className="kicker">
          {TYPES[answer.type] ?? plain(answer.type)} · {answer.issuedByName ?? answer.issuedBy} · issued {storedDate(answer.issued, words)}
          {answer.effective ? `, effective ${storedDate(answer.effective, words)}` : ''}
        </p>
        <h1>{answer.number ?? answer.title}</h1>
        {answer.number ? <p>{answer.title}</p> : null}
        <p className="force">
          On {longDay(on, words)}: <b>{forceWords(answer, on)}</b> <Confidence of={{ confidence: answer.confidence, disputed: false }} />
        </p>
        {answer.note ? <p className="quiet">{answer.note}</p> : null}
      </div>
      <div className="cols">
        <section aria-labelledby="lin">
          <div className="sec-head">
            <h2 id="lin">Lineage</h2>
            {graph.left > 0 || all ? (
              <button className="lk" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? 'The nearest acts only' : `All ${words.count(graph.acts.length + graph.left)} acts`}
              </button>
            ) : null}
          </div>
          {graph.acts.length > 1 ? (
            <LineageDrawing graph={graph} day={on} />
          ) : (
            <p>No act is known that it carries out, or that carries it out.</p>
          )}
        </section>
        <aside className="notes" aria-label="Links of this instrument">
          <Links heading="Carries out" ids={answer.implements} answer={answer} />
          <Links heading="Carried out by" ids={answer.implementedBy} answer={answer} />
          <Links heading="Amends" ids={answer.amends} answer={answer} />
          <Links heading="Amended by" ids={answer.amendedBy} answer={answer} />
          <Links heading="Repeals" ids={answer.repeals} answer={answer} />
          <Links heading="Repealed by" ids={answer.repealedBy} answer={answer} />
          <Links heading="Makes exemptions from" ids={answer.exempts} answer={answer} />
          <Links heading="What stays lawful beside it" ids={answer.exemptions} answer={answer} />
          <Designations answer={answer} />
        </aside>
      </div>
      <section className="sec">
        <FindInstrument />
      </section>
    </>
  )
}

/** Types of instruments whose id does not read as words. */
const TYPES: Readonly<Record<string, string>> = {
  'unsc-resolution': 'Resolution of the Security Council',
  'eu-regulation': 'Regulation of the European Union',
  'eu-decision': 'Decision of the European Union',
  'eu-common-position': 'Common position of the European Union',
  'executive-order': 'Executive order',
}
const plain = (type: string) => type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ')

/** Whether it is in force on the day; an act of a later day is not issued yet, and what is not known is not said. */
function forceWords({ inForce, issued }: InstrumentAnswer, on: string): string {
  if (issued.slice(0, 10) > on) return 'not issued yet'
  if (inForce === null) return 'not known whether it is in force'
  return inForce ? 'in force' : 'no longer in force'
}

function Links({ heading, ids, answer }: { readonly heading: string; readonly ids: readonly string[]; readonly answer: InstrumentAnswer }) {
  const words = useWords()
  const asked = useAskedDay()
  if (ids.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul>
        {ids.map(id => {
          const title = answer.titles[id]
          return (
            <li key={id}>
              <Link href={lawHref(id, asked)} title={title?.title ?? id}>
                {title?.number ?? title?.title ?? id}
              </Link>
              {title ? `, ${storedDate(title.issued, words)}` : ''}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** How many designations are named before the rest is counted. */
const NAMED = 20

function Designations({ answer }: { readonly answer: InstrumentAnswer }) {
  const asked = useAskedDay()
  const { designations: ids, named = {} } = answer
  if (ids.length === 0) return null
  return (
    <section>
      <h2>Designations it began or ended</h2>
      <ul>
        {ids.slice(0, NAMED).map(id => {
          const [party = '', list = ''] = id.split('@')
          return (
            <li key={id}>
              <Link href={`${entityHref(party, asked)}#list-${list}`}>
                <Name text={named[id]?.party ?? party} />
              </Link>{' '}
              on {named[id]?.list ?? list}
            </li>
          )
        })}
      </ul>
      {ids.length > NAMED ? <p className="faint">and {ids.length - NAMED} more</p> : null}
    </section>
  )
}
