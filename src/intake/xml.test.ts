import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Problem, SourceFile } from '../model/index.ts'
import { memoryFile } from './memory-file.ts'
import { isProblem } from './problems.ts'
import type { XmlItem } from './types.ts'
import { readXml, textOf, type XmlOptions } from './xml.ts'

async function read(file: SourceFile, records: Parameters<typeof readXml>[1], options?: XmlOptions) {
  const items: XmlItem[] = []
  const problems: Problem[] = []
  for await (const item of readXml(file, records, options)) {
    if (isProblem(item)) problems.push(item)
    else items.push(item)
  }
  return { items, problems, records: items.filter(i => i.kind === 'record').map(i => i.element) }
}
const xml = (text: string, piece?: number) => memoryFile('list.xml', text, piece)
const codes = (problems: readonly Problem[]) => problems.map(({ code, severity }) => `${code} ${severity}`)

test('yields each record whole, and what stands around records once, in order', async () => {
  const { items, problems } = await read(
    xml(
      '<?xml version="1.0"?>\n<list made="2026">\n <info><day>1 May</day><n>2</n></info>\n <entry id="1"><a>x</a><a>y &amp; z</a></entry>\n <entry id="2"/>\n</list>\n',
    ),
    ['entry'],
  )
  assert.deepEqual(problems, [])
  assert.deepEqual(
    items.map(({ kind, path, element }) => [kind, path.join('/'), element.text, element.attributes]),
    [
      ['outer', 'list', '', { made: '2026' }],
      ['outer', 'list/info', '', {}],
      ['outer', 'list/info/day', '1 May', {}],
      ['outer', 'list/info/n', '2', {}],
      ['record', 'list/entry', '', { id: '1' }],
      ['record', 'list/entry', '', { id: '2' }],
    ],
  )
  assert.deepEqual(
    items[4]?.element.children.map(c => [c.name, c.text]),
    [
      ['a', 'x'],
      ['a', 'y & z'],
    ],
  )
})

test('finds records by their path where a name alone would be too little', async () => {
  const { records } = await read(
    xml('<l><entry><entry>inner</entry></entry><other><entry>no</entry></other></l>'),
    path => path.join('/') === 'l/entry',
  )
  assert.deepEqual(
    records.map(r => r.children.map(c => c.text)),
    [['inner']],
  )
})

test('strips name spaces from names, keeps their declaration around records and drops it inside', async () => {
  const text = '<x:l xmlns:x="urn:1" xmlns="urn:2"><x:e xmlns:y="urn:3" y:schemaLocation="a b" y:id="7" id="8"><y:v>1</y:v></x:e></x:l>'
  const { items } = await read(xml(text), ['e'])
  assert.deepEqual(items[0]?.element.attributes, { 'xmlns:x': 'urn:1', xmlns: 'urn:2' })
  assert.deepEqual(items[1]?.element.attributes, { 'y:id': '7', id: '8' })
  assert.deepEqual(
    items[1]?.element.children.map(c => c.name),
    ['v'],
  )
  const kept = await read(xml(text), ['x:e'], { prefixes: true })
  assert.deepEqual(
    kept.records[0]?.children.map(c => c.name),
    ['y:v'],
  )
})

test('keeps text and elements in order where prose is read', async () => {
  const { records } = await read(xml('<l><p>Al <b>Sample</b> (also <i>known</i> as X)</p></l>'), ['p'], { mixed: true })
  const [prose] = records
  assert.ok(prose)
  assert.equal(textOf(prose), 'Al Sample (also known as X)')
})

test('reports text between records, where none belongs', async () => {
  const { problems, records } = await read(xml('<l><e/>lost words<e/></l>'), ['e'])
  assert.deepEqual(
    problems.map(p => [p.code, p.severity, p.seen]),
    [['xml.stray-text', 'flag', 'lost words']],
  )
  assert.equal(records.length, 2)
})

