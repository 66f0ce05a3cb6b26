import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Problem } from '../model/index.ts'
import { readCsv } from './csv.ts'
import { hasHeads, withHeads } from './heads.ts'
import { memoryFile } from './memory-file.ts'
import { isProblem } from './problems.ts'
import type { HeadedRow } from './types.ts'

async function split(from: AsyncIterable<HeadedRow | Problem>) {
  const rows: HeadedRow[] = []
  const problems: Problem[] = []
  for await (const item of from) {
    if (isProblem(item)) problems.push(item)
    else rows.push(item)
  }
  return { rows, problems }
}

test('takes a byte order mark off the first head', async () => {
  const { rows, problems } = await split(
    withHeads(readCsv(memoryFile('x.csv', '\ufefffileGenerationDate;Id\n20/11/2026;1\n'), { delimiter: ';' }), [
      'fileGenerationDate',
      'Id',
    ]),
  )
  assert.deepEqual([problems, rows[0]?.cells], [[], { fileGenerationDate: '20/11/2026', Id: '1' }])
})

test('holds heads to what a source reads', async () => {
  const heads = async (text: string, optional?: readonly string[]) =>
    (await split(withHeads(readCsv(memoryFile('x.csv', text)), ['Id', 'Name'], optional))).problems.map(p => p.code)
  assert.deepEqual(await heads('Id,Name\n1,A\n'), [])
  assert.deepEqual(await heads('Name,Id\nA,1\n'), [])
  assert.deepEqual(await heads('Id\n1\n'), ['table.head-missing'])
  assert.deepEqual(await heads('Id\n1\n', ['Name']), [])
  assert.deepEqual(await heads('Id,Name,Extra\n1,A,x\n'), ['table.head-unknown'])
  assert.deepEqual(await heads('Id,Name,Name\n1,A,B\n'), ['table.head-twice'])
  assert.deepEqual(await heads('Id,Name\n1,A,left over\n'), ['table.row-too-long'])
  assert.deepEqual(await heads('Id,Name\n1\n'), [])
  assert.deepEqual(await heads('Id,Name\n1\n2,B\n'), [])
  assert.deepEqual(await heads('Id,Name\n1,A\n2'), ['download.truncated'])
})

test('knows a head by its letters, whatever its blanks, capitals and place, and notes it', async () => {
  const text = 'POST\u00a0CODE ,group-id\n1010,7\n'
  const { rows, problems } = await split(withHeads(readCsv(memoryFile('x.csv', text)), ['Group ID', 'Post Code']))
  assert.deepEqual(
    problems.map(p => [p.code, p.severity, p.seen, p.expected]),
    [
      ['table.head-respelt', 'note', 'POST CODE', 'Post Code'],
      ['table.head-respelt', 'note', 'group-id', 'Group ID'],
    ],
  )
  assert.deepEqual(rows[0]?.cells, { 'Post Code': '1010', 'Group ID': '7' })
  assert.equal(hasHeads(['POST\u00a0CODE ', 'group-id'], ['Group ID', 'Post Code']), true)
  assert.equal(hasHeads(['Postcodes', 'Group ID'], ['Group ID', 'Post Code']), false)
  assert.equal(hasHeads(undefined, ['Group ID']), false)
})
