import type { DateFound } from './dates.ts'
import { daysBetween } from './days.ts'
import type { Found, Reading } from './reading.ts'
import type { Target } from './target.ts'

/** Adds an event unless the text has told the very same before; of two tellings the better dated one stands. */
export function add(reading: Reading, event: Found): void {
  if (event.target.code === event.code || toldAsDone(reading, event) || toldAsAnnulled(reading, event)) return
  const same = reading.found.findIndex(
    f =>
      f.type === event.type &&
      f.code === event.code &&
      sameTarget(f.target, event.target) &&
      (event.factuality === 'denied') === (f.factuality === 'denied') &&
      (f.date?.date === event.date?.date ||
        (sameDay(f, event) && f.dateBasis !== 'text') ||
        (event.dateBasis === 'publication' && justBefore(f, event)) ||
        event.date === null),
  )
  const ordered = event.type === 'annulled' ? reading.found.findIndex(f => f.type === 'delisted' && isSameRuling(f, event)) : -1
  const told = reading.found[same]
  const better = told?.date === null || (told?.dateBasis === 'publication' && event.dateBasis === 'text')
  if (ordered >= 0) reading.found[ordered] = event
  else if (same < 0) reading.found.push(event)
  else if (better && event.date !== null) reading.found[same] = event
}

/** The day of an act that is told beside another one: its own, else in a digest the day of the item that both stand in. */
export function dayBeside({ digest }: Reading, beside: Found, own: DateFound | null): Pick<Found, 'date' | 'dateBasis'> {
  if (own) return { date: own, dateBasis: own.basis }
  if (!digest) return { date: null, dateBasis: 'none' }
  return { date: beside.dateBasis === 'publication' ? beside.date : null, dateBasis: beside.dateBasis }
}

/** Days before publication on which an act may have been that a report tells as its news. */
const NEWS_DAYS = 10

const sameDay = (a: Found, b: Found) =>
  a.dateBasis === 'publication' && (b.dateBasis === 'publication' || b.dateBasis === 'relative' || justBefore(b, a))

/** "X is no longer listed. The Committee removed it on 5 May": the day of what is told as news. */
const justBefore = (act: Found, news: Found): boolean => {
  if (act.date?.precision !== 'day' || news.date === null || act.factuality !== 'done') return false
  const days = daysBetween(act.date.date, news.date.date)
  return days >= 0 && days <= NEWS_DAYS
}
/** Whether two targets are one party. */
export const sameTarget = (a: Target, b: Target) =>
  (a.entity !== null && a.entity === b.entity) || a.name.toLowerCase() === b.name.toLowerCase()

/** Acts announced, by what they are once done. */
const ANNOUNCED: Readonly<Partial<Record<Found['type'], Found['type']>>> = { listing_announced: 'listed', delisting_announced: 'delisted' }

/** Acts weighed, by what they are once done: what a sentence tells as done it does not tell as weighed too. */
const WEIGHED: Readonly<Partial<Record<Found['type'], Found['type']>>> = { listing_considered: 'listed', delisting_considered: 'delisted' }

/** "We have decided to list it", said of what the same text told as done that day. */
function toldAsDone({ found }: Reading, event: Found): boolean {
  const done = ANNOUNCED[event.type]
  const weighed = WEIGHED[event.type]
  if (weighed && event.target.anaphoric && found.some(f => f.sentence === event.sentence && f.type === weighed && f.factuality === 'done'))
    return true
  // "has stood on the list since 2002, when X agreed to add it"
  if (
    done &&
    event.target.anaphoric &&
    found.some(f => f.sentence === event.sentence && f.type === done && sameTarget(f.target, event.target))
  )
    return true
  return (
    event.target.anaphoric &&
    found.some(
      f => f.type === done && f.factuality === 'done' && f.code === event.code && sameTarget(f.target, event.target) && sameDate(f, event),
    )
  )
}

/** "rules that it was wrong and orders the ban lifted", "annuls it but keeps the freeze in place for a month": one act of a court. */
const toldAsAnnulled = ({ found }: Reading, event: Found): boolean =>
  (event.type === 'delisted' || event.type === 'upheld') && found.some(f => f.type === 'annulled' && isSameRuling(f, event))

const isSameRuling = (a: Found, b: Found) => a.sentence === b.sentence && a.code === b.code && sameTarget(a.target, b.target)

const sameDate = (a: Found, b: Found) => a.date?.date === b.date?.date || b.dateBasis === 'publication'
