import type { SourceView } from '../../answers.ts'
import { shortDay, useWords } from '../../language/words.ts'

const WEIGHT: Readonly<Record<string, number>> = { stop: 0, flag: 1, note: 2 }
const DONE: Readonly<Record<string, string>> = {
  stop: 'version held; nobody removed',
  flag: 'record kept and flagged',
  note: 'kept as written',
}

/** What was odd in the newest versions, the gravest first. */
export function ProblemTable({ sources }: { readonly sources: readonly SourceView[] }) {
  const words = useWords()
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
            <tr key={`${source.id} ${problem.code} ${problem.field} ${problem.seen}`} {...(first ? { id: `problems-${source.id}` } : {})}>
              <td>
                <b>{problem.severity}</b>
              </td>
              <th scope="row">
                {source.title}
                {source.newest ? <span className="sub">{shortDay(source.newest.published, words)}</span> : null}
              </th>
              <td data-h="Seen">
                <code>{problem.code}</code> in <code>{problem.field}</code>
                {problem.seen ? (
                  <>
                    : <bdi className="seen">{problem.seen}</bdi>
                  </>
                ) : null}
                {problem.expected ? <span className="sub">expected {problem.expected}</span> : null}
              </td>
              <td className="n" data-h="Times">
                {words.count(problem.count)}
              </td>
              <td data-h="Done">{DONE[problem.severity] ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
