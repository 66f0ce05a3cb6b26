import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { startOfDay, valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, type Outcome, outcomeOf, publicationsOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  real: ['uk-fcdo/uk-sanctions-list-search'],
  spoil: (text, { rendition }) =>
    rendition === 'xml'
      ? text.replace('<OFSIGroupID>', '<DateRevoked>01/01/2026</DateRevoked><OFSIGroupID>')
      : rendition === 'csv'
        ? text.replace('Alias strength', 'Alias weakness')
        : text.slice(0, 300),
})

const folder = join(import.meta.dirname, 'fixtures')
const XML = 'xml/UK-Sanctions-List.xml'
const CSV = 'csv/UK-Sanctions-List.csv'
const ODS = 'ods/FCDO_SL_2025-08-11.ods'
const BOOKS = ['list-xlsx/UK-Sanctions-List.xlsx', 'list-ods/UK-Sanctions-List.ods']

async function read(path: string, alter?: (text: string) => string): Promise<Outcome> {
  const bytes = readFileSync(join(folder, path))
  const [publication] = publicationsOf(source, [heldFile(join(folder, path), alter ? alter(bytes.toString('utf8')) : bytes)], () => '')
  assert.ok(publication, path)
  return outcomeOf(source, asSourceFiles(publication))
}
const readingOf = ({ records, readings }: Outcome, key: string) => {
  const reading = readings[records.findIndex(record => record.key === key)]
  assert.ok(reading?.parties[0], key)
  return { ...reading, party: reading.parties[0] }
}

test('the day of generation is read from XML and CSV', () => {
  for (const path of [XML, CSV]) {
    const found = source.recognise(heldFile(join(folder, path), readFileSync(join(folder, path))).head)
    assert.equal(found?.published, startOfDay('2026-11-20'), path)
  }
})

test('a workbook of the whole list reads as the CSV file does, and states its day', async () => {
  const csv = await read(CSV)
  for (const path of BOOKS) {
    const book = await read(path)
    assert.deepEqual(book.records, csv.records, path)
    assert.equal(source.recognise(heldFile('list', readFileSync(join(folder, path))).head)?.published, startOfDay('2026-11-20'), path)
  }
})

test('types of name are read whatever their case; a variation is no second name', async () => {
  for (const path of [XML, CSV]) {
    const { party } = readingOf(await read(path), 'AFG9001')
    assert.deepEqual(valuesOf(party, 'name'), ['AHMAD SAMPLE FICTION'], path)
    assert.deepEqual(valuesOf(party, 'weakAlias'), ['Abu Specimen'], path)
    assert.ok(valuesOf(party, 'alias').includes('Ahmed Sample Fiction'), path)
  }
  const odd = await read(XML, text => text.replace('<NameType>ALias</NameType>', '<NameType>Nickname</NameType>'))
  assert.ok(odd.problems.some(({ code }) => code === 'name.type-unknown'))
})

test('birth dates of which a part is unknown keep what is known', async () => {
  const found = await read(XML)
  assert.deepEqual(valuesOf(readingOf(found, 'AFG9001').party, 'birthDate').toSorted(), ['1945', '1946', '1958-03-01', '1975', '1978-07'])
  const { party, problems } = readingOf(found, 'GHR9006')
  assert.deepEqual(valuesOf(party, 'birthDate'), ['1980-08-15'])
  assert.deepEqual(
    problems.filter(({ code }) => code === 'date.unreadable').map(({ seen }) => seen),
    ['15/08/19yy'],
  )
})

test('grounds, regime, day and numbers of other lists are read', async () => {
  const { designations, references } = readingOf(await read(XML), 'AFG9001')
  assert.deepEqual(
    designations.map(d => [d.list, d.instruments, d.from?.earliest, d.grounds, d.note]),
    [
      [
        'gb-afghanistan',
        ['gb-afg-2020'],
        '2001-01-25',
        'Deputy Minister of Examples under the invented regime.',
        'Asset freeze, Travel Ban; designated by UN',
      ],
    ],
  )
  assert.deepEqual(
    references?.map(({ scheme, value }) => `${scheme} ${value}`),
    ['un TAi.999', 'uk OFSI 97001'],
  )
})

test('an entity escaped twice is the character it stands for', async () => {
  assert.match(readingOf(await read(XML), 'RUS9002').designations[0]?.grounds ?? '', /"involved person" & operates/)
})

test('a designation without a name is known by its number and flagged', async () => {
  const { party, problems } = readingOf(await read(ODS), 'BEL9174')
  assert.deepEqual(valuesOf(party, 'name'), ['BEL9174'])
  assert.ok(problems.some(({ code }) => code === 'name.missing'))
})

test('filler in the address and document fields is none, and NA is Namibia in a country field', async () => {
  const found = await read(CSV, text => {
    const [first = '', heads = '', row = ''] = text.split(/\r?\n/)
    const cells = (key: string, values: Readonly<Record<string, string>>) =>
      heads
        .split(',')
        .map(head => ({ 'Unique ID': key, 'Name 6': key, 'Designation Type': 'Entity', 'Regime Name': 'Russia', ...values })[head] ?? '')
        .join(',')
    return [
      first,
      heads,
      row,
      cells('AAA0001', { 'Address Line 1': 'na', 'Address Line 6': '-', 'Address Country': 'Namibia', 'National Identifier number': '-' }),
      cells('AAA0002', {
        'Address Line 1': '12 Sample Street',
        'Address Line 6': 'Windhoek',
        'Address Country': 'NA',
        'National Identifier number': 'None',
      }),
      '',
    ].join('\n')
  })
  const facts = (key: string) => {
    const { party } = readingOf(found, key)
    return [valuesOf(party, 'address'), valuesOf(party, 'country'), valuesOf(party, 'idNumber')]
  }
  assert.deepEqual(facts('AAA0001'), [[], ['na'], []])
  assert.deepEqual(facts('AAA0002'), [['12 Sample Street, Windhoek, Namibia'], ['na'], []])
})

test('two registration numbers parted by a narrow hard space are two', async () => {
  const found = await read(XML, text => text.replace('INN: 7700000001', 'INN: 7704730655\u202fOGRN: 1027700132195'))
  const { party } = readingOf(found, 'RUS9002')
  assert.deepEqual([valuesOf(party, 'innCode'), valuesOf(party, 'ogrnCode')], [['7704730655'], ['1027700132195']])
})

test('one id twice keeps the file out', async () => {
  const { problems } = await read(XML, text => text.replace('RUS9002', 'AFG9001'))
  assert.ok(problems.some(({ code, severity }) => code === 'record.key-twice' && severity === 'stop'))
})

test('addresses of wallets are wallets of the party, in their own element and in other information', async () => {
  const address = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'
  const elements = `<CryptoWalletAddresses><CryptoWalletAddress>BTC ${address}</CryptoWalletAddress></CryptoWalletAddresses><OFSIGroupID>`
  for (const alter of [
    (text: string) => text.replace('<OFSIGroupID>', elements),
    (text: string) => text.replace('<OtherInformation>', `<OtherInformation>Wallet: ${address}. `),
  ]) {
    const { readings } = await read(XML, alter)
    const wallets = readings.flatMap(({ parties }) => parties.filter(({ schema }) => schema === 'CryptoWallet'))
    assert.deepEqual(
      wallets.map(wallet => valuesOf(wallet, 'publicKey')),
      [[address]],
    )
  }
})
