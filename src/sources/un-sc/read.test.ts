import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headOf } from '../../intake/index.ts'
import { type Source, startOfDay } from '../../model/index.ts'
import { asSourceFiles, heldFile, outcomeOf } from '../suite.ts'
import sources from './index.ts'

const source = (id: string): Source => sources.find(s => s.id === id) ?? assert.fail(`no source ${id}`)
const entry = (type: string, key: string, more = '') =>
  `<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>SAMPLE ${key}</FIRST_NAME><UN_LIST_TYPE>${type}</UN_LIST_TYPE><REFERENCE_NUMBER>${key}</REFERENCE_NUMBER>${more}</INDIVIDUAL>`
const file = (entries: string, generated = '2026-03-01T08:00:00.000Z') =>
  `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="${generated}"><INDIVIDUALS>${entries}</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>`
const two = entry('Libya', 'LYi.901') + entry('Mali', 'MLi.901')

const recognised = (text: string, path = 'downloads/list.xml') =>
  sources.flatMap(s => s.recognise(headOf(path.split('/').at(-1) ?? '', Buffer.from(text), path)) ?? [])

const read = (text: string, id = 'un-sc') =>
  outcomeOf(source(id), asSourceFiles({ files: [{ ...heldFile('list.xml', text), part: 'main', rendition: 'xml' }] }))

test('tells the consolidated list from the file of one committee by its entries', () => {
  assert.deepEqual(
    recognised(file(two)).map(r => r.source),
    ['un-sc'],
  )
  assert.deepEqual(
    recognised(file(entry('Taliban', 'TAi.901') + entry('Taliban', 'TAi.902')), 'un/consolidated/x.xml').map(r => r.source),
    ['un-sc-1988'],
  )
  assert.deepEqual(
    recognised(file(entry('Haiti', 'HTi.901') + entry('26532022', 'HTi.902'))).map(r => r.source),
    ['un-sc-2653'],
  )
  assert.deepEqual(
    recognised(file(entry('Atlantis', 'ATi.901'))).map(r => r.source),
    ['un-sc'],
  )
})

test('tells them apart by the end of the file where the beginning is of one regime alone', () => {
  const many = Array.from({ length: 900 }, (_, i) => entry('Iran', `IRi.${i}`)).join('')
  assert.ok(many.length > 2 * 65_536)
  assert.deepEqual(
    recognised(file(many)).map(r => r.source),
    ['un-sc-1737'],
  )
  assert.deepEqual(
    recognised(file(many + entry('Yemen', 'YEi.901'))).map(r => r.source),
    ['un-sc'],
  )
})

test('goes by the path only where the content does not tell', () => {
  assert.deepEqual(
    recognised(file(''), 'un-sc/1636-syria/2026-03-01.xml').map(r => r.source),
    ['un-sc-1636'],
  )
  assert.deepEqual(
    recognised(file(''), 'un-sc/consolidated/2026-03-01.xml').map(r => r.source),
    ['un-sc'],
  )
  assert.deepEqual(
    recognised(file(two).slice(0, 300), 'un-sc/consolidated/2026-03-01.xml').map(r => r.source),
    ['un-sc'],
  )
})

test('states the day of publication as written, not moved by its zone', () => {
  for (const generated of ['2020-11-30T20:31:19.923-05:00', '2020-11-30T00:00:00', '2020-11-30T23:00:00.935Z', '2020-11-30']) {
    assert.equal(recognised(file(two, generated))[0]?.published, startOfDay('2020-11-30'), generated)
  }
  assert.equal(recognised(file(two, 'yesterday'))[0]?.published, undefined)
})

