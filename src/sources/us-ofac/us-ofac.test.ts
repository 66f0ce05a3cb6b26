import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { filesOf, inMemory, mainParty, readAll, said } from '../../../test/support/read-source.ts'
import { headOf } from '../../intake/index.ts'
import { type Reading, type Source, valuesOf } from '../../model/index.ts'
import { sourceSuite } from '../suite.ts'
import sources from './index.ts'

sourceSuite({
  sources,
  folder: import.meta.dirname,
  spoil: (text, { rendition }) => {
    if (rendition === 'ff') return text.replace(/\r\n/g, 'x\r\n')
    if (!rendition.endsWith('xml')) return text.replace(/^/gm, '1,')
    return text.replace(/<(?=uid>|generalInfo>|Profile )/g, '<shoeSize>44</shoeSize><')
  },
})

const FIXTURES = join(import.meta.dirname, 'fixtures')
const source = (id: string): Source => sources.find(s => s.id === id) ?? assert.fail(`no source ${id}`)
const [sdn, consolidated] = [source('us-ofac-sdn'), source('us-ofac-consolidated')]
const publication = (folder: string, of: Source) => filesOf(join(FIXTURES, folder), of)

/** A publication of one row of SDN.CSV, given by its remarks. */
const remarksOnly = async (remarks: string, type = 'individual') =>
  (
    await readAll(
      [
        inMemory(
          'sdn.csv',
          `1990,"PROBE, Ada",${type === '' ? '-0- ' : `"${type}"`},"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\r\n\u001a`,
          sdn,
        ),
      ],
      sdn,
    )
  ).readings.get('1990') ?? assert.fail('not read')

const parts = (reading: Reading, schema: string) => reading.parties.filter(party => party.schema === schema)

test('a legacy publication is read whole: primary, aliases, addresses and comments', async () => {
  const { readings, problems } = await readAll(publication('sdn-csv', sdn), sdn)
  assert.deepEqual(problems, [])
  assert.equal(readings.size, 8)
  const person = mainParty(readings.get('1020'))
  assert.equal(person.id, 'us-ofac-sdn:1020')
  assert.equal(person.schema, 'Person')
  assert.deepEqual(valuesOf(person, 'name'), ['Karim Jamal MUSTERMANN'])
  assert.deepEqual(valuesOf(person, 'alias'), ['Kareem MUSTERMAN', 'Karim AL-MUSTER'])
  assert.deepEqual(valuesOf(person, 'weakAlias'), ['ABU MUSTER'])
  assert.deepEqual([...valuesOf(person, 'birthDate')].sort(), ['1951-02-09', '1958/1960', '1960~', '1971-03'])
  assert.deepEqual(valuesOf(person, 'birthCountry'), ['af'])
  assert.deepEqual(valuesOf(person, 'nationality'), ['af'])
  assert.deepEqual(valuesOf(person, 'citizenship'), ['pk'])
  assert.deepEqual(valuesOf(person, 'gender'), ['male'])
  assert.deepEqual(valuesOf(person, 'passportNumber'), ['92/664', 'G0000001'])
  assert.deepEqual(valuesOf(person, 'position'), ['Commander'])
  assert.deepEqual(valuesOf(person, 'address'), ['No. 5 Sample Alley, Apartment 2, Kabul 1001, Afghanistan'])
  assert.deepEqual(valuesOf(person, 'topics'), ['sanction', 'crime.terror'])
  assert.ok(valuesOf(person, 'notes').includes('ICTY indictee in custody'))
})

test('a passport keeps its issuer and its days as a paper of its own', async () => {
  const { readings } = await readAll(publication('sdn-csv', sdn), sdn)
  const papers = parts(readings.get('1020') ?? assert.fail(), 'Passport')
  assert.deepEqual(
    papers.map(p => [valuesOf(p, 'number'), valuesOf(p, 'country'), valuesOf(p, 'startDate'), valuesOf(p, 'endDate')].flat()),
    [
      ['92/664', 'eg'],
      ['G0000001', '2000-08-12', '2005-06-19'],
    ],
  )
  assert.deepEqual(papers.map(p => valuesOf(p, 'holder')).flat(), ['us-ofac-sdn:1020', 'us-ofac-sdn:1020'])
})

