import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { said } from '../../../test/support/read-source.ts'
import { isProblem, openFiles } from '../../intake/index.ts'
import { dayOf, type Problem, type Reading, type Source, type SourceFile } from '../../model/index.ts'
import sources from './index.ts'

const LISTS = resolve(import.meta.dirname, '../../../../shared/lists')
const OPTIONS = existsSync(join(LISTS, 'us-ofac')) ? {} : { skip: `the real lists are not beside the checkout (${LISTS})` }

type Publication = {
  readonly source: Source
  readonly day: string
  readonly rendition: string
  readonly files: (SourceFile & { readonly path: string })[]
}

let publications: Promise<ReadonlyMap<string, Publication>> | undefined

/** The real files by source, day and form; what was fetched again stands apart. */
function real(): Promise<ReadonlyMap<string, Publication>> {
  publications ??= gather()
  return publications
}

async function gather(): Promise<ReadonlyMap<string, Publication>> {
  const out = new Map<string, Publication>()
  for await (const file of openFiles([join(LISTS, 'us-ofac')])) {
    assert.ok(!('refused' in file), file.path)
    const found = sources.flatMap(s => s.recognise(file.head) ?? [])
    assert.equal(found.length, 1, `${file.path} is recognised by ${found.length} sources`)
    const [is] = found
    const source = sources.find(s => s.id === is?.source) ?? assert.fail()
    const day = is?.published === undefined ? (/\d{4}-\d{2}-\d{2}/.exec(file.name)?.[0] ?? '') : dayOf(is.published)
    const key = [source.id, day, is?.rendition, ...(file.path.includes('redownload') ? ['again'] : [])].join(' ')
    const known = out.get(key) ?? { source, day, rendition: is?.rendition ?? '', files: [] }
    known.files.push({
      name: file.name,
      path: file.path,
      sha256: file.sha256,
      sizeBytes: file.sizeBytes,
      part: is?.part ?? '',
      rendition: is?.rendition ?? '',
      open: () => file.open(),
    })
    out.set(key, known)
  }
  return out
}

type WhatWasRead = {
  readonly bodies: ReadonlyMap<string, string>
  readonly readings: ReadonlyMap<string, Reading>
  readonly stops: readonly Problem[]
  readonly unread: readonly string[]
}

async function readReal(key: string): Promise<WhatWasRead> {
  const { source, files } = (await real()).get(key) ?? assert.fail(`no publication ${key}`)
  const bodies = new Map<string, string>()
  const readings = new Map<string, Reading>()
  const stops: Problem[] = []
  for await (const item of source.read(files)) {
    if (isProblem(item)) {
      if (item.severity === 'stop') stops.push(item)
      continue
    }
    bodies.set(item.key, item.body)
    readings.set(item.key, source.parse(item))
  }
  const unread = [...readings].flatMap(([record, reading]) => reading.unread.map(({ field, text }) => `${record} ${field}: ${text}`))
  return { bodies, readings, stops, unread }
}

test('every real publication is read without an unread field, and has as many records as its manifest says', OPTIONS, async () => {
  const manifest = JSON.parse(readFileSync(join(LISTS, 'MANIFEST.json'), 'utf8')) as { path: string; records: number }[]
  const incomplete: string[] = []
  for (const [key, { source, files }] of await real()) {
    const primary = files.find(f => source.parts.required.includes(f.part))
    if (!primary) {
      incomplete.push(key)
      continue
    }
    const { readings, stops, unread } = await readReal(key)
    assert.deepEqual(unread, [], key)
    assert.equal(readings.size, manifest.find(m => primary.path.endsWith(m.path))?.records, key)
    assert.deepEqual(
      stops.map(p => p.code),
      key.includes('enhanced') ? ['publication.filtered'] : [],
      key,
    )
  }
  assert.deepEqual(
    incomplete.sort(),
    ['us-ofac-sdn 2025-01-06 csv', 'us-ofac-sdn 2025-12-24 csv'],
    'side parts without their primary of that day',
  )
})

test('a publication fetched again, with its elements in another order, is the same to the byte', OPTIONS, async () => {
  const [once, again] = [await readReal('us-ofac-consolidated 2025-10-22 xml'), await readReal('us-ofac-consolidated 2025-10-22 xml again')]
  assert.deepEqual(again.bodies, once.bodies)
})

test('the four legacy forms of one real publication are the same to the byte', OPTIONS, async () => {
  const csv = await readReal('us-ofac-consolidated 2018-04-06 csv')
  for (const form of ['del', 'pip', 'ff'])
    assert.deepEqual((await readReal(`us-ofac-consolidated 2018-04-06 ${form}`)).bodies, csv.bodies, form)
})

test('the CSV and the XML of one real publication differ in nothing but quotation marks and closing stops', OPTIONS, async () => {
  const [csv, xml] = [await readReal('us-ofac-consolidated 2025-12-18 csv'), await readReal('us-ofac-consolidated 2025-12-18 xml')]
  const plain = (reading: Reading | undefined) =>
    JSON.stringify(said(reading))
      .replaceAll('\\"', "'")
      .replaceAll(/\.(?=["' ;])/g, '')
  assert.deepEqual(
    [...csv.readings].filter(([key, reading]) => plain(reading) !== plain(xml.readings.get(key))).map(([key]) => key),
    [],
  )
})

test('627 parties are new on the SDN list in March 2022', OPTIONS, async () => {
  const [before, after] = [(await readReal('us-ofac-sdn 2022-02-28 csv')).bodies, (await readReal('us-ofac-sdn 2022-03-31 csv')).bodies]
  assert.equal([...after.keys()].filter(key => !before.has(key)).length, 627)
})

test('five groups lose the FTO mark in spring 2022 and stay under SDGT', OPTIONS, async () => {
  const [before, after] = [(await readReal('us-ofac-sdn 2022-03-31 csv')).readings, (await readReal('us-ofac-sdn 2022-05-27 csv')).readings]
  const lists = (reading: Reading | undefined) => reading?.designations.map(d => d.list).sort() ?? []
  const lost = [...before].filter(([key, reading]) => lists(reading).includes('us-fto') && !lists(after.get(key)).includes('us-fto'))
  assert.deepEqual(
    lost.map(([key]) => [key, lists(after.get(key))]),
    ['4691', '4693', '4694', '4700', '17187'].map(key => [key, ['us-ofac-sdn', 'us-sdgt']]),
  )
})
