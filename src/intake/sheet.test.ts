import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headOf } from './files.ts'
import { memoryFile } from './memory-file.ts'
import { isProblem } from './problems.ts'
import { readSheet } from './sheet.ts'
import { peekSheet } from './sheet-peek.ts'
import { zipOf } from './zip-writer.test-data.ts'

async function read(bytes: Uint8Array) {
  const rows: unknown[] = []
  const problems: string[] = []
  for await (const item of readSheet(memoryFile('book.xlsx', bytes))) {
    if (isProblem(item)) problems.push(`${item.code} ${item.severity}`)
    else rows.push([item.sheet, item.line, item.cells])
  }
  return { rows, problems }
}

const xlsx = (rows: string, more: Readonly<Record<string, string>> = {}, workbook = '') =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="urn:r">${workbook}<sheets><sheet name="Persons" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  })
const styles = {
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="0.00 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
}
const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

test('reads cells of every kind where they stand', async () => {
  const rows =
    `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>12.5</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="str"><v>made</v></c>${inline('AB2', 'far')}</row>` +
    '<row r="3"/><row r="9"><c r="A9" s="1"><v>25569</v></c><c r="B9" s="2"><v>23078.5</v></c><c r="C9" s="3"><v>3</v></c></row>'
  const shared = { 'xl/sharedStrings.xml': '<sst><si><r><t>Al </t></r><r><t>Sample</t></r><rPh><t>アル</t></rPh></si></sst>' }
  const { rows: found, problems } = await read(xlsx(rows, { ...styles, ...shared }))
  assert.deepEqual(problems, [])
  assert.deepEqual(found, [
    ['Persons', 2, ['Al Sample', '', '12.5', 'TRUE', 'made', ...Array.from({ length: 22 }, () => ''), 'far']],
    ['Persons', 9, ['1970-01-01', '1963-03-08T12:00:00', '3']],
  ])
})

test('counts days from 1904 where the workbook does', async () => {
  const { rows } = await read(xlsx('<row r="1"><c r="A1" s="1"><v>24107</v></c></row>', styles, '<workbookPr date1904="1"/>'))
  assert.deepEqual(rows, [['Persons', 1, ['1970-01-01']]])
})

test('takes the written form of a carriage return for what it stands for', async () => {
  const { rows } = await read(
    xlsx(
      `<row r="5">${inline('A5', 'イラク_x000D_\nシリア')}${inline('B5', '1968_x000D_ 29/08/1965')}${inline('C5', 'Code_x005F_x000D_5')}</row>`,
    ),
  )
  assert.deepEqual(rows, [['Persons', 5, ['イラク\nシリア', '1968\n 29/08/1965', 'Code_x000D_5']]])
})

test('reads a workbook of the OpenDocument form, repeated cells and rows included', async () => {
  const content =
    '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="List">' +
    '<table:table-row><table:table-cell><text:p>Na<text:span>me</text:span></text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>' +
    '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>' +
    '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2026-03-01T00:00:00"><text:p>01/03/26</text:p></table:table-cell><table:table-cell><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell></table:table-row>' +
    '</table:table></office:spreadsheet></office:body></office:document-content>'
  const { rows, problems } = await read(zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content }))
  assert.deepEqual(problems, [])
  assert.deepEqual(rows, [
    ['List', 1, ['Name', 'x', 'x']],
    ['List', 5, ['2026-03-01', 'a  b\nc']],
    ['List', 6, ['2026-03-01', 'a  b\nc']],
  ])
})

const refused: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['a page', () => Buffer.from('<!DOCTYPE html><html></html>'), 'download.html'],
  ['what is no workbook', () => Buffer.from('a,b\n'), 'download.not-sheet'],
  ['a ZIP file of something else', () => zipOf({ 'readme.txt': 'hello' }), 'download.not-sheet'],
  ['a file that breaks off', () => xlsx('<row r="1"/>').subarray(0, 400), 'sheet.unreadable'],
  [
    'a workbook without its sheet',
    () => zipOf({ 'xl/workbook.xml': '<workbook><sheets><sheet name="A" id="1"/></sheets></workbook>' }),
    'sheet.unreadable',
  ],
  ['a member that would unpack to something unreasonable', () => xlsx(' '.repeat(64 * 1024 * 1024)), 'sheet.unreadable'],
  ['a member that unpacks to more than it declares', () => xlsxLying(), 'sheet.unreadable'],
  ['a document type inside', () => zipOf({ 'xl/workbook.xml': '<!DOCTYPE w [<!ENTITY a "b">]><workbook/>' }), 'sheet.unreadable'],
]
const xlsxLying = () => zipOf({ 'xl/workbook.xml': `<workbook>${' '.repeat(100_000)}</workbook>` }, 100)

for (const [what, content, code] of refused) {
  test(`refuses ${what}`, async () => {
    const { problems } = await read(content())
    assert.deepEqual(problems, [`${code} stop`])
  })
}

test('reads a workbook of the old binary form: days, numbers and texts, and refuses it where it breaks off', async () => {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet([['Name', 'Born', 'Number'], ['Omar Sample', 23_078, 12.5], [], ['Моделев', 23_078.5, true]])
  for (const cell of ['B2', 'B4']) sheet[cell].z = 'dd/mm/yyyy'
  utils.book_append_sheet(book, sheet, 'Лица')
  const bytes = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
  const { rows, problems } = await read(bytes)
  assert.deepEqual(problems, [])
  assert.deepEqual(rows, [
    ['Лица', 1, ['Name', 'Born', 'Number']],
    ['Лица', 2, ['Omar Sample', '1963-03-08', '12.5']],
    ['Лица', 4, ['Моделев', '1963-03-08T12:00:00', 'TRUE']],
  ])
  assert.deepEqual((await read(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).problems, ['sheet.unreadable stop'])
  assert.match(peekSheet(headOf('list.xls', bytes))?.words ?? '', /Лица/)
})
