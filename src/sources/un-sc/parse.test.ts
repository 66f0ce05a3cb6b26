import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, fixture, partyOf, person } from './kit.test-data.ts'

test('joins the four name positions into one name and states no roles', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['<FIRST_NAME> RI </FIRST_NAME><SECOND_NAME>SAM</SECOND_NAME><THIRD_NAME>PUL</THIRD_NAME>', 'RI SAM PUL'],
    [
      '<FIRST_NAME>AHMAD</FIRST_NAME><SECOND_NAME>BIN SAMPLE</SECOND_NAME><THIRD_NAME></THIRD_NAME><FOURTH_NAME>AL-MODEL</FOURTH_NAME>',
      'AHMAD BIN SAMPLE AL-MODEL',
    ],
    ['<FIRST_NAME>FICTIONULLAH</FIRST_NAME><FOURTH_NAME>na</FOURTH_NAME>', 'FICTIONULLAH'],
    ['<FIRST_NAME>NA</FIRST_NAME><SECOND_NAME>SAM</SECOND_NAME>', 'NA SAM'],
  ]
  for (const [inner, name] of cases) {
    const reading = await person(inner)
    assert.deepEqual(all(reading, 'name'), [name])
    for (const role of ['firstName', 'middleName', 'lastName']) assert.deepEqual(all(reading, role), [])
  }
})

test('sorts aliases by quality, leaves empty ones out and takes apart those that share an element', async () => {
  const reading = (await fixture('consolidated-2026')).get('QDi.901')
  assert.deepEqual(all(reading, 'name'), ['KARIM BIN SAMPLE AL-MODEL', 'كريم بن سامبل المودل'])
  assert.deepEqual([...all(reading, 'alias')].sort(), ['Kareem Sampel', 'Karim Beispiel', 'Karim Sampil', 'Qarim Sampel'])
  assert.deepEqual([...all(reading, 'weakAlias')].sort(), ['Abu Model', 'Abu Modil', 'Abu-Mudil', 'أبو مودل'].sort())
  assert.deepEqual(all(reading, 'previousName'), ['Karim Exampel'])
  const statement = partyOf(reading).statements.find(s => s.value === 'Qarim Sampel')
  assert.deepEqual([statement?.text, statement?.field], ['Kareem Sampel; Karim Sampil; Qarim Sampel', 'INDIVIDUAL_ALIAS/ALIAS_NAME'])
})

test('reads what bodies are called, with former names and abbreviations apart', async () => {
  const now = await fixture('consolidated-2026')
  assert.deepEqual(all(now.get('QDe.909'), 'name'), ['SAMPLE RELIEF FOUNDATION'])
  assert.deepEqual(all(now.get('QDe.909'), 'weakAlias'), ['SRF'])
  assert.deepEqual(all(now.get('QDe.909'), 'alias'), ['The Sample Base'])
  assert.deepEqual(all(now.get('QDe.909'), 'previousName'), ['Old Sample Trust'])
  assert.deepEqual(all(now.get('KPe.910'), 'alias'), ['模型船务(香港)有限公司'])
  const old = await fixture('consolidated-2015')
  assert.deepEqual(all(old.get('CDe.985'), 'name'), ['COMPAGNIE DES EXEMPLES'])
  assert.deepEqual(all(old.get('CDe.985'), 'alias'), ['SAMPLE LAKES COMPANY'])
  assert.deepEqual(all(old.get('CDe.985'), 'weakAlias'), ['CDE', 'SLC'])
  assert.deepEqual(all(old.get('IQe.986'), 'name'), ['STATE COMPANY FOR SAMPLES/MOSUL'])
})

test('reads birth dates as precise as stated, each element an alternative', async () => {
  const now = await fixture('consolidated-2026')
  assert.deepEqual([...all(now.get('QDi.901'), 'birthDate')].sort(), ['1957-04-03', '1958/1960', '1979-12-31'])
  assert.deepEqual([...all(now.get('TAi.902'), 'birthDate')].sort(), ['1965~', '1982-04~'])
  assert.deepEqual(all(now.get('SDi.908'), 'birthDate'), ['1973-11'])
  const old = await fixture('consolidated-2015')
  assert.deepEqual(all(old.get('QDi.943'), 'birthDate'), ['1960-01-01'])
  assert.deepEqual(all(old.get('TAi.971'), 'birthDate'), ['1955/1958~'])
})

