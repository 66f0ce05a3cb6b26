import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Link } from 'wouter'
import type { ReadAnswer } from '../../answers.ts'
import { send } from '../../ask/api.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { formText } from '../../pieces/form.ts'
import { Notice } from '../../pieces/Notice.tsx'
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
  const id = useId()
  const [way, setWay] = useState<'text' | 'url'>('text')
  const [trouble, setTrouble] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const content = formText(form, way)
    const published = readTypedDate(formText(form, 'published'))
    if (content === '') return setTrouble(way === 'text' ? 'There is no text to read.' : 'There is no address to open.')
    if (published.kind === 'unreadable' || published.kind === 'no-such-day')
      return setTrouble('The day of publication is no day. Write it as 2024-04-18.')
    setTrouble(null)
    const about =
      way === 'text'
        ? {
            publisher: formText(form, 'publisher'),
            title: formText(form, 'title'),
            published: published.kind === 'date' ? published.value : '',
          }
        : {}
    read({ [way]: content, ...Object.fromEntries(Object.entries(about).filter(([, value]) => value !== '')) })
  }
  return (
    <form className="ask" onSubmit={submit}>
      <div className="seg" role="group" aria-label="What to read">
        <button type="button" aria-pressed={way === 'text'} onClick={() => setWay('text')}>
          Pasted text
        </button>
        <button type="button" aria-pressed={way === 'url'} onClick={() => setWay('url')}>
          An address
        </button>
      </div>
      {way === 'text' ? (
        <>
          <div className="field">
            <label htmlFor={`${id}-t`}>Text of the article or notice</label>
            <textarea className="in paste" id={`${id}-t`} name="text" rows={9} dir="auto" />
          </div>
          <div className="ask-more read-more">
            <div className="field">
              <label htmlFor={`${id}-h`}>Title</label>
              <input className="in" id={`${id}-h`} name="title" autoComplete="off" />
            </div>
            <div className="field">
              <label htmlFor={`${id}-p`}>Publisher</label>
              <input className="in" id={`${id}-p`} name="publisher" autoComplete="off" />
            </div>
            <div className="field">
              <label htmlFor={`${id}-d`}>Day of publication</label>
              <input
                className="in num"
                id={`${id}-d`}
                name="published"
                placeholder="2024-04-18"
                autoComplete="off"
                aria-describedby={`${id}-dh`}
              />
              <span className="vh" id={`${id}-dh`}>
                Dates such as “yesterday” count from it.
              </span>
            </div>
          </div>
        </>
      ) : (
        <div className="field">
          <label htmlFor={`${id}-u`}>Address of the article; this server opens it</label>
          <input className="in" id={`${id}-u`} name="url" type="url" placeholder="https://" autoComplete="off" />
        </div>
      )}
      {trouble ? (
        <Notice stale>
          <b>{trouble}</b>
        </Notice>
      ) : null}
      <div className="acts-row">
        <button className="btn" type="submit" disabled={busy}>
          Read
        </button>
      </div>
    </form>
  )
}
