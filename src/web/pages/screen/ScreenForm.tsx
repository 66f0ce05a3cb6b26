import { type FormEvent, type KeyboardEvent, type Ref, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { queryString } from '../../ask/api.ts'
import { dayParams } from '../../ask/as-of.ts'
import { countries, countryCode, placeName } from '../../ask/places.ts'
import type { Words } from '../../language/en.ts'
import { nameOfMonth, useWords } from '../../language/words.ts'
import { Field, SelectField, TextField, type Trouble, TroubleNotice } from '../../pieces/Field.tsx'
import { formText } from '../../pieces/form.ts'
import { readTypedDate, readTypedDay, stepDay, today } from '../../time/days.ts'
import { SCHEMATA, type ScreenQuestion } from './question.ts'

type Place = 'name' | 'birthDate' | 'country' | 'asOf'
type Troubles = Readonly<Partial<Record<Place, Trouble>>>
type Props = { readonly question: ScreenQuestion; readonly input: Ref<HTMLInputElement>; readonly down: () => void }

/** The form of a screening. What it asks stands in the address, so that it can be sent, kept and asked again. */
export function ScreenForm({ question, input, down }: Props) {
  const words = useWords()
  const [, go] = useLocation()
  const [more, setMore] = useState(question.id !== '' || question.gender !== '')
  const [troubles, setTroubles] = useState<Troubles>({})
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = readForm(new FormData(event.currentTarget), question, words)
    setTroubles(read.troubles)
    if (Object.keys(read.troubles).length === 0) go(`/${read.search}`)
  }
  return (
    <form className="ask" role="search" aria-label={words.screen.title} onSubmit={submit} noValidate>
      <NameField question={question} input={input} down={down} trouble={troubles.name} />
      <div className="ask-more">
        <SelectField
          label={words.screen.schema}
          name="schema"
          defaultValue={question.schema}
          options={SCHEMATA.map(s => [s, words.schema[s] ?? s] as const)}
        />
        <TextField
          label={words.screen.born}
          name="birthDate"
          digits
          placeholder={words.screen.bornHint}
          defaultValue={question.birthDate}
          trouble={troubles.birthDate}
        />
        <CountryField question={question} trouble={troubles.country} />
        <DayField question={question} trouble={troubles.asOf} />
        {more ? <MoreFields question={question} /> : null}
      </div>
      <p className="ask-alt">
        <span>
          {words.screen.keysEnter} <b>Enter</b> {words.screen.keysEnterDoes} <b>↓</b> {words.screen.keysDownDoes}
        </span>
        <Link href="/?file">{words.screen.file}</Link>
        {more ? null : (
          <button className="lk" type="button" onClick={() => setMore(true)}>
            {words.screen.withDocument}
          </button>
        )}
      </p>
    </form>
  )
}

type PartProps = { readonly question: ScreenQuestion; readonly trouble: Trouble | undefined }

/** The name asked about; ↓ goes to the results, Esc empties it. */
function NameField({ question, input, down, trouble }: Props & PartProps) {
  const words = useWords()
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      down()
    }
    if (event.key === 'Escape') event.currentTarget.value = ''
  }
  return (
    <>
      <div className="ask-q">
        <label className="vh" htmlFor="q">
          {words.screen.name}
        </label>
        <input
          className="in"
          id="q"
          name="name"
          dir="auto"
          ref={input}
          autoComplete="off"
          spellCheck={false}
          placeholder={words.screen.name}
          defaultValue={question.name}
          onKeyDown={keys}
          {...(trouble ? { 'aria-invalid': true, 'aria-describedby': 'q-trouble' } : {})}
        />
        <button className="btn" type="submit">
          {words.screen.submit}
        </button>
      </div>
      {trouble ? <TroubleNotice id="q-trouble" trouble={trouble} /> : null}
    </>
  )
}

function CountryField({ question, trouble }: PartProps) {
  const words = useWords()
  return (
    <Field label={words.screen.country} trouble={trouble}>
      {control => (
        <>
          <input
            className="in"
            name="country"
            list="countries"
            autoComplete="off"
            defaultValue={countryText(question.country, words.locale)}
            {...control}
          />
          <datalist id="countries">
            {countries(words.locale).map(c => (
              <option key={c.code} value={c.name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

function DayField({ question, trouble }: PartProps) {
  const words = useWords()
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const next = stepDay(readTypedDay(event.currentTarget.value, words.day.todayWords) ?? today(), event.key)
    if (next === null) return
    event.preventDefault()
    event.currentTarget.value = next > today() ? today() : next
  }
  const shown = question.day?.day ?? words.day.today
  return (
    <TextField
      label={words.screen.asOf}
      help={words.screen.asOfHelp}
      name="asOf"
      digits
      defaultValue={shown}
      onKeyDown={step}
      trouble={trouble}
    />
  )
}

function MoreFields({ question }: { readonly question: ScreenQuestion }) {
  const words = useWords()
  return (
    <>
      <TextField label={words.screen.document} name="id" digits defaultValue={question.id} />
      <SelectField
        label={words.screen.gender}
        name="gender"
        defaultValue={question.gender}
        options={Object.entries(words.screen.genders)}
      />
    </>
  )
}

const countryText = (code: string, locale: string) => (code === '' ? '' : placeName(code, locale))

/** What the form asks, as an address; or what in it cannot be used, and how to put it right. */
function readForm(form: FormData, question: ScreenQuestion, words: Words): { readonly troubles: Troubles; readonly search: string } {
  const { screen, day } = words
  const text = (name: string) => formText(form, name)
  const born = readTypedDate(text('birthDate'))
  const country = text('country') === '' ? '' : countryCode(text('country'), words.locale)
  const asOf = readTypedDay(text('asOf'), day.todayWords)
  const troubles: Partial<Record<Place, Trouble>> = {}
  if (text('name') === '' && text('id') === '') troubles.name = { what: screen.emptyName, help: screen.emptyNameHelp }
  if (born.kind === 'no-such-day')
    troubles.birthDate = { what: screen.noSuchDay(born.day, nameOfMonth(born.month, words)), help: screen.dateHelp }
  if (born.kind === 'unreadable') troubles.birthDate = { what: screen.unreadableDate, help: screen.dateHelp }
  if (country === undefined) troubles.country = { what: screen.unknownCountry, help: screen.unknownCountryHelp }
  if (asOf === undefined) troubles.asOf = { what: day.invalid, help: screen.dayHelp }
  else if (asOf !== null && asOf > today()) troubles.asOf = { what: day.future, help: screen.dayHelp }
  const asked = asOf ? { day: asOf, meaning: question.day?.meaning ?? ('published' as const) } : null
  const search = queryString({
    name: text('name'),
    schema: text('schema') === 'Thing' ? '' : text('schema'),
    birthDate: born.kind === 'date' ? born.value : '',
    country,
    gender: text('gender'),
    id: text('id'),
    scope: question.scope,
    ...dayParams(asked),
  })
  return { troubles, search }
}
