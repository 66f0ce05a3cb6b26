import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../model/index.ts'
import { compareFacts, factsOf, hashFacts } from './facts.ts'
import { packReading, unpackReading } from './reading-body.ts'

const date = (day: string, text = day) => ({ earliest: day, latest: day, approximate: false, text })
const statement = (property: string, value: string, text = value, field = 'F') => ({ property, value, text, field })

const READING: Reading = {
  parties: [
    {
      id: 's:1',
      schema: 'Person',
      statements: [statement('name', 'Omar', 'OMAR'), { ...statement('alias', 'Umar'), lang: 'ar' }, statement('birthDate', '1961')],
    },
    { id: 's:1/1', schema: 'Address', statements: [statement('city', 'Kabul'), statement('country', 'af')] },
    { id: 's:1/2', schema: 'Address', statements: [statement('city', 'Herat')] },
  ],
  designations: [
    {
      party: 's:1',
      list: 'P',
      programme: 'p',
      status: 'listed',
      from: date('2001-01-25'),
      instruments: ['i2', 'i1'],
      confidence: 'read',
      field: 'L',
    },
  ],
  instruments: [
    { id: 'i1', type: 'resolution', title: 'One', issuedBy: 'un', issued: date('1999-10-15'), acts: [{ verb: 'amends', target: 'i0' }] },
  ],
  links: [{ schema: 'Ownership', from: 's:1', to: 's:1/2', statements: [statement('role', 'owner')] }],
  references: [{ party: 's:1', scheme: 'un', value: 'TAi.1', field: 'R' }],
  relations: [
    {
      id: 'r',
      date: date('2020-01-01'),
      actor: 'a',
      target: 'b',
      type: 't',
      description: 'd',
      participants: [],
      confidence: 'read',
      citations: [],
    },
  ],
  unread: [{ field: 'NOTE', text: 'left  over\n' }],
  problems: [{ code: 'date.unreadable', severity: 'flag', field: 'DOB', seen: 'x' }],
}

test('a reading comes back from its stored form as it was', () => {
  assert.deepEqual(unpackReading(packReading(READING).body), READING)
})

test('the stored form counts designations by list, and names the properties that are filled', () => {
  const { lists, properties, problems, unread, instruments } = packReading({
    ...READING,
    designations: [...READING.designations, ...READING.designations],
  })
  assert.deepEqual(JSON.parse(lists), ['P', 'P'])
  assert.ok((JSON.parse(properties) as string[]).includes('birthDate'))
  assert.deepEqual([problems, unread, instruments], [1, 1, 1])
})

/** The same facts, written otherwise. */
const SAME: readonly (readonly [string, Reading])[] = [
  [
    'words, fields and languages',
    {
      ...READING,
      parties: READING.parties.map(p => ({
        ...p,
        statements: p.statements.map(({ property, value }) => statement(property, value, `${value}.`, 'G')),
      })),
    },
  ],
  ['the order of statements', { ...READING, parties: READING.parties.map(p => ({ ...p, statements: p.statements.toReversed() })) }],
  [
    'the place and number of a further party',
    {
      ...READING,
      parties: [READING.parties[0], { ...READING.parties[2], id: 's:1/1' }, { ...READING.parties[1], id: 's:1/2' }] as Reading['parties'],
      links: [{ ...READING.links[0], to: 's:1/1' }] as Reading['links'],
    },
  ],
  [
    'the order of instruments and the words of dates',
    {
      ...READING,
      designations: READING.designations.map(d => ({
        ...d,
        instruments: ['i1', 'i2'],
        from: date('2001-01-25', '25 Jan. 2001'),
        field: 'M',
      })),
    },
  ],
  ['white space in what was not read, and problems', { ...READING, unread: [{ field: 'NOTE', text: 'left over' }], problems: [] }],
]

for (const [what, other] of SAME)
  test(`${what} are no part of the facts`, () => {
    assert.deepEqual(compareFacts(factsOf(READING), factsOf(other)), [])
    assert.ok(hashFacts(factsOf(READING)).equals(hashFacts(factsOf(other))))
  })

/** Other facts, and the property that tells. */
const OTHER: readonly (readonly [string, Reading])[] = [
  [
    'Address',
    {
      ...READING,
      parties: [...READING.parties.slice(0, 2), { id: 's:1/2', schema: 'Address', statements: [statement('city', 'Balkh')] }],
      links: [],
    },
  ],
  [
    'designation.from',
    { ...READING, designations: READING.designations.map(d => ({ ...d, from: { ...date('2001-01-25'), approximate: true } })) },
  ],
  ['designation.instruments', { ...READING, designations: READING.designations.map(d => ({ ...d, instruments: ['i1'] })) }],
  ['designation.to', { ...READING, designations: READING.designations.map(d => ({ ...d, to: date('2020-01-01') })) }],
  ['instrument.acts', { ...READING, instruments: READING.instruments.map(i => ({ ...i, acts: [] })) }],
  ['references', { ...READING, references: [] }],
  ['relations', { ...READING, relations: READING.relations?.map(r => ({ ...r, date: date('2020-01-02') })) ?? [] }],
  ['schema', { ...READING, parties: READING.parties.map((p, i) => (i === 0 ? { ...p, schema: 'Organization' } : p)) }],
  ['unread', { ...READING, unread: [{ field: 'NOTE', text: 'something else' }] }],
]

for (const [property, other] of OTHER)
  test(`a difference in ${property} is one of the facts`, () => {
    assert.ok(compareFacts(factsOf(READING), factsOf(other)).some(c => c.property === property))
    assert.ok(!hashFacts(factsOf(READING)).equals(hashFacts(factsOf(other))))
  })
