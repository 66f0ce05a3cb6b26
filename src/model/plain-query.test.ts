import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainQuery } from './plain-query.ts'

const CASES: readonly (readonly [why: string, ...Parameters<typeof plainQuery>, { schema: string; properties: string[] }])[] = [
  ['a name alone may be anything', { names: ['Anna Testova'], schema: 'Thing' }, { schema: 'Thing', properties: ['name'] }],
  [
    'only a person has a birth date',
    { names: ['Anna Testova'], schema: 'Thing', birthDates: ['1970'] },
    { schema: 'Person', properties: ['birthDate', 'name'] },
  ],
  [
    'only a vessel has an IMO number',
    { names: [], schema: 'Thing', ids: ['IMO 9074729'] },
    { schema: 'Vessel', properties: ['imoNumber', 'registrationNumber'] },
  ],
  [
    'a wallet is told by its address',
    { names: [], schema: 'Thing', ids: ['0x00000000000000000000000000000000000000aa'] },
    { schema: 'CryptoWallet', properties: ['publicKey'] },
  ],
  [
    'any other number is that of a person or body',
    { names: [], schema: 'Thing', ids: ['AB 123'] },
    { schema: 'LegalEntity', properties: ['idNumber', 'passportNumber', 'registrationNumber', 'taxNumber'] },
  ],
  [
    'what a list calls its entry is a number, wherever it was typed',
    { names: ['TAi.999'], schema: 'Thing' },
    { schema: 'LegalEntity', properties: ['idNumber', 'passportNumber', 'registrationNumber', 'taxNumber'] },
  ],
  [
    'a schema that is named stays',
    { names: ['Testland Trading'], schema: 'Company', ids: ['AB 123'] },
    { schema: 'Company', properties: ['idNumber', 'name', 'registrationNumber', 'taxNumber'] },
  ],
  [
    'seven digits may be of a ship, a person or a body',
    { names: [], schema: 'Thing', ids: ['9074729'] },
    { schema: 'Thing', properties: ['idNumber', 'imoNumber', 'passportNumber', 'registrationNumber', 'taxNumber'] },
  ],
  [
    'a wallet typed for a name is no name',
    { names: ['0x00000000000000000000000000000000000000aa'], schema: 'Thing' },
    { schema: 'CryptoWallet', properties: ['publicKey'] },
  ],
  [
    'nor is a number behind its label',
    { names: ['IMO 9074729'], schema: 'Thing' },
    { schema: 'Vessel', properties: ['imoNumber', 'registrationNumber'] },
  ],
  [
    'names with digits stay names',
    { names: ['Id 3 Ventures', '17 November', 'Passport Holdings 2'], schema: 'Thing' },
    { schema: 'Thing', properties: ['name'] },
  ],
  ['blank fields are no fields', { names: [' '], schema: 'Thing', birthDates: [''], ids: [' '] }, { schema: 'Thing', properties: [] }],
]

for (const [why, plain, expected] of CASES) {
  test(why, () => {
    const { schema, properties } = plainQuery(plain)
    assert.deepEqual({ schema, properties: Object.keys(properties).sort() }, expected)
  })
}
