import type { Leaf } from '../../intake/index.ts'
import { isA, type PartyBuilder } from '../../model/index.ts'
import { values } from '../rows/fill.ts'

/** Labels in the cell of numbers, and the property each stands for. */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^IMO(?:\s*(?:number|no|numarası))?\s*[:.]?\s*/i, 'imoNumber'],
  [/^SWIFT(?:\/BIC)?\s*[:.]?\s*/i, 'swiftBic'],
  [/^(?:pasaport|passport)(?:\s*(?:no|numarası))?\s*[:.]?\s*/i, 'passportNumber'],
  [/^(?:TCKN|VKN|GKN|kimlik)(?:\s*(?:no|numarası))?\s*[:.]?\s*/i, 'idNumber'],
]

const numbersIn = (text: string) =>
  text
    .split(/[\n;,]\s*|(?<=[\p{L}\d])-(?=\p{L}{0,3}\d{5,})|\s+\/\s+/u)
    .map(part => part.replace(/^\s*[a-z]\)\s*/i, '').trim())
    .filter(part => part !== '' && part !== '-')

/** The number of eleven figures that every citizen of Türkiye has, or the ten of a tax payer; empty where the cell has none, or noughts. */
export const stateNumber = (text: string): string =>
  numbersIn(text).find(number => /^\d{10,11}$/.test(number) && !/^0+$/.test(number)) ?? ''

/** Puts the numbers of a cell on the party: by their labels, else by their length, else as a passport. */
export function addNumbers(party: PartyBuilder, { text, field }: Leaf): void {
  for (const part of numbersIn(text)) {
    const labelled = LABELS.find(([label]) => label.test(part))
    const number = labelled ? part.replace(labelled[0], '') : part
    const property = labelled?.[1] ?? propertyOf(number, isA(party.schema, 'Person'))
    if (number === '' || !/\d/.test(number)) party.add('notes', part, field)
    else values(property, text => [text])(party, { text: number, field }, [])
  }
}

function propertyOf(number: string, person: boolean): string {
  if (/^\d{11}$/.test(number)) return 'idNumber'
  if (/^\d{10}$/.test(number)) return 'taxNumber'
  return person && /^[\p{L}\d ]{5,}$/u.test(number) ? 'passportNumber' : 'idNumber'
}
