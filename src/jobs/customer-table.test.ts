import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WhoListsError } from '../model/index.ts'
import { propertyOfHead, readCustomers } from './customer-table.ts'

const table = (text: string, given?: Record<string, string>) =>
  readCustomers(
    {
      name: 'customers.csv',
      bytes: (async function* () {
        yield Buffer.from(text)
      })(),
    },
    given,
  )

for (const [head, property] of [
  ['Name', 'name'],
  ['Customer_Name', 'name'],
  ['ФИО', 'name'],
  ['D.O.B.', 'birthDate'],
  ['Date of Birth', 'birthDate'],
  ['Nationality', 'country'],
  ['Passport No', 'passportNumber'],
  ['Type', 'schema'],
  ['Balance', null],
] as const) {
  test(`the head ${head} holds ${property ?? 'nothing to compare'}`, () => assert.equal(propertyOfHead(head), property))
}

test('reads rows with what their columns say', async () => {
  const { columns, rows } = await table('name,dob,type\n"Doe, Jane",1970-01-02,individual\nExample Trading,,company\n')
  assert.deepEqual(
    columns.map(c => c.property),
    ['name', 'birthDate', 'schema'],
  )
  assert.deepEqual(
    rows.map(r => [r.name, r.schema]),
    [
      ['Doe, Jane', 'Person'],
      ['Example Trading', 'Company'],
    ],
  )
  assert.deepEqual(rows[0]?.properties, { name: ['Doe, Jane'], birthDate: ['1970-01-02'] })
})

test('semicolons and tabs part cells as well', async () => {
  assert.equal((await table('name;country\nJane Doe;fr\n')).rows[0]?.properties['country']?.[0], 'fr')
  assert.equal((await table('name\tcountry\nJane Doe\tfr\n')).rows[0]?.properties['country']?.[0], 'fr')
})

test('a name is put together from its parts', async () => {
  assert.equal((await table('first name,last name\nJane,Doe\n')).rows[0]?.name, 'Jane Doe')
})

test('the caller may say what a column holds', async () => {
  assert.equal(
    (await table('who,born on\nJane Doe,1970\n', { name: 'who', birthDate: 'born on' })).rows[0]?.properties['birthDate']?.[0],
    '1970',
  )
})

for (const text of ['', 'a,b\n1,2\n', '<html><body>no</body></html>', 'name\n"open']) {
  test(`refuses ${JSON.stringify(text)} and says what it expects`, async () => {
    await assert.rejects(table(text), (error: unknown) => error instanceof WhoListsError && error.code === 'input.invalid')
  })
}
