import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../../../language/words.ts'
import { formText } from '../../../pieces/form.ts'
import { Notice } from '../../../pieces/Notice.tsx'
import { SCHEMATA, THRESHOLD } from '../question.ts'
import type { FileScreening, Mapping } from './file-screening.ts'

type Columns = Extract<FileScreening, { readonly step: 'columns' }>['columns']
type Props = {
  readonly file: File
  readonly columns: Columns
  readonly rows: number | null
  readonly run: (mapping: Mapping) => void
  readonly restart: () => void
}

/** What a column can hold, in the words of the form. */
const PROPERTIES: Readonly<Record<string, string>> = {
  '': 'not used',
  name: 'Name',
  firstName: 'Given name',
  middleName: 'Middle name',
  lastName: 'Family name',
  alias: 'Other name',
  birthDate: 'Birth date',
  country: 'Country',
  nationality: 'Nationality',
  gender: 'Gender',
  idNumber: 'Document number',
  passportNumber: 'Passport number',
  registrationNumber: 'Registration number',
  imoNumber: 'IMO number',
  address: 'Address',
  schema: 'What the row is',
  id: 'Your own reference',
}

const NAMES: ReadonlySet<string> = new Set(['name', 'lastName', 'alias', 'idNumber', 'passportNumber', 'registrationNumber', 'imoNumber'])

/** What was recognised of the columns, for the reader to check and correct before anything is screened. */
export function ColumnForm({ file, columns, rows, run, restart }: Props) {
  const words = useWords()
  const id = useId()
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(columns.map(c => [c.head, c.property ?? ''])),
  )
  const usable = Object.values(mapping).some(property => NAMES.has(property))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    // Only what differs from what was recognised is told: the rest the server knows.
    const changed = Object.fromEntries(
      Object.entries(mapping).filter(([head, property]) => property !== (columns.find(c => c.head === head)?.property ?? '')),
    )
    run({ columns: changed, schema: formText(form, 'schema'), threshold: Number(formText(form, 'threshold')) || THRESHOLD })
  }
  return (
    <form className="cols-form" onSubmit={submit}>
      <h2>
        {file.name}
        {rows === null ? '' : `, ${words.count(rows)} ${rows === 1 ? 'row' : 'rows'}`}
      </h2>
      <table className="tbl stack">
        <caption>What each column holds, as recognised from its head. Correct it where it is wrong.</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={column.head}>
              <th scope="row">{column.head}</th>
              <td>
                <select
                  className="in"
                  aria-label={`Column ${column.head} holds`}
                  id={`${id}-${index}`}
                  value={mapping[column.head] ?? ''}
                  onChange={event => setMapping({ ...mapping, [column.head]: event.target.value })}
                >
                  {Object.entries(
                    column.property && !(column.property in PROPERTIES)
                      ? { ...PROPERTIES, [column.property]: column.property }
                      : PROPERTIES,
                  ).map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="ask-more">
        <div className="field">
          <label htmlFor={`${id}-schema`}>The rows are</label>
          <select className="in" id={`${id}-schema`} name="schema" defaultValue="Thing">
            {SCHEMATA.map(schema => (
              <option key={schema} value={schema}>
                {words.schema[schema]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-threshold`}>Matches begin at</label>
          <input
            className="in num"
            id={`${id}-threshold`}
            name="threshold"
            inputMode="decimal"
            defaultValue={THRESHOLD.toFixed(2)}
            pattern="0(\.\d+)?|1"
          />
        </div>
      </div>
      {usable ? null : (
        <Notice stale>
          <b>No column holds a name or a number.</b> Say which one does, so that there is something to screen.
        </Notice>
      )}
      <div className="acts-row">
        <button className="btn" type="submit" disabled={!usable}>
          Screen the file
        </button>
        <button className="btn plain" type="button" onClick={restart}>
          Another file
        </button>
      </div>
    </form>
  )
}
