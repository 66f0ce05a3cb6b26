import { useState } from 'react'
import { Link } from 'wouter'
import { entityHref } from '../../../ask/as-of.ts'
import { useWords } from '../../../language/words.ts'
import { Coverage, gapsOf } from '../../../pieces/Coverage.tsx'
import { csvRow, download } from '../../../pieces/download.ts'
import { Name } from '../../../pieces/Name.tsx'
import { Notice } from '../../../pieces/Notice.tsx'
import { Status } from '../../../pieces/Status.tsx'
import { VirtualRows } from '../../../pieces/VirtualRows.tsx'
import { scoreText } from '../Why.tsx'
import { type FileScreening, isUnscreened, type ScreenedRow } from './file-screening.ts'

type State = Extract<FileScreening, { readonly step: 'running' | 'done' | 'stopped' }>
type Props = { readonly state: State; readonly stop: () => void; readonly restart: () => void }

/** The screening of a file as it goes and when it is done: progress, what was found, what could not be screened, downloads. */
export function FileResults({ state, stop, restart }: Props) {
  const words = useWords()
  const { progress, end, step } = state
  const [all, setAll] = useState(false)
  const matched = progress.rows.filter(row => row.results.some(r => r.match))
  const shown = all ? progress.rows : matched
  const unscreened = progress.problems.filter(isUnscreened)
  const noted = progress.problems.filter(p => !isUnscreened(p))
  return (
    <>
      {step === 'running' ? <Running state={state} stop={stop} /> : null}
      {step === 'stopped' ? (
        <Notice stale>
          <b>Stopped after {words.count(progress.done)} rows.</b> The rows below were screened; the others were not.
        </Notice>
      ) : null}
      <div className="cols">
        <section aria-labelledby="fr">
          <div className="answer" role="status">
            <h2 id="fr">{summary(state, matched.length, words.count)}</h2>
            {step === 'running' ? null : <Downloads state={state} />}
          </div>
          {unscreened.length > 0 ? <Problems problems={unscreened} /> : null}
          {noted.length > 0 ? (
            <div className="part">
              <Notice>
                {noted
                  .slice(0, 5)
                  .map(p => `${p.row === null ? '' : `Row ${p.row}: `}${p.message}`)
                  .join(' ')}
              </Notice>
            </div>
          ) : null}
          {progress.rows.length > 0 ? <RowTable rows={shown} /> : null}
          <p className="more pager">
            <button className="lk" type="button" aria-pressed={all} onClick={() => setAll(!all)}>
              {all ? 'Only rows with a match' : `All ${words.count(progress.rows.length)} rows`}
            </button>
            {step === 'running' ? null : (
              <button className="lk" type="button" onClick={restart}>
                Another file
              </button>
            )}
          </p>
        </section>
        <aside className="notes" aria-label="Coverage">
          {end ? <Coverage incomplete={end.context.incomplete} versions={end.context.versions} /> : null}
          {end ? (
            <section>
              <h2>This screening</h2>
              <p>
                Matcher <code>{end.context.matcher}</code>, index <code>{end.context.index}</code>.
              </p>
            </section>
          ) : null}
        </aside>
      </div>
    </>
  )
}

function Running({ state, stop }: { readonly state: State; readonly stop: () => void }) {
  const { count } = useWords()
  const { done, total } = state.progress
  return (
    <section className="imp" aria-labelledby="run">
      <h2 className="vh" id="run">
        Screening under way
      </h2>
      <div className="imp-row">
        <b>{state.file.name}</b>
        <progress {...(total === null ? {} : { max: total, value: done })} aria-label="Rows screened" />
        <p className="num">
          {count(done)}
          {total === null ? ' rows' : ` of ${count(total)} rows`}{' '}
          <button className="lk" type="button" onClick={stop}>
            Stop
          </button>
        </p>
      </div>
    </section>
  )
}

function summary({ step, progress, end }: State, matched: number, count: (n: number) => string): string {
  const rows = `${count(progress.rows.length)} ${progress.rows.length === 1 ? 'row' : 'rows'}`
  if (step === 'running') return `${count(matched)} with a match so far`
  const searched = end?.context.versions.length ?? 0
  const sources = end ? `, in ${count(searched)} ${searched === 1 ? 'source' : 'sources'}` : ''
  if (matched === 0 && end?.context.unsearched) return 'No answer: the lists that decide were not searched'
  return matched === 0 ? `No listing found for ${rows}${sources}` : `${count(matched)} of ${rows} with a match${sources}`
}

