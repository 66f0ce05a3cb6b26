import { Cursor, isProblem, note } from '../../intake/index.ts'
import { type PartyBuilder, type Problem, partyBuilder, type RawRecord, type Reading, type SourceFile } from '../../model/index.ts'
import { jsonObjects, textAt } from '../rows/json-array.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const MEMBERS = ['Name', 'FatherName', 'CNIC', 'Province', 'District'] as const
/** Words before a relative's name: son, daughter or wife of. */
const RELATION = /^\s*([sdw])\s*\/\s*o\b\.?\s*/i
/** Aliases after a name, as police records in Pakistan write them. */
const ALIAS = /\s*(?:@|\balias\b|\burf\b)\s*/i

/** The persons of the feed under their identity card numbers, or under name, father's name and district where there is none. */
export const readProscribed = (files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> => uniqueRecords(persons(files))

async function* persons(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    for await (const item of jsonObjects(file, { members: MEMBERS })) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const value = Object.fromEntries(MEMBERS.map(name => [name, textAt(item.object, name).replace(/\s+/g, ' ').trim()]))
      const { Name = '', FatherName = '', District = '' } = value
      yield { key: cardNumber(value['CNIC'] ?? '') ?? (Name === '' ? '' : keyOf(Name, FatherName, District)), value, field: item.field }
    }
  }
}

/** The number of an identity card; undefined where there is none: empty, too short, all one digit, or digits that only count up. */
export function cardNumber(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '')
  return /^\d{13}$/.test(digits) && !/^(\d)\1+$/.test(digits) && !digits.startsWith('123456789') ? digits : undefined
}

/** The reading of one proscribed person. */
export function parseProscribed(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`pk-nacta:${raw.key}`, 'Person')
  const problems: Problem[] = []
  const name = record.takeLeaf('Name')
  const [first = '', ...aliases] = (name?.text ?? '').split(ALIAS)
  addName(party, 'name', first, name?.field ?? 'Name')
  for (const alias of aliases.flatMap(text => text.split(/,\s*/))) addName(party, 'alias', alias, name?.field ?? 'Name')
  addFather(party, record)
  addCard(party, record, problems)
  const [province, district] = [record.takeLeaf('Province'), record.takeLeaf('District')]
  const place = [district?.text, province?.text].filter(text => text !== undefined)
  if (place.length > 0) party.addClean('address', place.join(', '), place.join(', '), 'District')
  party.addClean('country', 'pk', 'Fourth Schedule', 'Name')
  const { designation, problems: unknown } = designate(party, [programmes, 'Fourth Schedule', 'pk-nacta-persons'], { field: 'Name' })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

// `Nasrullah (Tata)`: a nickname in brackets.
function addName(party: PartyBuilder, property: 'name' | 'alias', text: string, field: string): void {
  const bracket = /^(.*?)\s*\(([^()]*)\)?\s*$/.exec(text)
  party.add(property, (bracket?.[1] ?? text).replace(/[\s,./]+$/, ''), field)
  party.add('alias', bracket?.[2], field)
}

function addFather(party: PartyBuilder, record: Cursor): void {
  const father = record.takeLeaf('FatherName')
  if (!father) return
  const { text, field } = father
  const relation = RELATION.exec(text)?.[1]?.toLowerCase()
  const plain = text
    .replace(RELATION, '')
    .replace(/\(\s*(?:late|ks)?\s*\)?/gi, '')
    .replace(/[\s,./]+$/, '')
  if (/^(?:nill?|n\/?a|-*)$/i.test(plain)) return party.add('notes', `Father's name: ${text}`, field)
  if (relation === 'w') return party.add('notes', `Wife of ${plain}`, field)
  for (const name of plain.split(ALIAS)) party.add('fatherName', name, field)
  if (/late/i.test(text)) party.add('notes', `Father's name: ${text}`, field)
}

function addCard(party: PartyBuilder, record: Cursor, problems: Problem[]): void {
  const card = record.takeLeaf('CNIC')
  const number = cardNumber(card?.text ?? '')
  if (card && number) return party.addClean('idNumber', number, card.text, card.field)
  problems.push(note('identifier.unusable', 'CNIC', card?.text ?? '', 'thirteen digits'))
  if (card && /[1-9]/.test(card.text)) party.add('notes', `CNIC: ${card.text}`, card.field)
}
