import { type Cursor, flag, type Leaf, note } from '../../intake/index.ts'
import { dateRange, type PartialDate, type Problem, readDates, storedDate } from '../../model/index.ts'
import type { Draft } from './parse.ts'

const KINDS = new Set(['', 'exact', 'approximately', 'between'])

/**
 * Birth dates as the entry states them; several elements are alternatives.
 *
 * @source UN consolidated list (XML), element INDIVIDUAL_DATE_OF_BIRTH: TYPE_OF_DATE with DATE, YEAR, or FROM_YEAR and TO_YEAR.
 *   A NOTE may say more than they do (`Nov. 1973`), or count in another calendar.
 */
export function parseBirths({ record, party, problems }: Draft): void {
  for (const birth of record.children('INDIVIDUAL_DATE_OF_BIRTH')) {
    const kind = birth.takeLeaf('TYPE_OF_DATE')
    const type = kind?.text.trim().toLowerCase() ?? ''
    if (!KINDS.has(type)) problems.push(flag('date.kind-unknown', kind?.field ?? '', kind?.text ?? '', 'EXACT, APPROXIMATELY or BETWEEN'))
    const said = birth.takeLeaf('NOTE')
    const approximate = type === 'approximately' || /^approx/i.test(said?.text ?? '')
    const stated = [
      ...singleDates(birth, problems),
      ...range(birth, problems, text => party.addClean('notes', text.text, text.text, text.field)),
    ]
    const finer = said && fromNote(said, stated, problems)
    for (const { date, leaf } of finer ?? stated) {
      party.addClean('birthDate', storedDate({ ...date, approximate: date.approximate || approximate }), leaf.text, leaf.field)
    }
    if (said && !finer?.some(({ leaf }) => leaf.text === said.text) && !/^approximately$/i.test(said.text)) {
      party.addClean('notes', `Date of birth: ${said.text}`, said.text, said.field)
    }
  }
}

type Dated = { readonly date: PartialDate; readonly leaf: Leaf }

function singleDates(birth: Cursor, problems: Problem[]): readonly Dated[] {
  return ['DATE', 'YEAR'].flatMap(path =>
    birth.takeAll(path).flatMap(leaf => {
      const dates = readDates(leaf.text)
      if (dates.length === 0) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'a date or a year'))
      return dates.map(date => ({ date, leaf }))
    }),
  )
}

function range(birth: Cursor, problems: Problem[], remark: (leaf: Leaf) => void): readonly Dated[] {
  const read = (leaf: Leaf | undefined) => {
    const [date] = leaf ? readDates(leaf.text) : []
    if (leaf && !date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'a year'))
    return leaf && date ? { date, leaf } : undefined
  }
  const [first, last] = [birth.takeLeaf('FROM_YEAR'), birth.takeLeaf('TO_YEAR')]
  const [from, to] = [read(first), read(last)]
  if (from && to) {
    const text = `${from.leaf.text} to ${to.leaf.text}`
    return [{ date: dateRange(from.date, to.date, text), leaf: { field: from.leaf.field, text } }]
  }
  // Half a range has no other end to compare with: it is told, not computed with.
  if (to) remark({ field: to.leaf.field, text: `Born in ${to.leaf.text} at the latest` })
  if (from && !last) return [from]
  if (from) remark({ field: from.leaf.field, text: `Born in ${from.leaf.text} at the earliest` })
  return []
}

// What the note states where it is a date that fits what the other elements say, or where they say nothing.
function fromNote(said: Leaf, stated: readonly Dated[], problems: Problem[]): readonly Dated[] | undefined {
  const plain = said.text.replace(/\((?!.*calendar)[^)]*\)/iu, '').trim()
  const [only] = stated
  const month = /^\p{L}+\.?$/u.test(plain) && only ? `${plain} ${only.date.earliest.slice(0, 4)}` : plain
  const dates = readDates(month)
  if (dates.length === 0) return undefined
  const other = /calendar/i.test(said.text)
  if (other) problems.push(note('date.other-calendar', said.field, said.text, 'a Gregorian date'))
  if (
    stated.length > 0 &&
    (other || !dates.every(date => stated.some(s => s.date.earliest <= date.earliest && date.latest <= s.date.latest)))
  )
    return undefined
  return dates.map(date => ({ date, leaf: said }))
}