function Problems({ problems }: { readonly problems: State['progress']['problems'] }) {
  const { count } = useWords()
  return (
    <div className="part">
      <Notice stale>
        <b>
          {count(problems.length)} {problems.length === 1 ? 'row was' : 'rows were'} not screened.
        </b>{' '}
        This says nothing about their names.{' '}
        {problems
          .slice(0, 5)
          .map(p => `${p.row === null ? '' : `Row ${p.row}: `}${p.message}`)
          .join(' ')}
        {problems.length > 5 ? ' The rest is in the downloaded file.' : ''}
      </Notice>
    </div>
  )
}

function RowTable({ rows }: { readonly rows: readonly ScreenedRow[] }) {
  return (
    <table className="tbl stack">
      <thead>
        <tr>
          <th scope="col" className="n">
            Row
          </th>
          <th scope="col">Asked</th>
          <th scope="col" className="n">
            Score
          </th>
          <th scope="col">Best match</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <VirtualRows items={rows} height={44} columns={5}>
        {row => <RowLine key={row.row} row={row} />}
      </VirtualRows>
    </table>
  )
}

function RowLine({ row }: { readonly row: ScreenedRow }) {
  const best = row.results.find(r => r.match)
  const listing = best?.listings.find(l => l.holds) ?? best?.listings[0]
  return (
    <tr>
      <td className="n" data-h="Row">
        {row.row}
      </td>
      <th scope="row">
        <Name text={row.name} />
      </th>
      <td className="n" data-h="Score">
        {best ? scoreText(best.score) : ''}
      </td>
      <td data-h="Match">
        {best ? (
          <Link href={entityHref(best.id, null)}>
            <Name text={best.caption} />
          </Link>
        ) : (
          <span className="faint">no listing found</span>
        )}
        {row.results.length > 1 && best ? <span className="sub">and {row.results.length - 1} more</span> : null}
      </td>
      <td data-h="Status">
        {listing ? (
          <>
            <Status status={listing.holds ? listing.status : 'delisted'} /> <span className="sub">{listing.listName}</span>
          </>
        ) : null}
      </td>
    </tr>
  )
}

function Downloads({ state }: { readonly state: State }) {
  const name = state.file.name.replace(/\.[^.]+$/, '')
  const { rows, problems } = state.progress
  const csv = () => download(`${name}-screened.csv`, 'text/csv', csvOf(state))
  const lines = () =>
    download(
      `${name}-screened.jsonl`,
      'application/x-ndjson',
      [...rows, ...problems].map(row => `${JSON.stringify(row)}\n`),
    )
  return (
    <span className="quiet">
      Download as{' '}
      <button className="lk" type="button" onClick={csv}>
        CSV
      </button>{' '}
      or{' '}
      <button className="lk" type="button" onClick={lines}>
        JSON lines
      </button>
    </span>
  )
}

/** One line a row, also for rows with nothing and rows that failed, with what was not searched in a column of its own. */
function csvOf({ progress, end }: State): readonly string[] {
  const gaps = end ? gapsOf(end.context.incomplete, end.context.versions) : null
  const incomplete = gaps ? [...gaps.failed, ...gaps.absent, ...gaps.stale].map(g => `${g.source}: ${g.reason}`).join('; ') : 'unknown'
  const lines = progress.rows.flatMap(row => {
    const matches = row.results.filter(r => r.match)
    if (matches.length === 0) return [csvRow([row.row, row.name, 'no listing found', null, null, null, null, null, incomplete])]
    return matches.map(r =>
      csvRow([
        row.row,
        row.name,
        'match',
        r.score,
        r.id,
        r.caption,
        [...new Set(r.listings.filter(l => l.holds).map(l => `${l.list}: ${l.status}`))].join('; '),
        r.datasets.join('; '),
        incomplete,
      ]),
    )
  })
  const failed = progress.problems
    .filter(isUnscreened)
    .map(p => csvRow([p.row, null, 'not screened', null, null, `${p.code}: ${p.message}`, null, null, incomplete]))
  return [csvRow(['row', 'asked', 'outcome', 'score', 'entity', 'caption', 'status', 'datasets', 'incomplete']), ...lines, ...failed]
}