const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['nothing', '', 'download.empty'],
  ['white space', ' \n ', 'download.empty'],
  ['a page', '\n<!DOCTYPE html><html><body>Gateway timeout</body></html>', 'download.html'],
  ['a page without document type', '<html lang="en"><p>unclosed</html>', 'download.html'],
  ['a message of a server', '{"message":"Internal server error"}', 'download.not-xml'],
  ['a file that breaks off in a record', '<l><e><a>1</a></e><e><a>', 'download.truncated'],
  ['a file that breaks off in a tag', '<l><e/><e', 'download.truncated'],
  ['a file that breaks off before any element', '<?xml version="1.0"?>', 'download.truncated'],
  ['tags that do not match', '<l><e></l></e>', 'xml.malformed'],
  ['an entity of its own', '<l><e>&boom;</e></l>', 'xml.malformed'],
  ['a document type', '<!DOCTYPE l SYSTEM "l.dtd"><l/>', 'xml.doctype'],
  ['a billion laughs', `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]><l><e>&b;</e></l>`, 'xml.doctype'],
  ['an external entity', '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l><e>&x;</e></l>', 'xml.doctype'],
  ['257 levels', `<l>${'<e>'.repeat(256)}${'</e>'.repeat(256)}</l>`, 'xml.too-deep'],
  [
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from('<l><e>'), Buffer.from([0xc3, 0x28]), Buffer.from('</e></l>')]),
    'encoding.invalid',
  ],
  ['an encoding nobody knows', '<?xml version="1.0" encoding="x-atlantis"?><l/>', 'encoding.unknown'],
]
for (const [what, content, code] of refused) {
  test(`refuses ${what}`, async () => {
    for (const piece of [1, 7, 65_536]) {
      const { problems } = await read(memoryFile('list.xml', content, piece), ['e'])
      assert.deepEqual(codes(problems), [`${code} stop`], `in pieces of ${piece}`)
    }
  })
}

test('reads two million nested elements no deeper than it must', async () => {
  const file = endless('<l>', '<e>', 2_000_000)
  const { problems } = await read(file, ['none'])
  assert.deepEqual(codes(problems), ['xml.too-deep stop'])
  assert.ok(file.given < 1_000_000, `read ${file.given} bytes`)
})

test('gives up on a text, a comment or an attribute without end long before memory is full', async () => {
  for (const start of ['<l><e>', '<l><!-- ', '<l a="', '<l><e><![CDATA[']) {
    const file = endless(start, 'abcdefgh', 40_000_000)
    const { problems } = await read(file, ['e'])
    assert.deepEqual(codes(problems), ['xml.too-long stop'], start)
    assert.ok(file.given < 20_000_000, `${start}: read ${file.given} bytes`)
  }
})

test('gives up on a record without end', async () => {
  const { problems } = await read(endless('<l><e>', '<a>12345678</a>', 4_000_000), ['e'], { maxRecordLength: 1_000_000 })
  assert.deepEqual(codes(problems), ['xml.too-long stop'])
})

test('holds one record at a time: 60 MB of records in flat memory', async () => {
  const entry = `<e id="1">${'<a>Sample text of some length</a>'.repeat(30)}</e>`
  const file = endless('<l>', entry, 60_000_000 / entry.length, '</l>')
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let peak = 0
  let n = 0
  for await (const item of readXml(file, ['e'])) {
    assert.ok(!isProblem(item))
    if (++n % 5_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before)
  }
  assert.ok(n > 50_000)
  assert.ok(peak < 150_000_000, `heap grew by ${Math.round(peak / 1e6)} MB`)
})

test('reads the same tree whatever the pieces', async () => {
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>(tie => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme', maxLength: 12 }).map(t => escape(t)),
      fc
        .tuple(fc.constantFrom('a', 'b', 'ns:c'), fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, inner]) => `<${name} k="é">${inner.join('')}</${name}>`),
    ),
  })).node
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), async (nodes, piece) => {
      const text = `<l><e>${nodes.join('')}</e></l>`
      const [whole, cut] = [await read(xml(text), ['e']), await read(xml(text, piece), ['e'])]
      assert.deepEqual(cut, whole)
      assert.equal(whole.records.length, 1)
    }),
    { numRuns: 60 },
  )
})

const escape = (text: string) =>
  text
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

/** A file that repeats a piece of text, and counts what was taken of it. */
function endless(start: string, part: string, times: number, end = ''): SourceFile & { given: number } {
  const block = Buffer.from(part.repeat(Math.max(1, Math.floor(65_536 / part.length))))
  const file = {
    ...memoryFile('endless.xml', ''),
    sizeBytes: start.length + part.length * times + end.length,
    given: 0,
    async *open() {
      yield Buffer.from(start)
      for (let left = times * part.length; left > 0; left -= block.length) {
        file.given += block.length
        yield block
      }
      yield Buffer.from(end)
    },
  }
  return file
}
