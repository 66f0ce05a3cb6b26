import { useState } from 'react'
import { Link } from 'wouter'
import type { RecordView } from '../../answers.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Name } from '../../pieces/Name.tsx'
import { propertyHead, valueWords } from '../../pieces/property-words.ts'
import { Scroll } from '../../pieces/Scroll.tsx'

/** The joined records side by side: what each source says, property by property, and why it belongs here. */
export function Records({ records, entity }: { readonly records: readonly RecordView[]; readonly entity: string }) {
  const [fields, setFields] = useState(false)
  if (records.length === 0) return null
  const labels = new Map(records.flatMap(r => r.statements.map(s => [s.property, s.label] as const)))
  const properties = [...labels].toSorted(([a, la], [b, lb]) => rank(a) - rank(b) || la.localeCompare(lb))
  return (
    <section className="sec" aria-labelledby="recs">
      <div className="sec-head">
        <h2 id="recs">{records.length === 1 ? 'The record' : `${records.length} records side by side`}</h2>
        <span className="quiet">
          as each publisher wrote it ·{' '}
          <button className="lk" type="button" aria-pressed={fields} onClick={() => setFields(!fields)}>
            {fields ? 'Without the fields' : 'Show the field each value was read from'}
          </button>{' '}
          · <Link href={`/review?party=${encodeURIComponent(entity)}`}>Pairs that wait for review</Link>
        </span>
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
            {records.some(r => r.joined) ? (
              <tr>
                <th scope="row">Why it belongs here</th>
                {records.map(record => (
                  <Joined key={record.id} record={record} />
                ))}
              </tr>
            ) : null}
            {properties.map(([property, label]) => (
              <tr key={property}>
                <th scope="row">{label || propertyHead(property)}</th>
                {records.map(record => (
                  <Cell key={record.id} record={record} property={property} fields={fields} />
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
    </th>
  )
}

function Joined({ record }: { readonly record: RecordView }) {
  const words = useWords()
  if (!record.joined) return <td className="faint">leads the entity</td>
  const { reason, by, recorded } = record.joined
  return (
    <td>
      {reason}
      <span className="sub">
        <bdi>{by === 'wholists' ? 'the matcher' : by}</bdi>, {shortDay(recorded, words)}
      </span>
    </td>
  )
}

type CellProps = { readonly record: RecordView; readonly property: string; readonly fields: boolean }

/** The values of a property; with `fields` each with the field it was read from, and its wording where it was cleaned. */
function Cell({ record, property, fields }: CellProps) {
  const words = useWords()
  const statements = record.statements.filter(s => s.property === property)
  return (
    <td>
      {statements.length === 0 ? <span className="faint">–</span> : null}
      <ul>
        {statements.map(s => (
          <li key={`${s.value} ${s.field}`} title={`${s.field}: ${s.text}`}>
            <Name text={valueWords(property, s.value, words)} lang={s.lang} />
            {fields ? (
              <span className="sub">
                <code>{s.field}</code>
                {s.text === s.value ? null : (
                  <>
                    : <Name text={s.text} />
                  </>
                )}
              </span>
            ) : null}
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
