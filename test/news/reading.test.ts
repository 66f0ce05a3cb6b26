import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { memoryFile } from '../../src/intake/index.ts'
import { openDocument, readFeed } from '../../src/news/index.ts'
import { BRIEFS } from './briefs.tables.ts'
import { DIGESTS } from './digests.tables.ts'
import { documentOf, readerOverBase } from './kit.ts'
import { NOTICES } from './notices.tables.ts'
import { ARABIC, NO_CLAIM, PASSAGES, RUSSIAN, SENTENCES } from './reading.tables.ts'

const reader = readerOverBase()
const claims = (text: string, published: string | null) =>
  reader.read(documentOf(text, published)).claims.map(c => `${c.type} ${c.authority} > ${c.target} ${c.date} ${c.factuality}`)

for (const [text, published, ...expected] of [...SENTENCES, ...PASSAGES, ...NOTICES, ...DIGESTS, ...BRIEFS, ...RUSSIAN, ...ARABIC])
  test(`"${text}" is read as ${expected.join(' and ')}`, () => assert.deepEqual(claims(text, published).sort(), [...expected].sort()))

for (const text of NO_CLAIM) test(`"${text}" tells of no listing`, () => assert.deepEqual(claims(text, '2024-06-15'), []))

test('names that lists hold of others mislead neither about a State’s own body nor about a longer name', () => {
  const wide = readerOverBase(['Ministry of Defence', 'Abdul Sample'])
  const told = (text: string) => wide.read(documentOf(text, '2024-06-15')).claims.map(c => `${c.authority} > ${c.target} ${c.targetId}`)
  assert.deepEqual(
    told('The Israeli Ministry of Defence designates Palestinian groups, including Al-Sample, as terrorist organisations.'),
    ['Israel > Al-Sample null'],
  )
  assert.deepEqual(told('Norway designates Abdul Sample Exampleson as a terrorist.'), ['Norway > Abdul Sample Exampleson null'])
  assert.deepEqual(told('Norway designates Abdul Sample as a terrorist.'), ['Norway > Abdul Sample Abdul Sample'])
})

test('every name that reports use is of a party of the curated base', () => {
  const read = <T>(...path: readonly string[]) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', ...path), 'utf8')) as T
  const ids = new Set(read<readonly { readonly id: string }[]>('facts', 'parties.json').map(p => p.id))
  const unknown = Object.keys(read<Readonly<Record<string, unknown>>>('news', 'aliases.json')).filter(id => !ids.has(id))
  assert.deepEqual(unknown, [])
})

test('a quote is always the text between its offsets, whatever stands around it', () => {
  const pieces = [...SENTENCES, ...RUSSIAN, ...ARABIC].map(s => s[0])
  const noise = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('\n\n', ' 😀 ', '\u202E', '\uE001\uE005', ' (Reuters)\n\n'),
  )
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), noise), { maxLength: 8 }).map(parts => parts.join(' '))
  fc.assert(
    fc.property(text, whole => {
      for (const c of reader.read(documentOf(whole, '2024-06-15')).claims) {
        assert.equal(c.quote, whole.slice(c.start, c.end))
        assert.ok(c.quote.length > 0)
      }
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('a page gives its article, title, publisher and day, without menus and disclaimers', async () => {
  const html = `<!doctype html><html><head><title>t</title><meta property="og:title" content="Front listed"><meta property="og:site_name" content="Example Gazette">
    <meta property="article:published_time" content="2024-06-15T08:00:00Z"><link rel="canonical" href="https://example.org/a?utm_source=x"></head>
    <body><nav><p>Home</p></nav><article><p>Canada adds the Example Front to its list of terrorist entities.</p><p>${'More was not said. '.repeat(12)}</p></article>
    <footer><p>Canada removes the Other Front from its terrorist list.</p></footer></body></html>`
  const opened = await openDocument(memoryFile('page', html))
  assert.ok('document' in opened)
  const { title, publisher, published, url, text } = opened.document
  assert.deepEqual([title, publisher, published, url], ['Front listed', 'Example Gazette', '2024-06-15', 'https://example.org/a'])
  assert.deepEqual(claims(text, published), ['listed Canada > Example Front 2024-06-15 done'])
})

test('a page of a megabyte is read whole and says nothing that is not in it; one nested without end is refused', async () => {
  const sentence = 'Canada bans nothing at all today.'
  const large = await openDocument(memoryFile('large', `<html><body>${`<p>${sentence}</p>`.repeat(25_000)}</body></html>`))
  assert.ok('document' in large)
  const { text } = large.document
  assert.ok(text.length >= sentence.length && text.length <= 25_000 * (sentence.length + 2), `${text.length} characters`)
  assert.deepEqual(claims(text, '2024-06-15'), [])
  const deep = await openDocument(memoryFile('deep', `<html><body>${'<div>'.repeat(100_000)}x</body></html>`))
  assert.ok('problem' in deep)
})

test('feeds of each form give their entries, and a damaged one says what is wrong', async () => {
  const read = (text: string) => readFeed(memoryFile('feed', text), 'https://example.org/')
  const rss =
    '<?xml version="1.0"?><rss><channel><item><title>A &amp; B</title><link>/a</link><pubDate>Sat, 15 Jun 2024 08:00:00 GMT</pubDate></item></channel></rss>'
  const atom =
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A &amp; B</title><link href="/a"/><updated>2024-06-15T08:00:00Z</updated></entry></feed>'
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '/a', title: 'A & B', date_published: '2024-06-15T08:00:00Z' }],
  })
  for (const text of [rss, atom, json]) {
    const { entries } = await read(text)
    assert.deepEqual(entries, [{ url: 'https://example.org/a', title: 'A & B', published: '2024-06-15', text: '' }])
  }
  const cut = await read(rss.slice(0, 120))
  assert.ok(cut.problems.length > 0)
})
