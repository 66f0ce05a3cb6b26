import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { firstRows, isProblem, memoryFile } from '../src/intake/index.ts'
import { cleanCountries, type Reading, readDates, readNationality, storedDate, valuesOf } from '../src/model/index.ts'
import { loadSources } from '../src/sources/index.ts'

type Expect = { readonly values?: Readonly<Record<string, unknown>> }

const FILE = join(import.meta.dirname, '../../shared/cases/parsing.jsonl')
const here = existsSync(FILE)
const cases = new Map(
  (here ? readFileSync(FILE, 'utf8').trim().split('\n') : []).map(line => {
    const { id, input, expect } = JSON.parse(line) as { readonly id: string; readonly input: never; readonly expect: Expect }
    return [id, { input, values: expect.values ?? {} }] as const
  }),
)
const { sourceOf } = await loadSources()

/** What a source makes of one file: readings by key, and codes of problems. */
async function read(id: string, content: string | Uint8Array, rendition: string, part = 'main') {
  const source = sourceOf(id)
  const readings = new Map<string, Reading>()
  const codes = new Set<string>()
  for await (const item of source.read([{ ...memoryFile('file', content), part, rendition }])) {
    if (isProblem(item)) codes.add(item.code)
    else {
      const reading = source.parse(item)
      readings.set(item.key, reading)
      for (const { code } of reading.problems) codes.add(code)
    }
  }
  const of = (property: string, key?: string) =>
    [...readings].flatMap(([name, { parties }]) =>
      (key === undefined || key === name) && parties[0] ? valuesOf(parties[0], property) : [],
    )
  return { readings, codes, of }
}

/** A table of all these columns, filled from one that has a few of them. */
function widened(text: string, heads: readonly string[], rest: Readonly<Record<string, string>> = {}): string {
  const [given = [], ...rows] = firstRows(text, 1000)
  const cells = (row: readonly string[]) => heads.map(head => row[given.indexOf(head)] ?? rest[head] ?? '')
  return [heads, ...rows.map(cells)].map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
}
const headsOf = (path: string, line = 0, delimiter = ',') =>
  firstRows(readFileSync(join(import.meta.dirname, '../src/sources', path), 'utf8'), 2, delimiter)[line] ?? assert.fail(path)
const cellsOf = (text: string) =>
  text
    .split('\n')
    .slice(1)
    .flatMap(line => firstRows(line, 1)[0]?.[0] ?? [])
const dates = (text: string, order?: 'dmy') => readDates(text, order).map(storedDate)
const un = (entries: string) =>
  `<CONSOLIDATED_LIST dateGenerated="2026-03-01"><INDIVIDUALS>${entries
    .replace(
      /<NATIONALITY>[\s\S]*<\/NATIONALITY>/,
      found => `<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME>${found}</INDIVIDUAL>`,
    )
    .replace(
      /<INDIVIDUAL><DATAID>(\d+)<\/DATAID>/g,
      '<INDIVIDUAL><DATAID>$1</DATAID><REFERENCE_NUMBER>QDi.$1</REFERENCE_NUMBER><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>',
    )}</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>`
