import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WhoListsError } from '../model/index.ts'
import { type FileEvent, type ScreenWith, screenTable, type TableToScreen } from './screen-file.ts'

const CONTEXT = {
  asOf: { valid: '2026-01-01', published: '', recorded: '' },
  versions: [],
  incomplete: [],
  unsearched: false,
  matcher: 'm',
  index: 'one',
}

type Query = Parameters<ScreenWith['screen']>[0][number]

/** Screens by a rule of the test: names with "listed" match, with "near" come close, with "poison" fail. */
function screener(refusals = 0) {
  const seen: Query[] = []
  const waits: number[] = []
  const by: ScreenWith = {
    async screen(queries) {
      if (refusals-- > 0) throw new WhoListsError('overloaded', { waiting: 9, seconds: 2 })
      if (queries.some(q => q.properties['name']?.[0] === 'poison')) throw new WhoListsError('screening.failed', { reason: 'a test' })
      seen.push(...queries)
      const results = (name: string) => (name.includes('listed') ? [{ match: true }] : name.includes('near') ? [{ match: false }] : [])
      return {
        answers: queries.map(q => JSON.stringify({ status: 200, query: q, total: {}, results: results(q.properties['name']?.[0] ?? '') })),
        context: CONTEXT,
      }
    },
    wait: async ms => void waits.push(ms),
  }
  return { by, seen, waits }
}

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text)
}

const table = (text: string, more: Partial<TableToScreen> = {}): TableToScreen => ({
  name: 'customers.csv',
  bytes: bytesOf(text),
  columns: {},
  schema: null,
  ...more,
})

async function run(given: TableToScreen, by = screener()) {
  const events: FileEvent[] = []
  for await (const event of screenTable(given, by.by)) events.push(event)
  const of = <T extends FileEvent['type']>(type: T) => events.filter((e): e is Extract<FileEvent, { type: T }> => e.type === type)
  return { ...by, events, of }
}

test('tells the columns, each row, the progress and the end', async () => {
  const { of } = await run(table('Name;Date of birth;Nationality\nAnna listed;1970-01-02;ru\nBoris near;;\nClara;;de\n'))
  assert.deepEqual(
    of('columns')[0]?.columns.map(c => c.property),
    ['name', 'birthDate', 'nationality'],
  )
  assert.deepEqual(
    of('row').map(r => [r.row, r.name]),
    [
      [2, 'Anna listed'],
      [3, 'Boris near'],
      [4, 'Clara'],
    ],
  )
  assert.deepEqual(of('progress'), [{ type: 'progress', done: 3, total: 3 }])
  assert.deepEqual(of('end'), [{ type: 'end', rows: 3, matched: 1, possible: 1, failed: 0, context: CONTEXT }])
})

const QUERIES: readonly (readonly [why: string, text: string, schema: string | null, Omit<Query, 'id'>])[] = [
  [
    'what only a person has makes the row a person',
    'Full Name,DOB\nAnna Testova,1970\n',
    null,
    { schema: 'Person', properties: { name: ['Anna Testova'], birthDate: ['1970'] } },
  ],
  [
    'name parts in columns of their own',
    'Vorname\tNachname\nAnna\tTestova\n',
    null,
    { schema: 'Person', properties: { firstName: ['Anna'], lastName: ['Testova'] } },
  ],
  [
    'a type column says what each row is',
    'type,name\nship,Testland Star\n',
    null,
    { schema: 'Vessel', properties: { name: ['Testland Star'] } },
  ],
  [
    'the caller says what the rows are',
    'name\nTestland Trading\n',
    'Company',
    { schema: 'Company', properties: { name: ['Testland Trading'] } },
  ],
  [
    'an IMO number makes it a vessel',
    'vessel name,IMO\nTestland Star,9074729\n',
    null,
    { schema: 'Vessel', properties: { name: ['Testland Star'], imoNumber: ['9074729'] } },
  ],
  [
    'several aliases in one cell',
    'name,aka\nAnna,"Anja; Testova, Anna"\n',
    null,
    { schema: 'Thing', properties: { name: ['Anna'], alias: ['Anja', 'Testova, Anna'] } },
  ],
  [
    'heads in Russian',
    'ФИО,Дата рождения\nАнна Тестова,1970\n',
    null,
    { schema: 'Person', properties: { name: ['Анна Тестова'], birthDate: ['1970'] } },
  ],
  ['one column without a head is a list of names', 'Anna Testova\n', null, { schema: 'Thing', properties: { name: ['Anna Testova'] } }],
]

for (const [why, text, schema, expected] of QUERIES) {
  test(`columns: ${why}`, async () => {
    const { seen } = await run(table(text, { schema }))
    assert.deepEqual(
      seen.map(({ schema: s, properties }) => ({ schema: s, properties })),
      [expected],
    )
  })
}

