import { type FormEvent, type KeyboardEvent, lazy, type Ref, Suspense, useId, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Day } from '../answers.ts'
import { type DayMeaning, useAskedDay, withDay } from '../ask/as-of.ts'
import { useWords } from '../language/words.ts'
import { Notice } from '../pieces/Notice.tsx'
import { readTypedDay, stepDay, today } from '../time/days.ts'

const Calendar = lazy(() => import('./Calendar.tsx'))

/** The dialog that changes the day: a typed day or the calendar, and what the day means. */
export function DayDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  const words = useWords()
  const [opened, setOpened] = useState(0)
  const title = useId()
  return (
    <dialog className="dlg" ref={ref} aria-labelledby={title} onToggle={event => event.newState === 'open' && setOpened(n => n + 1)}>
      <h2 id={title}>{words.day.dialog}</h2>
      {opened > 0 ? <DayForm key={opened} /> : null}
    </dialog>
  )
}

const MEANINGS: readonly DayMeaning[] = ['valid', 'published', 'recorded']

function DayForm() {
  const words = useWords()
  const asked = useAskedDay()
  const [path, go] = useLocation()
  const search = useSearch()
  const fieldId = useId()
  const [text, setText] = useState(asked?.day ?? words.day.today)
  const [meaning, setMeaning] = useState<DayMeaning>(asked?.meaning ?? (path === '/' ? 'published' : 'valid'))
  const day = readTypedDay(text, words.day.todayWords)
  const future = day !== undefined && day !== null && day > today()

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (day === undefined || future) return
    event.currentTarget.closest('dialog')?.close()
    go(path + withDay(search, day === null || (day === today() && meaning !== 'recorded') ? null : { day, meaning }))
  }
  const step = (event: KeyboardEvent) => {
    const next = stepDay(day ?? today(), event.key)
    if (next === null) return
    event.preventDefault()
    setText(next > today() ? today() : next)
  }
  return (
    <form onSubmit={submit}>
      <div className="field">
        <label htmlFor={fieldId}>{words.day.field}</label>
        <input
          className="in num"
          id={fieldId}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={step}
          autoComplete="off"
          aria-invalid={day === undefined || future}
          aria-describedby={`${fieldId}-help`}
        />
        <span className="faint" id={`${fieldId}-help`}>
          {words.day.fieldHelp}
        </span>
        {day === undefined ? (
          <Notice stale>
            <b>{words.day.invalid}</b> {words.day.invalidHelp}
          </Notice>
        ) : future ? (
          <Notice stale>
            <b>{words.day.future}</b>
          </Notice>
        ) : null}
      </div>
      <Suspense fallback={<div className="cal-wait" />}>
        <Calendar
          label={words.day.calendar}
          locale={words.locale}
          day={day ?? today()}
          latest={today()}
          choose={(chosen: Day) => setText(chosen)}
        />
      </Suspense>
      <fieldset>
        <legend>{words.day.meaning}</legend>
        {MEANINGS.map(one => (
          <label key={one} className="choice">
            <input type="radio" name="meaning" value={one} checked={meaning === one} onChange={() => setMeaning(one)} />
            {meaningWords(one, words)}
          </label>
        ))}
      </fieldset>
      <div className="acts">
        <button className="btn" type="submit" disabled={day === undefined || future}>
          {words.day.show}
        </button>
        <button className="btn plain" type="button" onClick={event => event.currentTarget.closest('dialog')?.close()}>
          {words.day.cancel}
        </button>
      </div>
    </form>
  )
}

const meaningWords = (meaning: DayMeaning, { day }: ReturnType<typeof useWords>) =>
  ({ valid: day.meaningValid, published: day.meaningPublished, recorded: day.meaningRecorded })[meaning]