test('the form of a file is no change: order, escaping, white space, name spaces, generation', async () => {
  const before = file(
    entry(
      'Libya',
      'LYi.901',
      '<COMMENTS1>A &amp; B</COMMENTS1><NATIONALITY><VALUE>Libya</VALUE><VALUE>Mali</VALUE></NATIONALITY><GENDER/>',
    ) + entry('Mali', 'MLi.901'),
  )
  const after =
    '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<u:CONSOLIDATED_LIST xmlns:u="urn:un" dateGenerated=\'2026-04-01\'>\n<u:INDIVIDUALS>' +
    '<u:INDIVIDUAL><u:UN_LIST_TYPE>Mali</u:UN_LIST_TYPE><u:DATAID>1</u:DATAID><u:REFERENCE_NUMBER>MLi.901</u:REFERENCE_NUMBER><u:FIRST_NAME>SAMPLE MLi.901</u:FIRST_NAME></u:INDIVIDUAL>' +
    '<u:INDIVIDUAL>\n <u:NATIONALITY><u:VALUE>Mali</u:VALUE><u:VALUE> Libya\n</u:VALUE></u:NATIONALITY><u:COMMENTS1><![CDATA[A & B]]></u:COMMENTS1>' +
    '<u:DATAID>1</u:DATAID><u:FIRST_NAME>SAMPLE  LYi.901</u:FIRST_NAME><u:UN_LIST_TYPE>Libya</u:UN_LIST_TYPE><u:REFERENCE_NUMBER>LYi.901.</u:REFERENCE_NUMBER></u:INDIVIDUAL>' +
    '</u:INDIVIDUALS><u:ENTITIES/></u:CONSOLIDATED_LIST>'
  const [one, other] = [await read(before), await read(after)]
  assert.deepEqual(other.problems, [])
  const bodies = (o: typeof one) => Object.fromEntries(o.records.map(r => [r.key, r.body.replace('LYi.901.', 'LYi.901')]))
  assert.deepEqual(bodies(other), bodies(one))
})

const stops: readonly (readonly [string, string, string, string])[] = [
  ['an empty list', file(''), 'un-sc', 'list.empty'],
  ['a list of one committee in place of the whole', file(entry('Iran', 'IRi.901')), 'un-sc', 'file.other-source'],
  ["another committee's entry", file(entry('Iran', 'IRi.901') + entry('Libya', 'LYi.901')), 'un-sc-1737', 'file.other-source'],
  ['another root element', '<sdnList><sdnEntry/></sdnList>', 'un-sc', 'file.other-source'],
  [
    'an unknown element of an entry',
    file(two + entry('Mali', 'MLi.902', '<DELISTED_ON>2026-01-01</DELISTED_ON>')),
    'un-sc',
    'element.unknown',
  ],
  [
    'an unknown element inside a known one',
    file(two + entry('Mali', 'MLi.902', '<TITLE><RANK>Colonel</RANK></TITLE>')),
    'un-sc',
    'element.unknown',
  ],
  [
    'an unknown element around the entries',
    file(`${two}</INDIVIDUALS><VESSELS><VESSEL>X</VESSEL></VESSELS><INDIVIDUALS>`),
    'un-sc',
    'element.unknown',
  ],
  ['an entry without a number', file(two + entry('Mali', '')), 'un-sc', 'record.no-key'],
  ['a file that breaks off', file(two).slice(0, -200), 'un-sc', 'download.truncated'],
  ['a document type', file(two).replace('<CONSOLIDATED_LIST', '<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST'), 'un-sc', 'xml.doctype'],
  ['a page', '<!DOCTYPE html><html><body>Service unavailable</body></html>', 'un-sc', 'download.html'],
]
for (const [what, text, id, code] of stops) {
  test(`does not let ${what} come into force`, async () => {
    const { problems } = await read(text, id)
    const found = problems.filter(p => p.severity === 'stop')
    assert.deepEqual([...new Set(found.map(p => p.code))], [code])
    assert.ok(found.every(p => p.field !== ''))
  })
}

test('reports an unknown element once, with the record in which it first stood', async () => {
  const odd = '<DELISTED_ON>2026-01-01</DELISTED_ON>'
  const { problems, records } = await read(file(entry('Libya', 'LYi.901', odd) + entry('Mali', 'MLi.901', odd)))
  assert.deepEqual(
    problems.filter(p => p.severity === 'stop').map(p => [p.field, p.seen, p.record]),
    [['DELISTED_ON', '2026-01-01', 'LYi.901']],
  )
  assert.equal(records.length, 2)
})

test('flags two entries with one number and keeps both', async () => {
  const { problems, records } = await read(
    file(two + entry('Mali', 'MLi.901', '<GENDER>Male</GENDER>').replace('<DATAID>1<', '<DATAID>2<')),
  )
  assert.deepEqual(
    problems.map(p => [p.code, p.severity, p.record]),
    [['record.key-twice', 'flag', 'MLi.901']],
  )
  assert.deepEqual(
    records.map(r => r.key),
    ['LYi.901', 'MLi.901', 'MLi.901~2'],
  )
})
