import { useState } from 'react'
import type { SourceView } from '../../answers.ts'
import type { Words } from '../../language/en.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { csvRow, download } from '../../pieces/download.ts'
import { Scroll } from '../../pieces/Scroll.tsx'
import { FetchNow } from './FetchNow.tsx'
import { Freshness } from './Freshness.tsx'
import { groupSources, worstOf } from './groups.ts'

/** Publications of many files show the first ones. */
const SHOWN_FILES = 3

/** All sources: freshness, newest version, counts, problems, the hash of the raw file. */
export function SourceTable({ sources }: { readonly sources: readonly SourceView[] }) {
  const shown = sources.filter(s => s.newest !== null || s.held.length > 0 || s.freshness === 'importing' || (s.fetched && !s.closed))
  const others = sources.filter(s => !shown.includes(s))
  return (
    <section className="sec" aria-labelledby="al">
      <div className="sec-head">
        <h2 id="al">All sources</h2>
        <span className="pager">
          <FetchNow />
          <button className="lk" type="button" onClick={() => download('sources.csv', 'text/csv', csvOf(sources))}>
            Download as CSV
          </button>
        </span>
      </div>
      <Table sources={shown} />
      {others.length > 0 ? (
        <details className="why">
          <summary>{others.length} more that can be read from files: their publishers give them at no steady address, or no longer</summary>
          <Table sources={others} />
        </details>
      ) : null}
      <Legend />
    </section>
  )
}

function Table({ sources }: { readonly sources: readonly SourceView[] }) {
  return (
    <Scroll label="Table of sources">
      <table className="tbl stack srcs">
        <thead>
          <tr>
            <th scope="col">Source and publisher</th>
            <th scope="col">Freshness</th>
            <th scope="col">Newest version</th>
            <th scope="col" className="n">
              Records
            </th>
            <th scope="col" className="n">
              Versions
            </th>
            <th scope="col" className="n">
              Problems
            </th>
            <th scope="col">Raw file, SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {groupSources(sources).map(item =>
            item.kind === 'one' ? <Row key={item.source.id} source={item.source} /> : <Group key={item.publisher} {...item} />,
          )}
        </tbody>
      </table>
    </Scroll>
  )
}

type GroupProps = { readonly publisher: string; readonly sources: readonly SourceView[] }

/** Publications of one publisher in one row, each below it when asked for, or when the address leads to one of them. */
function Group({ publisher, sources }: GroupProps) {
  const words = useWords()
  const [open, setOpen] = useState(() => sources.some(s => s.id === location.hash.slice(1)))
  const held = sources.flatMap(s => (s.newest ? [s.newest] : []))
  const newest = held
    .map(v => v.published)
    .toSorted()
    .at(-1)
  const { freshness, count } = worstOf(sources)
  const [first] = sources
  const sum = (of: (s: SourceView) => number) => words.count(sources.reduce((total, s) => total + of(s), 0))
  return (
    <>
      <tr>
        <th scope="row">
          {publisher}
          <span className="sub">
            {words.count(sources.length)} publications{' '}
            <button className="lk" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Fold them' : 'Show each'}
            </button>
          </span>
        </th>
        <td>
          <Freshness kind={freshness}>
            {count === sources.length ? 'All' : words.count(count)} {FRESH[freshness]}
          </Freshness>
          <span className="sub">{first?.cadence}</span>
        </td>
        <td className="num" data-h="Newest">
          {newest ? shortDay(newest, words) : 'none'}
        </td>
        <td className="n" data-h="Records">
          {sum(s => s.newest?.records ?? 0)}
        </td>
        <td className="n" data-h="Versions">
          {sum(s => s.versions)}
        </td>
        <td className="n" data-h="Problems">
          {sum(s => s.problems.reduce((n, p) => n + p.count, 0))}
        </td>
        <td />
      </tr>
      {open ? sources.map(source => <Row key={source.id} source={source} />) : null}
    </>
  )
}

const FRESH: Readonly<Record<SourceView['freshness'], string>> = {
  current: 'current',
  stale: 'stale',
  missing: 'missing',
  held: 'held back',
  importing: 'being read',
}