test('remarks that break off in the middle of a word go on in the comments', async () => {
  const whole = (await readAll(publication('sdn-csv', sdn), sdn)).readings.get('1080') ?? assert.fail()
  assert.deepEqual(valuesOf(mainParty(whole), 'idNumber'), ['0012345678'])
  assert.deepEqual(valuesOf(mainParty(whole), 'weakAlias'), ['THE ACCOUNTANT'])
  assert.deepEqual(whole.problems, [])
})

test('without the comments the last part of cut remarks is reported and not read', async () => {
  const cut = (await readAll(publication('sdn-primary-only', sdn), sdn)).readings.get('1080') ?? assert.fail()
  assert.deepEqual(
    cut.problems.map(p => p.code),
    ['remarks.cut'],
  )
  const names = cut.parties.slice(1).flatMap(p => valuesOf(p, 'name'))
  assert.ok(names.length > 10)
  assert.ok(
    names.every(name => /^INVENTED HOLDING NUMBER \d+ OF EXAMPLE CITY$/.test(name)),
    names.join(', '),
  )
})

test('SDGT and FTO are lists of their own, and such a party is on the SDN list as well', async () => {
  const { readings } = await readAll(publication('sdn-csv', sdn), sdn)
  const lists = (key: string) => readings.get(key)?.designations.map(d => [d.list, d.programme, ...d.instruments])
  assert.deepEqual(lists('1010'), [
    ['us-fto', 'FTO', 'us-ina-219'],
    ['us-sdgt', 'SDGT', 'us-eo-13224', 'us-eo-13886'],
    ['us-ofac-sdn', 'FTO; SDGT', 'us-eo-13224', 'us-eo-13886'],
  ])
  assert.deepEqual(lists('1020'), [
    ['us-ofac-sdn', 'IFSR'],
    ['us-sdgt', 'SDGT', 'us-eo-13224', 'us-eo-13886'],
  ])
  assert.deepEqual(
    readings.get('1010')?.designations.map(d => d.from),
    [undefined, undefined, undefined],
    'the legacy form states no day',
  )
})

test('a programme no table knows is flagged, and the party stays on the list as a whole', async () => {
  const row = '1991,"PROBE",-0- ,"NEWTAG-EO19999",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
  const { readings } = await readAll([inMemory('sdn.csv', row, sdn)], sdn)
  const reading = readings.get('1991') ?? assert.fail()
  assert.deepEqual(
    reading.designations.map(d => [d.list, d.programme]),
    [['us-ofac-sdn', 'NEWTAG-EO19999']],
  )
  assert.deepEqual(
    reading.problems.map(p => [p.code, p.severity, p.seen]),
    [['programme.unmapped', 'flag', 'NEWTAG-EO19999']],
  )
})

test('ships and aircraft have their own schemata and numbers', async () => {
  const { readings } = await readAll(publication('sdn-csv', sdn), sdn)
  const ship = mainParty(readings.get('1060'))
  assert.equal(ship.schema, 'Vessel')
  assert.deepEqual(
    ['imoNumber', 'mmsi', 'callSign', 'flag', 'pastFlags', 'buildDate', 'tonnage', 'type', 'previousName']
      .map(p => valuesOf(ship, p))
      .flat(),
    ['IMO1234567', '572000001', 'CL0000', 'pa', 'mt', '1982', '2595', 'General Cargo', 'ANA EJEMPLO'],
  )
  assert.deepEqual(
    readings.get('1060')?.links.map(l => [l.schema, l.to]),
    [['Ownership', 'us-ofac-sdn:1060']],
  )
  const aircraft = mainParty(readings.get('1070'))
  assert.equal(aircraft.schema, 'Airplane')
  assert.deepEqual([...valuesOf(aircraft, 'serialNumber')].sort(), ['1020000001', '8401'])
  assert.deepEqual(valuesOf(aircraft, 'model'), ['IL76-TD'])
})

