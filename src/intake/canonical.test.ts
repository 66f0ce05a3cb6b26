import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { canonical, toBody } from './canonical.ts'
import { Cursor, leaves } from './cursor.ts'
import type { XmlElement } from './types.ts'

const el = (name: string, text = '', children: readonly XmlElement[] = [], attributes: Record<string, string> = {}): XmlElement => ({
  name,
  text,
  children,
  attributes,
})

test('writes an element as text, or as lists by name', () => {
  const element = el('E', '', [el('B', 'two'), el('A', 'x', [], { id: '7' }), el('B', 'one')])
  assert.deepEqual(canonical(element), { A: [{ '#text': 'x', '@id': '7' }], B: ['one', 'two'] })
})

test('leaves out what is empty, and squeezes white space', () => {
  const element = el('E', '', [el('A'), el('B', '  two\n  words '), el('C', '', [el('D', ' ')]), el('F', '', [], { note: '' })])
  assert.deepEqual(canonical(element), { B: ['two words'] })
  assert.equal(canonical(el('E', ' ')), undefined)
  assert.deepEqual(canonical(el('E', '', [el('A')]), { keepEmpty: true }), { A: [''] })
})

test('keeps order and lines where they are said to matter', () => {
  const element = el('E', '', [el('L', 'b'), el('L', 'a'), el('T', 'one\n  two')])
  assert.deepEqual(canonical(element, { ordered: ['L'], lines: ['T'] }), { L: ['b', 'a'], T: ['one\ntwo'] })
})

test('makes numbers, truth values, null and absence one form', () => {
  assert.equal(toBody({ b: 5, a: [true, null, 'x'], c: null, d: [] }), toBody({ a: ['true', 'x'], b: '5' }))
  assert.equal(toBody({ a: 'e\u0301' }), toBody({ a: '\u00e9' }))
  assert.equal(toBody(null), '""')
})

const NAMES = fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor')
const ATTRIBUTES = fc.dictionary(fc.constantFrom('x', 'y'), fc.string({ maxLength: 4 }))
const tree: fc.Arbitrary<XmlElement> = fc.letrec<{ node: XmlElement }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ name: NAMES, text: fc.string({ maxLength: 6 }), attributes: ATTRIBUTES, children: fc.constant([]) }),
    fc.record({
      name: NAMES,
      text: fc.string({ maxLength: 6 }),
      attributes: ATTRIBUTES,
      children: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
})).node

const shuffled = (element: XmlElement, seed: number): XmlElement => ({
  ...element,
  text: ` ${element.text}\n`,
  children: [...element.children].sort((a, b) => (hash(a, seed) < hash(b, seed) ? -1 : 1)).map(child => shuffled(child, seed + 1)),
})
const hash = (element: XmlElement, seed: number) =>
  [...JSON.stringify(element)].reduce((h, c) => (h * 31 + c.charCodeAt(0) + seed) % 10_007, seed)

test('is blind to the order of elements and to outer white space', () => {
  fc.assert(
    fc.property(tree, fc.integer({ min: 0, max: 1000 }), (element, seed) => {
      assert.equal(toBody(canonical(shuffled(element, seed))), toBody(canonical(element)))
    }),
    { numRuns: 300 },
  )
})

test('a cursor that takes every leaf leaves nothing unread, and one that takes none leaves all', () => {
  fc.assert(
    fc.property(tree, element => {
      const body = toBody(canonical(el('E', '', [element])))
      const all = leaves(body)
      assert.deepEqual(new Cursor(body).unread(), all)
      const cursor = new Cursor(body)
      for (const { field } of all) cursor.takeAll(field)
      assert.deepEqual(cursor.unread(), [])
    }),
    { numRuns: 300 },
  )
})

test('a cursor walks lists, names fields without numbers, and remembers through its children', () => {
  const cursor = new Cursor(
    toBody({
      ALIAS: [
        { NAME: 'a', KIND: 'x' },
        { NAME: 'b', NOTE: '' },
      ],
      ID: '1',
      REST: 'left',
    }),
  )
  assert.equal(cursor.take('ID'), '1')
  assert.equal(cursor.take('MISSING'), '')
  assert.deepEqual(
    cursor.children('ALIAS').map(alias => alias.takeLeaf('NAME')),
    [
      { field: 'ALIAS/NAME', text: 'a' },
      { field: 'ALIAS/NAME', text: 'b' },
    ],
  )
  assert.deepEqual(cursor.unread(), [
    { field: 'ALIAS/KIND', text: 'x' },
    { field: 'REST', text: 'left' },
  ])
  cursor.skip('ALIAS')
  assert.equal(cursor.peek('REST'), 'left')
  assert.equal(cursor.fieldOf('X'), 'X')
  assert.deepEqual(cursor.unread(), [{ field: 'REST', text: 'left' }])
})

test('taking the first of several leaves the others to be reported', () => {
  const cursor = new Cursor(toBody({ V: ['1', '2'] }))
  assert.equal(cursor.take('V'), '1')
  assert.deepEqual(cursor.unread(), [{ field: 'V', text: '2' }])
})

test('a cursor reads a text, a list and nothing alike', () => {
  const births = (value: unknown) => new Cursor(toBody({ id: 'x', births: value })).takeAll('births').map(leaf => leaf.text)
  assert.deepEqual(
    [births('1961-02-03'), births(['1970', '1971-05-01']), births(null), births([])],
    [['1961-02-03'], ['1970', '1971-05-01'], [], []],
  )
  const odd = new Cursor(toBody({ births: { from: '1970' } }))
  assert.deepEqual([odd.takeAll('births'), odd.unread()], [[], [{ field: 'births/from', text: '1970' }]])
})
