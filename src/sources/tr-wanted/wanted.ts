import { Cursor, readJson, stop } from '../../intake/index.ts'
import {
  type FileHead,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Recognised,
  type SourceFile,
} from '../../model/index.ts'
import { born, fillFrom, place, remark, values } from '../rows/fill.ts'
import { isObject, textAt } from '../rows/json-array.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, keyOf, recordsOf } from '../rows/records.ts'
import programmes from './programmes.json' with { type: 'json' }

/** The answer of the list's page by its members. */
export const recogniseWanted = ({ text }: FileHead): Recognised | undefined =>
  /^\ufeff?\s*\{/.test(text) && ['"TKategoriAdi"', '"TOrgutAdi"', '"Soyadi"'].every(member => text.includes(member))
    ? { source: 'tr-wanted', part: 'main', rendition: 'json' }
    : undefined

/** Persons under name and birth date: the list has no number that lasts. */
export async function* readWanted(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* recordsOf(files, file => readJson(file), persons)
}

// One list a colour, each a member of the whole.
function* persons(read: { readonly value: unknown }, file: SourceFile): Generator<Keyed | Problem> {
  const lists = isObject(read.value) ? Object.entries(read.value).filter(([, list]) => Array.isArray(list)) : []
  if (lists.length === 0) yield stop('json.not-a-list', file.name, JSON.stringify(read.value).slice(0, 120), 'lists of persons')
  for (const [colour, list] of lists) {
    for (const [i, person] of (list as readonly unknown[]).entries()) {
      const field = `${colour}[${i}]`
      if (!isObject(person)) yield stop('json.not-a-record', field, JSON.stringify(person).slice(0, 120), 'an object')
      else if (textAt(person, 'Adi') === '' && textAt(person, 'Soyadi') === '')
        yield stop('record.no-name', field, JSON.stringify(person).slice(0, 200), 'Adi and Soyadi')
      else yield { key: keyOf(textAt(person, 'Adi'), textAt(person, 'Soyadi'), textAt(person, 'DogumTarihi')), value: person, field }
    }
  }
}

/** The reading of one person; the colour tells how much is offered, and is the programme. */
export function parseWanted(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`tr-wanted:${raw.key}`, 'Person')
  const [first, last] = [record.takeLeaf('Adi'), record.takeLeaf('Soyadi')]
  party.add('name', [first?.text ?? '', last?.text ?? ''].join(' ').trim(), 'Adi')
  party.add('firstName', first?.text, 'Adi')
  party.add('lastName', last?.text, 'Soyadi')
  const problems = fillFrom(party, record, {
    DogumTarihi: born('dmy'),
    DogumYeri: place(true),
    TOrgutAdi: remark('Organisation'),
    TKategoriAdi: values('program', text => [text]),
  })
  const { designation, problems: unknown } = designate(party, [programmes, 'Terör Arananlar', 'tr-wanted'], { field: 'TKategoriAdi' })
  return readingOf(raw.key, record, [party], { designations: [designation], problems: [...problems, ...unknown] })
}
