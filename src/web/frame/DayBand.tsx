import { useRef } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { SourcesAnswer, SourceView } from '../answers.ts'
import { keepDay, useAskedDay, withDay } from '../ask/as-of.ts'
import { useSources } from '../ask/sources.ts'
import { longDay, useWords } from '../language/words.ts'
import { DayDialog } from './DayDialog.tsx'

/** The band under the header: which day is asked about, and what is covered. A past day turns it dark and makes it stick. */
export function DayBand() {
  const words = useWords()
  const asked = useAskedDay()
  const [path] = useLocation()
  const search = useSearch()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <section className="day" aria-label={words.day.label} {...(asked ? { 'data-past': '' } : {})}>
      <div className="day-in">
        {asked ? (
          <span>
            {words.day.looking} <b>{longDay(asked.day, words)}</b>, {words.day[asked.meaning]}
          </span>
        ) : (
          <span>
            {words.day.asOf} <b>{words.day.today}</b>
          </span>
        )}
        <button className="lk" type="button" onClick={() => dialog.current?.showModal()}>
          {words.day.change}
        </button>
        {asked ? <Link href={path + withDay(search, null)}>{words.day.back}</Link> : null}
        <Coverage />
      </div>
      <DayDialog ref={dialog} />
    </section>
  )
}

/** How many sources are held, and which of them are stale, held, missing or being read. */
function Coverage() {
  const words = useWords()
  const asked = useAskedDay()
  const { data, isError } = useSources()
  const href = keepDay('/sources', asked)
  if (!data) {
    return (
      <span>
        <Link href={href}>{isError ? words.day.unread : words.day.reading}</Link>
      </span>
    )
  }
  const trouble = troubles(data, words)
  return (
    <span>
      <Link href={href}>{words.day.coverage(held(data))}</Link>
      {trouble.length > 0 ? (
        <>
          {words.dir === 'rtl' ? '؛ ' : '; '}
          <Link href={href}>{trouble.join(words.dir === 'rtl' ? '، ' : ', ')}</Link>
        </>
      ) : null}
    </span>
  )
}

// What nobody publishes any more, or at no address, does not lack where it was never taken in.
const isDue = (s: SourceView) => s.kind === 'official' && (s.newest !== null || (s.fetched && !s.closed))

const held = (answer: SourcesAnswer) => answer.sources.filter(s => s.newest !== null && s.kind !== 'curated').length

function troubles(answer: SourcesAnswer, words: ReturnType<typeof useWords>): readonly string[] {
  const counted = (freshness: string) => answer.sources.filter(s => s.freshness === freshness && isDue(s)).length
  const parts: readonly [number, (n: number) => string][] = [
    [counted('stale'), words.day.stale],
    [counted('held'), words.day.held],
    [counted('missing'), words.day.missing],
    [counted('importing'), words.day.importing],
  ]
  return parts.filter(([n]) => n > 0).map(([n, say]) => say(n))
}
