import { type FormEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { queryString } from '../../ask/api.ts'
import { useSources } from '../../ask/sources.ts'
import { formText } from '../../pieces/form.ts'
import { Notice } from '../../pieces/Notice.tsx'
import { isDay } from '../../time/days.ts'

/** Which changes are asked for: of one source or all, of a kind, since a day; or the difference between two days of one source. */
export function ChangesForm({ params }: { readonly params: URLSearchParams }) {
  const id = useId()
  const [, go] = useLocation()
  const [trouble, setTrouble] = useState(false)
  const sources = useSources().data?.sources.filter(s => s.versions > 0) ?? []
  const chosen = params.get('source') ?? ''
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [source, from, to] = [formText(form, 'source'), formText(form, 'from'), formText(form, 'to')]
    const kind = formText(form, 'kind')
    const usable = [from, to].every(day => day === '' || isDay(day) || day.includes('/'))
    setTrouble(!usable)
    if (!usable) return
    const diff = source !== '' && from !== '' && to !== ''
    go(`/changes${queryString(diff ? { source, from, to } : { source, kind, since: from, until: to })}`)
  }
  const text = (name: string, other: string) => params.get(name) ?? params.get(other) ?? ''
  return (
    <form className="ask changes-form" onSubmit={submit}>
      <div className="ask-more">
        <div className="field">
          <label htmlFor={`${id}-s`}>Source</label>
          <select className="in" id={`${id}-s`} name="source" defaultValue={chosen} key={sources.length}>
            <option value="">Every source</option>
            {sources.map(source => (
              <option key={source.id} value={source.id}>
                {source.title}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-f`}>From</label>
          <input
            className="in num"
            id={`${id}-f`}
            name="from"
            placeholder="2025-08-02"
            defaultValue={text('from', 'since')}
            autoComplete="off"
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-t`}>To</label>
          <input
            className="in num"
            id={`${id}-t`}
            name="to"
            placeholder="2025-11-29"
            defaultValue={text('to', 'until')}
            autoComplete="off"
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-k`}>Kind</label>
          <select className="in" id={`${id}-k`} name="kind" defaultValue={params.get('kind') ?? ''}>
            <option value="">Every kind</option>
            <option value="added">Added</option>
            <option value="amended">Amended</option>
            <option value="removed">Removed</option>
          </select>
        </div>
      </div>
      {trouble ? (
        <Notice stale>
          <b>That is no day.</b> Write it as 2025-08-02, or name a version such as un-sc/2025-08-02.
        </Notice>
      ) : null}
      <div className="acts-row">
        <button className="btn" type="submit">
          Show changes
        </button>
        <span className="quiet">With one source and both days its two versions are compared field by field.</span>
      </div>
    </form>
  )
}
