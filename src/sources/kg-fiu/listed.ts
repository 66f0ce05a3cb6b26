import { Cursor, canonical, flag, isProblem, readXml, stop, toBody } from '../../intake/index.ts'
import {
  type PartialDate,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  readDates,
  type SourceFile,
} from '../../model/index.ts'
import { born, fillFrom, place, remark, values } from '../rows/fill.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, uniqueRecords } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

const RECORDS = ['KyrgyzPhysicPerson', 'KyrgyzLegalPerson']
/** Elements as the publisher spells them. */
const ELEMENTS = new Set([
  'Number',
  'Surname',
  'Name',
  'Patronomic',
  'DataBirth',
  'PlaceBirth',
  'BasicInclusion',
  'CategoryPerson',
  'DateInclusion',
])

/** Persons and organisations under name, birth date and day of inclusion: the number is a position. */
export async function* readListed(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(entries(files))
}

async function* entries(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    for await (const item of readXml(file, RECORDS)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      if (item.kind === 'outer') continue
      const { element } = item
      const strange = element.children.find(child => !ELEMENTS.has(child.name))
      if (strange)
        yield stop('xml.unknown-element', `${element.name}/${strange.name}`, strange.text.slice(0, 100), [...ELEMENTS].join(', '))
      const body = JSON.parse(toBody(canonical(element) ?? {})) as Readonly<Record<string, readonly string[]>>
      const { Number: _position, ...rest } = body
      const texts = ['Surname', 'Name', 'Patronomic', 'DataBirth', 'DateInclusion'].map(name => rest[name]?.[0] ?? '')
      yield { key: keyOf(...texts.map(text => (text === '-' ? '' : text))), value: { kind: element.name, ...rest }, field: element.name }
    }
  }
}

const commas = (text: string) => text.split(/,\s*/)

/** The reading of one entry. */
export function parseListed(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const person = record.take('kind') === 'KyrgyzPhysicPerson'
  const party = partyBuilder(`kg-fiu:${raw.key}`, person ? 'Person' : 'Organization')
  const problems: Problem[] = []
  if (person) {
    const parts = ['Surname', 'Name', 'Patronomic']
      .map(path => record.takeLeaf(path))
      .map(leaf => (leaf && leaf.text !== '-' ? leaf : undefined))
    party.add('name', parts.map(leaf => leaf?.text ?? '').join(' '), 'Surname')
    for (const [i, property] of ['lastName', 'firstName', 'fatherName'].entries())
      party.add(property, parts[i]?.text, parts[i]?.field ?? property)
  } else for (const [i, text] of commas(record.takeLeaf('Name')?.text ?? '').entries()) party.add(i === 0 ? 'name' : 'alias', text, 'Name')
  problems.push(
    ...fillFrom(
      party,
      record,
      {
        DataBirth: (builder, leaf, found) => {
          for (const text of commas(leaf.text)) born('dmy')(builder, { ...leaf, text: compact(text) }, found)
        },
        PlaceBirth: place(true),
        BasicInclusion: remark(),
        CategoryPerson: values('program', text => [text]),
      },
      /^-?$/,
    ),
  )
  const days = record.takeAll('DateInclusion').flatMap(leaf =>
    commas(leaf.text).flatMap((text): readonly PartialDate[] => {
      const dates = readDates(compact(text), 'dmy')
      if (dates.length === 0) problems.push(flag('date.unreadable', leaf.field, text, 'dd.mm.yyyy, YYYYMMDD or YYYY-MM-DD'))
      return dates
    }),
  )
  const [from] = days.toSorted((a, b) => (a.earliest < b.earliest ? -1 : 1))
  const { designation, problems: unknown } = designate(party, [programmes, 'Сводный санкционный перечень', 'kg-fiu'], {
    field: 'DateInclusion',
    ...(from ? { from } : {}),
  })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}

// `20180117` is a day without its dashes.
const compact = (text: string) => text.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
