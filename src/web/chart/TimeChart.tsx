import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Words } from '../language/en.ts'
import { longDay, shortDay, useWords } from '../language/words.ts'
import { whenOf } from '../pieces/listing.ts'
import { type Active, ChartDrawing } from './ChartDrawing.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import { type ChartContent, spanOf, ZOOMS, type Zoom } from './layout.ts'
import { planOf } from './plan.ts'

type Props = { readonly title: string; readonly heading: string; readonly content: ChartContent; readonly tableName: string }

/**
 * Designations over time: a row a list, with dealings and signals on the same axis.
 * Arrows move between rows and their stretches, + and − zoom, 0 shows all; the table below the chart says the same.
 */
export function TimeChart({ title, heading, content, tableName }: Props) {
  const words = useWords()
  const id = useId()
  const [zoom, setZoom] = useState<Zoom>('all')
  const [active, setActive] = useState<Active | null>(null)
  const [box, width] = useWidth()
  const span = spanOf(content, zoom)
  const plan = planOf(content, span, width)
  const zoomBy = (step: number) => setZoom(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, ZOOMS.indexOf(zoom) + step))] ?? 'all')
  useWheelZoom(box, zoomBy)

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') zoomBy(1)
    else if (event.key === '-') zoomBy(-1)
    else if (event.key === '0') setZoom('all')
    else {
      const next = moved(content, active, event.key)
      if (!next) return
      setActive(next)
    }
    event.preventDefault()
  }
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sec-head">
        <h2 id={id}>{heading}</h2>
        <ZoomButtons content={content} zoom={zoom} choose={setZoom} />
      </div>
      <figure className="chart">
        <div
          ref={box}
          className="chart-box"
          role="application"
          aria-roledescription="time chart"
          aria-label={`${title}. Up and down arrows move between lists, left and right between their stretches, plus and minus zoom, 0 shows all. The table “${tableName}” says the same.`}
          tabIndex={0}
          onKeyDown={keys}
        >
          {width > 0 ? <ChartDrawing plan={plan} content={content} active={active} choose={setActive} title={title} /> : null}
        </div>
        <p className="said" role="status">
          {active ? activeWords(content, active, words) : null}
        </p>
        <figcaption>
          <ChartLegend lanes={content.lanes.length > 0} />
        </figcaption>
      </figure>
    </section>
  )
}

type ZoomProps = { readonly content: ChartContent; readonly zoom: Zoom; readonly choose: (zoom: Zoom) => void }

function ZoomButtons({ content, zoom, choose }: ZoomProps) {
  const { spelt } = useWords()
  const words = (one: Zoom) => {
    if (one === 'all') return `${spanOf(content, 'all').from.slice(0, 4)} to today`
    return one === 1 ? 'One year' : `${spelt(one).replace(/^./, c => c.toUpperCase())} years`
  }
  return (
    <div className="seg" role="group" aria-label="Span shown">
      {ZOOMS.map(one => (
        <button key={one} type="button" aria-pressed={zoom === one} onClick={() => choose(one)}>
          {words(one)}
        </button>
      ))}
    </div>
  )
}

/** The width an element has, followed as it changes. */
function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}

/** Zooms by the wheel, only with Ctrl: without it the wheel scrolls the page. */
function useWheelZoom(box: React.RefObject<HTMLDivElement | null>, zoomBy: (step: number) => void) {
  const latest = useRef(zoomBy)
  useEffect(() => {
    latest.current = zoomBy
  })
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      latest.current(event.deltaY < 0 ? 1 : -1)
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [box])
}

/** Where the reader goes from a place by a key; null for a key that moves nothing. */
function moved(content: ChartContent, active: Active | null, key: string): Active | null {
  const rows = content.rows.length + content.lanes.length
  const at = active ?? { row: -1, part: 0 }
  const last = (row: number) => Math.max(0, partsOf(content, row) - 1)
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(rows - 1, at.row + 1), part: Math.min(at.part, last(Math.min(rows - 1, at.row + 1))) }
    case 'ArrowUp':
      return { row: Math.max(0, at.row - 1), part: Math.min(at.part, last(Math.max(0, at.row - 1))) }
    case 'ArrowRight':
      return { row: Math.max(0, at.row), part: Math.min(last(Math.max(0, at.row)), at.part + 1) }
    case 'ArrowLeft':
      return { row: Math.max(0, at.row), part: Math.max(0, at.part - 1) }
    default:
      return null
  }
}

const partsOf = (content: ChartContent, row: number): number =>
  content.rows[row]?.listings.length ?? content.lanes[row - content.rows.length]?.events.length ?? 0

function activeWords(content: ChartContent, { row, part }: Active, words: Words): string {
  const chartRow = content.rows[row]
  if (chartRow) {
    const listing = chartRow.listings[part]
    if (!listing) return ''
    const instrument = listing.instruments[0]
    const tags = [listing.confidence === 'recalled' ? words.recalled : null, listing.disputed ? words.disputed : null].filter(
      t => t !== null,
    )
    return [
      `${chartRow.authority}, ${listing.listName}: ${words.status[listing.status]}, ${whenOf(listing, words)}`,
      instrument ? `under ${instrument.number ?? instrument.title}` : null,
      ...tags,
      listing.lastRead ? `last read ${shortDay(listing.lastRead, words)}` : null,
    ]
      .filter(t => t !== null)
      .join(', ')
  }
  const lane = content.lanes[row - content.rows.length]
  const event = lane?.events[part]
  return lane && event ? `${lane.name}: ${longDay(event.day, words)}. ${event.title}${event.recalled ? ` (${words.recalled})` : ''}` : ''
}
