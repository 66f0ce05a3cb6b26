import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { WhoListsError } from '../model/index.ts'
import { endingOf, headOf, type OpenedFile, openFiles, type RefusedFile, type UnpackLimits } from './files.ts'
import { zipOf } from './zip-writer.test-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'wholists-files-'))
after(() => rmSync(folder, { recursive: true }))
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
  return join(folder, path)
}
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

async function open(paths: readonly string[], limits?: UnpackLimits) {
  const opened: OpenedFile[] = []
  const refused: RefusedFile[] = []
  for await (const file of openFiles(paths, limits)) {
    if ('refused' in file) refused.push(file)
    else opened.push(file)
  }
  return { opened, refused }
}
async function contentOf(file: OpenedFile): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of file.open()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

test('opens folders in order of names, gzip and ZIP members unpacked, hidden files left out', async () => {
  write('a/2026-01-02.xml', '<b/>')
  write('a/2026-01-01.xml.gz', gzipSync('<a/>'))
  write('a/.hidden', 'no')
  write('b/pack.zip', zipOf({ 'in/one.csv': '1,2\n', 'two.csv': '3,4\n' }))
  write('b/book.xlsx', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }))
  const { opened, refused } = await open([folder])
  assert.deepEqual(refused, [])
  assert.deepEqual(
    opened.map(f => [f.name, f.sizeBytes]),
    [
      ['2026-01-01.xml', 4],
      ['2026-01-02.xml', 4],
      ['book.xlsx', opened[2]?.sizeBytes],
      ['one.csv', 4],
      ['two.csv', 4],
    ],
  )
  const [gz] = opened
  assert.ok(gz)
  assert.deepEqual([gz.sha256, await contentOf(gz), await contentOf(gz)], [sha256('<a/>'), '<a/>', '<a/>'])
  assert.match(gz.head.path, /\/a\/2026-01-01\.xml$/)
  assert.match(opened[3]?.path ?? '', /pack\.zip!in\/one\.csv$/)
})

test('knows gzip by its first bytes, whatever its name', async () => {
  const path = write('c/export.json', gzipSync('{"a":1}'))
  const { opened } = await open([path])
  assert.deepEqual([opened[0]?.name, opened[0]?.head.text], ['export.json', '{"a":1}'])
})

test('shows the beginning and the end of a long file, cut between characters', async () => {
  const text = `<list>${'é'.repeat(100_000)}</list>`
  const [file] = (await open([write('d/long.xml', text)])).opened
  assert.ok(file)
  assert.ok(file.head.text.startsWith('<list>éé') && file.head.tail.endsWith('éé</list>'))
  assert.equal(file.head.bytes.length, 65_536)
  assert.ok(!/\ufffd|Ã/.test(file.head.text + file.head.tail))
  assert.equal(file.head.sizeBytes, Buffer.byteLength(text))
})

test('shows text of other encodings as such', () => {
  assert.equal(headOf('a.csv', Buffer.from('T\u00dcRK', 'latin1')).text, 'TÜRK')
  assert.equal(headOf('a.csv', Buffer.from('\ufeffT\u00dcRK', 'utf16le')).text, 'TÜRK')
  assert.equal(headOf('a.csv', Buffer.from('\ufeffTÜRK')).text.replace('\ufeff', ''), 'TÜRK')
})

test('refuses one damaged file and goes on to the next', async () => {
  write('e/1.xml.gz', gzipSync('<a/>'.repeat(1000)).subarray(0, 40))
  write('e/2.zip', zipOf({ 'a.csv': 'x' }).subarray(0, 40))
  write('e/3.csv', 'a,b\n')
  const { opened, refused } = await open([join(folder, 'e')])
  assert.deepEqual(
    opened.map(f => f.name),
    ['3.csv'],
  )
  assert.deepEqual(
    refused.map(f => [f.name, f.refused.code, f.refused.blame]),
    [
      ['1.xml.gz', 'version.refused', 'caller'],
      ['2.zip', 'version.refused', 'caller'],
    ],
  )
  assert.match(refused[0]?.refused.message ?? '', /it is cut off/)
})

test('refuses what unpacks to something unreasonable before it is unpacked', async () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024)
  const limits = { maxBytes: 4 * 1024 ** 3, maxRatio: 100, ratioFromBytes: 1024 * 1024 }
  const byRatio = await open([write('f/bomb.xml.gz', gzipSync(zeros))], limits)
  assert.match(byRatio.refused[0]?.refused.message ?? '', /unpacks from \d+ to more than/)
  const bySize = await open([join(folder, 'f')], { ...limits, maxBytes: 2 * 1024 * 1024, maxRatio: 1e9 })
  assert.equal(bySize.refused.length, 1)
  const zip = await open([write('g/bomb.zip', zipOf({ 'a.xml': Buffer.alloc(48 * 1024 * 1024) }))])
  assert.match(zip.refused[0]?.refused.message ?? '', /would unpack from/)
})

test('names a path that does not exist', async () => {
  await assert.rejects(
    open([join(folder, 'nowhere')]),
    (error: unknown) => error instanceof WhoListsError && error.code === 'input.missing-file',
  )
})

test('follows a link to a file and does not mind one that leads nowhere', async () => {
  const target = write('h/real.csv', 'x')
  mkdirSync(join(folder, 'i'))
  symlinkSync(target, join(folder, 'i', 'link.csv'))
  symlinkSync(join(folder, 'gone'), join(folder, 'i', 'dangling.csv'))
  assert.deepEqual(
    (await open([join(folder, 'i')])).opened.map(f => f.name),
    ['link.csv'],
  )
})

test('gives the ending of a name without its packing', () => {
  assert.deepEqual(['a.XML.gz', 'b.csv', 'c'].map(endingOf), ['.xml', '.csv', ''])
})
