import { type KeyboardEvent, useState } from 'react'
import { Link } from 'wouter'
import type { ScreenAnswer, ScreenResult } from '../../answers.ts'
import { keepDay, useAskedDay } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import { standingOf } from '../../chart/intervals.ts'
import { longDay, useWords } from '../../language/words.ts'
import { Coverage, gapsOf, VersionsUsed } from '../../pieces/Coverage.tsx'
import { FailureBox } from '../../pieces/Failure.tsx'
import { langOf } from '../../pieces/Name.tsx'
import { Hit } from './Hit.tsx'
import { rowsAtFirst } from './ListTable.tsx'
import { Notes, NotesContext, notesOf } from './notes.ts'
import { NEAREST, type ScreenQuestion, STRONG, THRESHOLD } from './question.ts'
import { scoreText } from './Why.tsx'

type Props = { readonly answer: ScreenAnswer; readonly question: ScreenQuestion; readonly up: () => void; readonly again: () => void }

/** The answer to a screening: what was found, in which sources, and what was not searched. */
export function Results({ answer, question, up, again }: Props) {
  const words = useWords()
  const titleOf = useSourceTitles()
  const [nearest, setNearest] = useState(false)
  const day = answer.asOf.valid
  const matches = answer.results.filter(r => r.match)
  const others = answer.results.filter(r => !r.match && r.score >= NEAREST)
  const shown = nearest ? [...matches, ...others] : matches
  const unfolded = (result: ScreenResult, index: number) => index === 0 || result.score >= STRONG
  const notes = new Notes()
  for (const result of shown.filter(unfolded)) {
    for (const row of rowsAtFirst(result.listings, day))
      for (const text of notesOf(standingOf(row.listings, day).listing, titleOf, words)) notes.letterOf(text)
  }
  return (
    <NotesContext value={notes}>
      <PrintHead question={question} day={day} />
      <PartFailed answer={answer} again={again} />
      <div className="cols">
        <section aria-labelledby="ans">
          {matches.length > 0 ? <AnswerLine answer={answer} matches={matches} /> : null}
          {matches.length === 0 && answer.unsearched ? <Unsearched again={again} /> : null}
          {matches.length === 0 && !answer.unsearched ? <NoListing answer={answer} question={question} /> : null}
          {shown.map((result, index) => (
            <Hit key={result.id} result={result} day={day} unfolded={unfolded(result, index)} step={event => step(event, up)} />
          ))}
          {others.length > 0 && !nearest ? (
            <p className="hit-id more">
              {matches.length > 0 ? words.screen.moreBelow(NEAREST.toFixed(2), THRESHOLD.toFixed(2)) : null}{' '}
              <button className="lk" type="button" onClick={() => setNearest(true)}>
                {matches.length > 0 ? words.screen.showThem : words.screen.showNearest}
              </button>
            </p>
          ) : null}
        </section>
        <Margin answer={answer} notes={notes} />
      </div>
    </NotesContext>
  )
}

/** Moves between results; above the first is the field of the question. */
function step(event: KeyboardEvent<HTMLAnchorElement>, up: () => void) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const all = [...document.querySelectorAll<HTMLElement>('[data-hit]')]
  const next = all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)
  if (next < 0) up()
  else all[next]?.focus()
}

function AnswerLine({ answer, matches }: { readonly answer: ScreenAnswer; readonly matches: readonly ScreenResult[] }) {
  const words = useWords()
  const asked = useAskedDay()
  const strong = matches.filter(r => r.score >= STRONG).length
  const stale = gapsOf(answer.incomplete, answer.versions).stale.length
  return (
    <div className="answer" role="status">
      <h2 id="ans">{words.screen.answer(strong, matches.length - strong, answer.versions.length)}</h2>
      <span className="quiet">
        {words.screen.asOfDay(longDay(answer.asOf.valid, words))}
        {stale > 0 ? (
          <>
            {' '}
            · <Link href={keepDay('/sources', asked)}>{words.screen.someStale(stale)}</Link>
          </>
        ) : null}{' '}
        ·{' '}
        <button className="lk" type="button" onClick={() => print()}>
          {words.screen.keep}
        </button>
      </span>
    </div>
  )
}