test('Russian numbers are also kept under their own kinds where their check digits agree', async () => {
  const bank = mainParty((await readAll(publication('sdn-csv', sdn), sdn)).readings.get('1040'))
  assert.equal(bank.schema, 'Company')
  assert.deepEqual(['innCode', 'ogrnCode', 'okpoCode', 'bikCode', 'swiftBic'].map(p => valuesOf(bank, p)).flat(), [
    '9900000017',
    '1999900000010',
    '99000001',
    '049900000',
    'SMPLRUMM',
  ])
})

test('every wallet of the remarks is read, with its currency, the chain of its own form, and without the closing stop', async () => {
  const wallets = parts((await readAll(publication('sdn-csv', sdn), sdn)).readings.get('1050') ?? assert.fail(), 'CryptoWallet')
  assert.deepEqual(wallets.map(w => ['currency', 'publicKey', 'blockchain'].map(p => valuesOf(w, p)[0]).join(' ')).sort(), [
    'USDT TBXSw8fM4jpQkGc6zZjsVABFpVN7UvXPdV tron',
    'XBT 0xabc0000000000000000000000000000000000001 ethereum',
    'XBT 12ZEw5Hcv1hTb6YUQJ69y1V7uhcoDz92PH bitcoin',
  ])
})

test('a wallet with a wrong check or of a new currency is kept as stated and noted', async () => {
  const reading = await remarksOnly(
    'Digital Currency Address - XBT 1SampleAddressWithBadCheck00; alt. Digital Currency Address - ETH 0xAbC0000000000000000000000000000000000001; Digital Currency Address - NEWC NSampleAddress9JCpo.',
  )
  const wallets = parts(reading, 'CryptoWallet')
  assert.deepEqual(wallets.map(w => [valuesOf(w, 'currency')[0], valuesOf(w, 'publicKey')[0]].join(' ')).sort(), [
    'ETH 0xabc0000000000000000000000000000000000001',
    'NEWC NSampleAddress9JCpo',
    'XBT 1SampleAddressWithBadCheck00',
  ])
  assert.deepEqual(reading.problems.map(p => `${p.code} ${p.seen.split(' ')[0]}`).sort(), [
    'wallet.check XBT',
    'wallet.form NEWC',
    'wallet.new-currency NEWC',
  ])
})

test('a label that no table knows is reported as unread, free text becomes a note', async () => {
  const reading = await remarksOnly('Galactic Permit Number 44-1 (Egypt); Minister of Finance.')
  assert.deepEqual(reading.unread, [{ field: 'remarks', text: 'Galactic Permit Number 44-1 (Egypt)' }])
  assert.deepEqual(valuesOf(mainParty(reading), 'notes'), ['Minister of Finance'])
})

test('a number whose check fails is kept under a plainer property and flagged', async () => {
  const reading = await remarksOnly('Vessel Registration Identification IMO 1234568.', 'vessel')
  assert.deepEqual(valuesOf(mainParty(reading), 'registrationNumber'), ['IMO 1234568'])
  assert.deepEqual(
    reading.problems.map(p => p.code),
    ['identifier.unreadable'],
  )
})

