import type { Day } from '../answers.ts'
import { useWords } from '../language/words.ts'
import { Marks } from './Marks.tsx'
import { type Interval, place, type Scale, shapesOf } from './shapes.ts'

const WIDTH = 176
const TODAY_AT = 175

/** The small chart of one list in a table of results; the row's words say the same. */
export function Span({ intervals, from, now }: { readonly intervals: readonly Interval[]; readonly from: Day; readonly now: Day }) {
  const mirrored = useWords().dir === 'rtl'
  const scale: Scale = { from, to: now, width: TODAY_AT }
  const flip = (x: number) => (mirrored ? WIDTH - x : x)
  const years = yearsOf(from, now)
  return (
    <svg className="spark tc" viewBox={`0 0 ${WIDTH} 18`} preserveAspectRatio="none" aria-hidden="true">
      <line className="hair" x1={0} y1={9} x2={WIDTH} y2={9} />
      {years.map(year => {
        const x = flip(place(`${year}-01-01`, scale))
        return <line key={year} className="grid" x1={x} y1={6} x2={x} y2={12} />
      })}
      <Marks
        shapes={shapesOf(intervals, scale, now)}
        y={9}
        half={5}
        x0={mirrored ? WIDTH - TODAY_AT : 0}
        width={TODAY_AT}
        mirrored={mirrored}
      />
      <line className="today" x1={flip(TODAY_AT)} y1={0} x2={flip(TODAY_AT)} y2={18} />
    </svg>
  )
}

const yearsOf = (from: Day, to: Day) => {
  const first = Math.ceil(Number(from.slice(0, 4)) / 5) * 5
  const count = Math.max(0, Math.floor((Number(to.slice(0, 4)) - first) / 5) + 1)
  return Array.from({ length: count }, (_, i) => first + i * 5)
}