const sdn = (remarks: string) => `990001,"SAMPLE, Karim","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remarks}"\r\n`
const remarksOf = (text: string) => text.replace(/^"|"$/g, '').replace(/^\.\.\. /, '')

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** What is read from each case that carries text of a list, and what is right: a value, or the one that the case states. */
const CASES: Readonly<Record<string, readonly [(input: never) => unknown, unknown]>> = {
  'rd-parse-fat-rows-one-party': [
    async (input: string) => {
      const heads = [...headsOf('uk-ofsi/fixtures/csv/conlist.csv', 1)]
      const { readings, of } = await read('uk-ofsi', `Last Updated,01/02/2022\n${widened(input, heads, { Regime: 'Al-Qaida' })}`, 'csv')
      const addresses = of('address').map(text => text.split(',')[0])
      return [readings.size, of('name'), of('alias'), of('birthDate'), addresses]
    },
    ({ names, births, addresses }: Record<string, unknown>) => [
      1,
      ...textsOf(names).map(name => [name.replace(/ \(.*/, '')]),
      births,
      textsOf(addresses).toSorted(),
    ],
  ],
  'rd-parse-filler-against-code': [
    async (input: string) => {
      const heads = headsOf('uk-fcdo/fixtures/csv/UK-Sanctions-List.csv', 1)
      const text = widened(input, heads, { 'Name 6': 'SAMPLE', 'Name type': 'Primary Name', 'Designation Type': 'Individual' })
      const { of } = await read('uk-fcdo', text, 'csv')
      return ['AAA0001', 'AAA0002'].map(key => [of('address', key), of('country', key), of('idNumber', key)])
    },
    ({ AAA0002 }: Record<string, unknown>) => [
      [[], ['na'], []],
      [[String(AAA0002).replace(/;.*/, '')], ['na'], []],
    ],
  ],
  'rd-parse-json-scalar-or-list': [
    async (input: string) => {
      const rows = JSON.parse(input) as Record<string, unknown>[]
      const source = 'Specially Designated Nationals (SDN) - Treasury Department'
      const results = rows.map(row => ({ source, entity_number: row['id'], type: 'Individual', programs: ['SDGT'], ...row }))
      const { readings, of } = await read('us-trade', JSON.stringify({ total: results.length, results }), 'json')
      return [...readings.keys()].map(key => of('birthDate', key))
    },
    [['1961-02-03'], ['1970', '1971-05-01'], []],
  ],
  'rd-parse-nationality-phrases': [
    (input: string) =>
      [...input.matchAll(/<VALUE>(.*?)<\/VALUE>/g)]
        .map(([, text = '']) => (text === 'na' ? undefined : readNationality(text)))
        .map(found => found && [found.present, found.former, found.possible]),
    [[[], ['suhh'], []], [[], ['kw'], []], [[], [], ['et']], [['sd', 'ss'], [], []], undefined],
  ],
  'rd-parse-slash-country-names': [(input: string) => cellsOf(input).map(cleanCountries), [['mm'], ['sd', 'ss'], ['mm'], ['ua', 'ru']]],
  'rd-parse-un-name-positions': [
    async (input: string) => (await read('un-sc', un(input), 'xml')).of('name'),
    (values: Record<string, unknown>) => Object.values(values),
  ],
  'rd-date-au-enumerated-range': [
    (input: string) => cellsOf(input).map(text => dates(text)),
    [['2001/2004~'], ['1999', '2003'], ['2001-01']],
  ],
  'rd-date-ca-two-day-orders': [
    (input: string) => [...input.matchAll(/>([^<]+)</g)].flatMap(([, text = '']) => (text.trim() === '' ? [] : [dates(text)])),
    [['1973-11-24'], ['1978-09-29'], ['1976-03-01', '1976-01-03']],
  ],
  'rd-date-islamic-calendar': [({ jp }: { readonly jp: string }) => dates(jp), ['1982-04~']],
  'rd-date-ofac-partial-births-kept': [
    async (input: string) => {
      const items = [...input.matchAll(/<dateOfBirth>(.*?)</g)].map(([, text], i) => `${i > 0 ? 'alt. ' : ''}DOB ${text}`)
      return (await read('us-ofac-sdn', sdn(`${items.join('; ')}.`), 'csv', 'sdn')).of('birthDate').sort()
    },
    ['1946', '1958/1960', '1962~', '1971-03'],
  ],
  'rd-date-un-bad-birth-does-not-spread': [
    async (input: string) => {
      const { readings, of, codes } = await read('un-sc', un(input), 'xml')
      return [[...readings.keys()].map(key => of('birthDate', key)), codes.has('date.unreadable')]
    },
    [[['1957-04-03'], [], ['1965~']], true],
  ],
  'rd-date-un-listed-on-zone': [
    async (input: string) => {
      const { readings, of } = await read('un-sc', un(input.replaceAll('</DATAID>', '</DATAID><FIRST_NAME>A</FIRST_NAME>')), 'xml')
      return [...[...readings.values()].slice(0, 2).map(({ designations }) => designations[0]?.from?.earliest), ...of('birthDate')]
    },
    ['2015-04-07', '2014-11-01', '1960-01-02'],
  ],
  'rd-update-administrative-reformat': [
    async ({ before, after }: { readonly before: string; readonly after: string }) => {
      const facts = async (row: string) => {
        const { readings } = await read('us-ofac-sdn', row.replace(',...,', `,${'-0- ,'.repeat(7)}`).concat('\r\n'), 'csv', 'sdn')
        const [reading] = readings.values()
        return [reading?.parties[0]?.statements, reading?.designations].map(all =>
          all?.map(({ ...one }) => JSON.stringify({ ...one, text: '', field: '' })).sort(),
        )
      }
      return JSON.stringify(await facts(before)) === JSON.stringify(await facts(after))
    },
    true,
  ],
  'rd-update-empty-file': [async (input: string) => (await read('un-sc', input, 'xml')).codes.has('list.empty'), true],
  'rd-removal-expired-orders-stay': [
    async (input: string) => {
      const heads = headsOf('us-bis-dpl/fixtures/tabs/dpl.txt', 0, '\t')
      const wide = widened(input.replaceAll('\t', ','), heads).replaceAll('","', '"\t"')
      const { readings } = await read('us-bis-dpl', wide, 'csv')
      return [...readings.values()].map(({ designations }) => [designations[0]?.from?.earliest, designations[0]?.to?.latest ?? null])
    },
    [
      ['2017-10-16', '2020-10-13'],
      ['2003-06-19', '2056-06-29'],
      ['2019-03-04', null],
    ],
  ],
  'rd-identity-empty-id-collapse': [async (input: string) => (await read('pk-nacta', input, 'json')).readings.size, 4],
  'rd-identifier-invalid-wallet': [
    async (input: string) => {
      const { readings, codes } = await read('us-ofac-sdn', sdn(remarksOf(input)), 'csv', 'sdn')
      return [
        [...readings.values()].flatMap(({ parties }) => parties.flatMap(party => valuesOf(party, 'publicKey'))).sort(),
        codes.has('wallet.check'),
      ]
    },
    ({ first, second }: Record<string, unknown>) => [[second, first].map(text => String(text).split(/[ ,]/)[1]), true],
  ],
  'rd-identifier-wallet-regex-needs-semicolon': [
    async (input: string) =>
      [...(await read('us-ofac-sdn', sdn(remarksOf(input)), 'csv', 'sdn')).readings.values()].flatMap(({ parties }) =>
        parties.flatMap(party => valuesOf(party, 'publicKey')),
      ),
    ({ wallets }: Record<string, unknown>) => textsOf(wallets).map(text => text.split(' ')[1]),
  ],
}

for (const [id, [outcome, expected]] of Object.entries(CASES))
  test(`case from the field: ${id}`, { skip: !here && 'there is no ../shared/cases beside the checkout' }, async () => {
    const { input, values } = cases.get(id) ?? assert.fail(`${id} is not in the file`)
    assert.deepEqual(await outcome(input), typeof expected === 'function' ? expected(values) : expected)
  })
