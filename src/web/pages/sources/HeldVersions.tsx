import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import type { SourceView } from '../../answers.ts'
import { send } from '../../ask/api.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { formText } from '../../pieces/form.ts'

/** Versions held back because something in them was out of bounds, each with a way to bring it into force. */
export function HeldVersions({ sources }: { readonly sources: readonly SourceView[] }) {
  const held = sources.flatMap(source => source.held.map(version => ({ source, version })))
  if (held.length === 0) return null
  return (
    <section className="sec" aria-labelledby="hv">
      <div className="sec-head">
        <h2 id="hv">Held versions</h2>
        <span className="quiet">The version before each stays in force until it is accepted.</span>
      </div>
      <ul className="held">
        {held.map(({ source, version }) => (
          <Held key={version.version} source={source} version={version} />
        ))}
      </ul>
    </section>
  )
}

function Held({ source, version }: { readonly source: SourceView; readonly version: SourceView['held'][number] }) {
  const words = useWords()
  const client = useQueryClient()
  const id = useId()
  const accept = useMutation({
    mutationFn: (reason: string) => send('/api/sources/accept', { version: version.version, reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sources'] }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    accept.mutate(formText(new FormData(event.currentTarget), 'reason'))
  }
  return (
    <li>
      <p>
        <b>{source.title}</b>, <code>{version.version}</code>, {words.count(version.records)} records, arrived{' '}
        {shortDay(version.recorded, words)}. {version.reason}
      </p>
      <form className="accept" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>Reason to accept it, kept in the log</label>
          <input className="in" id={id} name="reason" required minLength={3} autoComplete="off" />
        </div>
        <button className="btn plain" type="submit" disabled={accept.isPending}>
          Accept the version
        </button>
      </form>
      {accept.error ? <Failure error={accept.error} again={() => accept.reset()} /> : null}
    </li>
  )
}
