import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, fileOf, fixture, person, readText, source } from './kit.test-data.ts'
import { referenceKey } from './read.ts'

test('takes the day of listing as written, whatever time or zone stands behind it', async () => {
  for (const [text, day] of [
    ['2015-04-07-04:00', '2015-04-07'],
    ['2014-11-01T00:00:00', '2014-11-01'],
    ['2019-02-28', '2019-02-28'],
  ] as const) {
    const { designations } = await person(`<FIRST_NAME>A</FIRST_NAME><LISTED_ON>${text}</LISTED_ON>`)
    assert.deepEqual([designations[0]?.from?.earliest, designations[0]?.from?.latest], [day, day], text)
  }
})

test('a day of listing that cannot be read is flagged and left open', async () => {
  const { designations, problems } = await person('<FIRST_NAME>A</FIRST_NAME><LISTED_ON>soon after the vote</LISTED_ON>')
  assert.equal(designations[0]?.from, undefined)
  assert.equal(designations[0]?.status, 'listed')
  assert.deepEqual(
    problems.map(p => p.code),
    ['date.unreadable'],
  )
})

test('maps each regime to its list, with the resolution in force on the day of listing first', async () => {
  const readings = new Map([
    ...(await fixture('consolidated-2026')),
    ...(await fixture('consolidated-2015')),
    ...(await fixture('consolidated-2023')),
  ])
  const cases: readonly (readonly [string, string, string])[] = [
    ['QDi.901', 'un-1267', 'unscr-1989'],
    ['QDe.909', 'un-1267', 'unscr-1333'],
    ['TAi.902', 'un-1988', 'unscr-1333'],
    ['TAi.971', 'un-1988', 'unscr-1988'],
    ['KPi.903', 'un-1718', 'unscr-1718'],
    ['IRi.904', 'un-1737', 'unscr-1737'],
    ['SDi.908', 'un-1591', 'unscr-1591'],
    ['HTi.906', 'un-2653', 'unscr-2653'],
    ['YEe.912', 'un-2140', 'unscr-2624'],
    ['LRi.981', 'un-1521', 'unscr-1532'],
    ['CIi.982', 'un-1572', 'unscr-1572'],
    ['CDe.985', 'un-1533', 'unscr-1533'],
    ['IQe.986', 'un-1518', 'unscr-1483'],
    ['MLi.951', 'un-2374', 'unscr-2374'],
    ['GBi.961', 'un-2048', 'unscr-2048'],
    ['SOi.962', 'un-751-2713', 'unscr-1844'],
    ['LYi.963', 'un-1970', 'unscr-1970'],
    ['CFi.964', 'un-2127', 'unscr-2134'],
    ['SSi.965', 'un-2206', 'unscr-2206'],
  ]
  for (const [key, list, instrument] of cases) {
    const [designation] = readings.get(key)?.designations ?? []
    assert.deepEqual([designation?.list, designation?.instruments[0], designation?.status], [list, instrument, 'listed'], key)
  }
  assert.ok(all(readings.get('TAi.902'), 'topics').includes('crime.terror'))
  assert.deepEqual(all(readings.get('KPi.903'), 'topics'), ['sanction'])
})

test('a regime that is not known is flagged and listed under the whole list', async () => {
  const { readings } = await readText(
    fileOf(
      '<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME><UN_LIST_TYPE>Atlantis</UN_LIST_TYPE><REFERENCE_NUMBER>ATi.001</REFERENCE_NUMBER></INDIVIDUAL>',
    ),
  )
  assert.deepEqual(
    readings[0]?.problems.map(p => [p.code, p.seen]),
    [['programme.unknown', 'Atlantis']],
  )
  assert.equal(readings[0]?.designations[0]?.list, 'un-consolidated')
})

test('gives a number its steady form', () => {
  for (const [text, key] of [
    ['QDi.343.', 'QDi.343'],
    ['TAI.171', 'TAi.171'],
    ['KPE.018', 'KPe.018'],
    ['QI.A.12.01.', 'QI.A.12.01'],
    ['QI.A.313.13', 'QI.A.313.13'],
    [' CDi.001 ', 'CDi.001'],
  ] as const) {
    assert.equal(referenceKey(text), key)
  }
})

test("a committee's file quotes the numbers of the consolidated list", async () => {
  const reading = (await fixture('committee-1267-2024', source('un-sc-1267'))).get('QDi.943')
  assert.deepEqual(reading?.references, [{ party: 'un-sc-1267:QDi.943', scheme: 'un', value: 'QDi.943', field: 'REFERENCE_NUMBER' }])
  assert.deepEqual([...all(reading, 'birthDate')].sort(), ['1960-04-11', '1963-04-11'])
  assert.ok(all(reading, 'alias').includes('سيف فكشن'))
})
