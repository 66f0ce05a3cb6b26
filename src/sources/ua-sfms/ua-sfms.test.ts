import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({
  sources: [source],
  folder: import.meta.dirname,
  spoil: text => text.replace('<title-list>', '<rank-list>x</rank-list><title-list>'),
})

const file = readFileSync(join(import.meta.dirname, 'fixtures/file/BlackListFull.xml'), 'utf8')

test('names in parts with their category and quality, whatever the entries are called', async () => {
  for (const text of [file, file.replaceAll('<entry>', '<account-list>').replaceAll('</entry>', '</account-list>')]) {
    const { readings } = await outcomeOf(source, [memoryFile('BlackListFull.xml', text)])
    assert.deepEqual(
      readings.map(({ parties: [party], designations: [d] }) => [
        d?.from?.earliest,
        ...['name', 'alias', 'weakAlias', 'previousName', 'birthDate', 'passportNumber'].map(p => (party ? valuesOf(party, p) : [])),
      ]),
      [
        ['2011-05-20', ['OMAR SPECIMEN'], ['ОМАР ЗРАЗОК'], ['ABU SAMPLE'], [], ['1971-06-03', '1972'], ['P0000001']],
        ['2011-05-20', ['SAMPLE FRONT'], [], [], ['OLD FRONT'], [], []],
      ],
    )
  }
})
