import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { comparePair, type FeatureName, SCREEN_VERSION } from '../src/screen/index.ts'
import { MATCHING_PAGE, tableOnPage, weightTable } from './support/weight-table.ts'

test('the page on matching holds the weights as the code has them (node24 test/support/weight-table.ts writes them)', () => {
  assert.equal(tableOnPage(), weightTable())
})

test('the page on matching names every feature an explanation may show, and the version', () => {
  const page = readFileSync(MATCHING_PAGE, 'utf8')
  const features: readonly FeatureName[] = [
    'name_match',
    'identifier_match',
    'identifier_differs',
    'wallet',
    'address_match',
    'birth_date',
    'country',
    'gender',
    'address',
    'contact',
    'limit',
  ]
  for (const feature of features) assert.ok(page.includes(`\`${feature}\``), feature)
  assert.ok(page.includes(SCREEN_VERSION))
})

test('the example on the page scores as it says', () => {
  const page = readFileSync(MATCHING_PAGE, 'utf8')
  const pair = JSON.parse(/```json\n([^`]+)```/.exec(page)?.[1] ?? '')
  const { score, explanation } = comparePair(pair, { explain: true })
  const rows = [...page.matchAll(/^\| `(\w+)` +\| (-?[\d.]+) +\|/gm)].map(([, feature, value]) => [feature, Number(value)])
  assert.deepEqual(
    rows,
    explanation?.map(e => [e.feature, Number(e.contribution.toFixed(3))]),
  )
  assert.ok(page.includes(`scores ${score.toFixed(3)}`), `scores ${score.toFixed(3)}`)
})
