import { type DragEvent, useId, useState } from 'react'
import { Link } from 'wouter'
import { Failure } from '../../../pieces/Failure.tsx'
import { Waiting } from '../../../pieces/Waiting.tsx'
import { ColumnForm } from './ColumnForm.tsx'
import { FileResults } from './FileResults.tsx'
import { useFileScreening } from './file-screening.ts'

/** Screens a file of names: choose it, check what its columns hold, follow the progress, take the result away. */
export default function FileScreen() {
  const { state, recognise, run, stop, restart } = useFileScreening()
  return (
    <>
      <div className="page-head">
        <h1>Screen a file of names</h1>
        <p>
          A table with one name a row, as CSV, XLSX or ODS. The file is read on this server and not kept.{' '}
          <Link href="/">Screen one name</Link>
        </p>
      </div>
      {state.step === 'choose' ? <Choose choose={file => void recognise(file)} /> : null}
      {state.step === 'recognising' ? <Waiting text={`Reading the heads of ${state.file.name} …`} /> : null}
      {state.step === 'columns' ? (
        <ColumnForm
          file={state.file}
          columns={state.columns}
          rows={state.rows}
          headless={state.headless}
          recognise={headless => void recognise(state.file, headless)}
          key={String(state.headless)}
          run={mapping => void run(state.file, mapping)}
          restart={restart}
        />
      ) : null}
      {state.step === 'failed' ? (
        <Failure
          error={state.error}
          again={restart}
          title={state.progress ? 'The screening broke off' : 'This file could not be read as a table'}
          action="Choose a file again"
        />
      ) : null}
      {state.step === 'running' || state.step === 'done' || state.step === 'stopped' ? (
        <FileResults state={state} stop={stop} restart={restart} />
      ) : null}
    </>
  )
}

function Choose({ choose }: { readonly choose: (file: File) => void }) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) choose(file)
  }
  return (
    <div
      className="drop"
      {...(over ? { 'data-over': '' } : {})}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>Choose a file, or drop it here</label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.ods"
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) choose(file)
        }}
      />
    </div>
  )
}