test('what the publisher marks with a stray word is mended in these exact words only', async () => {
  const reading = await remarksOnly('Former Vessel Flag Mozambique (False); alt. Former Vessel Flag Malta (False).', 'vessel')
  assert.deepEqual(valuesOf(mainParty(reading), 'pastFlags'), ['mz'])
  assert.deepEqual(
    reading.problems.map(p => [p.code, p.seen]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    [
      ['country.unknown', 'Malta (False)'],
      ['value.corrected', 'Mozambique (False)'],
    ],
  )
})

test('order of remarks and programmes, date forms, blanks and the closing stop change nothing that is read', async () => {
  const row = (programs: string, remarks: string) =>
    `1992,"PROBE, Ada","individual","${programs}",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\r\n`
  const before = await readAll(
    [inMemory('sdn.csv', row('SDGT] [IFSR', "POB  Kabul, Afghanistan; DOB 3 Feb 1951; a.k.a. 'PROBY'; Passport X12 (Iran)"), sdn)],
    sdn,
  )
  const after = await readAll(
    [inMemory('sdn.csv', row('IFSR] [SDGT', "DOB 03 Feb 1951; POB Kabul, Afghanistan; Passport X12 (Iran); a.k.a. 'PROBY'."), sdn)],
    sdn,
  )
  assert.deepEqual(said(before.readings.get('1992')), said(after.readings.get('1992')))
})

test('the four legacy forms of one publication give the same records', async () => {
  const csv = (await readAll(publication('cons-csv', consolidated), consolidated)).bodies
  assert.equal(csv.size, 4)
  for (const form of ['del', 'pip', 'ff'])
    assert.deepEqual((await readAll(publication(`cons-${form}`, consolidated), consolidated)).bodies, csv, form)
})

test('non-SDN designations stand on their own lists, with the day a directive or list states', async () => {
  const { readings } = await readAll(publication('cons-csv', consolidated), consolidated)
  const designations = [...readings.values()].flatMap(r => r.designations.map(d => [d.list, d.programme, d.from?.earliest ?? '']))
  assert.deepEqual(designations, [
    ['us-ns-plc', 'NS-PLC', ''],
    ['us-ssi', 'UKRAINE-EO13662', ''],
    ['us-ns-cmic', 'CMIC-EO13959', '2021-06-03'],
    ['us-ofac-cons', 'CAATSA - RUSSIA', ''],
    ['us-ofac-cons', 'UKRAINE-EO13662', ''],
  ])
  assert.match(readings.get('9002')?.designations[0]?.note ?? '', /Subject to Directive 2.*Subject to Directive 4/)
})

test('rows of parties that the primary lacks are reported', async () => {
  const files = [
    inMemory('sdn.csv', '1991,"PROBE",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n', sdn),
    inMemory('alt.csv', '1991,1,"aka","PROBO",-0- \r\n1999,2,"aka","GHOST",-0- \r\n', sdn),
  ]
  const { problems, readings } = await readAll(files, sdn)
  assert.equal(readings.size, 1)
  assert.deepEqual(
    problems.map(p => [p.code, p.field, p.seen]),
    [['part.orphans', 'alt', '1 parties: 1999']],
  )
})

test('a row with another number of columns stops the version', async () => {
  const { problems } = await readAll(
    [inMemory('sdn.csv', '1991,"PROBE",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n1992,"PROBE TWO",-0- \r\n', sdn)],
    sdn,
  )
  assert.deepEqual(
    problems.map(p => [p.code, p.severity]),
    [['table.columns', 'stop']],
  )
})

test('each form is recognised from its content, with the day where it states one', () => {
  const table: readonly (readonly [string, string, string, string | undefined])[] = [
    ['sdn-csv', 'add.csv', 'us-ofac-sdn add csv', undefined],
    ['sdn-csv', 'sdn.csv', 'us-ofac-sdn sdn csv', undefined],
    ['sdn-csv', 'sdn_comments.csv', 'us-ofac-sdn comments csv', undefined],
    ['cons-ff', 'cons_alt.ff', 'us-ofac-consolidated alt ff', undefined],
    ['cons-del', 'cons_prim.del', 'us-ofac-consolidated prim del', undefined],
    ['cons-pip', 'cons_add.pip', 'us-ofac-consolidated add pip', undefined],
    ['sdn-xml', 'sdn.xml', 'us-ofac-sdn sdn xml', '2026-03-02'],
    ['cons-xml', 'consolidated.xml', 'us-ofac-consolidated prim xml', '2026-03-02'],
  ]
  for (const [folder, name, expected, day] of table) {
    const found = sources.flatMap(s => s.recognise(headOf(name, readFileSync(join(FIXTURES, folder, name)))) ?? [])
    assert.deepEqual(
      found.map(f => `${f.source} ${f.part} ${f.rendition}`),
      [expected],
    )
    assert.equal(found[0]?.published === undefined ? undefined : new Date(found[0].published * 1000).toISOString().slice(0, 10), day)
  }
  for (const other of ['<html><body>Not found</body></html>', 'id,name\n1,"x"\n', '{"id":"x"}', ''])
    assert.deepEqual(
      sources.flatMap(s => s.recognise(headOf('sdn.csv', Buffer.from(other))) ?? []),
      [],
    )
})
