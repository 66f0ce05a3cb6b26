import type { RecordView } from '../../answers.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Name } from '../../pieces/Name.tsx'
import { Scroll } from '../../pieces/Scroll.tsx'

/** The joined records side by side: what each source says, property by property, and why it belongs here. */
export function Records({ records }: { readonly records: readonly RecordView[] }) {
  if (records.length === 0) return null
  const labels = new Map(records.flatMap(r => r.statements.map(s => [s.property, s.label] as const)))
  const properties = [...labels].toSorted(([a, la], [b, lb]) => rank(a) - rank(b) || la.localeCompare(lb))
  return (
    <section className="sec" aria-labelledby="recs">
      <div className="sec-head">
        <h2 id="recs">{records.length === 1 ? 'The record' : `${records.length} records side by side`}</h2>
        <span className="quiet">as each publisher wrote it</span>
      </div>
      <Scroll label="Records side by side">
        <table className="tbl dense recs">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">Property</span>
              </th>
              {records.map(record => (
                <Head key={record.id} record={record} />
              ))}
            </tr>
          </thead>
          <tbody>
            {properties.map(([property, label]) => (
              <tr key={property}>
                <th scope="row">{label}</th>
                {records.map(record => (
                  <Cell key={record.id} record={record} property={property} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** Publications of many files show the hashes of the first. */
const SHOWN_FILES = 2

function Head({ record }: { readonly record: RecordView }) {
  const words = useWords()
  const day = record.version.split('/')[1]?.slice(0, 10) ?? ''
  return (
    <th scope="col">
      {record.sourceTitle}
      <span className="sub">
        <bdi>{record.reference ?? record.id}</bdi>
        {day ? `, ${shortDay(day, words)}` : ''}
      </span>
      {record.sha256.slice(0, SHOWN_FILES).map(hash => (
        <code key={hash} title={hash}>
          {hash.slice(0, 12)}
        </code>
      ))}
      {record.joined ? (
        <span className="sub">
          joined: {record.joined.reason} ({record.joined.by}, {shortDay(record.joined.recorded, words)})
        </span>
      ) : null}
    </th>
  )
}

function Cell({ record, property }: { readonly record: RecordView; readonly property: string }) {
  const statements = record.statements.filter(s => s.property === property)
  return (
    <td>
      {statements.length === 0 ? <span className="faint">–</span> : null}
      <ul>
        {statements.map(s => (
          <li key={`${s.value} ${s.field}`} title={`${s.field}: ${s.text}`}>
            <Name text={s.value} lang={s.lang} />
          </li>
        ))}
      </ul>
    </td>
  )
}

const FIRST = [
  'name',
  'alias',
  'weakAlias',
  'previousName',
  'birthDate',
  'birthPlace',
  'deathDate',
  'nationality',
  'citizenship',
  'country',
  'gender',
  'position',
]
const rank = (property: string) => FIRST.indexOf(property) + 1 || 99