test('one birth element that cannot be read spoils neither the person nor the list', async () => {
  const bad = await person(
    '<FIRST_NAME>KARIM</FIRST_NAME>' +
      '<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>abc-1956</FROM_YEAR><TO_YEAR>1960</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>' +
      '<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1957-04-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>',
  )
  assert.deepEqual(all(bad, 'birthDate'), ['1957-04-03'])
  assert.deepEqual(all(bad, 'notes'), ['Born in 1960 at the latest'])
  assert.deepEqual(
    bad.problems.map(p => [p.code, p.severity, p.field, p.seen, p.record]),
    [['date.unreadable', 'flag', 'INDIVIDUAL_DATE_OF_BIRTH/FROM_YEAR', 'abc-1956', 'QDi.950']],
  )
  const empty = await person(
    '<FIRST_NAME>NADIA</FIRST_NAME><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE></INDIVIDUAL_DATE_OF_BIRTH>',
  )
  assert.deepEqual(all(empty, 'birthDate'), [])
  const circa = await person(
    '<FIRST_NAME>OMAR</FIRST_NAME><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1965</YEAR></INDIVIDUAL_DATE_OF_BIRTH>',
  )
  assert.deepEqual(all(circa, 'birthDate'), ['1965~'])
})

test('a kind of date or of alias that is not known is flagged, and the value kept', async () => {
  const reading = await person(
    '<FIRST_NAME>OMAR</FIRST_NAME><INDIVIDUAL_ALIAS><QUALITY>Splendid</QUALITY><ALIAS_NAME>Umar</ALIAS_NAME></INDIVIDUAL_ALIAS>' +
      '<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>GUESSED</TYPE_OF_DATE><YEAR>1965</YEAR></INDIVIDUAL_DATE_OF_BIRTH>',
  )
  assert.deepEqual(reading.problems.map(p => p.code).sort(), ['alias.quality-unknown', 'date.kind-unknown'])
  assert.deepEqual([all(reading, 'alias'), all(reading, 'birthDate')], [['Umar'], ['1965']])
})

test('keeps present, former and possible nationality apart', async () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['Jordan', ['jo'], []],
    ['USSR (until 1991)', [], ['suhh']],
    ['Kuwaiti citizenship withdrawn in 2002', [], ['kw']],
    ['Possibly Ethiopian', [], ['et']],
    ['Sudan/South Sudan', ['sd', 'ss'], []],
    ['na', [], []],
  ]
  for (const [text, present, other] of cases) {
    const reading = await person(`<FIRST_NAME>A</FIRST_NAME><NATIONALITY><VALUE>${text}</VALUE></NATIONALITY>`)
    assert.deepEqual([all(reading, 'nationality'), all(reading, 'country')], [present, other], text)
    assert.deepEqual(reading.problems, [], text)
  }
  const odd = await person('<FIRST_NAME>A</FIRST_NAME><NATIONALITY><VALUE>Atlantean</VALUE></NATIONALITY>')
  assert.deepEqual([odd.problems.map(p => p.code), all(odd, 'notes')], [['country.unknown'], ['Nationality: Atlantean']])
})

test('reads addresses and places of birth, with countries out of phrases and prose', async () => {
  const now = await fixture('consolidated-2026')
  assert.deepEqual([...all(now.get('QDi.901'), 'address')].sort(), ['12 Sample Street, Amman, Jordan', '7 Model Road, Tripoli, Libya'])
  assert.deepEqual([...new Set(all(now.get('QDi.901'), 'country'))].sort(), ['jo', 'kw', 'ly'])
  assert.deepEqual(
    [all(now.get('QDi.901'), 'birthPlace').includes('Zarqa, Jordan'), [...all(now.get('QDi.901'), 'birthCountry')].sort()],
    [true, ['dz', 'jo']],
  )
  assert.deepEqual(all(now.get('TAi.902'), 'birthCountry'), ['af'])
  assert.deepEqual(all(now.get('SDi.908'), 'birthCountry'), ['sd', 'ss'])
  assert.deepEqual(all(now.get('QDe.909'), 'phone'), ['5550142'])
  assert.deepEqual([...all(now.get('QDe.909'), 'address')].sort(), [
    '99 Sample Center, Block 5, Karachi, Pakistan; Phone 555-0142',
    'Karachi, Pakistan',
  ])
  const old = await fixture('consolidated-2015')
  assert.deepEqual(all(old.get('QDi.943'), 'country').slice().sort(), ['ps', 'sy', 'tr'])
  assert.deepEqual(all(old.get('CDe.985'), 'phone'), ['+3235550142', '+3235550143'])
})
