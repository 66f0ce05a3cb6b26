import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadSources } from './index.ts'
import { asSourceFiles, heldFiles, outcomeOf, publicationsOf } from './suite.ts'
import { assertDesignationsFit, assertNothingUnread, assertStatementsFit } from './suite-checks.ts'

const SAMPLES = join(import.meta.dirname, '../../../shared/lists/samples')
/** Samples that are no lists of parties: indexes of other files, and what is read by a mapping or as an aggregate's parts. */
const NO_LISTS = /README\.md$|\/(?:opensanctions|senzing|yente)\/|\/in-mha\/division\.html$|\/changes-history-\d+\.json$/

test('every sample of a format without a real file is one source’s, and reads whole', {
  skip: existsSync(SAMPLES) ? false : 'there is no ../shared/lists/samples beside the checkout',
}, async () => {
  const { all } = await loadSources()
  const files = heldFiles(SAMPLES).filter(({ path }) => !NO_LISTS.test(path))
  for (const file of files) {
    const claimed = all.filter(source => source.recognise(file.head)).map(({ id }) => id)
    assert.equal(claimed.length, 1, `${file.path} is claimed by ${claimed.join(', ') || 'none'}`)
  }
  for (const source of all) {
    const several = source.parts.required.length + source.parts.optional.length > 1
    for (const publication of publicationsOf(source, files, ({ path }, day) => (several ? day : path))) {
      const outcome = await outcomeOf(source, asSourceFiles(publication))
      assert.deepEqual(
        outcome.problems.filter(({ severity }) => severity === 'stop'),
        [],
        `${source.id}: ${publication.name}`,
      )
      assert.ok(outcome.records.length > 0, `${source.id}: ${publication.name}`)
      assertNothingUnread(outcome)
      assertStatementsFit(outcome)
      assertDesignationsFit(outcome)
    }
  }
})
