import type { SourceView } from '../../answers.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Name } from '../../pieces/Name.tsx'

const WEIGHT: Readonly<Record<string, number>> = { stop: 0, flag: 1, note: 2 }
const DONE: Readonly<Record<string, string>> = {
  stop: 'version held; nobody removed',
  flag: 'record kept and flagged',
  note: 'kept as written',
}

/** What was seen, in words; a code that stands here under no words is shown as it is. */
const SEEN: Readonly<Record<string, string>> = {
  'country.unknown': 'A place that is no country',
  'date.other-calendar': 'A day of another calendar',
  'date.short-year': 'A year of two digits',
  'date.unreadable': 'A date that could not be read',
  'date.zone': 'A day with a time zone',
  'email.unreadable': 'An e-mail address that is none',
  'field.unread': 'A field that the reader does not take',
  'identifier.no-number': 'A document without its number',
  'identifier.unreadable': 'A number that cannot be one of its kind',
  'name.empty': 'A name that is empty',
  'name.missing': 'An entry without a name',
  'names.several': 'Several names in one field',
  'phone.unreadable': 'A telephone number that is none',
  'programme.unknown': 'A programme that is mapped to no list',
  'record.key-twice': 'Two entries under one number',
  'record.other-party': 'A number that now stands for another party',
}

/** What was odd in the newest versions, the gravest first. */
export function ProblemTable({ sources }: { readonly sources: readonly SourceView[] }) {
  const rows = sources
    .flatMap(source => source.problems.map((problem, index) => ({ source, problem, first: index === 0 })))
    .toSorted((a, b) => (WEIGHT[a.problem.severity] ?? 3) - (WEIGHT[b.problem.severity] ?? 3))
  if (rows.length === 0) return null
  return (
    <section className="sec" aria-labelledby="pr">
      <div className="sec-head">
        <h2 id="pr">Problems</h2>
        <span className="quiet">
          <b>stop</b> holds the version, <b>flag</b> keeps and marks the record, <b>note</b> informs
        </span>
      </div>
      <table className="tbl stack">
        <thead>
          <tr>
            <th scope="col">Weight</th>
            <th scope="col">Source and version</th>
            <th scope="col">What was seen</th>
            <th scope="col" className="n">
              Times
            </th>
            <th scope="col">What was done</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ source, problem, first }) => (
            <ProblemRow
              key={`${source.id} ${problem.code} ${problem.field} ${problem.seen}`}
              source={source}
              problem={problem}
              first={first}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Problem = SourceView['problems'][number]

/** The first of a source bears the mark that its row in the table of sources leads to. */
function ProblemRow({ source, problem, first }: { readonly source: SourceView; readonly problem: Problem; readonly first: boolean }) {
  const words = useWords()
  return (
    <tr {...(first ? { id: `problems-${source.id}` } : {})}>
      <td>
        <b>{problem.severity}</b>
      </td>
      <th scope="row">
        {source.title}
        {source.newest ? <span className="sub">{shortDay(source.newest.published, words)}</span> : null}
      </th>
      <td data-h="Seen">
        <Seen problem={problem} />
      </td>
      <td className="n" data-h="Times">
        {words.count(problem.count)}
      </td>
      <td data-h="Done">{DONE[problem.severity] ?? ''}</td>
    </tr>
  )
}

function Seen({ problem: { code, seen, field, expected } }: { readonly problem: Problem }) {
  return (
    <>
      {SEEN[code] ?? <code>{code}</code>}
      {seen ? (
        <>
          : <Name className="seen" text={seen} />
        </>
      ) : null}
      <span className="sub">
        {field ? (
          <>
            field <code>{field}</code>
            {expected ? ', ' : ''}
          </>
        ) : null}
        {expected ? `expected ${expected}` : ''} <span className="faint">({code})</span>
      </span>
    </>
  )
}
