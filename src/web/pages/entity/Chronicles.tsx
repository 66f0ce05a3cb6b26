import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { EventView } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { type AskedDay, dayParams } from '../../ask/as-of.ts'
import type { Words } from '../../language/en.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { FieldChanges } from '../../pieces/FieldChanges.tsx'
import { propertyWords } from '../../pieces/property-words.ts'
import { Confidence } from '../../pieces/Status.tsx'
import { Numbers } from './DesignationTable.tsx'
import type { Proofs } from './proofs.ts'

const SHOWN = 14

/** Events of relations and signals, the newest first. */
export function Dealings({ events, proofs }: { readonly events: readonly EventView[]; readonly proofs: Proofs }) {
  const [all, setAll] = useState(false)
  const some = events.filter(e => e.kind === 'relation' || e.kind === 'signal').toSorted(newestFirst)
  if (some.length === 0) return null
  return (
    <section className="sec" aria-labelledby="deal">
      <div className="sec-head">
        <h2 id="deal">Dealings and signals</h2>
      </div>
      <ol className="chron">
        {(all ? some : some.slice(0, SHOWN)).map(event => (
          <li key={`${event.day} ${event.title}`}>
            <EventDay event={event} />
            <span className="ty">
              {event.kind === 'signal' ? (
                <svg className="mk" aria-hidden="true">
                  <use href="#m-pending" />
                </svg>
              ) : null}
              {wordOf(event)}
            </span>
            <span>{event.title}</span>
            <span>
              <Numbers numbers={proofs.numbersOf(event.evidence)} /> <Confidence of={{ confidence: event.confidence, disputed: false }} />
            </span>
          </li>
        ))}
      </ol>
      <MoreButton shown={SHOWN} all={some.length} open={all} turn={() => setAll(!all)} what="events" />
    </section>
  )
}

const useHistory = (id: string, asked: AskedDay) =>
  useQuery({
    queryKey: ['history', id, asked],
    retry: false,
    queryFn: ({ signal }) =>
      ask<{ readonly events: readonly EventView[] }>(`/api/history/${encodeURIComponent(id)}`, dayParams(asked), signal),
  })

/** What happened to the party's records and listings: every field that ever changed, with what it was. */
export function History({ id, asked }: { readonly id: string; readonly asked: AskedDay }) {
  const { data, error, refetch } = useHistory(id, asked)
  const [property, setProperty] = useState('')
  const [all, setAll] = useState(false)
  if (error) {
    return (
      <section className="sec">
        <Failure error={error} again={() => void refetch()} />
      </section>
    )
  }
  const events = (data?.events ?? []).filter(e => e.kind !== 'relation' && e.kind !== 'signal').toSorted(newestFirst)
  if (events.length === 0) return null
  const properties = [...new Set(events.flatMap(e => e.fields.map(f => f.property)))].sort()
  const chosen = property === '' ? events : events.filter(e => e.fields.some(f => f.property === property))
  return (
    <section className="sec" aria-labelledby="hist">
      <div className="sec-head">
        <h2 id="hist">History</h2>
        <Link href={`/changes?party=${encodeURIComponent(id)}`}>Changes to follow</Link>
        {properties.length > 0 ? (
          <label className="inline">
            Field{' '}
            <select className="in" value={property} onChange={event => setProperty(event.target.value)}>
              <option value="">every one</option>
              {properties.map(p => (
                <option key={p} value={p}>
                  {propertyWords(p)}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <ol className="chron plain">
        {(all ? chosen : chosen.slice(0, SHOWN)).map(event => (
          <li key={`${event.day} ${event.kind} ${event.title} ${event.list ?? ''}`}>
            <EventDay event={event} />
            <span className="ty">{wordOf(event)}</span>
            <div>
              {event.kind === 'amended' && event.fields.length > 0 ? 'What the entry says changed' : event.title}
              <FieldChanges
                fields={property === '' ? event.fields : event.fields.filter(f => f.property === property)}
                open={property !== ''}
              />
            </div>
            <span>
              <Confidence of={{ confidence: event.confidence, disputed: false }} />
            </span>
          </li>
        ))}
      </ol>
      <MoreButton shown={SHOWN} all={chosen.length} open={all} turn={() => setAll(!all)} what="events" />
    </section>
  )
}

type MoreProps = { readonly shown: number; readonly all: number; readonly open: boolean; readonly turn: () => void; readonly what: string }

function MoreButton({ shown, all, open, turn, what }: MoreProps) {
  if (all <= shown) return null
  return (
    <button className="lk" type="button" aria-expanded={open} onClick={turn}>
      {open ? `The newest ${shown} ${what}` : `All ${all} ${what}`}
    </button>
  )
}

function EventDay({ event }: { readonly event: EventView }) {
  const words = useWords()
  return <time dateTime={event.day}>{dayWords(event, words)}</time>
}

/** The day of an event, or the days it lies between where only that is known. */
const dayWords = (event: EventView, words: Words): string =>
  event.after === null ? shortDay(event.day, words) : `${shortDay(event.after, words)} to ${shortDay(event.day, words)}`

const WORDS: Readonly<Record<EventView['kind'], string>> = {
  listed: 'Listed',
  relisted: 'Listed again',
  renumbered: 'Renumbered',
  suspended: 'Suspended',
  removed: 'Removed',
  amended: 'Amended',
  relation: 'Dealing',
  signal: 'Signal',
  'never-read': 'No entry',
}

const wordOf = (event: EventView): string => {
  const kind = event.kind === 'relation' && event.relation ? event.relation.replaceAll(/[_-]/g, ' ') : WORDS[event.kind]
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}

const newestFirst = (a: EventView, b: EventView) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)
