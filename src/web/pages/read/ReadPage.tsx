import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import type { ReadAnswer } from '../../answers.ts'
import { send } from '../../ask/api.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { Field, TextField, type Trouble, TroubleNotice } from '../../pieces/Field.tsx'
import { formText } from '../../pieces/form.ts'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { readTypedDate } from '../../time/days.ts'
import { Reading } from './Reading.tsx'

/** Reads an article or a notice, pasted or from an address, and shows what it claims. */
export default function ReadPage() {
  useTitle('Read an article')
  const read = useMutation({ mutationFn: (body: object) => send<ReadAnswer>('/api/read', body) })
  return (
    <>
      <div className="page-head">
        <h1>Read an article</h1>
        <p>
          Who lists, removes or weighs what, as a text says it: each claim with the words it rests on. A claim never edits a designation.{' '}
          <Link href="/signals">Signals</Link>
        </p>
      </div>
      <ReadForm read={body => read.mutate(body)} busy={read.isPending} />
      {read.isPending ? <Waiting text="Reading …" /> : null}
      {read.error ? <Failure error={read.error} again={() => read.mutate(read.variables ?? {})} /> : null}
      {read.data && !read.isPending ? <Reading answer={read.data} /> : null}
    </>
  )
}

type FormProps = { readonly read: (body: object) => void; readonly busy: boolean }

function ReadForm({ read, busy }: FormProps) {
  const [way, setWay] = useState<Way>('text')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = readForm(new FormData(event.currentTarget), way)
    setTrouble('trouble' in asked ? asked.trouble : null)
    if ('body' in asked) read(asked.body)
  }
  return (
    <form className="ask" onSubmit={submit} noValidate>
      <div className="seg" role="group" aria-label="What to read">
        <button type="button" aria-pressed={way === 'text'} onClick={() => setWay('text')}>
          Pasted text
        </button>
        <button type="button" aria-pressed={way === 'url'} onClick={() => setWay('url')}>
          An address
        </button>
      </div>
      {way === 'text' ? (
        <Pasted />
      ) : (
        <TextField label="Address of the article; this server opens it" name="url" type="url" placeholder="https://" />
      )}
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
      <div className="acts-row">
        <button className="btn" type="submit" disabled={busy}>
          Read
        </button>
      </div>
    </form>
  )
}

type Way = 'text' | 'url'

function Pasted() {
  return (
    <>
      <Field label="Text of the article or notice">
        {control => <textarea className="in paste" name="text" rows={9} dir="auto" {...control} />}
      </Field>
      <div className="ask-more read-more">
        <TextField label="Title" name="title" />
        <TextField label="Publisher" name="publisher" />
        <TextField
          label="Day of publication"
          help="Dates such as “yesterday” count from it."
          name="published"
          digits
          placeholder="2024-04-18"
        />
      </div>
    </>
  )
}

/** What is sent to be read, or why nothing can be. */
function readForm(form: FormData, way: Way): { readonly body: object } | { readonly trouble: Trouble } {
  const content = formText(form, way)
  const published = readTypedDate(formText(form, 'published'))
  if (content === '') return { trouble: { what: way === 'text' ? 'There is no text to read.' : 'There is no address to open.' } }
  if (published.kind === 'unreadable' || published.kind === 'no-such-day') {
    return { trouble: { what: 'The day of publication is no day.', help: 'Write it as 2024-04-18.' } }
  }
  const about = {
    publisher: formText(form, 'publisher'),
    title: formText(form, 'title'),
    published: published.kind === 'date' ? published.value : '',
  }
  return { body: { [way]: content, ...Object.fromEntries(Object.entries(about).filter(([, value]) => value !== '')) } }
}
