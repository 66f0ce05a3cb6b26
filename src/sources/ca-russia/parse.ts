import { Cursor, flag } from '../../intake/index.ts'
import { exactDay, isDay, type PartyBuilder, partyBuilder, type RawRecord, type Reading } from '../../model/index.ts'
import { lawNames } from '../justice-laws/names.ts'
import { addDates, type Draft } from '../printed/fill.ts'

const SCHEMAS: Readonly<Record<string, string>> = { individual: 'Person', entity: 'Organization', ship: 'Vessel' }

/** The reading of one party of the schedules. */
export function parseRussia(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const kind = record.take('kind')
  const draft: Draft = { party: partyBuilder(`ca-russia:${raw.key}`, SCHEMAS[kind] ?? 'LegalEntity'), problems: [] }
  const { party, problems } = draft
  addNames(draft, record, kind)
  for (const [path, property] of [
    ['imo', 'imoNumber'],
    ['type', 'type'],
  ] as const) {
    const leaf = record.takeLeaf(path)
    if (leaf) party.add(property, leaf.text, leaf.field)
  }
  const built = record.takeLeaf('built')
  if (built) addDates(draft, 'buildDate', built)
  const since = record.takeLeaf('since')
  if (since) party.add('modifiedAt', since.text, since.field)
  const schedule = record.takeLeaf('schedule') ?? { field: 'schedule', text: 'SOR/2014-58' }
  const item = record.take('item')
  const inserted = record.takeLeaf('inserted')
  if (inserted && !isDay(inserted.text)) problems.push(flag('date.unreadable', inserted.field, inserted.text, 'a day'))
  party.addClean('program', 'SOR/2014-58', schedule.text, schedule.field)
  party.addClean('topics', 'sanction', schedule.text, schedule.field)
  return {
    parties: [party.build()],
    designations: [
      {
        party: party.id,
        list: 'ca-autonomous',
        programme: 'SOR/2014-58',
        status: 'listed',
        ...(inserted && isDay(inserted.text) ? { from: exactDay(inserted.text) } : {}),
        instruments: ['ca-sema-1992'],
        confidence: 'read',
        note: [schedule.text, item === '' ? '' : `item ${item}`].filter(Boolean).join(', '),
        field: inserted?.field ?? schedule.field,
      },
    ],
    instruments: [],
    links: [],
    unread: record.unread(),
    problems: [...party.problems, ...problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

function addNames(draft: Draft, record: Cursor, kind: string): void {
  const { party } = draft
  const text = record.takeLeaf('text')
  if (!text) return
  if (kind === 'ship') return party.add('name', text.text, text.field)
  const names = lawNames(kind === 'individual' ? text.text.replace(SPELLINGS, '$1') : text.text)
  party.add('name', names.name, text.field)
  if (kind === 'individual') addSpellings(party, text.text, text.field)
  for (const other of names.others) party.add(other.weak ? 'weakAlias' : 'alias', other.text, text.field)
  for (const remark of names.remarks) party.add('notes', remark, text.field)
  for (const born of names.born)
    addDates(draft, kind === 'individual' ? 'birthDate' : 'incorporationDate', text, born.replace(/^(?:on|in)\s+/iu, ''))
}

/** A word of a person's name with other spellings of it: `Alexey (Alexei, Aleksei) Gennadyevich DYUMIN`. */
const SPELLINGS = /(\p{L}[\p{L}\p{M}’'-]*)\s*\((?!born\b|also\b)([^()]+)\)/giu

// Each other spelling takes the place of its word, the others standing as they are written first.
function addSpellings(party: PartyBuilder, text: string, field: string): void {
  const named = text.replace(/\s*\((?:born|also)\b.*$/iu, '')
  const words = [...named.matchAll(SPELLINGS)]
  for (const word of words) {
    for (const spelling of (word[2] ?? '').split(/\s*,\s*/u)) {
      const spelt = named.slice(0, word.index) + spelling + named.slice(word.index + word[0].length)
      party.add('alias', spelt.replace(SPELLINGS, '$1').replace(/\s+/gu, ' '), field)
    }
  }
}
