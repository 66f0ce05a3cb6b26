import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { EventItem, ListLine } from '../../answers.ts'
import { queryString } from '../../ask/api.ts'
import { useLists } from '../../ask/lists.ts'
import { placeName } from '../../ask/places.ts'
import { useSources } from '../../ask/sources.ts'
import { useWords } from '../../language/words.ts'
import { Field, SelectField, TextField, type Trouble, TroubleNotice } from '../../pieces/Field.tsx'
import { formText } from '../../pieces/form.ts'
import { isDay } from '../../time/days.ts'
import { filtersOf } from './filters.ts'
import { KINDS } from './kinds.ts'

const NO_DAY: Trouble = { what: 'That is no day.', help: 'Write it as 2025-08-02.' }
const KIND_OPTIONS = (Object.keys(KINDS) as EventItem['kind'][]).map(kind => [kind, KINDS[kind].word] as const)

/** Which changes are asked for: by source, authority, list, kind, party and days; or two versions of one source compared. */
export function ChangesForm({ params }: { readonly params: URLSearchParams }) {
  const [, go] = useLocation()
  const [trouble, setTrouble] = useState<Trouble>()
  const sources = useSources().data?.sources.filter(s => s.versions > 0) ?? []
  const lists = useLists().data ?? []
  const filters = filtersOf(params)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => formText(form, name)
    const [source, since, until] = [text('source'), text('since'), text('until')]
    if (![since, until].every(day => day === '' || isDay(day))) return setTrouble(NO_DAY)
    const compares = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'compare'
    if (compares && (source === '' || since === '' || until === ''))
      return setTrouble({ what: 'Two versions of one source are compared.', help: 'Choose the source and give both days.' })
    setTrouble(undefined)
    const asked = { source, authority: text('authority'), list: text('list'), kind: text('kind'), party: text('party'), since, until }
    go(
      compares
        ? `/changes${queryString({ source, from: since, to: until })}`
        : `/changes${queryString({ ...asked, material: form.has('material') ? 'true' : null })}`,
    )
  }
  const days = { since: params.get('from') ?? (filters.since === 'all' ? '' : filters.since), until: params.get('to') ?? filters.until }
  return (
    <form className="ask changes-form" onSubmit={submit} key={`${sources.length} ${lists.length}`}>
      <div className="ask-more">
        <AuthoritySelect lists={lists} value={filters.authority} />
        <ListSelect lists={lists} value={filters.list} />
        <SelectField label="Kind" name="kind" defaultValue={filters.kind} options={[['', 'Every kind'], ...KIND_OPTIONS]} />
        <SelectField
          label="Source"
          name="source"
          defaultValue={filters.source}
          options={[['', 'Every source'], ...sources.map(s => [s.id, s.title] as const)]}
        />
        <TextField label="Party, by its id or number" name="party" placeholder="un-sc:TAi.144" defaultValue={filters.party} />
        <TextField label="From day" name="since" digits placeholder="2025-08-02" defaultValue={day(days.since)} />
        <TextField label="To day" name="until" digits placeholder="2025-11-29" defaultValue={day(days.until)} />
        <div className="field">
          <span className="lab">Weight</span>
          <label className="choice">
            <input type="checkbox" name="material" defaultChecked={filters.material} /> Leave out wording, form and faults
          </label>
        </div>
      </div>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
      <div className="acts-row">
        <button className="btn" type="submit" value="show">
          Show changes
        </button>
        <button className="btn plain" type="submit" value="compare">
          Compare the source on the two days
        </button>
      </div>
    </form>
  )
}

// A version is named by its source and day; the fields hold the day.
const day = (text: string) => (text.includes('/') ? (text.split('/')[1] ?? '').slice(0, 10) : text)

function AuthoritySelect({ lists, value }: { readonly lists: readonly ListLine[]; readonly value: string }) {
  const words = useWords()
  const authorities = [...new Map(lists.map(l => [l.authority, l])).values()]
    .map(l => [l.authority, `${placeName(l.jurisdiction, words.locale)}: ${l.authorityName}`] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, words.locale))
  return <SelectField label="Authority" name="authority" defaultValue={value} options={[['', 'Every authority'], ...authorities]} />
}

function ListSelect({ lists, value }: { readonly lists: readonly ListLine[]; readonly value: string }) {
  const words = useWords()
  const byPlace = [...Map.groupBy(lists, l => placeName(l.jurisdiction, words.locale))].sort(([a], [b]) => a.localeCompare(b, words.locale))
  return (
    <Field label="List">
      {control => (
        <select className="in" name="list" defaultValue={value} {...control}>
          <option value="">Every list</option>
          {byPlace.map(([place, own]) => (
            <optgroup key={place} label={place}>
              {own.map(list => (
                <option key={list.id} value={list.id}>
                  {list.name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}
