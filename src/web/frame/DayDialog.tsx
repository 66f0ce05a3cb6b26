import { type FormEvent, type KeyboardEvent, lazy, type Ref, Suspense, useId, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Day } from '../answers.ts'
import { type DayMeaning, useAskedDay, withDay } from '../ask/as-of.ts'
import type { Words } from '../language/en.ts'
import { useWords } from '../language/words.ts'
import { TextField, type Trouble } from '../pieces/Field.tsx'
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
  const [text, setText] = useState(asked?.day ?? words.day.today)
  const [meaning, setMeaning] = useState<DayMeaning>(asked?.meaning ?? (path === '/' ? 'published' : 'valid'))
  const day = readTypedDay(text, words.day.todayWords)
  const trouble = troubleOf(day, words)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (day === undefined || trouble) return
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
      <TextField
        label={words.day.field}
        help={words.day.fieldHelp}
        helpShown
        digits
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={step}
        trouble={trouble}
      />
      <Suspense fallback={<div className="cal-wait" />}>
        <Calendar
          label={words.day.calendar}
          locale={words.locale}
          day={day ?? today()}
          latest={today()}
          choose={(chosen: Day) => setText(chosen)}
        />
      </Suspense>
      <Meanings meaning={meaning} choose={setMeaning} />
      <div className="acts">
        <button className="btn" type="submit" disabled={trouble !== undefined}>
          {words.day.show}
        </button>
        <button className="btn plain" type="button" onClick={event => event.currentTarget.closest('dialog')?.close()}>
          {words.day.cancel}
        </button>
      </div>
    </form>
  )
}

/** Why a day cannot be asked for; undefined where it can. */
function troubleOf(day: Day | null | undefined, words: Words): Trouble | undefined {
  if (day === undefined) return { what: words.day.invalid, help: words.day.invalidHelp }
  return day !== null && day > today() ? { what: words.day.future } : undefined
}

function Meanings({ meaning, choose }: { readonly meaning: DayMeaning; readonly choose: (meaning: DayMeaning) => void }) {
  const { day } = useWords()
  const words = { valid: day.meaningValid, published: day.meaningPublished, recorded: day.meaningRecorded }
  return (
    <fieldset>
      <legend>{day.meaning}</legend>
      {MEANINGS.map(one => (
        <label key={one} className="choice">
          <input type="radio" name="meaning" value={one} checked={meaning === one} onChange={() => choose(one)} />
          {words[one]}
        </label>
      ))}
    </fieldset>
  )
}
