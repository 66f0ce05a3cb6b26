import { type FormEvent, useState } from 'react'
import { useWords } from '../../../language/words.ts'
import { SelectField, TextField, TroubleNotice } from '../../../pieces/Field.tsx'
import { formText } from '../../../pieces/form.ts'
import { Name } from '../../../pieces/Name.tsx'
import { SCHEMATA, THRESHOLD } from '../question.ts'
import type { FileScreening, Mapping } from './file-screening.ts'

type Columns = Extract<FileScreening, { readonly step: 'columns' }>['columns']
type Props = {
  readonly file: File
  readonly columns: Columns
  readonly rows: number | null
  readonly headless: boolean
  readonly recognise: (headless: boolean) => void
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
export function ColumnForm({ file, columns, rows, headless, recognise, run, restart }: Props) {
  const words = useWords()
  const [mapping, setMapping] = useState<Chosen>(() => Object.fromEntries(columns.map(c => [c.head, c.property ?? ''])))
  const usable = Object.values(mapping).some(property => NAMES.has(property))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    // Only what differs from what was recognised is told: the rest the server knows.
    const recognised = new Map(columns.map(c => [c.head, c.property ?? '']))
    const changed = Object.fromEntries(Object.entries(mapping).filter(([head, property]) => property !== recognised.get(head)))
    run({ columns: changed, headless, schema: formText(form, 'schema'), threshold: Number(formText(form, 'threshold')) || THRESHOLD })
  }
  return (
    <form className="cols-form" onSubmit={submit}>
      <h2>
        {file.name}
        {rows === null ? '' : `, ${words.count(rows)} ${rows === 1 ? 'row' : 'rows'}`}
      </h2>
      <ColumnTable columns={columns} mapping={mapping} choose={setMapping} />
      <label className="choice">
        <input type="checkbox" checked={headless} onChange={event => recognise(event.target.checked)} /> The first row is a name already,
        not a heading
      </label>
      <div className="ask-more">
        <SelectField
          label="The rows are"
          name="schema"
          defaultValue="Thing"
          options={SCHEMATA.map(s => [s, words.schema[s] ?? s] as const)}
        />
        <TextField
          label="Matches begin at"
          name="threshold"
          digits
          inputMode="decimal"
          defaultValue={THRESHOLD.toFixed(2)}
          pattern="0(\.\d+)?|1"
        />
      </div>
      {usable ? null : (
        <TroubleNotice
          trouble={{ what: 'No column holds a name or a number.', help: 'Say which one does, so that there is something to screen.' }}
        />
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

type Chosen = Readonly<Record<string, string>>
type TableProps = { readonly columns: Columns; readonly mapping: Chosen; readonly choose: (mapping: Chosen) => void }

function ColumnTable({ columns, mapping, choose }: TableProps) {
  return (
    <table className="tbl stack">
      <caption>What each column holds, as recognised from its head. Correct it where it is wrong.</caption>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">Holds</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ head, property }, index) => (
          <tr key={`${index} ${head}`}>
            <th scope="row">{head === '' ? <span className="faint">no heading</span> : <Name text={head} />}</th>
            <td>
              <select
                className="in"
                aria-label={`Column ${head} holds`}
                value={mapping[head] ?? ''}
                onChange={event => choose({ ...mapping, [head]: event.target.value })}
              >
                {Object.entries(property && !(property in PROPERTIES) ? { ...PROPERTIES, [property]: property } : PROPERTIES).map(
                  ([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ),
                )}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
