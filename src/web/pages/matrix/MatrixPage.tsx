import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { Day, MatrixAnswer } from '../../answers.ts'
import { ask, queryString } from '../../ask/api.ts'
import { askedDay, withDay } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { useWords } from '../../language/words.ts'
import { csvRow, download } from '../../pieces/download.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { addDays, today } from '../../time/days.ts'
import { ChooseForm } from './ChooseForm.tsx'
import { DayRule } from './DayRule.tsx'
import { Divergences } from './Divergences.tsx'
import { changesBetween, changesWords } from './day-changes.ts'
import { Matrix, MatrixLegend } from './Matrix.tsx'
import './matrix-page.css'

/** The parties and authorities the page opens with: ids of the curated base. */
const OPENING = {
  party: [
    'taliban',
    'haqqani-network',
    'al-qaida',
    'isil',
    'nusra-hts',
    'ttp',
    'let',
    'etim',
    'hizb-ut-tahrir',
    'hizballah',
    'ansarallah',
    'mek',
  ],
  authority: ['un', 'eu', 'us-state', 'us-ofac', 'gb', 'ca', 'au', 'ru', 'kz', 'kg', 'tj', 'ae'],
} as const

/** How long the slider rests before the day is asked for. */
const REST_MS = 140

/** What is asked of the matrix, as the address holds it. */
export type MatrixAsked = { readonly party: readonly string[]; readonly authority: readonly string[] }

const askedOf = (search: string): MatrixAsked => {
  const params = new URLSearchParams(search)
  const [party, authority] = [params.getAll('party'), params.getAll('authority')]
  return { party: party.length > 0 ? party : OPENING.party, authority: authority.length > 0 ? authority : OPENING.authority }
}

const useMatrix = (asked: MatrixAsked, on: Day | null) =>
  useQuery({
    queryKey: ['matrix', asked, on],
    enabled: on !== null,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<MatrixAnswer>('/api/matrix', { ...asked, on }, signal),
  })

/** Who lists whom, on any day: parties by authorities, with a slider over the days. */
export default function MatrixPage() {
  const search = useSearch()
  const [, go] = useLocation()
  useTitle('Who lists whom')
  const asked = askedOf(search)
  const inAddress = askedDay(search)?.day ?? today()
  const [day, setDay] = useState<Day>(inAddress)
  const [seen, setSeen] = useState(inAddress)
  if (seen !== inAddress) {
    setSeen(inAddress)
    setDay(inAddress)
  }
  useEffect(() => {
    if (day === inAddress) return undefined
    const timer = setTimeout(
      () => go(`/matrix${withDay(search, day === today() ? null : { day, meaning: 'valid' })}`, { replace: true }),
      REST_MS,
    )
    return () => clearTimeout(timer)
  }, [day, inAddress, search, go])

  const { data, error, isPending, refetch } = useMatrix(asked, inAddress)
  const onChange = data?.changeDays.includes(inAddress) ?? false
  const before = useMatrix(asked, onChange ? addDays(inAddress, -1) : null)
  const settled = data?.on === inAddress && (!onChange || before.data?.on === addDays(inAddress, -1))
  const changes = settled && data && onChange && before.data ? changesBetween(before.data, data) : []
  return (
    <>
      <div className="page-head">
        <h1>Who lists whom</h1>
        <p>The year in a cell is that of the listing, the suspension or the removal. Enter opens the proof.</p>
      </div>
      {data ? <DayRule day={day} changeDays={data.changeDays} choose={setDay} /> : null}
      {error && !data ? <Failure error={error} again={() => void refetch()} /> : null}
      {isPending ? <Waiting text="Laying out the lists …" /> : null}
      {data ? (
        <>
          <Said day={inAddress} answer={settled ? data : null} changes={changes} changed={onChange} />
          <Matrix answer={data} changes={changes} day={inAddress} />
          <MatrixLegend />
          <ChooseForm key={search} asked={asked} search={search} />
          <Divergences answer={data} day={inAddress} />
          <Explanation answer={data} asked={asked} />
        </>
      ) : null}
    </>
  )
}

type SaidProps = {
  readonly day: Day
  readonly answer: MatrixAnswer | null
  readonly changes: ReturnType<typeof changesBetween>
  readonly changed: boolean
}

/** What changed on the day, or how many cells say what: told politely as the day moves. */
function Said({ day, answer, changes, changed }: SaidProps) {
  const words = useWords()
  return (
    <p className="said" role="status">
      {answer === null ? ' ' : changed ? changesWords(changes, answer, words) : countWords(answer, day)}
    </p>
  )
}

function countWords({ cells }: MatrixAnswer, day: Day): string {
  const all = cells.flat()
  const count = (status: string) => all.filter(c => c.status === status).length
  const parts = [
    `listed in ${count('listed')} cells`,
    `suspended in ${count('suspended')}`,
    `removed in ${count('delisted')}`,
    `unknown in ${count('unknown')}`,
  ]
  return `${day === today() ? 'Today' : 'No cell changes on this day'}: ${parts.join(', ')}.`
}

function Explanation({ answer, asked }: { readonly answer: MatrixAnswer; readonly asked: MatrixAsked }) {
  const words = useWords()
  const csv = () =>
    download(`who-lists-whom-${answer.on}.csv`, 'text/csv', [
      csvRow(['party', 'authority', 'status', 'list', 'from', 'to', 'confidence', 'disputed', 'on']),
      ...answer.parties.flatMap((party, r) =>
        answer.authorities.map((authority, c) => {
          const cell = answer.cells[r]?.[c]
          return csvRow([
            party.id,
            authority.id,
            cell?.status ?? 'unknown',
            cell?.list ?? null,
            cell?.from ?? null,
            cell?.to ?? null,
            cell?.confidence ?? null,
            String(cell?.disputed ?? false),
            answer.on,
          ])
        }),
      ),
    ])
  return (
    <div className="cols sec">
      <section aria-labelledby="rd">
        <h2 id="rd">How a cell is decided</h2>
        <ul className="rules">
          <li>A cell covers every list of the authority named; a listing on one of them is a listing.</li>
          <li>
            A listing holds from its first day to the day before its end. Suspended is a state of its own: the ban sleeps, it is not
            annulled.
          </li>
          <li>
            No entry is said only where a list was read and did not hold the party. Where nothing was read the cell says unknown, never no.
          </li>
        </ul>
      </section>
      <aside className="notes" aria-label="Notes on this table">
        <h2>Take it away</h2>
        <p>
          <button className="lk" type="button" onClick={csv}>
            Table as CSV
          </button>
          , <a href={`/api/matrix${queryString({ ...asked, on: answer.on })}`}>as JSON</a>,{' '}
          <Link href={`/matrix${queryString({ ...asked, valid: answer.on })}`}>address of this day</Link>
        </p>
        <h2>Columns</h2>
        <p>
          {words.and(
            answer.authorities.map(
              a => `${placeName(a.jurisdiction, words.locale)}${a.name === placeName(a.jurisdiction, words.locale) ? '' : ` (${a.name})`}`,
            ),
          )}
          .
        </p>
      </aside>
    </div>
  )
}
