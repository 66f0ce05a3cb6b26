import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, type Outcome, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  spoil: (text, { part }) => (part === 'schedule' ? text.replace('LegUnorderedList', 'LegTable') : text.replaceAll('govspeak', 'article')),
})

const folder = join(import.meta.dirname, 'fixtures/both')
const LAW = 'terrorism-act-2000-schedule-2.html'
const PAGE = 'gov-uk-accessible-version.html'
async function read(names: readonly string[] = [LAW, PAGE], alter: (text: string) => string = text => text): Promise<Outcome> {
  const files = names.map(name => heldFile(join(folder, name), alter(readFileSync(join(folder, name), 'utf8'))))
  const [publication] = publicationsOf(source, files, () => '')
  assert.ok(publication)
  return outcomeOf(source, asSourceFiles(publication))
}
const readingOf = ({ records, readings }: Outcome, key: string) => {
  const reading = readings[records.findIndex(record => record.key === key)]
  assert.ok(reading?.parties[0], key)
  return { ...reading, party: reading.parties[0] }
}

test('marks of amendments are no words of the law, and a repealed item is none', async () => {
  const { records } = await read([LAW])
  assert.deepEqual(
    records.map(({ key }) => key),
    ['sample-front', 'specimen-brigades', 'example-harakat', 'army-of-fictional-specimens', 'organisation-of-invented-persons'],
  )
})

test('names that an item includes are other names of it', async () => {
  const found = await read()
  const names = (key: string) => {
    const { party } = readingOf(found, key)
    return [...valuesOf(party, 'name'), ...valuesOf(party, 'alias')]
  }
  assert.deepEqual(names('specimen-brigades'), ['Specimen Brigades', 'Specimen Youth', 'Shabab al-Specimen', 'SY'])
  assert.deepEqual(names('example-harakat'), ['Example Harakat', 'EH', 'Example Harakat Political Wing'])
  assert.deepEqual(names('sample-front'), ['Sample Front', 'SF'])
})

test('a footnote on a whole item tells its day, the page the month of others', async () => {
  const found = await read()
  const from = (key: string) => readingOf(found, key).designations[0]?.from
  assert.equal(from('army-of-fictional-specimens')?.earliest, '2025-07-05')
  assert.deepEqual([from('sample-front')?.earliest, from('sample-front')?.latest], ['2001-03-01', '2001-03-31'])
  assert.equal(from('organisation-of-invented-persons'), undefined)
})

test('a footnote on a part of an item tells nothing of the item', async () => {
  const found = await read([LAW], text =>
    text.replace(
      '<span class="LegAddition">Army of Fictional Specimens (Jaysh al-Khayal) (JK)</span>',
      'Army of Fictional Specimens <span class="LegAddition">(Jaysh al-Khayal)</span>',
    ),
  )
  assert.equal(readingOf(found, 'army-of-fictional-specimens').designations[0]?.from, undefined)
})

test('an order named by its number is an instrument', async () => {
  const found = await read([LAW], text => text.replace('Order 2016 (invented)', 'Order 2016 (S.I. 2016/770)'))
  assert.deepEqual(readingOf(found, 'specimen-brigades').designations[0]?.instruments, ['gb-si-2016-770', 'gb-ta-2000'])
})

test('an organisation that was removed is told as such', async () => {
  const { designations, party } = readingOf(await read(), 'removed/sample-division')
  assert.deepEqual(
    designations.map(d => [d.status, d.to?.earliest, d.to?.latest]),
    [['delisted', '2019-12-01', '2019-12-31']],
  )
  assert.deepEqual(valuesOf(party, 'topics'), [])
})

test('a group that only the page names is told and listed by nothing', async () => {
  const found = await read([LAW, PAGE], text => text.replace('Sample Front (SF) - Proscribed', 'Unheard Front (UF) - Proscribed'))
  assert.ok(found.problems.some(({ code, seen }) => code === 'parts.differ' && seen.startsWith('Unheard Front')))
  assert.ok(!found.records.some(({ key }) => key.includes('unheard')))
})

test('the page alone is no publication', async () => {
  const { problems } = await read([PAGE])
  assert.ok(problems.some(({ code, severity }) => code === 'part.missing' && severity === 'stop'))
})