function Row({ source }: { readonly source: SourceView }) {
  const words = useWords()
  const { newest } = source
  const problems = source.problems.reduce((sum, p) => sum + p.count, 0)
  return (
    <tr id={source.id}>
      <th scope="row">
        {source.title}
        <span className="sub">
          {source.publisher}
          {source.closed ? ', closed' : ''}
          {source.verified ? '' : ', read untested'}
        </span>
      </th>
      <td>
        <Freshness kind={source.freshness}>{freshWords(source, words)}</Freshness>
        <span className="sub" title={source.lastFetch?.detail}>
          {fetchWords(source, words) ?? source.cadence}
        </span>
      </td>
      <td className="num" data-h="Newest">
        {newest ? shortDay(newest.published, words) : 'none'}
        {source.lag ? <span className="sub">{words.count(source.lag.days)} d after the act</span> : null}
        {newest && newest.basis !== 'stated' ? <span className="sub">day {BASIS[newest.basis] ?? newest.basis}</span> : null}
      </td>
      <td className="n" data-h="Records">
        {newest ? words.count(newest.records) : null}
      </td>
      <td className="n" data-h="Versions">
        {source.versions > 0 ? words.count(source.versions) : null}
      </td>
      <td className="n" data-h="Problems">
        {problems > 0 ? <a href={`#problems-${source.id}`}>{words.count(problems)}</a> : newest ? 'none' : null}
        {source.unreadFields > 0 ? <span className="sub">{words.count(source.unreadFields)} fields unread</span> : null}
      </td>
      <td data-h="Raw">
        {newest && newest.files.length > 0
          ? newest.files.slice(0, SHOWN_FILES).map(file => (
              <code key={file.sha256} title={`${file.name}, ${file.sha256}`}>
                {file.sha256.slice(0, 12)}
              </code>
            ))
          : null}
        {newest && newest.files.length > SHOWN_FILES ? <span className="sub">and {newest.files.length - SHOWN_FILES} more</span> : null}
      </td>
    </tr>
  )
}

const BASIS: Readonly<Record<string, string>> = { given: 'as given', filename: 'from the file name', header: 'from the HTTP header' }

function freshWords(source: SourceView, words: Words): string {
  switch (source.freshness) {
    case 'current':
      return source.closed ? 'Closed, complete' : 'Current'
    case 'stale':
      return source.newest ? `Stale, ${words.count(source.newest.ageDays)} days old` : 'Stale'
    case 'missing':
      return 'Missing'
    case 'held':
      return 'Held'
    case 'importing':
      return 'Importing'
  }
}

function fetchWords({ lastFetch }: SourceView, words: Words): string | null {
  if (!lastFetch) return null
  const asked = `asked ${shortDay(lastFetch.at, words)}: ${lastFetch.outcome}`
  const often = lastFetch.failures > 1 ? `, ${words.count(lastFetch.failures)} times in a row` : ''
  const again =
    lastFetch.notBefore === null ? '' : `; again after ${shortDay(lastFetch.notBefore, words)}, ${lastFetch.notBefore.slice(11, 16)} UTC`
  return `${asked}${often}${again}`
}

function Legend() {
  return (
    <ul className="legend fl" aria-label="Freshness marks">
      <li>
        <Freshness kind="current">current: nothing newer is due by its declared rhythm</Freshness>
      </li>
      <li>
        <Freshness kind="stale">stale: older than its declared rhythm</Freshness>
      </li>
      <li>
        <Freshness kind="held">held: newest version out of bounds, the one before stays in force</Freshness>
      </li>
      <li>
        <Freshness kind="importing">importing</Freshness>
      </li>
      <li>
        <Freshness kind="missing">missing: never taken in</Freshness>
      </li>
    </ul>
  )
}

const csvOf = (sources: readonly SourceView[]): readonly string[] => [
  csvRow([
    'id',
    'title',
    'publisher',
    'freshness',
    'version',
    'published',
    'age_days',
    'records',
    'versions',
    'problems',
    'sha256',
    'url',
    'licence',
  ]),
  ...sources.map(s =>
    csvRow([
      s.id,
      s.title,
      s.publisher,
      s.freshness,
      s.newest?.version ?? null,
      s.newest?.published ?? null,
      s.newest?.ageDays ?? null,
      s.newest?.records ?? null,
      s.versions,
      s.problems.reduce((sum, p) => sum + p.count, 0),
      s.newest?.files.map(f => f.sha256).join(' ') ?? null,
      s.url,
      s.licence,
    ]),
  ),
]
