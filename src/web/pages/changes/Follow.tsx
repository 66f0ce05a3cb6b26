import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Follow, FollowsAnswer } from '../../answers.ts'
import { askAsOwner, queryString, remove, send } from '../../ask/api.ts'
import { useListNames, useLists } from '../../ask/lists.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { SelectField, TextField } from '../../pieces/Field.tsx'
import { formText } from '../../pieces/form.ts'
import { Owner } from '../../pieces/Owner.tsx'
import type { Filters } from './filters.ts'

/** What can be followed: the party, the list or the authority that the page is about, as the interface names it. */
const choicesOf = ({ party, list, authority }: Filters): readonly string[] => [
  ...(party === '' ? [] : [party]),
  ...(list === '' ? [] : [`list:${list}`]),
  ...(authority === '' ? [] : [`authority:${authority}`]),
]

/** Feeds of what the page shows, and messages to an address of one's own. */
export function FollowSection({ filters }: { readonly filters: Filters }) {
  const { source, kind, party, list, authority, material } = filters
  const feed = queryString({ source, kind, party, list, authority, material: material ? 'true' : null })
  const choices = choicesOf(filters)
  return (
    <section>
      <h2>Follow</h2>
      <p>
        <a href={`/api/changes/feed.atom${feed}`}>Atom</a>, <a href={`/api/changes/feed.json${feed}`}>JSON Feed</a>,{' '}
        <a href={`/api/changes${feed}`}>JSON</a>: what this page shows, as it comes.
      </p>
      {choices.length === 0 ? (
        <p>To be sent a message instead, choose a party, a list or an authority above.</p>
      ) : (
        <details className="why">
          <summary>Be sent a message</summary>
          <MakeFollow choices={choices} />
        </details>
      )}
      <Follows />
    </section>
  )
}

function useFollowWords(): (what: string) => string {
  const nameOf = useListNames()
  const { data } = useLists()
  const authorities = new Map(data?.map(l => [l.authority, l.authorityName]))
  return what => {
    if (what.startsWith('list:')) return nameOf(what.slice(5))
    if (what.startsWith('authority:')) return `every list of ${authorities.get(what.slice(10)) ?? what.slice(10)}`
    return `the party ${what}`
  }
}

function MakeFollow({ choices }: { readonly choices: readonly string[] }) {
  const client = useQueryClient()
  const wordsOf = useFollowWords()
  const make = useMutation({
    mutationFn: (asked: { readonly what: string; readonly webhook: string; readonly everything: boolean }) =>
      send<Follow>('/api/follows', asked),
    onSuccess: () => client.invalidateQueries({ queryKey: ['follows'] }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    make.mutate({ what: formText(form, 'what'), webhook: formText(form, 'webhook'), everything: form.has('everything') })
  }
  return (
    <form className="follow" onSubmit={submit}>
      <SelectField label="About" name="what" options={choices.map(what => [what, wordsOf(what)] as const)} />
      <TextField label="Address that takes the message" name="webhook" type="url" required placeholder="https://example.org/hook" />
      <label className="choice">
        <input type="checkbox" name="everything" /> Also wording, form and faults
      </label>
      <button className="btn small" type="submit" disabled={make.isPending}>
        Follow
      </button>
      <div role="status">
        {make.data ? (
          <p>
            Followed. Messages are signed with this key, shown this once: <code className="seen">{make.data.secret}</code>
          </p>
        ) : null}
      </div>
      {make.error ? <Failure error={make.error} again={() => make.reset()} /> : null}
      <Owner what="Follows are made" />
    </form>
  )
}

function Follows() {
  const client = useQueryClient()
  const wordsOf = useFollowWords()
  const [asked, setAsked] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['follows'],
    retry: false,
    enabled: asked,
    queryFn: ({ signal }) => askAsOwner<FollowsAnswer>('/api/follows', signal),
  })
  const end = useMutation({
    mutationFn: (id: string) => remove(`/api/follows/${encodeURIComponent(id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['follows'] }),
  })
  return (
    <details className="why" onToggle={event => setAsked(event.currentTarget.open)}>
      <summary>What is followed</summary>
      {error ? <Failure error={error} again={() => void refetch()} /> : null}
      {end.error ? <Failure error={end.error} again={() => end.reset()} /> : null}
      {data?.follows.length === 0 ? <p>Nothing is followed by message.</p> : null}
      <ul className="follows">
        {data?.follows.map(({ id, what, webhook, waiting, failure }) => (
          <li key={id}>
            {wordsOf(what.kind === 'party' ? what.id : `${what.kind}:${what.id}`)}
            <span className="sub-line seen">
              {webhook ?? 'feed only'}
              {waiting > 0 ? `; ${waiting} on the way` : ''}
              {failure ? `; last attempt: ${failure}` : ''}
            </span>
            <button className="lk" type="button" disabled={end.isPending} onClick={() => end.mutate(id)}>
              End<span className="vh"> this follow</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
