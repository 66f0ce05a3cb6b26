import { type DateOrder, noteOnDates, type PartialDate, readDates } from '../../model/index.ts'
import { itemsIn } from './items.ts'

/** The dates of a cell, remarks that stand with them, and parts that are no date. */
export type CellDates = {
  readonly dates: readonly PartialDate[]
  readonly notes: readonly string[]
  readonly unread: readonly string[]
  /** What is to be noted of how the dates are written. */
  readonly oddities: readonly { readonly code: string; readonly expected: string }[]
}

const EAST = /(?:頃|ごろ)/u

/**
 * The dates that a cell with several holds, all alternatives: `a) 1955 b) circa 1960`, `3 May 1961; alt DOB: 1962`,
 * `5 Jul 1972 >> 7 Nov 1983`, `1 May 1970 (as Omar Sample)`, `1955年頃`. A cell that is one date is read as a whole first.
 */
export function datesIn(text: string, order?: DateOrder): CellDates {
  const whole = readDates(plain(text), order)
  if (whole.length > 0)
    return {
      dates: worded(whole, text),
      notes: [],
      unread: [],
      oddities: [noteOnDates(plain(text), whole)].filter(one => one !== undefined),
    }
  const dates: PartialDate[] = []
  const notes: string[] = []
  const unread: string[] = []
  const oddities = new Map<string, CellDates['oddities'][number]>()
  for (const item of itemsIn(text)) {
    for (const part of item.split(/\s*>>\s*|\n|(?<=[\d年月日])[、，]\s*|,\s+or\s+|,\s+(?=\d{1,2}[/ ])|\s+and\s+(?=\d{1,2}[/ ])/u)) {
      const bare = plain(part)
      if (bare === '') continue
      const found = readDates(bare, order)
      const odd = noteOnDates(bare, found)
      if (odd && found.length > 0) oddities.set(odd.code, odd)
      if (found.length > 0) dates.push(...worded(found, part))
      else {
        const remarks = [...bare.matchAll(/\(([^)]*)\)|（([^）]*)）/gu)].map(match => match[0])
        const outside = remarks.reduce((left, remark) => left.replace(remark, ' ; '), bare)
        const inside =
          remarks.length > 0
            ? outside
                .split(';')
                .map(one => readDates(one, order))
                .filter(one => one.length > 0)
            : []
        dates.push(...inside.flat().map(date => ({ ...date, text: part })))
        if (inside.length > 0) notes.push(...remarks)
        else unread.push(part.trim())
      }
    }
  }
  return { dates, notes, unread, oddities: [...oddities.values()] }
}

const worded = (dates: readonly PartialDate[], text: string) => dates.map(date => ({ ...date, text: text.trim() }))

// Labels before a date, full stops behind it, and the word for "about" of Japan, which follows it.
function plain(text: string): string {
  const bare = text
    .replace(/^\s*(?:alt\.?\s*)?(?:DOB|date of birth|生年月日)\s*[:：]?\s*/iu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,、，]+$/u, '')
    .trim()
  return EAST.test(bare) ? `circa ${bare.replace(EAST, '')}` : bare
}
