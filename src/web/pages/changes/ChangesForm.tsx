import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { queryString } from '../../ask/api.ts'
import { useSources } from '../../ask/sources.ts'
import { SelectField, TextField, type Trouble, TroubleNotice } from '../../pieces/Field.tsx'
import { formText } from '../../pieces/form.ts'
import { isDay } from '../../time/days.ts'

const KINDS = [
  ['', 'Every kind'],
  ['added', 'Added'],
  ['amended', 'Amended'],
  ['removed', 'Removed'],
] as const
const NO_DAY: Trouble = { what: 'That is no day.', help: 'Write it as 2025-08-02, or name a version such as un-sc/2025-08-02.' }

/** Which changes are asked for: of one source or all, of a kind, since a day; or the difference between two days of one source. */
export function ChangesForm({ params }: { readonly params: URLSearchParams }) {
  const [, go] = useLocation()
  const [trouble, setTrouble] = useState(false)
  const sources = useSources().data?.sources.filter(s => s.versions > 0) ?? []
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
  const every = ['', 'Every source'] as const
  return (
    <form className="ask changes-form" onSubmit={submit}>
      <div className="ask-more">
        <SelectField
          key={sources.length}
          label="Source"
          name="source"
          defaultValue={params.get('source') ?? ''}
          options={[every, ...sources.map(s => [s.id, s.title] as const)]}
        />
        <TextField label="From" name="from" digits placeholder="2025-08-02" defaultValue={text('from', 'since')} />
        <TextField label="To" name="to" digits placeholder="2025-11-29" defaultValue={text('to', 'until')} />
        <SelectField label="Kind" name="kind" defaultValue={params.get('kind') ?? ''} options={KINDS} />
      </div>
      {trouble ? <TroubleNotice trouble={NO_DAY} /> : null}
      <div className="acts-row">
        <button className="btn" type="submit">
          Show changes
        </button>
        <span className="quiet">With one source and both days its two versions are compared field by field.</span>
      </div>
    </form>
  )
}
