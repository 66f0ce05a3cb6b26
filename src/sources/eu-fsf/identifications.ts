import { type Cursor, flag } from '../../intake/index.ts'
import { addNote, addNumbers, type Draft } from '../printed/fill.ts'
import { addCountry } from './countries.ts'

/** What each type of identification is to a party. */
const TYPES: Readonly<Record<string, string>> = {
  passport: 'passportNumber',
  diplomaticpassport: 'passportNumber',
  travelcardid: 'passportNumber',
  id: 'idNumber',
  birthcert: 'idNumber',
  nationcert: 'idNumber',
  electionid: 'idNumber',
  residentperm: 'idNumber',
  drivinglicence: 'idNumber',
  NRN: 'idNumber',
  unssn: 'idNumber',
  other: 'idNumber',
  ssn: 'socialSecurityNumber',
  tradelic: 'licenseNumber',
  regnumber: 'registrationNumber',
  fiscalcode: 'taxNumber',
  taxid: 'taxNumber',
  euvat: 'vatCode',
  swiftbic: 'swiftBic',
  imo: 'imoNumber',
}
const MARKS = [
  ['@knownFalse', 'known to be false'],
  ['@knownExpired', 'expired'],
  ['@reportedLost', 'reported lost'],
  ['@revokedByIssuer', 'revoked'],
  ['@diplomatic', 'diplomatic'],
] as const

/** Adds a document: its number by its type, and in a note what else is said of it. A false one is told, and no number of the party. */
export function addIdentification(draft: Draft, document: Cursor): void {
  const number = document.takeLeaf('@number') ?? document.takeLeaf('@latinNumber')
  const latin = document.takeLeaf('@latinNumber')
  const type = document.takeLeaf('@identificationTypeCode')
  const description = document.take('@identificationTypeDescription')
  const marks = MARKS.filter(([path]) => document.take(path) === 'true')
  const property = TYPES[type?.text ?? '']
  if (type && !property) draft.problems.push(flag('identifier.type-unknown', type.field, `${type.text} ${description}`, 'a known type'))
  const isFalse = marks.some(([path]) => path === '@knownFalse')
  if (!isFalse) for (const leaf of [number, latin]) if (leaf) addNumbers(draft, property ?? 'idNumber', leaf)
  const facts = [
    ...marks.map(([, words]) => words),
    ...[
      ['@issuedBy', 'issued by'],
      ['@issueDate', 'issued on'],
      ['@validFrom', 'valid from'],
      ['@validTo', 'valid to'],
      ['@region', 'region'],
      ['@nameOnDocument', 'name on the document'],
    ].flatMap(([path = '', words]) => {
      const text = document.take(path)
      return text === '' ? [] : [`${words} ${text}`]
    }),
    ...document.takeAll('remark').map(({ text }) => text),
  ]
  const country = addCountry(draft, document, null)
  const head = [description || type?.text || 'Document', number?.text ?? ''].filter(Boolean).join(' ')
  if (facts.length > 0 || isFalse)
    addNote(draft, number ?? { field: document.fieldOf('@number'), text: head }, [head, country, ...facts].filter(Boolean).join(', '))
}
