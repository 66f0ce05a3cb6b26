// A publisher that keeps failing is told of wherever the state of the sources is shown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exitOfUpdates } from '../src/cli/commands/lists.ts'
import { presentSources } from '../src/cli/present-sources.ts'
import type { SourcesAnswer, SourceView } from '../src/questions/index.ts'
import { doubleApp } from './api/double.ts'
import { serve } from './api/served.ts'

const view = (id: string, lastFetch: SourceView['lastFetch']): SourceView => ({
  id,
  title: `The ${id}`,
  publisher: 'Publisher',
  authority: id,
  jurisdiction: 'zz',
  kind: 'official',
  url: 'https://example.org',
  licence: 'open',
  verified: true,
  closed: false,
  fetched: true,
  freshness: 'current',
  cadence: 'daily',
  newest: null,
  versions: 0,
  held: [],
  problems: [],
  unreadFields: 0,
  lastFetch,
  lag: null,
})

const BASE = { parties: 0, designations: 0, instruments: 0, lists: 0, authorities: 0 }

const answer = (...sources: readonly SourceView[]): SourcesAnswer => ({
  sources,
  base: BASE,
  importing: null,
  verified: 1,
  unverified: 0,
  index: null,
})
const told = (...sources: readonly SourceView[]) => presentSources(answer(...sources), false)

const failed = { at: '2026-11-25T10:28:09', outcome: 'failed', detail: 'The server answers 500.' }

test('a source whose publisher keeps failing is told with the reason, how often, and when it is asked again', () => {
  const text = told(view('bad', { ...failed, failures: 4, notBefore: '2026-11-25T12:28:09' }))
  assert.match(
    text,
    /Not fetched.* bad, 4 times in a row, last at 2026-11-25 10:28 UTC: The server answers 500\. Asked again after 2026-11-25 12:28 UTC/,
  )
})

test('after one failure nothing stands in the way of asking again', () => {
  const text = told(view('bad', { ...failed, failures: 1, notBefore: null }))
  assert.match(text, /bad, once, last at 2026-11-25 10:28 UTC: The server answers 500\.$/m)
})

test('of sources that answered nothing more is told', () => {
  const text = told(view('good', { ...failed, outcome: 'unchanged', failures: 0, notBefore: null }), view('never', null))
  assert.doesNotMatch(text, /Not fetched/)
})

test('an update ends with 3 where a source was not asked or did not answer, else with 0', () => {
  const exit = (...outcomes: readonly string[]) => exitOfUpdates(outcomes.map(outcome => ({ outcome })))
  assert.deepEqual([exit('unchanged', 'waiting'), exit('failed'), exit('refused')], [3, 3, 3])
  assert.deepEqual([exit(), exit('unchanged', 'imported')], [0, 0])
})

test('the figures tell how often in a row a source could not be fetched', async () => {
  const bad = view('bad', { ...failed, failures: 4, notBefore: null })
  const server = await serve(doubleApp({ sources: async () => answer(bad, view('never', null)) }).app)
  try {
    const { text } = await server.get('/metrics')
    assert.match(text, /^wholists_source_fetch_failures\{source="bad"\} 4$/m)
    assert.doesNotMatch(text, /^wholists_source_fetch_failures\{source="never"\}/m)
  } finally {
    await server.close()
  }
})
