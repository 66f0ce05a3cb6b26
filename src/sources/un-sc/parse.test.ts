import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Party, type Reading, type Source, valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, heldFiles, outcomeOf, publicationsOf } from '../suite.ts'
import { numberIn } from './documents.ts'
import sources from './index.ts'
import { referenceKey } from './read.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const source = (id: string): Source => sources.find(s => s.id === id) ?? assert.fail(`no source ${id}`)
const unSc = source('un-sc')

async function fixture(name: string, of: Source = unSc): Promise<ReadonlyMap<string, Reading>> {
  const [publication] = publicationsOf(of, heldFiles(join(FIXTURES, name)), () => name)
  assert.ok(publication, name)
  const { records, readings } = await outcomeOf(of, asSourceFiles(publication))
  return new Map(records.map(({ key }, i) => [key, readings[i] ?? assert.fail(key)]))
}

/** A consolidated file of these entries and two of other regimes, so that it is one. */
const fileOf = (entries: string, dateGenerated = '2026-03-01T08:00:00.000Z') =>
  `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="${dateGenerated}"><INDIVIDUALS>${entries}` +
  ['Libya/LYi.999', 'Mali/MLi.999']
    .map(pair => pair.split('/'))
    .map(
      ([type, key]) =>
        `<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>FILLER</FIRST_NAME><UN_LIST_TYPE>${type}</UN_LIST_TYPE><REFERENCE_NUMBER>${key}</REFERENCE_NUMBER></INDIVIDUAL>`,
    )
    .join('') +
  '</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>'

async function readText(text: string, of: Source = unSc) {
  const file = heldFile('consolidated/2026-03-01.xml', text)
  return outcomeOf(of, asSourceFiles({ files: [{ ...file, part: 'main', rendition: 'xml' }] }))
}

/** The reading of one person given by what the entry holds besides number and regime. */
async function person(inner: string): Promise<Reading> {
  const { readings } = await readText(
    fileOf(`<INDIVIDUAL><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.950</REFERENCE_NUMBER>${inner}</INDIVIDUAL>`),
  )
  return readings[0] ?? assert.fail('no reading')
}
const partyOf = (reading: Reading | undefined): Party => reading?.parties[0] ?? assert.fail('no party')
const all = (reading: Reading | undefined, property: string) => valuesOf(partyOf(reading), property)

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
  const { designations, problems } = await person('<FIRST_NAME>A</FIRST_NAME><LISTED_ON>spring of 2015</LISTED_ON>')
  assert.equal(designations[0]?.from, undefined)
  assert.equal(designations[0]?.status, 'listed')
  assert.deepEqual(
    problems.map(p => p.code),
    ['date.unreadable'],
  )
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

test('sorts documents by kind, wherever type and number stand', async () => {
  const now = await fixture('consolidated-2026')
  const numbers = (reading: Reading | undefined) =>
    ['passportNumber', 'idNumber', 'taxNumber', 'socialSecurityNumber'].map(property => all(reading, property))
  assert.deepEqual(numbers(now.get('QDi.901')), [['990001'], [], ['MDLKRM57D03Z220X'], ['900-12-3456']])
  assert.deepEqual(numbers(now.get('TAi.902')), [['SE 990820'], ['99887'], [], []])
  assert.deepEqual(numbers(now.get('KPi.903')), [['PS990420397'], [], [], []])
  const old = await fixture('consolidated-2015')
  assert.deepEqual(numbers(old.get('QDi.943')), [['A990288'], [], [], []])
  assert.deepEqual(numbers((await fixture('committee-1267-2014', source('un-sc-1267'))).get('QI.F.943.14')), [['990354'], [], [], []])
})

test('finds the number in what stands in a number field', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['A990001', 'A990001'],
    ['Libya B/990210', 'B/990210'],
    ['BN 9906361', 'BN 9906361'],
    ['A990288 (MISUSE)', 'A990288'],
    ['No. 96/990442', '96/990442'],
    ['R00099098, South Sudan', 'R00099098'],
    ['Afghan passport number SE 990820', 'SE 990820'],
    ['German travel document (“Reiseausweis”) A 9909243', 'A 9909243'],
    ['Russian passport number 8208 No. 990627', '8208 990627'],
  ]
  for (const [text, number] of cases) assert.equal(numberIn(text).number, number, text)
})

test('reads the facts that comments state, and keeps the whole comment', async () => {
  const now = await fixture('consolidated-2026')
  const karim = now.get('QDi.901')
  assert.deepEqual(
    ['fatherName', 'motherName', 'eyeColor', 'hairColor', 'deathDate', 'gender', 'title', 'sourceUrl'].map(p => all(karim, p)),
    [
      ['Nadim al-Model'],
      ['Salma Fictional'],
      ['brown'],
      ['black'],
      ['2021-03~'],
      ['male'],
      ['Amir'],
      ['https://www.interpol.int/en/How-we-work/Notices/View-UN-Notices-Individuals'],
    ],
  )
  assert.ok(all(karim, 'notes').some(note => note.endsWith('was concluded on 8 November 2022.')))
  assert.deepEqual(all(now.get('TAi.902'), 'gender'), ['male'])
  assert.deepEqual([all(now.get('KPe.910'), 'imoNumber'), all(now.get('KPe.910'), 'swiftBic')], [['IMO5342883'], ['MDLSKPPY']])
  assert.deepEqual([all(now.get('QDe.909'), 'taxNumber'), all(now.get('QDe.909'), 'email')], [['7700774'], ['relief@sample.example']])
  assert.deepEqual(all(now.get('KPi.903'), 'gender'), [])
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

test('a written correction holds for one exact text in one field', async () => {
  const repaired = await person('<FIRST_NAME>A</FIRST_NAME><INDIVIDUAL_ADDRESS><COUNTRY>Milan</COUNTRY></INDIVIDUAL_ADDRESS>')
  assert.deepEqual([all(repaired, 'country'), repaired.problems], [['it'], []])
  const other = await person('<FIRST_NAME>A</FIRST_NAME><INDIVIDUAL_ADDRESS><COUNTRY>Turin</COUNTRY></INDIVIDUAL_ADDRESS>')
  assert.deepEqual([all(other, 'country'), other.problems.map(p => p.code)], [[], ['country.unknown']])
})
