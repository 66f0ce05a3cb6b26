import type { KeyboardEvent } from 'react'
import type { Day } from '../../answers.ts'
import { longDay, useWords } from '../../language/words.ts'
import { dayNumber, dayOfNumber, today } from '../../time/days.ts'

type Props = { readonly day: Day; readonly changeDays: readonly Day[]; readonly choose: (day: Day) => void }

const EARLIEST: Day = '1999-01-01'
const PAGE_DAYS = 30

/** The slider over the days, with ways to the change before and after. */
export function DayRule({ day, changeDays, choose }: Props) {
  const words = useWords()
  const now = today()
  const first = changeDays[0] && changeDays[0] < EARLIEST ? `${changeDays[0].slice(0, 4)}-01-01` : EARLIEST
  const [min, max, value] = [dayNumber(first), dayNumber(now), dayNumber(day)]
  const before = changeDays.findLast(d => d < day)
  const after = changeDays.find(d => d > day && d <= now)
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { PageUp: PAGE_DAYS, PageDown: -PAGE_DAYS }[event.key]
    if (step === undefined) return
    event.preventDefault()
    choose(dayOfNumber(Math.max(min, Math.min(max, value + step))))
  }
  return (
    <div className="dayrule">
      <output htmlFor="day">{longDay(day, words)}</output>
      <div className="slide">
        <label className="vh" htmlFor="day">
          Day
        </label>
        <input
          type="range"
          id="day"
          min={min}
          max={max}
          step={1}
          value={value}
          aria-valuetext={longDay(day, words)}
          onChange={event => choose(dayOfNumber(Number(event.target.value)))}
          onKeyDown={keys}
        />
        <Years min={min} max={max} />
      </div>
      <div className="tools">
        <button className="btn plain small" type="button" disabled={before === undefined} onClick={() => before && choose(before)}>
          Change before
        </button>
        <button className="btn plain small" type="button" disabled={after === undefined} onClick={() => after && choose(after)}>
          Change after
        </button>
        <button className="btn plain small" type="button" onClick={() => choose(now)}>
          Today
        </button>
      </div>
    </div>
  )
}

function Years({ min, max }: { readonly min: number; readonly max: number }) {
  const first = Number(dayOfNumber(min).slice(0, 4)) + 1
  const last = Number(dayOfNumber(max).slice(0, 4))
  const at = (year: number) => `${(((dayNumber(`${year}-01-01`) - min) / (max - min)) * 100).toFixed(2)}%`
  return (
    <svg aria-hidden="true">
      {Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).map(year => {
        const x = at(year)
        const long = year % 5 === 0
        return (
          <g key={year}>
            <line x1={x} x2={x} y1={0} y2={long ? 7 : 4} />
            {long ? (
              <text x={x} y={20} textAnchor="middle">
                {year}
              </text>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
