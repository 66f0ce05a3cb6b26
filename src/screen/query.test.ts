import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WhoListsError } from '../model/index.ts'
import { prepareQuery } from './index.ts'

test('cleans values by their type, as the lists are cleaned', () => {
  const { properties } = prepareQuery({
    schema: 'Person',
    properties: { name: [' Ivan  Testov '], birthDate: ['9 Feb 1951', '1961'], nationality: ['Russia'], gender: ['M'] },
  })
  assert.deepEqual(properties, { name: ['Ivan Testov'], birthDate: ['1951-02-09', '1961'], nationality: ['ru'], gender: ['male'] })
})

test('leaves out what cannot be read and what the schema does not have, and says so', () => {
  const { properties, notes } = prepareQuery({
    schema: 'Person',
    properties: { name: ['Ivan Testov', '', '  '], birthDate: ['soon'], imoNumber: ['1234567'], addressEntity: ['x'] },
  })
  assert.deepEqual(properties, { name: ['Ivan Testov'] })
  assert.deepEqual(
    notes.map(n => n.property),
    ['birthDate', 'imoNumber', 'addressEntity'],
  )
})

test('composes a name from its parts where none is given', () => {
  const { properties, compared } = prepareQuery({
    schema: 'Person',
    properties: { firstName: ['Ivan'], fatherName: ['Petrovich'], lastName: ['Testov'] },
  })
  assert.deepEqual(properties['name'], ['Ivan Petrovich Testov'])
  assert.deepEqual(compared.names[0]?.analysed.roles, ['given', 'patronymic', 'family'])
})

test('takes a country from an international telephone number and from an IBAN', () => {
  assert.deepEqual(
    prepareQuery({ schema: 'Company', properties: { name: ['Siemora'], phone: ['+386 1 555 0142'] } }).properties['country'],
    ['si'],
  )
  assert.deepEqual(
    prepareQuery({ schema: 'Company', properties: { name: ['Siemora'], phone: ['01 555 0142'] } }).properties['country'],
    undefined,
  )
  assert.equal(
    prepareQuery({ schema: 'Company', properties: { phone: ['+386 1 555 0142'], jurisdiction: ['si'] } }).properties['country'],
    undefined,
  )
})

test('refuses a schema that does not exist or cannot be matched', () => {
  const invalid = (error: unknown) => error instanceof WhoListsError && error.code === 'input.invalid'
  for (const schema of ['Wizard', 'Sanction', 'Ownership']) assert.throws(() => prepareQuery({ schema, properties: {} }), invalid, schema)
  assert.equal(prepareQuery({ schema: 'Thing', properties: { name: ['X'] } }).schema, 'Thing')
})
