import { Cursor } from '../../intake/index.ts'
import { partyBuilder, type RawRecord, type Reading, type Reference, readDates } from '../../model/index.ts'
import { born, fillFrom, place, remark, values } from '../rows/fill.ts'
import { readingOf } from '../rows/reading.ts'
import { fillLabelled, labelledRussian, saysPerson } from '../rows/russian-labels.ts'
import { firstForm } from './first-form.ts'
import { listing, otherNames } from './listing.ts'
import type { List } from './lists.ts'
import { secondForm } from './second-form.ts'

/** The reading of one subject of any form, on the list that the source stands for. */
export function parseSubject(raw: RawRecord, source: List): Reading {
  const record = new Cursor(raw.body)
  const form = record.take('form')
  if (form === 'line') return ofLine(raw, record, source)
  if (form === 'row') return ofRow(raw, record, source)
  return form === 'xml-1' ? firstForm(raw, record, source) : secondForm(raw, record, source)
}

function ofLine(raw: RawRecord, record: Cursor, source: List): Reading {
  const person = record.take('kind') === 'person'
  const party = partyBuilder(`${source}:${raw.key}`, person ? 'Person' : 'Organization')
  const star = record.take('star') === '*'
  const problems = fillFrom(party, record, {
    name: values('name', text => [text]),
    others: otherNames,
    day: born('dmy'),
    place: place(true),
    inn: values('innCode'),
    ogrn: values('ogrnCode'),
  })
  const { designation, problems: unknown } = listing(party, source, { terror: star, field: 'name' })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

// A row of the list on weapons: prose with labels, the decision and its day, the number of the United Nations.
function ofRow(raw: RawRecord, record: Cursor, source: List): Reading {
  const text = record.takeLeaf('text')
  const said = labelledRussian(text?.text ?? '')
  const un = record.takeLeaf('un')
  // The letter before the dot of such a number tells persons from entities.
  const person = un && /^[A-Z]{2}[ie]\./.test(un.text) ? /^..i/.test(un.text) : saysPerson(said)
  const party = partyBuilder(`${source}:${raw.key}`, person ? 'Person' : 'Organization')
  const problems = [...fillLabelled(party, said, text?.field ?? 'text')]
  const decision = record.takeLeaf('decision')
  if (decision) party.add('notes', decision.text, decision.field)
  problems.push(...fillFrom(party, record, { remark: remark() }))
  const ends = record.peek('remark').match(/исключен\S*\s+(?:\p{L}+\s+)*(\d{2}\.\d{2}\.\d{4})/iu)?.[1]
  const [from] = record.takeAll('day').flatMap(leaf => readDates(leaf.text, 'dmy'))
  const [to] = ends ? readDates(ends, 'dmy') : []
  const { designation, problems: unknown } = listing(party, source, {
    field: 'day',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(decision ? { grounds: decision.text } : {}),
  })
  const references: readonly Reference[] = un ? [{ party: party.id, scheme: 'un', value: un.text, field: un.field }] : []
  return readingOf(raw.key, record, [party], { designations: [designation], references, problems: [...problems, ...unknown] })
}
