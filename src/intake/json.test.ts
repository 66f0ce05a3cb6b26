import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readJson, readJsonLines } from './json.ts'
import { memoryFile } from './memory-file.ts'
import { isProblem } from './problems.ts'

test('reads a JSON file whole', async () => {
  assert.deepEqual(await readJson(memoryFile('a.json', '\ufeff {"a":[1,"\\u00e9"]}', 3)), { value: { a: [1, 'é'] } })
})

const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['nothing', ' ', 'download.empty'],
  ['a page', '<!DOCTYPE html><html></html>', 'download.html'],
  ['a file that breaks off', '{"a":[1,2', 'download.truncated'],
  ['a file that breaks off in a word', '{"a":"be', 'download.truncated'],
  ['what is no JSON', "{'a':1}", 'json.malformed'],
  ['257 levels', '['.repeat(257) + ']'.repeat(257), 'json.too-deep'],
  ['bytes that are no UTF-8', Buffer.from('{"a":"\u00fc"}', 'latin1'), 'encoding.invalid'],
]
for (const [what, content, code] of refused) {
  test(`refuses ${what}`, async () => {
    const read = await readJson(memoryFile('a.json', content))
    assert.ok(isProblem(read))
    assert.deepEqual([read.code, read.severity], [code, 'stop'])
  })
}

test('does not count brackets inside words', async () => {
  assert.deepEqual(await readJson(memoryFile('a.json', JSON.stringify({ a: '['.repeat(5000) }))), { value: { a: '['.repeat(5000) } })
})

test('gives up on a file larger than it may hold', async () => {
  const read = await readJson(memoryFile('a.json', JSON.stringify('x'.repeat(100))), 50)
  assert.equal(isProblem(read) && read.code, 'json.too-long')
})

async function lines(content: string | Uint8Array, piece?: number, most?: number) {
  const values: unknown[] = []
  const problems: string[] = []
  for await (const item of readJsonLines(memoryFile('a.jsonl', content, piece), most)) {
    if (isProblem(item)) problems.push(`${item.code} ${item.field}`)
    else values.push([item.line, item.value])
  }
  return { values, problems }
}

test('reads JSON line by line, whatever the pieces', async () => {
  const text = '{"a":"é"}\r\n\n[1]\n"x"'
  for (const piece of [1, 2, 5, 1000])
    assert.deepEqual(await lines(text, piece), {
      values: [
        [1, { a: 'é' }],
        [3, [1]],
        [4, 'x'],
      ],
      problems: [],
    })
})

test('stops at the first line that is no JSON, and knows one that breaks off', async () => {
  assert.deepEqual((await lines('{"a":1}\n{"b":}\n{"c":1}\n')).problems, ['json.malformed a.jsonl:2'])
  assert.deepEqual((await lines('{"a":1}\n{"b":')).problems, ['download.truncated a.jsonl:2'])
  assert.deepEqual((await lines('')).problems, ['download.empty a.jsonl'])
  assert.deepEqual((await lines(`{"a":1}\n"${'x'.repeat(100)}`, 10, 50)).problems, ['json.too-long a.jsonl:2'])
})
