import { Fragment, useState } from 'react'
import { Link } from 'wouter'
import type { Day, Listing } from '../../answers.ts'
import { keepDay, lawHref, useAskedDay } from '../../ask/as-of.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import { type ListRow, rowsOf, standingOf } from '../../chart/intervals.ts'
import { Span } from '../../chart/Span.tsx'
import { shortDay, useWords } from '../../language/words.ts'
import { whenOf } from '../../pieces/listing.ts'
import { Name } from '../../pieces/Name.tsx'
import { publisherNumber } from '../../pieces/number.ts'
import { Confidence, Status } from '../../pieces/Status.tsx'
import { notesOf, useNotes } from './notes.ts'

const FROM: Day = '1999-01-01'

/** The lists that name a party, one row a list, with the small chart of their spans. */
export function ListTable({ listings, name, day }: { readonly listings: readonly Listing[]; readonly name: string; readonly day: Day }) {
  const words = useWords()
  const [all, setAll] = useState(false)
  const rows = byWeight(rowsOf(listings), day)
  const atFirst = rowsAtFirst(listings, day)
  const shown = all ? rows : atFirst
  if (rows.length === 0) return <p className="hit-one">{words.screen.noListing}</p>
  const first = listings.flatMap(l => (l.from ? [l.from.after ?? l.from.by] : [])).reduce((a, b) => (a < b ? a : b), FROM)
  const from = `${first.slice(0, 4)}-01-01`
  return (
    <>
      <table className="tbl lists stack">
        <caption className="vh">{words.screen.lists(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.screen.status}</th>
            <th scope="col">{words.screen.list}</th>
            <th scope="col">{words.screen.since}</th>
            <th scope="col">{words.screen.span(from.slice(0, 4))}</th>
            <th scope="col">{words.screen.readIn}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <Row key={row.list} row={row} day={day} from={from} noted={atFirst.some(r => r.list === row.list)} />
          ))}
        </tbody>
      </table>
      {rows.length > shown.length ? (
        <button className="lk" type="button" onClick={() => setAll(true)}>
          {words.screen.allLists(rows.length)}
        </button>
      ) : null}
    </>
  )
}

/** So many lists are shown at first; the page of the party has them all. */
const SHOWN = 8

/** The rows of a result that are shown at first, in their order: their notes stand in the margin. */
export function rowsAtFirst(listings: readonly Listing[], day: Day): readonly ListRow[] {
  const rows = byWeight(rowsOf(listings), day)
  return rows.length <= SHOWN + 2 ? rows : rows.slice(0, SHOWN)
}

/** Lists that hold the party first, then those it has left, last where it has no entry; each group in its order. */
function byWeight(rows: readonly ListRow[], day: Day): readonly ListRow[] {
  const weight = (row: ListRow) => ['never', 'not-listed', 'unknown', 'delisted'].indexOf(standingOf(row.listings, day).status)
  return rows.toSorted((a, b) => (weight(b) === -1 ? 9 : weight(b)) - (weight(a) === -1 ? 9 : weight(a)))
}

type RowProps = {
  readonly row: ListRow
  readonly day: Day
  readonly from: Day
  /** True where its notes stand in the margin; else they stand in the row. */
  readonly noted: boolean
}

function Row({ row, day, from, noted }: RowProps) {
  const words = useWords()
  const asked = useAskedDay()
  const { status, listing } = standingOf(row.listings, day)
  const source = listing.evidence[0]?.source
  const number = publisherNumber(listing.reference)
  return (
    <tr>
      <td>
        <Status status={status} />
      </td>
      <th scope="row">
        <Name text={listing.listName} />
        {number ? (
          <>
            {words.screen.comma}
            <bdi>{number}</bdi>
          </>
        ) : null}
        <span className="sub">
          <Name text={listing.authorityName} /> <Confidence of={listing} />
        </span>
        <Acts listing={listing} />
        {noted ? null : <OwnNotes listing={listing} />}
      </th>
      <td data-h={words.screen.since}>
        <span className="num">{whenOf(listing, words)}</span>
        {noted ? <Refs listing={listing} /> : null}
      </td>
      <td>
        <Span intervals={row.intervals} from={from} now={day} />
      </td>
      <td data-h={words.screen.readIn}>
        {listing.lastRead ? (
          source ? (
            <Link href={`${keepDay('/sources', asked)}#${source}`}>{shortDay(listing.lastRead, words)}</Link>
          ) : (
            shortDay(listing.lastRead, words)
          )
        ) : (
          <Confidence of={listing} />
        )}
      </td>
    </tr>
  )
}

/** How many acts are named beside a listing; the page of the party has them all. */
const ACTS = 2

function Acts({ listing }: { readonly listing: Listing }) {
  const words = useWords()
  const asked = useAskedDay()
  const acts = listing.status === 'delisted' && listing.endInstruments.length > 0 ? listing.endInstruments : listing.instruments
  if (acts.length === 0) return null
  return (
    <span className="sub">
      {words.screen.under}{' '}
      {acts.slice(0, ACTS).map((act, index) => (
        <Fragment key={act.id}>
          {index > 0 ? words.screen.comma : null}
          <Link href={lawHref(act.id, asked)} title={act.title}>
            <Name text={act.number ?? act.title} />
          </Link>
        </Fragment>
      ))}
      {acts.length > ACTS ? ` ${words.screen.moreActs(acts.length - ACTS)}` : null}
    </span>
  )
}

function OwnNotes({ listing }: { readonly listing: Listing }) {
  const words = useWords()
  const titleOf = useSourceTitles()
  return notesOf(listing, titleOf, words).map(text => (
    <span className="sub" key={text}>
      <Name text={text} />
    </span>
  ))
}

function Refs({ listing }: { readonly listing: Listing }) {
  const words = useWords()
  const notes = useNotes()
  const titleOf = useSourceTitles()
  return notesOf(listing, titleOf, words).map(text => {
    const letter = notes.letterOf(text)
    return (
      <a className="ref" key={letter} href={`#n-${letter}`} aria-label={words.screen.note(letter)}>
        {letter}
      </a>
    )
  })
}
