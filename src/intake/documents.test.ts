import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheerioAPI } from 'cheerio'
import type { Problem } from '../model/index.ts'
import { readHtml } from './html.ts'
import { memoryFile } from './memory-file.ts'
import { readPdf } from './pdf.ts'
import { isProblem } from './problems.ts'

const isPage = (read: CheerioAPI | Problem): read is CheerioAPI => !isProblem(read)

test('reads a page in the encoding it names', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<html><head><meta charset="windows-1251"></head><body><p class=x>'),
    Buffer.from([0xcf, 0xf3, 0xf2]),
    Buffer.from('</p></body></html>'),
  ])
  const page = await readHtml(memoryFile('a.html', bytes, 7))
  assert.ok(isPage(page))
  assert.equal(page('p.x').text(), 'Пут')
})

const pages: readonly (readonly [string, string, string])[] = [
  ['nothing', '  ', 'download.empty'],
  ['what is no page', 'plain words', 'download.not-html'],
  ['elements without end', '<div>'.repeat(3_000), 'html.too-deep'],
  ['a page cut off in the middle', '<html><body><table><tr><td>1</td>', 'download.truncated'],
]
for (const [what, content, code] of pages) {
  test(`refuses ${what} where a page was due`, async () => {
    const read = await readHtml(memoryFile('a.html', content))
    assert.deepEqual(isPage(read) ? null : [read.code, read.severity], [code, 'stop'])
  })
}

test('reads what is left of a page that may break off', async () => {
  const page = await readHtml(memoryFile('a.html', '<html><body><p>first</p><p>sec'), { mayBreakOff: true })
  assert.ok(isPage(page))
  assert.equal(page('p').length, 2)
})

/** A PDF of one page for each text. */
function pdfOf(...texts: readonly string[]): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${texts.length}/Kids[${texts.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...texts.flatMap((text, i) => {
      const stream = `BT /F1 12 Tf 72 720 Td (${text}) Tj ET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * i} 0 R>>`,
        `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

test('reads the text of a PDF page by page', async () => {
  assert.deepEqual(await readPdf(memoryFile('a.pdf', pdfOf('1. SAMPLE, Karim', '2. MODEL, Nadia'))), {
    pages: ['1. SAMPLE, Karim', '2. MODEL, Nadia'],
  })
})

test('refuses what is no PDF, or breaks off', async () => {
  const codeOf = async (bytes: Uint8Array) => {
    const read = await readPdf(memoryFile('a.pdf', bytes))
    return isProblem(read) ? `${read.code} ${read.severity}` : 'read'
  }
  assert.equal(await codeOf(Buffer.from('<html></html>')), 'download.not-pdf stop')
  assert.equal(await codeOf(pdfOf('x').subarray(0, 300)), 'download.truncated stop')
  assert.equal(await codeOf(Buffer.from('%PDF-1.4\nnothing\n%%EOF')), 'pdf.unreadable stop')
})
