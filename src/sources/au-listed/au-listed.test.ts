import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { memoryFile } from '../../intake/index.ts'
import { valuesOf } from '../../model/index.ts'
import { outcomeOf, sourceSuite } from '../suite.ts'
import source from './index.ts'

sourceSuite({ sources: [source], folder: import.meta.dirname })

const page = readFileSync(join(import.meta.dirname, 'fixtures/page/listed-terrorist-organisations.html'), 'utf8')

test('the first day lists, later ones re-list; names and the page of each organisation', async () => {
  const { readings } = await outcomeOf(source, [memoryFile('page.html', page)])
  const parties = readings.map(({ parties: [party] }) => party)
  assert.deepEqual(
    readings.map(({ designations: [d] }) => d?.from?.earliest),
    ['2002-11-14', '2021-12-10', '2025-11-27'],
  )
  const said = (i: number, property: string) => (parties[i] ? valuesOf(parties[i], property) : [])
  assert.deepEqual(said(0, 'notes'), ['Re-listed on 5 November 2004', 'Re-listed on 3 November 2006', 'Re-listed on 29 October 2024'])
  assert.deepEqual([said(0, 'weakAlias'), said(1, 'alias')], [['SF'], ['Harakat al-Mithal']])
  assert.match(said(0, 'sourceUrl')[0] ?? '', /^https:\/\/www\.nationalsecurity\.gov\.au\/what-.*\/sample-front$/)
})

test('a row with more than a name and days is held', async () => {
  const { problems } = await outcomeOf(source, [
    memoryFile('page.html', page.replace('27 November 2025</td>', '27 November 2025</td><td>New</td>')),
  ])
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [['html.row-width', 'stop']],
  )
})
