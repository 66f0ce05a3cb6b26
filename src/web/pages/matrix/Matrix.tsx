import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Day, MatrixAnswer } from '../../answers.ts'
import { entityHref } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Name } from '../../pieces/Name.tsx'
import { Scroll } from '../../pieces/Scroll.tsx'
import { markOf, Status, toneOf } from '../../pieces/Status.tsx'
import { today } from '../../time/days.ts'
import type { CellChange } from './day-changes.ts'

type Props = { readonly answer: MatrixAnswer; readonly changes: readonly CellChange[]; readonly day: Day }
type Place = { readonly row: number; readonly column: number }

const MOVES: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** The matrix as a grid: arrows move between cells, Enter opens the proof of one. Column 0 holds the parties. */
export function Matrix({ answer, changes, day }: Props) {
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const keys = (event: KeyboardEvent) => {
    const move = moveOf(event.key, at, answer.authorities.length)
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const row = Math.max(0, Math.min(answer.parties.length - 1, at.row + move.row))
    const column = Math.max(0, Math.min(answer.authorities.length, at.column + move.column))
    table.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus()
  }
  const focused = (event: FocusEvent) => {
    const [row, column] = (event.target.getAttribute('data-at') ?? '').split(' ').map(Number)
    if (row !== undefined && column !== undefined && !Number.isNaN(row)) setAt({ row, column })
  }
  const tab = (row: number, column: number) => ({
    'data-at': `${row} ${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
  })
  return (
    <Scroll label="Matrix of parties and authorities">
      <table className="mx" role="grid" ref={table} onKeyDown={keys} onFocus={focused}>
        <caption className="vh">Status of each party on the lists of each authority on the day chosen</caption>
        <colgroup>
          <col className="p" />
        </colgroup>
        <Heads authorities={answer.authorities} />
        <tbody>
          {answer.parties.map((party, row) => (
            <tr key={party.id}>
              <th scope="row">
                <Link href={entityHref(party.id, day === today() ? null : { day, meaning: 'valid' })} {...tab(row, 0)}>
                  <Name text={party.caption} />
                </Link>
              </th>
              {answer.authorities.map((authority, index) => (
                <Cell
                  key={authority.id}
                  cell={answer.cells[row]?.[index]}
                  party={party.id}
                  day={day}
                  isNew={changes.some(c => c.row === row && c.column === index)}
                  tab={tab(row, index + 1)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** How far a key moves from a place; null for a key that moves nothing. */
function moveOf(key: string, at: Place, columns: number): Place | null {
  if (key === 'Home') return { row: 0, column: -at.column }
  if (key === 'End') return { row: 0, column: columns - at.column }
  return MOVES[key] ?? null
}

function Heads({ authorities }: Pick<MatrixAnswer, 'authorities'>) {
  const { locale } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="vh">Party</span>
        </th>
        {authorities.map(authority => {
          const place = placeName(authority.jurisdiction, locale)
          return (
            <th scope="col" key={authority.id}>
              {place}
              {authority.name === place ? null : <span>{authority.name}</span>}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

type CellProps = {
  readonly cell: MatrixAnswer['cells'][number][number] | undefined
  readonly party: string
  readonly day: Day
  readonly isNew: boolean
  readonly tab: { readonly 'data-at': string; readonly tabIndex: number }
}

function Cell({ cell, party, day, isNew, tab }: CellProps) {
  const words = useWords()
  const status = cell?.status ?? 'unknown'
  const held = status === 'listed' || status === 'suspended' || status === 'delisted'
  const lastRead = cell?.noEntryBy ?? null
  const year = held ? (cell?.from?.slice(0, 4) ?? 'no date') : lastRead ? `${lastRead.slice(0, 4)}?` : ''
  const weak = held || status === 'never' ? cell?.confidence === 'recalled' || cell?.disputed === true : false
  const spoken = [
    words.status[status],
    cell?.from && held ? words.bound.since(/^\d{4}-\d{2}-\d{2}$/.test(cell.from) ? shortDay(cell.from, words) : cell.from) : null,
    lastRead ? `no entry when last read, ${shortDay(lastRead, words)}` : null,
    weak ? (cell?.disputed ? words.disputed : words.recalled) : null,
    isNew ? 'changed on this day' : null,
  ].filter(t => t !== null)
  const href = `${entityHref(party, day === today() ? null : { day, meaning: 'valid' })}${cell?.list ? `#list-${cell.list}` : ''}`
  return (
    <td
      data-s={toneOf(status)}
      {...(lastRead ? { 'data-before': '' } : {})}
      {...(isNew ? { 'data-new': '' } : {})}
      {...(weak ? { 'data-weak': '' } : {})}
    >
      <Link href={href} {...tab}>
        <svg aria-hidden="true">
          <use href={markOf(lastRead ? 'never' : status)} />
        </svg>
        <span className="y" aria-hidden="true">
          {year}
        </span>
        <span className="vh">{spoken.join(', ')}</span>
      </Link>
    </td>
  )
}

/** What the marks of the matrix mean. */
export function MatrixLegend() {
  return (
    <ul className="legend mxl" aria-label="Marks">
      <li>
        <Status status="listed" />
      </li>
      <li>
        <Status status="suspended" />
      </li>
      <li>
        <Status status="delisted" />
      </li>
      <li>
        <Status status="never">No entry, or not yet</Status>
      </li>
      <li>
        <Status status="unknown">Unknown: no record either way</Status>
      </li>
      <li data-before="">
        <Status status="never">and a year with ?: no entry when last read, unknown since</Status>
      </li>
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M2 2h10v10z" fill="currentColor" />
        </svg>{' '}
        corner: part of it is recalled or disputed
      </li>
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className="newmark">
          <rect x="1" y="1" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>{' '}
        frame: changed on this day
      </li>
    </ul>
  )
}
