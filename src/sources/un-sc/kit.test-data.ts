import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type Party, type Reading, type Source, valuesOf } from '../../model/index.ts'
import { asSourceFiles, heldFile, heldFiles, outcomeOf, publicationsOf } from '../suite.ts'
import sources from './index.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
/** The source of that id. */
export const source = (id: string): Source => sources.find(s => s.id === id) ?? assert.fail(`no source ${id}`)
const unSc = source('un-sc')

/** The readings of a fixture, by key. */
export async function fixture(name: string, of: Source = unSc): Promise<ReadonlyMap<string, Reading>> {
  const [publication] = publicationsOf(of, heldFiles(join(FIXTURES, name)), () => name)
  assert.ok(publication, name)
  const { records, readings } = await outcomeOf(of, asSourceFiles(publication))
  return new Map(records.map(({ key }, i) => [key, readings[i] ?? assert.fail(key)]))
}

/** A consolidated file of these entries and two of other regimes, so that it is one. */
export const fileOf = (entries: string, dateGenerated = '2026-03-01T08:00:00.000Z') =>
  `<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="${dateGenerated}"><INDIVIDUALS>${entries}` +
  ['Libya/LYi.999', 'Mali/MLi.999']
    .map(pair => pair.split('/'))
    .map(
      ([type, key]) =>
        `<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>FILLER</FIRST_NAME><UN_LIST_TYPE>${type}</UN_LIST_TYPE><REFERENCE_NUMBER>${key}</REFERENCE_NUMBER></INDIVIDUAL>`,
    )
    .join('') +
  '</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>'

/** What a source makes of a file's text. */
export async function readText(text: string, of: Source = unSc) {
  const file = heldFile('consolidated/2026-03-01.xml', text)
  return outcomeOf(of, asSourceFiles({ files: [{ ...file, part: 'main', rendition: 'xml' }] }))
}

/** The reading of one person given by what the entry holds besides number and regime. */
export async function person(inner: string): Promise<Reading> {
  const { readings } = await readText(
    fileOf(`<INDIVIDUAL><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.950</REFERENCE_NUMBER>${inner}</INDIVIDUAL>`),
  )
  return readings[0] ?? assert.fail('no reading')
}
/** The party of a reading. */
export const partyOf = (reading: Reading | undefined): Party => reading?.parties[0] ?? assert.fail('no party')
/** The values of a property, in order. */
export const all = (reading: Reading | undefined, property: string) => valuesOf(partyOf(reading), property)
