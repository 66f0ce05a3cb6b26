import { Cursor, canonical, flag, isProblem, readXml, stop, toBody } from '../../intake/index.ts'
import {
  type FileHead,
  type PartialDate,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  readDates,
  type SourceFile,
} from '../../model/index.ts'
import { born, fillFrom, remark, values } from '../rows/fill.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import { fillLabelled, labelledRussian, saysPerson } from '../rows/russian-labels.ts'
import programmes from './programmes.json' with { type: 'json' }

/** The three lists of the Agency. */
export type Category = 'financing' | 'terrorism' | 'weapons'

const RECORDS = ['person', 'org']
const ELEMENTS = new Set(
  'num lname fname mname birthdate iin note correction added_to_list org_name org_name_en org_iin information decision date'.split(' '),
)
const PROGRAMMES: Readonly<Record<Category, readonly [string, string]>> = {
  financing: ['sanction_category_1', 'kz-afm-terror'],
  terrorism: ['sanction_category_2', 'kz-afm-terror'],
  weapons: ['sanction-weapon', 'kz-afm-wmd'],
}
/** Words and marks of organisations: the second category has persons in the elements of organisations. */
const BODY = /["«»]|(?<!\p{L})(?:организаци|движени|парти|фонд|общество|товарищество|объединени|джамаат|ТОО|ООО|АО|LLP|LLC|LTD)/iu
const NO_NUMBER = /^0*$/

/** A file by its elements: prose on weapons, numbers of persons in the elements of organisations, or neither. */
export function recogniseListed({ text }: FileHead, category: Category): Recognised | undefined {
  if (!/^\ufeff?\s*<(?:\?xml|\w)/.test(text) || !/<(?:person|org)[\s>]/.test(text)) return undefined
  const found: Category | undefined = /<information[\s>]/.test(text)
    ? 'weapons'
    : /<org_iin[\s/>]/.test(text)
      ? 'terrorism'
      : /<lname[\s/>]/.test(text) || /<org_name_en[\s/>]/.test(text)
        ? 'financing'
        : undefined
  return found === category ? { source: `kz-afm-${category}`, part: 'main', rendition: 'xml' } : undefined
}

/** Parties under their individual number, or under name and birth date: the number in front is a position. */
export async function* readListed(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(entries(files))
}

// The root has no name of its own: entries are found wherever they stand.
async function* entries(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    let found = 0
    for await (const item of readXml(file, RECORDS)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      if (item.kind === 'outer') continue
      found++
      const { element } = item
      const strange = element.children.find(child => !ELEMENTS.has(child.name))
      if (strange)
        yield stop('xml.unknown-element', `${element.name}/${strange.name}`, strange.text.slice(0, 100), [...ELEMENTS].join(', '))
      const { num: _position, ...rest } = JSON.parse(toBody(canonical(element) ?? {})) as Readonly<Record<string, readonly string[]>>
      yield { key: keyFor(rest), value: { kind: element.name, ...rest }, field: element.name }
    }
    if (found === 0) yield stop('list.empty', file.name, '0 entries', 'person or org')
  }
}

function keyFor(entry: Readonly<Record<string, readonly string[]>>): string {
  const at = (name: string) => entry[name]?.[0]?.trim() ?? ''
  const number = at('iin') || at('org_iin')
  if (!NO_NUMBER.test(number)) return number
  const { front, parts } = labelledRussian(at('information'))
  const name = front || (parts.find(({ label }) => label === 'name')?.text ?? '')
  return keyOf(name, at('lname'), at('fname'), at('mname'), at('org_name').split(/;\s*/)[0] ?? '', at('birthdate'))
}

/** The reading of one entry. */
export function parseListed(raw: RawRecord, category: Category): Reading {
  const record = new Cursor(raw.body)
  const kind = record.take('kind')
  const prose = record.takeLeaf('information')
  const said = labelledRussian(prose?.text ?? '')
  const person = prose ? saysPerson(said) : kind === 'person' || (category === 'terrorism' && !BODY.test(record.peek('org_name')))
  const party = partyBuilder(`kz-afm-${category}:${raw.key}`, person ? 'Person' : 'Organization')
  const problems: Problem[] = []
  if (prose) problems.push(...fillLabelled(party, said, prose.field))
  const parts = ['lname', 'fname', 'mname'].map(path => record.takeLeaf(path))
  party.add('name', parts.map(leaf => leaf?.text ?? '').join(' '), 'lname')
  if (person)
    for (const [i, property] of ['lastName', 'firstName', 'fatherName'].entries())
      party.add(property, parts[i]?.text, parts[i]?.field ?? property)
  const names = record.takeLeaf('org_name')?.text.split(/;\s*/) ?? []
  for (const [i, name] of names.entries()) party.add(i === 0 ? 'name' : 'alias', name, 'org_name')
  problems.push(
    ...fillFrom(
      party,
      record,
      {
        org_name_en: values('alias', text => text.split(/;\s*/)),
        birthdate: born('dmy'),
        iin: values('idNumber'),
        org_iin: values(person ? 'idNumber' : 'registrationNumber'),
        note: remark(),
        decision: remark('Decision'),
      },
      NO_NUMBER,
    ),
  )
  const [from] = ['correction', 'added_to_list', 'date'].flatMap(path => dayIn(record, path, problems))
  const [programme, list] = PROGRAMMES[category]
  const { designation, problems: unknown } = designate(party, [programmes, programme, list], {
    field: 'correction',
    ...(from ? { from } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

// `включен от 05.03.2024`: taken up on that day.
function dayIn(record: Cursor, path: string, problems: Problem[]): readonly PartialDate[] {
  return record.takeAll(path).flatMap(leaf => {
    const dates = readDates(leaf.text.replace(/^\s*включен\S*\s*(?:от|с)?\s*/iu, ''), 'dmy')
    if (dates.length === 0) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'включен от dd.mm.yyyy'))
    return dates
  })
}
