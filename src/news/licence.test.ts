import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { mayKeepWhole } from './licence.ts'
import { openClaimStore } from './store.ts'

const from = (publisher: string | null, url: string | null) => ({ publisher, url })

for (const [document, allowed, whole] of [
  [from('Example Gazette', null), ['example gazette'], true],
  [from('Example Gazette', null), ['Other Gazette'], false],
  [from(null, 'https://news.example.org/a'), ['example.org'], true],
  [from(null, 'https://notexample.org/a'), ['example.org'], false],
  [from(null, null), [], false],
  [from(null, null), ['*'], true],
  [from(null, 'no address'), ['example.org'], false],
] as const)
  test(`of ${document.publisher ?? document.url ?? 'a nameless publisher'} ${whole ? 'the whole text' : 'an excerpt'} is kept where ${allowed.join(', ') || 'nobody'} allows it`, () =>
    assert.equal(mayKeepWhole(document, allowed), whole))

test('an excerpt is the beginning of the text, and the address stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-licence-'))
  const text = 'Example. '.repeat(200)
  const document = { id: 'a', title: null, publisher: 'P', published: '2024-06-15', url: 'https://example.org/a', sha256: 'a', text }
  const store = openClaimStore(folder, { readOnly: false })
  store.keep({ document, claims: [], problems: [] }, 0, false)
  assert.equal(store.documents()[0]?.url, 'https://example.org/a')
  store.close()
  const kept = new DatabaseSync(join(folder, 'news.sqlite')).prepare('SELECT text FROM document').get() as { text: string }
  assert.ok(kept.text.length < text.length && text.startsWith(kept.text))
  rmSync(folder, { recursive: true })
})
