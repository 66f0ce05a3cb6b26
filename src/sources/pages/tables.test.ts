import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isProblem, memoryFile } from '../../intake/index.ts'
import { pageTables } from './tables.ts'

const tablesOf = async (html: string) => {
  const tables = await pageTables(memoryFile('page.html', html), 'a table')
  assert.ok(!isProblem(tables))
  return tables
}
const texts = (table: Awaited<ReturnType<typeof tablesOf>>[number] | undefined) => table?.rows.map(row => row.cells.map(cell => cell.text))

test('cells that span rows stand in each, and those that span columns are followed by empty ones', async () => {
  const [table] = await tablesOf(`<table><tr><th>No</th><th colspan="2">Name</th></tr>
    <tr><td>1</td><td rowspan="2">Both</td><td>a</td></tr><tr><td>2</td><td>b</td></tr><tr><td>3</td><td>Own</td><td rowspan="9">c</td></tr></table>`)
  assert.deepEqual(texts(table), [
    ['No', 'Name', ''],
    ['1', 'Both', 'a'],
    ['2', 'Both', 'b'],
    ['3', 'Own', 'c'],
  ])
})

test('lines break where the page breaks them and not where its source does', async () => {
  const [table] = await tablesOf('<table><tr><td>one\n  still one<br>two<p>three</p> <a href="/x.pdf">four</a></td></tr></table>')
  const cell = table?.rows[0]?.cells[0]
  assert.deepEqual(cell?.lines, ['one still one', 'two', 'three', 'four'])
  assert.equal(cell?.link, '/x.pdf')
})

test('a table has the nearest heading before it and its own caption', async () => {
  const tables = await tablesOf(
    '<h2>First</h2><p>x</p><table><caption><strong>Cap </strong></caption><tr><th>A</th></tr></table><h2>Second</h2><table></table>',
  )
  assert.deepEqual(
    tables.map(({ heading, caption, heads }) => [heading, caption, heads]),
    [
      ['First', 'Cap', ['a']],
      ['Second', '', []],
    ],
  )
})

test('a page without a table is a stop that says what stands there', async () => {
  const found = await pageTables(memoryFile('page.html', '<html><body><p>Come back later</p></body></html>'), 'a table of groups')
  assert.ok(isProblem(found))
  assert.deepEqual(
    [found.severity, found.code, found.seen, found.expected],
    ['stop', 'html.tables', 'Come back later', 'a table of groups'],
  )
})