/** Nothing found: where, on which day, and what that does not say. */
function NoListing({ answer, question }: Pick<Props, 'answer' | 'question'>) {
  const words = useWords()
  const titleOf = useSourceTitles()
  const asked = question.name || question.id
  const [before, name, after] = words.screen.none(asked, answer.versions.length, longDay(answer.asOf.valid, words))
  const { stale, absent, failed } = gapsOf(answer.incomplete, answer.versions)
  const missing = [...failed, ...absent]
  const best = answer.results[0]
  return (
    <div className="none" role="status">
      <h2 id="ans">
        {before}
        <bdi {...langOf(name)}>{name}</bdi>
        {after}
      </h2>
      {missing.length + stale.length > 0 || best ? (
        <p>
          {missing.length > 0
            ? `${words.coverage.notSearched(missing.length)} ${words.and(missing.slice(0, 8).map(i => titleOf(i.source)))}. `
            : null}
          {stale.length > 0 ? `${words.coverage.stale(stale.length)} ` : null}
          {best ? words.screen.nearest(scoreText(best.score), THRESHOLD.toFixed(2)) : null}
        </p>
      ) : null}
      <p>{words.screen.noneMeans}</p>
      <p>
        <button className="lk" type="button" onClick={() => print()}>
          {words.screen.keep}
        </button>
      </p>
    </div>
  )
}

/** Nothing found where the lists that decide were not searched: a failure, never "no listing". */
function Unsearched({ again }: Pick<Props, 'again'>) {
  const words = useWords()
  const sources = keepDay('/sources', useAskedDay())
  return (
    <FailureBox
      title={words.coverage.unsearched}
      id="ans"
      actions={
        <>
          <button className="btn" type="button" onClick={again}>
            {words.coverage.askMissing}
          </button>
          <Link className="btn plain" href={sources}>
            {words.coverage.seeWhy}
          </Link>
        </>
      }
    >
      <p>{words.coverage.unsearchedText}</p>
    </FailureBox>
  )
}

/** Sources that failed while this was asked: a failure, above what the others found. */
function PartFailed({ answer, again }: Pick<Props, 'answer' | 'again'>) {
  const words = useWords()
  const titleOf = useSourceTitles()
  const { failed } = gapsOf(answer.incomplete, answer.versions)
  if (failed.length === 0) return null
  const answered = answer.versions.length
  return (
    <div className="part">
      <FailureBox
        title={words.coverage.partTitle(answered, answered + failed.length)}
        actions={
          <button className="btn" type="button" onClick={again}>
            {words.coverage.askMissing}
          </button>
        }
      >
        <p>{words.coverage.partText(words.and(failed.map(i => titleOf(i.source))))}</p>
      </FailureBox>
    </div>
  )
}

function Margin({ answer, notes }: { readonly answer: ScreenAnswer; readonly notes: Notes }) {
  const words = useWords()
  const [matcher, matcherId, index, indexId, end] = words.screen.thisScreeningText(answer.matcher, answer.index)
  return (
    <aside className="notes" aria-label={words.screen.searched}>
      <Coverage incomplete={answer.incomplete} versions={answer.versions} />
      {notes.all.length > 0 ? (
        <section>
          <h2>{words.screen.notes}</h2>
          <ol className="src">
            {notes.all.map(([letter, text]) => (
              <li id={`n-${letter}`} key={letter}>
                <span className="k">{letter}</span> <span {...langOf(text)}>{text}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section>
        <h2>{words.screen.thisScreening}</h2>
        <p>
          {matcher}
          <code>{matcherId}</code>
          {index}
          <code>{indexId}</code>
          {end}
        </p>
        <VersionsUsed versions={answer.versions} />
      </section>
    </aside>
  )
}

function PrintHead({ question, day }: { readonly question: ScreenQuestion; readonly day: string }) {
  const words = useWords()
  const { screen } = words
  const parts: readonly (readonly [string, string])[] = [
    [screen.printAsked, question.name],
    [screen.printAs, words.schema[question.schema] ?? question.schema],
    [screen.born, question.birthDate],
    [screen.country, question.country === '' ? '' : placeName(question.country, words.locale)],
    [screen.gender, question.gender === '' ? '' : (screen.genders[question.gender] ?? question.gender)],
    [screen.document, question.id],
    [screen.asOf, longDay(day, words)],
  ]
  return (
    <section className="print-only" aria-hidden="true">
      <p>
        <b>{screen.printHead}</b>
      </p>
      <dl>
        {parts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd {...langOf(value)}>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="address">{location.href}</p>
    </section>
  )
}
