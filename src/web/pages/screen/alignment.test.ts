import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linksAsWritten, segmentsOf, writtenOf } from './alignment.ts'

const said = (query: string, listed: string, kind: string) =>
  segmentsOf({ query: [query], listed: [listed], kind }).map(s => `${s.op} ${s.asked}|${s.recorded}`)

test('letters that agree are kept together, and what differs stands alone', () => {
  assert.deepEqual(said('haqani', 'haqqani', 'edits'), ['same haq|haq', 'miss |q', 'same ani|ani'])
  assert.deepEqual(said('Netwrok', 'network', 'edits'), ['same Netw|netw', 'miss r|', 'same o|o', 'miss |r', 'same k|k'])
})

test('a rule brings whole words together, whatever their letters', () => {
  assert.deepEqual(said('Сираджудин', 'Sirajuddin', 'script'), ['rule Сираджудин|Sirajuddin'])
  assert.deepEqual(said('Bob', 'Robert', 'nickname'), ['rule Bob|Robert'])
})

test('a word without a partner stands against nothing', () => {
  assert.deepEqual(segmentsOf({ query: ['jallaloudine'], listed: [], kind: 'missing' }), [
    { asked: 'jallaloudine', recorded: '', op: 'miss' },
  ])
  assert.deepEqual(segmentsOf({ query: [], listed: ['khan'], kind: 'extra' }), [{ asked: '', recorded: 'khan', op: 'miss' }])
})

test('the segments of both sides join to the words they were cut from', () => {
  for (const [a, b] of [
    ['muhammed', 'mohammad'],
    ['yusuf', 'yousef'],
    ['a', 'bcd'],
    ['gadafi', 'qadhdhafi'],
  ] as const) {
    const segments = segmentsOf({ query: [a], listed: [b], kind: 'edits' })
    assert.equal(segments.map(s => s.asked).join(''), a)
    assert.equal(segments.map(s => s.recorded).join(''), b)
  }
})

test('words stand as they were written, letters of two scripts as they were compared', () => {
  const link = { query: ['siradzhudin'], listed: ['sirajuddin'], asked: ['сираджудин'] }
  assert.deepEqual(segmentsOf({ ...link, kind: 'script' }), [{ asked: 'сираджудин', recorded: 'sirajuddin', op: 'rule' }])
  const letters = segmentsOf({ ...link, kind: 'edits' })
  assert.equal(letters.map(s => s.asked).join(''), 'siradzhudin')
  assert.deepEqual(writtenOf({ ...link, kind: 'script' }), { asked: 'сираджудин', recorded: 'sirajuddin' })
  const cyrillic = segmentsOf({ query: ['umar'], listed: ['omar'], asked: ['умар'], recorded: ['омар'], kind: 'edits' })
  assert.deepEqual(
    cyrillic.map(s => `${s.op} ${s.asked}|${s.recorded}`),
    ['miss у|о', 'same мар|мар'],
  )
})

test('links stand in the order asked, and words that a link does not tell are those the others leave', () => {
  const links = [
    { query: ['khakani'], listed: ['khakani'], asked: ['хакани'], recorded: ['хакани'], kind: 'same' },
    { query: ['siradzhudin'], listed: ['siradzh', 'din'], asked: ['сираджудин'], kind: 'joined' },
  ]
  const [first, second] = linksAsWritten(links, 'Сираджудин Хакани', 'Сираджуддин Хакани')
  assert.deepEqual([first && writtenOf(first), first?.kind], [{ asked: 'сираджудин', recorded: 'Сираджуддин' }, 'edits'])
  assert.equal(second?.kind, 'same')
  assert.deepEqual(
    segmentsOf(first as (typeof links)[number]).map(s => s.op),
    ['same', 'miss', 'same'],
  )
})
