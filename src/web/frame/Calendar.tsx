import { parseDate } from '@internationalized/date'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Day } from '../answers.ts'

type Props = {
  readonly label: string
  readonly locale: string
  readonly day: Day
  readonly latest: Day
  readonly choose: (day: Day) => void
}

/** A month to choose a day from; arrows move by a day, Page Up and Page Down by a month. Loaded when a dialog first opens. */
export default function DayCalendar({ label, locale, day, latest, choose }: Props) {
  return (
    <I18nProvider locale={locale}>
      <Calendar
        aria-label={label}
        value={parseDate(day > latest ? latest : day)}
        maxValue={parseDate(latest)}
        onChange={date => choose(date.toString())}
      >
        <header className="cal-head">
          <Button slot="previous">‹</Button>
          <Heading level={3} />
          <Button slot="next">›</Button>
        </header>
        <CalendarGrid>
          <CalendarGridHeader>{name => <CalendarHeaderCell>{name}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>{date => <CalendarCell date={date} />}</CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  )
}