test('takes the head that the caller names for a property', async () => {
  const { seen } = await run(table('Kunde,Info\nAnna Testova,1970\n', { columns: { Kunde: 'name', info: 'birthDate' } }))
  assert.deepEqual(seen[0]?.properties, { name: ['Anna Testova'], birthDate: ['1970'] })
})

test('refuses a table in which no column holds a name, and says which heads it saw', async () => {
  await assert.rejects(
    run(table('colour,size\nred,4\n')),
    error => error instanceof WhoListsError && error.code === 'input.invalid' && error.message.includes('colour'),
  )
})

test('refuses what is no table', async () => {
  await assert.rejects(
    run(table('<!doctype html><html></html>')),
    error => error instanceof WhoListsError && error.message.includes('download.html'),
  )
  await assert.rejects(run(table('')), WhoListsError)
})

test('a row without a name is told and counted, the others are screened', async () => {
  const { of } = await run(table('name,country\n,ru\nAnna listed,\n'))
  assert.deepEqual(
    of('problem').map(p => [p.row, p.code]),
    [[2, 'row.nothing-to-screen']],
  )
  assert.deepEqual([of('end')[0]?.matched, of('end')[0]?.failed], [1, 1])
})

test('a row that cannot be screened does not cost its neighbours', async () => {
  const { of } = await run(table('name\nAnna listed\npoison\nClara\n'))
  assert.deepEqual(
    of('problem').map(p => [p.row, p.code]),
    [[3, 'screening.failed']],
  )
  assert.deepEqual(
    of('row').map(r => r.row),
    [2, 4],
  )
})

test('waits as long as it is told where too many are waiting, then goes on', async () => {
  const { of, waits } = await run(table('name\nAnna listed\n'), screener(2))
  assert.deepEqual(waits, [2000, 2000])
  assert.equal(of('end')[0]?.matched, 1)
})

test('screens in batches and tells how far it is', async () => {
  const { of } = await run(table(`name\n${Array.from({ length: 120 }, (_, i) => `Name ${i}`).join('\n')}\n`))
  assert.deepEqual(
    of('progress').map(p => p.done),
    [50, 100, 120],
  )
  assert.equal(of('row').length, 120)
})

test('a title above the heads is passed over, also where it has no delimiter of its own', async () => {
  const { of, seen } = await run(table('Export of 24 November 2026\n\nNo;Nachname, Vorname;Geb.-Datum\n1;Testova, Anna;1970-01-02\n'))
  assert.deepEqual(
    of('columns')[0]?.columns.map(c => c.property),
    [null, 'name', 'birthDate'],
  )
  assert.equal(of('columns')[0]?.rows, 1)
  assert.deepEqual(seen[0]?.properties, { name: ['Testova, Anna'], birthDate: ['1970-01-02'] })
  assert.equal(of('row')[0]?.row, 4)
})

test('a word of the data that sounds like a head costs no row', async () => {
  const text = 'Anna Testova;Person\nNorthern Trading;Organisation\n'
  const { of } = await run(table(text, { recognise: true }))
  assert.deepEqual(
    of('columns')[0]?.columns.map(c => [c.head, c.property]),
    [
      ['Anna Testova', null],
      ['Person', null],
    ],
  )
  const { seen } = await run(table(text, { headless: true, columns: { 'Column 1': 'name' } }))
  assert.deepEqual(
    seen.map(q => q.properties['name']),
    [['Anna Testova'], ['Northern Trading']],
  )
})

test('recognising screens nothing and refuses nothing; a column left out is not used', async () => {
  const { events, seen } = await run(table('Kunde;Ort\nAnna;Bern\n', { recognise: true }))
  assert.deepEqual([events.map(e => e.type), seen], [['columns'], []])
  const left = await run(table('Name;Nationality\nAnna;ru\n', { columns: { Nationality: '-' } }))
  assert.deepEqual(left.seen[0]?.properties, { name: ['Anna'] })
})

test('text of a spreadsheet in another encoding is read, and what was assumed is said', async () => {
  const inBytes = (bytes: Buffer) => ({
    async *[Symbol.asyncIterator]() {
      yield new Uint8Array(bytes)
    },
  })
  const latin = await run(table('', { bytes: inBytes(Buffer.from('Name;Born\nJosé Pérez;1961\n', 'latin1')) }))
  assert.deepEqual(latin.seen[0]?.properties['name'], ['José Pérez'])
  assert.equal(latin.of('problem')[0]?.code, 'encoding.assumed')
  const wide = await run(table('', { bytes: inBytes(Buffer.from('\ufeffName\tBorn\nХакани\t1961\n', 'utf16le')) }))
  assert.deepEqual([wide.seen[0]?.properties['name'], wide.of('problem')], [['Хакани'], []])
  await assert.rejects(run(table('')), /an empty file/)
  await assert.rejects(run(table('', { bytes: inBytes(Buffer.from([0x89, 0x50, 0, 1, 2])) })), /a file of another kind/)
})
