import { type KeyboardEvent, useId } from 'react'
import { Link } from 'wouter'
import type { Day, ScreenResult } from '../../answers.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { rowsOf, standingOf } from '../../chart/intervals.ts'
import type { Words } from '../../language/en.ts'
import { distinctDates, storedDate, useWords } from '../../language/words.ts'
import { HeldBy } from '../../pieces/HeldBy.tsx'
import { whenOf } from '../../pieces/listing.ts'
import { langOf, Name, scriptOf } from '../../pieces/Name.tsx'
import { publisherNumber } from '../../pieces/number.ts'
import { Status } from '../../pieces/Status.tsx'
import { ListTable } from './ListTable.tsx'
import { STRONG, THRESHOLD } from './question.ts'
import { scoreText, Why } from './Why.tsx'

type Props = {
  readonly result: ScreenResult
  readonly day: Day
  readonly unfolded: boolean
  readonly step: (event: KeyboardEvent<HTMLAnchorElement>) => void
}

/** One result of a screening: its score, its name in its own script, the lists that name it, and why it scored so. */
export function Hit({ result, day, unfolded, step }: Props) {
  const words = useWords()
  const asked = useAskedDay()
  const id = useId()
  const { main, other } = namesOf(result, words)
  const strong = result.score >= STRONG
  const keys = (event: KeyboardEvent<HTMLAnchorElement>) => {
    if (event.key === ' ') {
      event.preventDefault()
      const why = event.currentTarget.closest('article')?.querySelector('details')
      if (why) why.open = !why.open
      return
    }
    step(event)
  }
  return (
    <article className="hit" aria-labelledby={id}>
      <ScoreRule score={result.score} />
      <div>
        <h3 className="hit-name" id={id}>
          <Link href={entityHref(result.id, asked)} onKeyDown={keys} data-hit>
            <Name text={main} />
          </Link>{' '}
          {other ? (
            <span className="alt" {...langOf(other)}>
              {other}
            </span>
          ) : null}
        </h3>
        <Identity result={result} />
        {result.listedAs ? <HeldBy party={result.listedAs} asked={asked} /> : null}
        {unfolded ? <ListTable listings={result.listings} name={result.caption} day={day} /> : <OneLine result={result} day={day} />}
        <Why result={result} open={unfolded && strong} />
      </div>
    </article>
  )
}

/** The score with its rule; the tick is where matches begin. */
function ScoreRule({ score }: { readonly score: number }) {
  const words = useWords()
  const [value, tick] = [score * 100, THRESHOLD * 100]
  const text = scoreText(score)
  return (
    <div className="score">
      <b>{text}</b>
      <svg
        viewBox="0 0 100 12"
        preserveAspectRatio="none"
        className="tc flip"
        role="img"
        aria-label={words.screen.scoreOf(text, THRESHOLD.toFixed(2))}
      >
        <line className="hair" x1="0" y1="6" x2="100" y2="6" />
        <rect className="f-ev" x="0" y="4.5" width={value} height="3" />
        <line className="today" x1={tick} y1="0" x2={tick} y2="12" />
      </svg>
      <small>{score >= STRONG ? words.screen.strong : words.screen.weak}</small>
    </div>
  )
}

function Identity({ result }: { readonly result: ScreenResult }) {
  const words = useWords()
  const born = distinctDates(texts(result, 'birthDate')).map(d => storedDate(d, words))
  const places = [...new Set([...texts(result, 'nationality'), ...texts(result, 'country'), ...texts(result, 'citizenship')])]
  const references = numbersOf(result.listings)
  return (
    <p className="hit-id">
      <span>{words.schema[result.schema] ?? result.schema}</span>
      {born.length > 0 ? <span>{words.screen.born1(born.slice(0, 3).join(', '))}</span> : null}
      {places.length > 0 ? (
        <span>
          {places
            .slice(0, 3)
            .map(code => placeName(code, words.locale))
            .join(', ')}
        </span>
      ) : null}
      {references.length > 0 ? (
        <span>
          <bdi>{references.slice(0, 3).join(', ')}</bdi>
        </span>
      ) : null}
    </p>
  )
}

function OneLine({ result, day }: { readonly result: ScreenResult; readonly day: Day }) {
  const words = useWords()
  const rows = rowsOf(result.listings)
  const [row] = rows
  if (!row) return <p className="hit-one">{words.screen.noListing}</p>
  const { status, listing } = standingOf(row.listings, day)
  return (
    <p className="hit-one">
      <Status status={status} />
      &ensp;
      {words.screen.oneListing(listing.listName, listing.authorityName, words.bound.since(whenOf(listing, words)))}
      {rows.length > 1 ? <> {words.screen.moreLists(rows.length - 1)}</> : null}
    </p>
  )
}

/** The publishers' numbers with the place that gave them, the United Nations first: "UN TAi.144", "US 10743". */
function numbersOf(listings: ScreenResult['listings']): readonly string[] {
  const numbered = listings.flatMap(l => {
    const number = publisherNumber(l.reference)
    return number === null
      ? []
      : [{ place: l.jurisdiction, text: `${l.jurisdiction === 'gb' ? 'UK' : l.jurisdiction.toUpperCase()} ${number}` }]
  })
  return [...new Set(numbered.toSorted((a, b) => Number(b.place === 'un') - Number(a.place === 'un')).map(n => n.text))]
}

const texts = (result: ScreenResult, property: string): readonly string[] =>
  (result.properties[property] ?? []).filter(value => typeof value === 'string')

/** The name to lead with, and one in another script beside it; an Arabic reader is led by the Arabic form where there is one. */
function namesOf(result: ScreenResult, words: Words): { readonly main: string; readonly other: string | null } {
  const all = [...texts(result, 'name'), ...texts(result, 'alias')]
  const inScript = (script: string) => all.find(name => scriptOf(name) === script)
  const arabic = words.dir === 'rtl' ? inScript('Arabic') : undefined
  const main = arabic ?? result.caption
  const other = all.find(name => scriptOf(name) !== scriptOf(main))
  return { main, other: arabic ? result.caption : (other ?? null) }
}
