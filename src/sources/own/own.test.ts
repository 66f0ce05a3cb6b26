import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesOf, inMemory, mainParty, readAll } from '../../../test/support/read-source.ts'
import { headOf } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { collect } from '../index.ts'
import { dynamicSource, ownSource } from './index.ts'

const customers = ownSource({ name: 'customers', title: 'Our customers' })
const FILE = join(import.meta.dirname, 'fixtures', 'customers', 'entities.ftm.json')
const lines = (...entities: unknown[]) => `${entities.map(e => JSON.stringify(e)).join('\n')}\n`
const person = { id: 'c-1', schema: 'Person', properties: { name: ['Ada Probe'] } }

test('a list of the user’s own is read from FollowTheMoney lines, each entity under its id', async () => {
  const { readings, problems } = await readAll(filesOf(join(FILE, '..'), customers), customers)
  assert.deepEqual(problems, [])
  assert.deepEqual([...readings.keys()], ['c-1', 'c-2', 'addr-1', 'own-1'])
  const ada = mainParty(readings.get('c-1'))
  assert.equal(ada.id, 'own-customers:c-1')
  assert.deepEqual(valuesOf(ada, 'alias'), ['A. Probe', 'Ada Specimen'])
  assert.deepEqual(valuesOf(ada, 'birthDate'), ['1971-03-05'])
  assert.deepEqual(valuesOf(mainParty(readings.get('c-2')), 'addressEntity'), ['own-customers:addr-1'])
  for (const reading of readings.values()) assert.deepEqual([reading.unread, reading.problems, reading.designations], [[], [], []])
})

test('an entity that ties two others is a link between their records', async () => {
  const { readings } = await readAll(filesOf(join(FILE, '..'), customers), customers)
  const reading = readings.get('own-1') ?? assert.fail()
  assert.deepEqual(reading.parties, [])
  assert.deepEqual(
    reading.links.map(l => [l.schema, l.from, l.to, ...l.statements.map(s => `${s.property} ${s.value}`)]),
    [['Ownership', 'own-customers:c-1', 'own-customers:c-2', 'percentage 60']],
  )
})

test('when an entity was collected, its data sets and the order of values are no change', async () => {
  const one = await readAll(
    [inMemory('a.json', lines({ ...person, properties: { name: ['B', 'A'] }, last_seen: '2026-01-01', datasets: ['x'] }), customers)],
    customers,
  )
  const two = await readAll(
    [inMemory('a.json', lines({ ...person, properties: { name: ['A', 'B'] }, last_seen: '2026-02-02', datasets: ['y'] }), customers)],
    customers,
  )
  assert.deepEqual(one.bodies, two.bodies)
})

test('a schema or property that the model lacks is reported as unread, and the rest is read', async () => {
  const { readings } = await readAll(
    [
      inMemory(
        'a.json',
        lines({ ...person, properties: { name: ['Ada Probe'], shoeSize: ['38'] } }, { ...person, id: 'c-9', schema: 'Robot' }),
        customers,
      ),
    ],
    customers,
  )
  assert.deepEqual(readings.get('c-1')?.unread, [{ field: 'properties/shoeSize', text: '38' }])
  assert.deepEqual(valuesOf(mainParty(readings.get('c-1')), 'name'), ['Ada Probe'])
  assert.deepEqual(
    readings.get('c-9')?.problems.map(p => [p.code, p.seen]),
    [['schema.unknown', 'Robot']],
  )
})

test('a value that cannot be what its property holds is flagged and does not cost the entity', async () => {
  const { readings } = await readAll(
    [inMemory('a.json', lines({ ...person, properties: { name: ['Ada Probe'], birthDate: ['soon'] } }), customers)],
    customers,
  )
  assert.deepEqual(
    readings.get('c-1')?.problems.map(p => [p.code, p.severity, p.seen]),
    [['date.unreadable', 'flag', 'soon']],
  )
})

test('a line that is no entity, or a file cut off in a line, stops the version', async () => {
  for (const [text, code] of [
    [`${lines(person)}{"name":"x"}\n`, 'entity.unreadable'],
    [`${lines(person)}{"id":"c-2","schema":"Per`, 'download.truncated'],
  ] as const) {
    const { problems } = await readAll([inMemory('a.json', text, customers)], customers)
    assert.deepEqual(
      problems.map(p => [p.code, p.severity]),
      [[code, 'stop']],
    )
  }
})

test('is recognised only where it is asked for, and a file of something else is not', () => {
  const head = headOf('entities.ftm.json', readFileSync(FILE))
  assert.equal(customers.recognise(head)?.source, 'own-customers')
  const sources = collect([customers])
  assert.equal(sources.recognise(head), undefined)
  for (const other of ['<html></html>', 'id,name\n1,x\n', '{"size":1,"values":[]}', '[1]', ''])
    assert.equal(customers.recognise(headOf('x.json', Buffer.from(other))), undefined, other)
})

test('a first line longer than what is shown of a file is recognised by how it begins', () => {
  const long = lines({ ...person, properties: { name: ['Ada Probe'], notes: ['x'.repeat(100_000)] } })
  assert.equal(customers.recognise(headOf('entities.ftm.json', Buffer.from(long)))?.rendition, 'ftm')
})

test('an id of a list of the user’s own makes it known; no other unknown id does', () => {
  const sources = collect([])
  assert.equal(sources.sourceOf('own-staff').title, 'staff')
  assert.deepEqual(
    sources.all.map(s => s.id),
    ['own-staff'],
  )
  sources.add(ownSource({ name: 'staff', title: 'Our staff' }))
  assert.deepEqual(
    sources.all.map(s => s.title),
    ['Our staff'],
  )
  for (const id of ['own-', 'own-Staff', 'own-a/b', 'owner', 'un-xx']) {
    assert.equal(dynamicSource(id), undefined, id)
    assert.throws(() => sources.sourceOf(id), { code: 'source.unknown' })
  }
})

test('stands outside the default scope and is never too small or too large', () => {
  assert.deepEqual(customers.scopes, [])
  assert.equal(customers.kind, 'own')
  assert.equal(customers.bounds.maxLoss, 1)
})
