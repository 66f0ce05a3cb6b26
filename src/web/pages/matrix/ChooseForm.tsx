import { type FormEvent, useId } from 'react'
import { useLocation } from 'wouter'
import { formText } from '../../pieces/form.ts'
import type { MatrixAsked } from './MatrixPage.tsx'

/** Which parties and authorities the matrix shows. */
export function ChooseForm({ asked, search }: { readonly asked: MatrixAsked; readonly search: string }) {
  const id = useId()
  const [, go] = useLocation()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const params = new URLSearchParams(search)
    for (const name of ['party', 'authority'] as const) {
      params.delete(name)
      const values = formText(form, name)
        .split(name === 'party' ? /\s*[;\n]\s*/ : /[\s,;]+/)
        .filter(v => v !== '')
      for (const value of values) params.append(name, value)
    }
    go(`/matrix?${params}`)
  }
  return (
    <details className="why choose">
      <summary>Other parties and authorities</summary>
      <form className="choose-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-p`}>Parties: ids or exact names, parted by semicolons; none for the opening selection</label>
          <textarea className="in" id={`${id}-p`} name="party" rows={3} defaultValue={asked.party.join('; ')} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-a`}>Authorities: ids or jurisdictions such as un, eu, us, gb, ru</label>
          <textarea className="in" id={`${id}-a`} name="authority" rows={3} defaultValue={asked.authority.join(', ')} />
        </div>
        <button className="btn plain" type="submit">
          Show these
        </button>
      </form>
    </details>
  )
}
