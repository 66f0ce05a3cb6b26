import { type FormEvent, type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { queryString } from '../../ask/api.ts'
import { dayParams } from '../../ask/as-of.ts'
import { countries, countryCode, placeName } from '../../ask/places.ts'
import { nameOfMonth, useWords } from '../../language/words.ts'
import { formText } from '../../pieces/form.ts'
import { Notice } from '../../pieces/Notice.tsx'
import { readTypedDate, readTypedDay, stepDay, today } from '../../time/days.ts'
import { SCHEMATA, type ScreenQuestion } from './question.ts'

type Trouble = { readonly field: 'name' | 'birthDate' | 'country' | 'asOf'; readonly what: string; readonly help: string }
type Props = { readonly question: ScreenQuestion; readonly input: Ref<HTMLInputElement>; readonly down: () => void }

/** The form of a screening. What it asks stands in the address, so that it can be sent, kept and asked again. */
export function ScreenForm({ question, input, down }: Props) {
  const words = useWords()
  const [, go] = useLocation()
  const [more, setMore] = useState(question.id !== '' || question.gender !== '')
  const [troubles, setTroubles] = useState<readonly Trouble[]>([])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = readForm(form, question, words)
    setTroubles(read.troubles)
    if (read.troubles.length === 0) go(`/${read.search}`)
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      down()
    }
    if (event.key === 'Escape') event.currentTarget.value = ''
  }
  return (
    <form className="ask" role="search" aria-label={words.screen.title} onSubmit={submit} noValidate>
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
          {...invalid(troubles, 'name')}
        />
        <button className="btn" type="submit">
          {words.screen.submit}
        </button>
      </div>
      <FieldTrouble troubles={troubles} field="name" />
      <div className="ask-more">
        <Field label={words.screen.schema}>
          {id => (
            <select className="in" id={id} name="schema" defaultValue={question.schema}>
              {SCHEMATA.map(schema => (
                <option key={schema} value={schema}>
                  {words.schema[schema]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.screen.born} troubles={troubles} field="birthDate">
          {id => (
            <input
              className="in num"
              id={id}
              name="birthDate"
              placeholder={words.screen.bornHint}
              defaultValue={question.birthDate}
              {...invalid(troubles, 'birthDate')}
            />
          )}
        </Field>
        <Field label={words.screen.country} troubles={troubles} field="country">
          {id => (
            <>
              <input
                className="in"
                id={id}
                name="country"
                list="countries"
                autoComplete="off"
                defaultValue={countryText(question.country, words.locale)}
                {...invalid(troubles, 'country')}
              />
              <datalist id="countries">
                {countries(words.locale).map(c => (
                  <option key={c.code} value={c.name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <DayField question={question} troubles={troubles} />
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

function DayField({ question, troubles }: { readonly question: ScreenQuestion; readonly troubles: readonly Trouble[] }) {
  const words = useWords()
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const next = stepDay(readTypedDay(event.currentTarget.value, words.day.todayWords) ?? today(), event.key)
    if (next === null) return
    event.preventDefault()
    event.currentTarget.value = next > today() ? today() : next
  }
  return (
    <Field label={words.screen.asOf} help={words.screen.asOfHelp} troubles={troubles} field="asOf">
      {(id, helpId) => (
        <input
          className="in num"
          id={id}
          name="asOf"
          autoComplete="off"
          defaultValue={question.day?.day ?? words.day.today}
          onKeyDown={step}
          aria-describedby={helpId}
          {...(troubles.some(t => t.field === 'asOf') ? { 'aria-invalid': true } : {})}
        />
      )}
    </Field>
  )
}

function MoreFields({ question }: { readonly question: ScreenQuestion }) {
  const words = useWords()
  return (
    <>
      <Field label={words.screen.document}>
        {id => <input className="in num" id={id} name="id" autoComplete="off" defaultValue={question.id} />}
      </Field>
      <Field label={words.screen.gender}>
        {id => (
          <select className="in" id={id} name="gender" defaultValue={question.gender}>
            {Object.entries(words.screen.genders).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

type FieldProps = {
  readonly label: string
  readonly help?: string
  readonly troubles?: readonly Trouble[]
  readonly field?: Trouble['field']
  readonly children: (id: string, helpId: string) => ReactNode
}

function Field({ label, help, troubles = [], field, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, `${id}-help`)}
      {help ? (
        <span className="vh" id={`${id}-help`}>
          {help}
        </span>
      ) : null}
      {field ? <FieldTrouble troubles={troubles} field={field} /> : null}
    </div>
  )
}

function FieldTrouble({ troubles, field }: { readonly troubles: readonly Trouble[]; readonly field: Trouble['field'] }) {
  const trouble = troubles.find(t => t.field === field)
  if (!trouble) return null
  return (
    <Notice stale id={`trouble-${field}`}>
      <b>{trouble.what}</b> {trouble.help}
    </Notice>
  )
}

const invalid = (troubles: readonly Trouble[], field: Trouble['field']) =>
  troubles.some(t => t.field === field) ? { 'aria-invalid': true as const, 'aria-describedby': `trouble-${field}` } : {}

const countryText = (code: string, locale: string) => (code === '' ? '' : placeName(code, locale))

/** What the form asks, as an address; or what in it cannot be used, and how to put it right. */
function readForm(form: FormData, question: ScreenQuestion, words: ReturnType<typeof useWords>) {
  const text = (name: string) => formText(form, name)
  const troubles: Trouble[] = []
  const { screen, day } = words
  if (text('name') === '' && text('id') === '') troubles.push({ field: 'name', what: screen.emptyName, help: screen.emptyNameHelp })
  const born = readTypedDate(text('birthDate'))
  if (born.kind === 'no-such-day')
    troubles.push({ field: 'birthDate', what: screen.noSuchDay(born.day, nameOfMonth(born.month, words)), help: screen.dateHelp })
  if (born.kind === 'unreadable') troubles.push({ field: 'birthDate', what: screen.unreadableDate, help: screen.dateHelp })
  const country = text('country') === '' ? '' : countryCode(text('country'), words.locale)
  if (country === undefined) troubles.push({ field: 'country', what: screen.unknownCountry, help: screen.unknownCountryHelp })
  const asOf = readTypedDay(text('asOf'), day.todayWords)
  if (asOf === undefined) troubles.push({ field: 'asOf', what: day.invalid, help: screen.dayHelp })
  else if (asOf !== null && asOf > today()) troubles.push({ field: 'asOf', what: day.future, help: screen.dayHelp })
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
