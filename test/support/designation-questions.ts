import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, dayAfter, dayBefore, readStoredDate } from '../../src/model/index.ts'
import { BASE_FOLDER } from './temporary-ledger.ts'

/** A row of `designations.json` as far as questions need it. */
type Row = {
  readonly partyId: string
  readonly list: string
  readonly authority: string
  readonly jurisdiction: string
  readonly status: 'listed' | 'suspended' | 'delisted' | 'never'
  readonly from: string | null
  readonly to?: string | null
  readonly instrument: string | null
  readonly asOf?: string
  readonly seenOn?: readonly { readonly date: string }[]
}

/** A question with its right answer, read off the rows by the rules of the facts' README alone. */
export type RightAnswer = {
  readonly party: string
  readonly list: string
  readonly authority: string
  readonly jurisdiction: string
  readonly on: Day
  readonly status: Row['status'] | 'not-listed' | 'unknown'
  /** The row that says so; null where a neighbour's silence does. */
  readonly row: Row | null
}

/**
 * For every designation of the base: the day before, the day of and the day after each of its boundaries, the days it was
 * read, and for `never` the day it was read with its neighbours.
 */
export function designationQuestions(): readonly RightAnswer[] {
  const rows = JSON.parse(readFileSync(join(BASE_FOLDER, 'designations.json'), 'utf8')) as readonly Row[]
  return [...Map.groupBy(rows, r => `${r.partyId}@${r.list}`).values()].flatMap(group => group.flatMap(row => questionsOf(row, group)))
}

function questionsOf(row: Row, group: readonly Row[]): readonly RightAnswer[] {
  const { list, authority, jurisdiction } = row
  const ask = (on: Day, status: RightAnswer['status'], by: Row | null = row): RightAnswer => ({
    party: row.partyId,
    list,
    authority,
    jurisdiction,
    on,
    status,
    row: by,
  })
  if (row.status === 'never' && row.asOf) {
    return [ask(dayBefore(row.asOf), 'never'), ask(row.asOf, 'never'), ask(dayAfter(row.asOf), 'unknown', null)]
  }
  // One row was read on the very day of its end, in a file made before the removal.
  const read = (row.seenOn ?? []).filter(s => s.date !== row.to).map(s => ask(s.date, row.status))
  return [...read, ...startQuestions(row, group, ask), ...endQuestions(row, group, ask)]
}

type Ask = (on: Day, status: RightAnswer['status'], by?: Row | null) => RightAnswer

function startQuestions(row: Row, group: readonly Row[], ask: Ask): readonly RightAnswer[] {
  const from = readStoredDate(row.from ?? '')
  // A boundary that ends another row is asked there.
  if (!from || group.some(other => other !== row && other.to === row.from)) return []
  const isFirst = !group.some(other => other !== row && (other.from ?? '') < (row.from ?? ''))
  const before = isFirst && row.status === 'listed' ? [ask(dayBefore(from.earliest), 'not-listed', null)] : []
  return [...before, ask(from.latest, row.status), ask(dayAfter(from.latest), row.status)]
}

function endQuestions(row: Row, group: readonly Row[], ask: Ask): readonly RightAnswer[] {
  const to = readStoredDate(row.to ?? '')
  if (!to) return []
  const next = group.find(other => other.from === row.to)
  const after = (on: Day) => ask(on, next?.status ?? 'delisted', next ?? null)
  if (to.earliest === to.latest) return [ask(dayBefore(to.earliest), row.status), after(to.earliest), after(dayAfter(to.earliest))]
  return [ask(dayBefore(to.earliest), row.status), ask(to.latest, row.status), after(dayAfter(to.latest))]
}
