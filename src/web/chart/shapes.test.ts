import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Interval, place, type Scale, type Shape, shapesOf } from './shapes.ts'

/** One pixel a day. */
const scale: Scale = { from: '2000-01-01', to: '2010-01-01', width: 3653 }
const now = '2009-01-01'
const NOW = place(now, scale)

const known = (day: string) => ({ after: place(day, scale) > 0 ? before(day) : '1999-12-31', by: day })
const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
const listed: Interval = {
  status: 'listed',
  start: known('2002-01-01'),
  end: null,
  lastRead: '2008-12-31',
  recalled: false,
  disputed: false,
}
const draw = (...intervals: readonly Interval[]) => shapesOf(intervals, scale, now)
const kinds = (shapes: readonly Shape[]) => [...new Set(shapes.map(s => s.kind))].sort()
const only = (shapes: readonly Shape[], kind: Shape['kind']) => shapes.filter(s => s.kind === kind)

test('each status has the marks of its own', () => {
  const table: readonly [string, readonly Interval[], readonly Shape['kind'][]][] = [
    ['listed, read to this day', [listed], ['bar', 'cap']],
    ['listed, not read since', [{ ...listed, lastRead: '2005-01-01' }], ['bar', 'cap', 'thin']],
    ['suspended', [{ ...listed, status: 'suspended' }], ['cap', 'hatch']],
    ['removed', [{ ...listed, end: known('2006-01-01') }], ['bar', 'cap', 'dash', 'stroke']],
    ['no entry', [{ ...listed, status: 'never', start: null, lastRead: '2005-01-01' }], ['dots', 'hair', 'reading']],
    ['no entry, never read', [{ ...listed, status: 'never', start: null, lastRead: null }], ['dots']],
    ['unknown', [{ ...listed, status: 'unknown' }], []],
    ['not yet listed', [{ ...listed, status: 'not-listed' }], []],
    ['recalled', [{ ...listed, recalled: true }], ['bar', 'cap', 'ring']],
    ['disputed', [{ ...listed, disputed: true }], ['cap', 'frame']],
    ['disputed, not read since', [{ ...listed, disputed: true, lastRead: '2005-01-01' }], ['cap', 'frame', 'presumed']],
    ['unknown start', [{ ...listed, start: { after: null, by: '2004-01-01' } }], ['bar', 'slice']],
    ['start known to the year', [{ ...listed, start: { after: '2003-12-31', by: '2004-12-31' } }], ['bar', 'slice']],
    ['end in an interval', [{ ...listed, end: { after: '2005-01-01', by: '2006-01-01' } }], ['bar', 'cap', 'dash', 'slice', 'stroke']],
  ]
  for (const [name, intervals, expected] of table) assert.deepEqual(kinds(draw(...intervals)), [...expected].sort(), name)
})

test('a known start is a cap on its day and the bar reaches to today', () => {
  const shapes = draw(listed)
  assert.equal(only(shapes, 'cap')[0]?.x, place('2002-01-01', scale))
  const [bar] = only(shapes, 'bar')
  assert.ok(bar)
  assert.equal(bar.x + bar.width, NOW)
})

test('after the last reading the listing goes on as a thin bar, from that reading to today', () => {
  const shapes = draw({ ...listed, lastRead: '2005-01-01' })
  const [bar, thin] = [only(shapes, 'bar')[0], only(shapes, 'thin')[0]]
  assert.ok(bar && thin)
  assert.equal(bar.x + bar.width, place('2005-01-02', scale))
  assert.equal(thin.x, place('2005-01-02', scale))
  assert.equal(thin.x + thin.width, NOW)
})

test('an unknown start breaks up before the first reading and never has a cap', () => {
  const shapes = draw({ ...listed, start: { after: null, by: '2004-01-01' } })
  const first = place('2004-01-01', scale)
  assert.equal(only(shapes, 'cap').length, 0)
  for (const slice of only(shapes, 'slice')) assert.ok(slice.x >= first - 28 && slice.x + slice.width <= first)
})

test('slices cover the whole interval a day may lie in and thicken towards what is sure', () => {
  const shapes = only(draw({ ...listed, start: { after: '2003-12-31', by: '2004-12-31' } }), 'slice')
  assert.equal(shapes[0]?.x, place('2004-01-01', scale))
  const widths = shapes.map(s => s.width)
  assert.deepEqual(
    widths,
    widths.toSorted((a, b) => a - b),
  )
  const last = shapes.at(-1)
  assert.ok(last && last.x + last.width <= place('2004-12-31', scale))
})

test('a suspension follows a listing without a removal between them', () => {
  const shapes = draw({ ...listed, end: known('2006-01-01') }, { ...listed, status: 'suspended', start: known('2006-01-01') })
  assert.equal(only(shapes, 'stroke').length, 0)
  assert.equal(only(shapes, 'hatch')[0]?.x, place('2006-01-01', scale))
})

test('a stretch of removal draws one stroke, whether the source states the removal or only the end', () => {
  const ended = { ...listed, end: known('2006-01-01') }
  const stated = draw(ended, { ...listed, status: 'delisted', start: known('2006-01-01') })
  assert.equal(only(stated, 'stroke').length, 1)
  assert.equal(only(draw(ended), 'stroke').length, 1)
})

test('a party listed again shows the gap between its two stretches', () => {
  const shapes = draw({ ...listed, end: known('2004-01-01') }, { ...listed, start: known('2006-01-01') })
  assert.equal(only(shapes, 'bar').length, 2)
  const [dash] = only(shapes, 'dash')
  assert.ok(dash)
  assert.equal(dash.x + dash.width, place('2006-01-01', scale))
})

test('nothing is drawn outside the scale or after the day up to which things are known', () => {
  const narrow: Scale = { from: '2003-01-01', to: '2005-01-01', width: 400 }
  for (const shape of shapesOf([{ ...listed, start: { after: null, by: '2002-01-01' } }], narrow, now)) {
    assert.ok(shape.x >= 0 && shape.x + shape.width <= 400.05, JSON.stringify(shape))
    assert.notEqual(shape.kind, 'slice')
  }
  for (const shape of draw(listed)) assert.ok(shape.x + shape.width <= NOW + 2)
})
