import { type PartialDate, readStoredDate } from '../model/index.ts'

/** How two dates stand to each other, the best first. */
export const DATE_OUTCOMES = [
  'dateDay',
  'dateMonth',
  'dateSwapped',
  'dateYear',
  'dateRange',
  'dateDigit',
  'dateNearYear',
  'dateSameYear',
  'dateNear',
  'dateApart',
  'dateFarApart',
] as const

/** One of them; each is a weight of its name. */
export type DateOutcome = (typeof DATE_OUTCOMES)[number]

type Known = PartialDate & { readonly year: number; readonly lastYear: number; readonly day: boolean; readonly placeholder: boolean }

const kept = new Map<string, Known | null>()
const MAX_KEPT = 20_000
// A circa reaches so many years to each side.
const CIRCA_YEARS = 2

function known(stored: string): Known | null {
  const found = kept.get(stored)
  if (found !== undefined) return found
  if (kept.size >= MAX_KEPT) kept.clear()
  const date = readStoredDate(stored)
  const made = date
    ? {
        ...date,
        year: Number(date.earliest.slice(0, 4)),
        lastYear: Number(date.latest.slice(0, 4)),
        day: date.earliest === date.latest,
        placeholder: date.earliest === date.latest && date.earliest.endsWith('-01-01'),
      }
    : null
  kept.set(stored, made)
  return made
}

/** The best outcome over all stated dates, with the two that met; undefined where either side states none. */
export function compareDates(
  query: readonly string[],
  listed: readonly string[],
): { readonly outcome: DateOutcome; readonly query: string; readonly listed: string } | undefined {
  let best: { outcome: DateOutcome; query: string; listed: string } | undefined
  let place: number = DATE_OUTCOMES.length
  for (const q of query) {
    for (const l of listed) {
      const [a, b] = [known(q), known(l)]
      if (!a || !b) continue
      const outcome = compareTwo(a, b)
      const at = DATE_OUTCOMES.indexOf(outcome)
      if (at < place) [place, best] = [at, { outcome, query: q, listed: l }]
    }
  }
  return best
}

function compareTwo(a: Known, b: Known): DateOutcome {
  if (a.day && b.day && !a.placeholder && !b.placeholder) return compareDays(a.earliest, b.earliest)
  if (a.day && b.day && a.year === b.year) return 'dateYear'
  const from = (d: Known) => (d.placeholder ? `${d.year}-01-01` : d.earliest)
  const to = (d: Known) => (d.placeholder ? `${d.year}-12-31` : d.latest)
  if (from(a) <= to(b) && from(b) <= to(a)) return overlapping(a, b)
  const years = a.year > b.lastYear ? a.year - b.lastYear : Math.max(0, b.year - a.lastYear)
  if ((a.approximate || b.approximate) && years <= CIRCA_YEARS) return 'dateRange'
  return years === 0 ? 'dateSameYear' : apart(years)
}

function overlapping(a: Known, b: Known): DateOutcome {
  if (a.approximate || b.approximate || a.lastYear !== a.year || b.lastYear !== b.year) return 'dateRange'
  const month = (d: Known) => !d.placeholder && d.earliest.slice(0, 7) === d.latest.slice(0, 7)
  return month(a) && month(b) ? 'dateMonth' : 'dateYear'
}

function compareDays(a: string, b: string): DateOutcome {
  if (a === b) return 'dateDay'
  const years = Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)))
  if (years === 0 && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7)) return 'dateSwapped'
  if (oneSlip(a, b)) return 'dateDigit'
  return years === 0 ? 'dateSameYear' : apart(years)
}

const apart = (years: number): DateOutcome =>
  years <= 1 ? 'dateNearYear' : years <= 3 ? 'dateNear' : years <= 10 ? 'dateApart' : 'dateFarApart'

// One digit replaced, or two neighbours exchanged, within YYYYMMDD; the century stands.
function oneSlip(a: string, b: string): boolean {
  const [x, y] = [a.replaceAll('-', ''), b.replaceAll('-', '')]
  const differing: number[] = []
  for (let i = 0; i < 8; i++) if (x[i] !== y[i]) differing.push(i)
  const [first, second] = differing
  if (first === undefined || first < 2) return false
  if (differing.length === 1) return first !== 2
  return differing.length === 2 && second === first + 1 && x[first] === y[second] && x[second] === y[first]
}
