import { useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Day } from '../../answers.ts'
import { lawHref, useAskedDay } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { axisOf, withoutCollisions } from '../../chart/layout.ts'
import { place, type Scale } from '../../chart/shapes.ts'
import { storedDate, useWords } from '../../language/words.ts'
import { addDays } from '../../time/days.ts'
import { type Act, type Edge, firstDay, type LineageGraph } from './lineage.ts'

/** Where each row stands, in pixels, and how wide the axis is. */
type Measured = { readonly ys: readonly number[]; readonly axis: number; readonly height: number }

const TOP = 26

/** A lineage drawn: each act on its day, arrows to the acts it carries out, amends, repeals or makes exemptions from. */
export function LineageDrawing({ graph, day }: { readonly graph: LineageGraph; readonly day: Day }) {
  const [list, measured] = useRows(graph)
  return (
    <figure className="lin">
      <div className="lin-axis" aria-hidden="true">
        {measured ? <Drawing graph={graph} measured={measured} day={day} /> : null}
      </div>
      <ol ref={list}>
        {graph.acts.map((act, index) => (
          <Row key={act.id} act={act} own={index === graph.own} later={firstDay(act.issued) > day} />
        ))}
      </ol>
      <figcaption>
        <ul className="legend" aria-label="Arrows">
          {VERBS.map(([verb, words]) => (
            <li key={verb}>
              <svg width="46" height="12" viewBox="0 0 46 12" aria-hidden="true" className="lin-svg">
                <path className={`v-${verb}`} d="M2 6H44" />
              </svg>
              {words}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

const VERBS: readonly (readonly [Edge['verb'], string])[] = [
  ['implements', 'carries out'],
  ['amends', 'amends'],
  ['repeals', 'repeals'],
  ['exempts', 'makes exemptions from'],
]

function useRows(graph: LineageGraph): [React.RefObject<HTMLOListElement | null>, Measured | null] {
  const list = useRef<HTMLOListElement>(null)
  const [measured, setMeasured] = useState<Measured | null>(null)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return undefined
    const measure = () => {
      const ys = [...element.children].map(
        row => (row as HTMLElement).offsetTop - element.offsetTop + Math.min(14, (row as HTMLElement).offsetHeight / 2),
      )
      const axis = element.parentElement?.querySelector<HTMLElement>('.lin-axis')?.clientWidth ?? 0
      setMeasured({ ys, axis, height: element.offsetHeight })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other acts stand at other heights: they are measured anew
  }, [graph])
  return [list, measured]
}

function Row({ act, own, later }: { readonly act: Act; readonly own: boolean; readonly later: boolean }) {
  const words = useWords()
  const asked = useAskedDay()
  const name = act.number ?? act.title
  return (
    <li {...(own ? { 'data-own': '' } : {})} {...(later ? { 'data-later': '' } : {})}>
      {own ? (
        <b aria-current="true">{name}</b>
      ) : (
        <Link href={lawHref(act.id, asked)} title={act.title}>
          {name}
        </Link>
      )}
      <span className="num">, {storedDate(act.issued, words)}</span>
      <span className="faint">
        {act.jurisdiction && act.jurisdiction !== 'un' ? `; ${placeName(act.jurisdiction, words.locale)}` : ''}
        {act.relation === '' ? '' : `; ${act.relation}`}
        {later ? '; after the day asked' : ''}
        {act.number ? <span className="sub-line">{act.title}</span> : null}
      </span>
    </li>
  )
}

function Drawing({ graph, measured, day }: { readonly graph: LineageGraph; readonly measured: Measured; readonly day: Day }) {
  const { axis, height, ys } = measured
  if (axis <= 0) return null
  const days = graph.acts.map(act => firstDay(act.issued))
  const [first, last] = [days[0] ?? day, days.at(-1) ?? day]
  const to = last > day ? last : day
  const scale: Scale = { from: `${first.slice(0, 4)}-01-01`, to: addDays(to, 200), width: axis - 16 }
  const x = (at: Day) => 8 + place(at, scale)
  const points = days.map((at, i) => ({ x: x(at), y: ys[i] ?? 0 }))
  const ticks = axisOf(scale).map(tick => ({ ...tick, x: x(tick.day) }))
  const labelled = new Set(withoutCollisions(ticks, 12, 10).map(t => t.day))
  return (
    <svg className="lin-svg tc" width={axis} height={height} viewBox={`0 0 ${axis} ${height}`}>
      {ticks.map(tick => (
        <g key={tick.day}>
          <line className="grid" x1={tick.x} x2={tick.x} y1={TOP - 8} y2={height} />
          {labelled.has(tick.day) && tick.x + 30 < axis ? (
            <text className="ax" x={tick.x + 3} y={12}>
              {tick.label}
            </text>
          ) : null}
        </g>
      ))}
      {points.map((p, i) => (
        <line key={graph.acts[i]?.id} className="hair" x1={p.x} x2={axis} y1={p.y} y2={p.y} />
      ))}
      <line className="today" x1={x(day)} x2={x(day)} y1={TOP - 8} y2={height} />
      {graph.edges.map(edge => (
        <Arrow
          key={`${edge.from} ${edge.to} ${edge.verb}`}
          edge={edge}
          points={points}
          near={edge.from === graph.own || edge.to === graph.own}
        />
      ))}
      {points.map((p, i) => (
        <circle
          key={graph.acts[i]?.id}
          className={i === graph.own ? 'node own' : 'node'}
          cx={p.x}
          cy={p.y}
          r={i === graph.own ? 6 : 4}
          {...((days[i] ?? '') > day ? { strokeDasharray: '2 1.6' } : {})}
        />
      ))}
    </svg>
  )
}

type Point = { readonly x: number; readonly y: number }

function Arrow({ edge, points, near }: { readonly edge: Edge; readonly points: readonly Point[]; readonly near: boolean }) {
  const [from, to] = [points[edge.from], points[edge.to]]
  if (!from || !to) return null
  return <path className={`v-${edge.verb}${near ? ' near' : ''}`} d={elbow(from, to)} />
}

/** Along the row of the act to the day of its target, then up or down to it: arrows to one target share a trunk. */
function elbow(from: Point, to: Point): string {
  const across = Math.sign(to.x - from.x)
  const down = Math.sign(to.y - from.y)
  const radius = Math.min(8, Math.abs(from.x - to.x), Math.abs(from.y - to.y) / 2)
  const turn = `H${to.x - across * radius}Q${to.x} ${from.y} ${to.x} ${from.y + down * radius}`
  return `M${from.x} ${from.y}${turn}V${to.y - down * 5}`
}
