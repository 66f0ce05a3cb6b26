import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packReading } from '../ledger/index.ts'
import { outcomes, people, presenceOf, smallFile, smallSource, withDesk } from './import-kit.ts'
import type { ParseThread } from './parse-contents.ts'

const source = smallSource('alpha')
const file = smallFile('alpha 2024-01-01', people(1, 1200))

/** A second thread that takes every other batch and answers late. */
function lateThread(answers: boolean): ParseThread & { readonly taken: number[] } {
  const taken: number[] = []
  let asked = 0
  return {
    taken,
    begin: () => undefined,
    isFree: () => asked++ % 2 === 0,
    async parse(_, raws) {
      taken.push(raws.length)
      await new Promise(done => setTimeout(done, 20))
      if (!answers) throw new Error('the second thread ended')
      return raws.map(raw => packReading(source.parse(raw)))
    },
  }
}

for (const [how, answers] of [
  ['parses a part of the records', true],
  ['fails', false],
] as const)
  test(`a version is taken in the same where a second thread ${how}`, () =>
    withDesk(async alone =>
      withDesk(async together => {
        const second = lateThread(answers)
        assert.deepEqual(outcomes(await together.import([together.write('a.txt', file)], { second })), ['accepted alpha/2024-01-01'])
        await alone.import([alone.write('a.txt', file)])
        assert.ok(second.taken.length >= 2)
        assert.deepEqual(await presenceOf(together), await presenceOf(alone))
        const contents = Array.from({ length: 1200 }, (_, i) => i + 1)
        assert.deepEqual(await together.ledger.readings(contents), await alone.ledger.readings(contents))
        assert.equal((await together.ledger.readings(contents)).size, 1200)
      }),
    ))
