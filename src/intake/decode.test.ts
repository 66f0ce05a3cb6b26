import assert from 'node:assert/strict'
import { isUtf8 } from 'node:buffer'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { decodeText, type EncodingHint } from './decode.ts'
import { memoryFile } from './memory-file.ts'
import { isProblem } from './problems.ts'
import { Utf8Check } from './utf8.ts'

async function decode(bytes: Uint8Array, hint?: EncodingHint, piece?: number) {
  let text = ''
  const problems: string[] = []
  for await (const item of decodeText(memoryFile('f', bytes, piece), hint)) {
    if (isProblem(item)) problems.push(`${item.code} ${item.severity}`)
    else text += item
  }
  return { text, problems }
}
const latin = (text: string) => Buffer.from(text, 'latin1')
const declared = (encoding: string, body: Buffer) => Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), body])
const bodyOf = (text: string) => text.replace(/^<\?xml[^>]*\?>/, '')

const texts: readonly (readonly [string, Buffer, EncodingHint, string])[] = [
  ['UTF-8 where nothing is said', Buffer.from('MUÑOZ — محمد'), {}, 'MUÑOZ — محمد'],
  ['a byte order mark', Buffer.from('\ufeffMUÑOZ'), {}, 'MUÑOZ'],
  ['windows-1252 as the source says', latin('M\u00fcller \u0096 \u0080'), { encoding: 'windows-1252' }, 'Müller – €'],
  [
    'windows-1251 as the file declares',
    declared('windows-1251', Buffer.from([0xcf, 0xf3, 0xf2, 0xe8, 0xed])),
    { declaredIn: 'xml' },
    'Путин',
  ],
  ['windows-1252 as the file declares', declared('Windows-1252', latin('T\u00dcRK')), { declaredIn: 'xml' }, 'TÜRK'],
  ['UTF-16 by its mark', Buffer.from('\ufeffПутин', 'utf16le'), { declaredIn: 'xml' }, 'Путин'],
  ['UTF-16 by its pattern', Buffer.from('<?xml encoding="UTF-16"?>Ü', 'utf16le'), { declaredIn: 'xml' }, 'Ü'],
  [
    'the encoding a page names',
    Buffer.concat([Buffer.from('<meta charset="windows-1251">'), Buffer.from([0xcf])]),
    { declaredIn: 'html' },
    '<meta charset="windows-1251">П',
  ],
]
for (const [what, bytes, hint, text] of texts) {
  test(`reads ${what}`, async () => {
    for (const piece of [1, 3, 65_536]) {
      const found = await decode(bytes, hint, piece)
      assert.deepEqual([bodyOf(found.text), found.problems], [text, []], `in pieces of ${piece}`)
    }
  })
}

test('never replaces a byte that the encoding lacks', async () => {
  const cut = await decode(Buffer.concat([Buffer.from('A'.repeat(70_000)), latin('T\u009aRK')]), {}, 1000)
  assert.deepEqual(cut.problems, ['encoding.invalid stop'])
  assert.ok(!cut.text.includes('\ufffd'))
  assert.deepEqual((await decode(latin('ab\u00c3'), {})).problems, ['download.truncated stop'])
})

test('names the byte at which a text goes wrong', async () => {
  for await (const item of decodeText(memoryFile('f', Buffer.concat([Buffer.from('Zürich '), latin('\u00fc!')]), 5))) {
    if (isProblem(item)) assert.match(item.seen, /^byte 8: /)
  }
})

test('does not believe a single-byte declaration where every character is UTF-8', async () => {
  const wrong = declared('windows-1252', Buffer.from('MUÑOZ Ñandú'))
  assert.deepEqual((await decode(wrong, { declaredIn: 'xml' })).problems, ['encoding.mismatch stop'])
  assert.deepEqual((await decode(declared('windows-1252', Buffer.from('plain')), { declaredIn: 'xml' })).problems, [])
})

test('does not take in a file whose letters were encoded twice', async () => {
  const twice = (text: string) => Buffer.from(Buffer.from(text).toString('latin1'))
  for (const text of ['<a>Müller</a><a>Ñandú</a><a>Åsa</a>', 'Иванов;Пётр', 'محمد'])
    assert.deepEqual((await decode(twice(text))).problems, ['encoding.garbled stop'], text)
  for (const text of ['Müller, Ñandú, Åsa', 'Đại Việt, Ðại', 'ÄÖÜ « Ø » Ñ'])
    assert.deepEqual((await decode(Buffer.from(text))).problems, [], text)
})

test('marks control characters that a wrong single-byte encoding leaves behind', async () => {
  assert.deepEqual((await decode(latin('a\u0081b'), { encoding: 'windows-1252' })).problems, ['encoding.suspect flag'])
})

test('notes a mark that contradicts the declaration, and follows the mark', async () => {
  const found = await decode(Buffer.from('\ufeff<?xml encoding="windows-1252"?>Ü'), { declaredIn: 'xml' })
  assert.deepEqual([bodyOf(found.text), found.problems], ['Ü', ['encoding.differs note']])
})

test('knows UTF-8 piece by piece as the platform knows it whole', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }).map(s => new Uint8Array(Buffer.from(s))),
    fc
      .tuple(fc.constantFrom(0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5), fc.uint8Array({ minLength: 1, maxLength: 3 }))
      .map(([lead, rest]) => Uint8Array.from([lead, ...rest])),
  )
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 4 }), (all, piece) => {
      const check = new Utf8Check()
      for (let at = 0; at < all.length; at += piece) check.feed(all.subarray(at, at + piece))
      assert.equal(check.invalidAt === null && check.complete, isUtf8(all))
      assert.equal(check.offset, all.length)
    }),
    { numRuns: 2_000 },
  )
})
