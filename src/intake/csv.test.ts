import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import type { Problem } from '../model/index.ts'
import { type CsvOptions, firstRows, readCsv } from './csv.ts'
import { memoryFile } from './memory-file.ts'
import { isProblem } from './problems.ts'
import type { Row } from './types.ts'

async function read(content: string | Uint8Array, options: CsvOptions = {}, piece?: number) {
  return split(readCsv(memoryFile('table.csv', content, piece), options))
}
async function split<R extends Row>(from: AsyncIterable<R | Problem>) {
  const rows: R[] = []
  const problems: Problem[] = []
  for await (const item of from) {
    if (isProblem(item)) problems.push(item)
    else rows.push(item)
  }
  return { rows, problems, cells: rows.map(r => r.cells) }
}

const tables: readonly (readonly [string, string, readonly (readonly string[])[], CsvOptions?])[] = [
  [
    'plain rows',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a last row without line break',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['quotes, doubled quotes and separators inside', '"a ""x"" b","c,d"\n', [['a "x" b', 'c,d']]],
  [
    'line breaks inside quotes',
    '"a\r\nb",c\r\nd,e\r\n',
    [
      ['a\nb', 'c'],
      ['d', 'e'],
    ],
  ],
  [
    'empty cells',
    ',,\n"",x,\n',
    [
      ['', '', ''],
      ['', 'x', ''],
    ],
  ],
  ['lines with nothing on them', 'a\n\n\r\nb\n', [['a'], ['b']]],
  ['a closing byte of old systems', '990,"A"\r\n\u001a', [['990', 'A']]],
  ['a null with its blank', '990,-0- ,"x"\r\n', [['990', '-0- ', 'x']]],
  ['blanks after a closing quote', '"a" ,b\n', [['a', 'b']]],
  ['quotes in the middle of a cell', 'the "Base",b\n', [['the "Base"', 'b']]],
  [
    'old line ends',
    'a,b\rc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'another separator',
    'a;b\n"c;d";e\n',
    [
      ['a', 'b'],
      ['c;d', 'e'],
    ],
    { delimiter: ';' },
  ],
  ['no quoting at all', 'a|"b\n', [['a', '"b']], { delimiter: '|', quote: null }],
]
for (const [what, text, cells, options] of tables) {
  test(`reads ${what}`, async () => {
    for (const piece of [1, 2, 3, 65_536]) {
      const { cells: found, problems } = await read(text, options, piece)
      assert.deepEqual(problems, [])
      assert.deepEqual(found, cells, `in pieces of ${piece}`)
    }
  })
}

test('knows the line on which each row begins', async () => {
  const { rows } = await read('a\n"b\nb"\n\nc\n')
  assert.deepEqual(
    rows.map(r => r.line),
    [1, 2, 5],
  )
})

const refused: readonly (readonly [string, string | Uint8Array, string, CsvOptions?])[] = [
  ['nothing', '', 'download.empty'],
  ['a page', '<html><body>404</body></html>', 'download.html'],
  ['a quotation that never ends', 'a,b\n"c,d\ne,f\n', 'csv.unclosed-quote'],
  ['text after a quotation', '"a"b,c\n', 'csv.stray-quote'],
  ['a cell without end', `a,${'b'.repeat(50)}\n`, 'csv.too-long', { maxCellLength: 40 }],
  ['a row without end', `${'a,'.repeat(50)}\n`, 'csv.too-long', { maxRowLength: 40 }],
  ['bytes of another encoding', Buffer.from('T\u009aRK SAMPLE\n', 'latin1'), 'encoding.invalid'],
]
for (const [what, content, code, options] of refused) {
  test(`refuses ${what}`, async () => {
    const { problems } = await read(content, options)
    assert.deepEqual(
      problems.map(p => [p.code, p.severity]),
      [[code, 'stop']],
    )
  })
}

test('gives the first rows of a text, quoted or not, and no more', () => {
  assert.deepEqual(firstRows('\ufeff"a b",c\r\n1,"x\ny"\n2,z\n', 2), [
    ['a b', 'c'],
    ['1', 'x\ny'],
  ])
  assert.deepEqual(firstRows('a\tb', 3, '\t'), [['a', 'b']])
  assert.deepEqual(firstRows('', 1), [])
})

test('agrees with papaparse on any table written with quotes', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', ';', '\u0645'), maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 30 }),
      async (table, piece) => {
        const text = table.map(row => row.map(c => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        const { cells, problems } = await read(text, {}, piece)
        assert.deepEqual(problems, [])
        assert.deepEqual(cells, table)
        assert.deepEqual(Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data, table)
      },
    ),
    { numRuns: 150 },
  )
})
