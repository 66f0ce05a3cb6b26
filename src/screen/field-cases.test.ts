import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, hasFieldCases, matchingCases } from '../../test/support/field-cases.ts'

// Those that concern the room itself; how names agree is for the room that compares them.
const OWN = new Set(['screen', 'date', 'identifier', 'address', 'vessel', 'crypto'])

test('answers the cases from the field as the reports say, where they stand beside the checkout', {
  skip: hasFieldCases ? false : 'the cases are not beside this checkout',
}, async t => {
  const wrong: string[] = []
  const total = { own: 0, ownRight: 0, all: 0, right: 0 }
  for (const c of matchingCases()) {
    const faults = await faultsOf(c)
    total.all++
    if (faults.length === 0) total.right++
    else t.diagnostic(`${c.area} ${c.id} (${c.confidence}): ${faults.join('; ')}`)
    if (!OWN.has(c.area)) continue
    total.own++
    if (faults.length === 0) total.ownRight++
    else wrong.push(`${c.id}: ${faults.join('; ')}`)
  }
  t.diagnostic(`${total.ownRight} of ${total.own} cases of screening right, ${total.right} of ${total.all} with those of names`)
  assert.deepEqual(wrong, [])
})
