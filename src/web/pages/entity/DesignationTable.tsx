import { Fragment } from 'react'
import { Link } from 'wouter'
import type { Listing } from '../../answers.ts'
import { type AskedDay, lawHref } from '../../ask/as-of.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import type { ChartRow } from '../../chart/layout.ts'
import type { Words } from '../../language/en.ts'
import { boundWords, longDay, shortDay, useWords } from '../../language/words.ts'
import { disagreements } from '../../pieces/disagreement.ts'
import { whenOf } from '../../pieces/listing.ts'
import { publisherNumber } from '../../pieces/number.ts'
import { Confidence, Status } from '../../pieces/Status.tsx'
import type { Proofs } from './proofs.ts'

const ORDER = ['suspended', 'listed', 'unknown', 'delisted', 'not-listed', 'never']

type Props = { readonly rows: readonly ChartRow[]; readonly proofs: Proofs; readonly asked: AskedDay }

/** Every list with its status on the day, its story, its instruments and its proof: the same facts as the chart. */
export function DesignationTable({ rows, proofs, asked }: Props) {
  const words = useWords()
  const sorted = rows.toSorted((a, b) => ORDER.indexOf(a.standing.status) - ORDER.indexOf(b.standing.status))
  return (
    <section aria-labelledby="des">
      <div className="sec-head">
        <h2 id="des">Designations and instruments</h2>
      </div>
      {rows.length === 0 ? <p>No source that was read says anything about this party on this day.</p> : null}
      {rows.length > 0 ? (
        <table className="tbl stack">
          <thead>
            <tr>
              <th scope="col">{asked ? shortDay(asked.day, words) : 'Today'}</th>
              <th scope="col">List and authority</th>
              <th scope="col">When</th>
              <th scope="col">Instrument</th>
              <th scope="col">Proof</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(row => (
              <Row key={row.list} row={row} proofs={proofs} asked={asked} />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function Row({ row, proofs, asked }: { readonly row: ChartRow; readonly proofs: Proofs; readonly asked: AskedDay }) {
  const words = useWords()
  const titleOf = useSourceTitles()
  const { standing, listings } = row
  const { listing } = standing
  const number = publisherNumber(listing.reference)
  const deciders = [...new Set(listings.map(l => l.authorityName))]
  return (
    <tr id={`list-${row.list}`}>
      <td>
        <Status status={standing.status} />
      </td>
      <th scope="row">
        {listing.listName}
        {number ? (
          <>
            , <bdi>{number}</bdi>
          </>
        ) : null}
        <span className="sub">{deciders.join(', ')}</span>
      </th>
      <td data-h="When" className="num">
        {story(listings, words)}
        {standing.status === 'not-listed' && listing.from ? (
          <span className="sub">first listing {longDay(listing.from.by, words)}</span>
        ) : null}
      </td>
      <td data-h="By">
        <Instruments listings={listings} asked={asked} />
        {listing.note ? <span className="sub">{listing.note}</span> : null}
        {listing.grounds ? (
          <details className="why">
            <summary>Grounds</summary>
            <p className="grounds">{listing.grounds}</p>
          </details>
        ) : null}
        {listings
          .flatMap(l => disagreements(l, titleOf, words))
          .map(text => (
            <span className="sub otherwise" key={text}>
              {text}
            </span>
          ))}
      </td>
      <td data-h="Proof">
        <Numbers numbers={proofs.numbersOf(listings.flatMap(l => l.evidence))} /> <Confidence of={listing} />
      </td>
    </tr>
  )
}

/** Links to numbered sources. */
export function Numbers({ numbers }: { readonly numbers: readonly number[] }) {
  return numbers.map((number, index) => (
    <Fragment key={number}>
      {index > 0 ? ' ' : null}
      <span className="nb">
        <a href={`#src-${number}`} aria-label={`Source ${number}`}>
          {number}
        </a>
        {index < numbers.length - 1 ? ',' : null}
      </span>
    </Fragment>
  ))
}

/** What became of the party on one list: "listed 14 Feb 2003, suspended 17 Apr 2025", "15 Mar 2005 to 29 Dec 2023". */
function story(listings: readonly Listing[], words: Words): string {
  const told = listings.filter((l, i) => l.status !== 'delisted' || !listings[i - 1]?.to)
  if (told.length === 1 && told[0]) {
    const [one] = told
    const when = whenOf(one, words)
    return one.status === 'never' || one.to || !one.from || one.from.after === null ? when : words.bound.since(when)
  }
  return told
    .map(l => {
      const word = words.status[l.status].toLowerCase()
      return l.status === 'suspended' || (l.status === 'listed' && l.to === null)
        ? `${word} ${l.from ? boundWords(l.from, words) : ''}`
        : l.to && follows(l, told)
          ? `${word} ${l.from ? boundWords(l.from, words) : words.bound.unknownStart}`
          : `${word} ${whenOf(l, words)}`
    })
    .join(', ')
}

const follows = (listing: Listing, all: readonly Listing[]) => all.some(other => other !== listing && other.from?.by === listing.to?.by)

function Instruments({ listings, asked }: { readonly listings: readonly Listing[]; readonly asked: AskedDay }) {
  const begins = unique(listings.flatMap(l => l.instruments))
  const ends = unique(listings.flatMap(l => l.endInstruments)).filter(end => !begins.some(b => b.id === end.id))
  return (
    <>
      <InstrumentLinks instruments={begins} asked={asked} />
      {ends.length > 0 ? (
        <>
          {begins.length > 0 ? ', ended by ' : 'ended by '}
          <InstrumentLinks instruments={ends} asked={asked} />
        </>
      ) : null}
    </>
  )
}

type Instrument = Listing['instruments'][number]

function InstrumentLinks({ instruments, asked }: { readonly instruments: readonly Instrument[]; readonly asked: AskedDay }) {
  return instruments.map((instrument, index) => (
    <Fragment key={instrument.id}>
      {index > 0 ? '; ' : null}
      <Link className="inl" href={lawHref(instrument.id, asked)} title={instrument.title}>
        {instrument.number ?? instrument.title}
      </Link>
    </Fragment>
  ))
}

const unique = (instruments: readonly Instrument[]) => [...new Map(instruments.map(i => [i.id, i])).values()]
