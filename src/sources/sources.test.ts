import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headOf } from '../intake/index.ts'
import { WhoListsError } from '../model/index.ts'
import { collect, type Declaration, declare, loadSources } from './index.ts'

const plain: Declaration = {
  id: 'alpha',
  kind: 'official',
  rank: 5,
  authority: 'un-sc',
  jurisdiction: 'un',
  title: 'Alpha',
  publisher: 'A',
  url: 'https://example.org',
  licence: '',
  cadence: { text: '', staleAfterDays: null },
  parser: 'alpha@1',
  bounds: { min: 1, maxLoss: 0.1, maxGain: 0.1 },
  recognise: head => (head.text.startsWith('alpha') ? { source: 'alpha', part: 'main', rendition: 'text' } : undefined),
  async *read() {
    yield { key: '1', body: '{}' }
  },
  parse: () => ({ parties: [], designations: [], instruments: [], links: [], unread: [], problems: [] }),
}

test('finds every source by its folder, each once, official ones first and the UN at their head', async () => {
  const sources = await loadSources()
  const { all } = sources
  assert.equal(all[0]?.id, 'un-sc')
  assert.equal(new Set(all.map(s => s.id)).size, all.length)
  const kinds = all.map(s => ['official', 'curated', 'aggregate', 'own'].indexOf(s.kind))
  assert.deepEqual(
    kinds,
    kinds.toSorted((a, b) => a - b),
  )
  assert.equal(sources.sourceOf('facts').kind, 'curated')
  assert.equal(await loadSources(), await loadSources())
})

test("an unknown source is answered with the likeliest ones, and with how lists of one's own are called", async () => {
  const sources = await loadSources()
  const remedyFor = (id: string): string => {
    try {
      return sources.sourceOf(id).id
    } catch (error) {
      assert.ok(error instanceof WhoListsError && error.code === 'source.unknown')
      return error.remedy
    }
  }
  assert.match(remedyFor('ofac-sdn'), /^Perhaps us-ofac-sdn or /)
  assert.match(remedyFor('UN_SC'), /^Perhaps un-sc or /)
  assert.match(remedyFor('zzz'), /^"wholists sources" names all; .*own-NAME/)
})

test('asks sources in their order, and takes the first that claims a file', () => {
  const first = declare({
    ...plain,
    id: 'beta',
    parser: 'beta@1',
    rank: 1,
    recognise: () => ({ source: 'beta', part: 'main', rendition: 'text' }),
  })
  const sources = collect([declare(plain), first])
  assert.deepEqual(
    sources.all.map(s => s.id),
    ['beta', 'alpha'],
  )
  assert.equal(sources.recognise(headOf('x', Buffer.from('alpha')))?.source, 'beta')
  assert.equal(collect([declare(plain)]).recognise(headOf('x', Buffer.from('omega'))), undefined)
  assert.throws(() => collect([declare(plain), declare(plain)]), /two sources have one id/)
})

test('gives what a declaration leaves out a value, and refuses what cannot be right', () => {
  const { scopes, parts, absence, verified, addresses } = declare(plain)
  assert.deepEqual(
    { scopes, parts, absence, verified, addresses },
    {
      scopes: ['default', 'sanctions'],
      parts: { required: ['main'], optional: [] },
      absence: 'removal',
      verified: false,
      addresses: [],
    },
  )
  const mistakes: readonly (readonly [Partial<Declaration>, RegExp])[] = [
    [{ id: 'Alpha One' }, /lower case/],
    [{ parser: 'alpha' }, /alpha@ and a number/],
    [{ rank: Number.NaN }, /rank/],
    [{ bounds: { min: 0, maxLoss: 0, maxGain: 0 } }, /at least 1/],
    [{ bounds: { min: 1, maxLoss: 1.5, maxGain: 0 } }, /at most 1/],
    [{ bounds: { min: 1, maxLoss: -0.1, maxGain: 0 } }, /shares/],
    [{ parts: { required: [], optional: [] } }, /at least one part/],
    [{ addresses: [{ url: 'https://example.org/x', part: 'other', rendition: 'xml' }] }, /name a part/],
    [{ addresses: [{ url: 'http://example.org/x', part: 'main', rendition: 'xml' }] }, /https/],
  ]
  for (const [wrong, says] of mistakes) assert.throws(() => declare({ ...plain, ...wrong }), says)
})

test('turns a fault of a parser into a stop problem of its record', () => {
  const source = declare({
    ...plain,
    parse: () => {
      throw new TypeError('no such thing')
    },
  })
  const { problems, parties } = source.parse({ key: 'A1', body: '{}' })
  assert.deepEqual(problems, [{ code: 'parse.failed', severity: 'stop', field: 'A1', seen: 'TypeError: no such thing', record: 'A1' }])
  assert.deepEqual(parties, [])
})
