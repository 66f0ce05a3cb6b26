import { Cursor, flag, type Leaf } from '../../intake/index.ts'
import {
  type Designation,
  type PartialDate,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  readDates,
} from '../../model/index.ts'
import { lawNames } from '../justice-laws/names.ts'
import orders from './programmes.json' with { type: 'json' }

const ORDERS: Readonly<Record<string, string>> = orders
const PROGRAMME = 'Terrorism Act 2000, Schedule 2'

/** The reading of one organisation of Schedule 2, or of one that was removed from it. */
export function parseProscribed(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`uk-proscribed:${raw.key}`, 'Organization')
  const problems: Problem[] = []
  const item = record.takeLeaf('text')
  const group = record.takeLeaf('page/name')
  const removed = record.take('page/removed') === 'true'
  const first = item ?? group
  for (const leaf of [item, group]) {
    if (!leaf) continue
    const names = lawNames(withAliases(leaf.text))
    if (leaf === first) party.add('name', names.name, leaf.field)
    for (const other of names.others) party.add(other.weak ? 'weakAlias' : 'alias', other.text, leaf.field)
    for (const remark of names.remarks) party.add('notes', remark, leaf.field)
  }
  const inserted = record.takeLeaf('inserted')
  const day = record.takeLeaf('page/day')
  const text = record.takeLeaf('page/text')
  if (!removed) for (const topic of ['sanction', 'crime.terror']) party.addClean('topics', topic, PROGRAMME, first?.field ?? 'text')
  const of = inserted ? dayOf({ ...inserted, text: /\((\d{1,2}\.\d{1,2}\.\d{4})\)/u.exec(inserted.text)?.[1] ?? '' }, []) : undefined
  const told = day ? dayOf(day, problems) : undefined
  const orderIds = [...(inserted?.text ?? '').matchAll(/\bS\.?\s?I\.?\s*(\d{4}\/\d+)/gu)].flatMap(([, number = '']) => ORDERS[number] ?? [])
  const designation: Designation = {
    party: party.id,
    list: 'gb-proscribed',
    programme: PROGRAMME,
    status: removed ? 'delisted' : 'listed',
    ...(removed ? (told ? { to: told } : {}) : of ? { from: of } : told ? { from: told } : {}),
    instruments: [...new Set([...orderIds, 'gb-ta-2000'])],
    confidence: 'read',
    ...(inserted ? { note: inserted.text } : {}),
    ...(text ? { grounds: text.text } : {}),
    field: (of ? inserted?.field : day?.field) ?? first?.field ?? 'text',
  }
  return {
    parties: [party.build()],
    designations: [designation],
    instruments: [],
    links: [],
    unread: record.unread(),
    problems: [...party.problems, ...problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

// `Name, including A` and `Name (including A, B and C)`: what is included is proscribed under the name before it.
const withAliases = (text: string) =>
  text
    .replace(/^([^()]*?(?:\([^()]*\))?[^()]*?),\s*including\s+(.+)$/iu, '$1 (also known as $2)')
    .replace(/\(including\s+/giu, '(also known as ')

function dayOf(leaf: Leaf, problems: Problem[]): PartialDate | undefined {
  if (leaf.text === '') return undefined
  const [date] = readDates(leaf.text, 'dmy')
  if (!date) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'a day or month'))
  return date
}
