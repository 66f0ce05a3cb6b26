import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({ sources: [source], folder: import.meta.dirname })

const page = readFileSync(join(import.meta.dirname, 'fixtures/page/terrorist-exclusion-list.html'), 'utf8')

test('names in brackets and after commas are told apart, former ones too', async () => {
  const { records, readings } = await outcomeOf(source, [memoryFile('page.html', page)])
  const said = readings.map(({ parties: [party] }, i) => [
    records[i]?.key,
    ...['name', 'alias', 'weakAlias', 'previousName'].map(property => (party ? valuesOf(party, property) : [])),
  ])
  assert.deepEqual(said, [
    ['sample-society', ['Sample Society'], ['SS', 'Jamiyat al-Mithal'], [], []],
    ['specimen-holdings-ltd', ['Specimen Holdings, Ltd.'], ['SH'], [], ['Old Specimen Limited']],
    ['example-harakat', ['Example Harakat'], [], ['EH'], []],
    ['specimen-foundation', ['Specimen Foundation'], ['Muassasat al-Mithal'], [], ['The Old Specimens']],
  ])
  assert.deepEqual(readings[0]?.designations[0]?.instruments, ['us-patriot-411'])
})

test('a list that stands below what holds the heading is found, and a page without one is refused', async () => {
  const nested = page.replace('<h2>', '<div><p><b>').replace('</h2>', '</b></p></div>')
  assert.equal((await outcomeOf(source, [memoryFile('page.html', nested)])).records.length, 4)
  const { problems } = await outcomeOf(source, [memoryFile('page.html', page.replace(/<ul>[^]*<\/ul>/, ''))])
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [['html.no-rows', 'stop']],
  )
})
