import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { captionOf, isA, type Problem, type Source } from '../model/index.ts'
import { loadSources } from './index.ts'
import { assertDesignationsFit, assertKeysUnique, assertNothingUnread, assertStatementsFit, shareInNotes } from './suite-checks.ts'
import {
  asSourceFiles,
  type HeldFile,
  haveRealLists,
  heldFile,
  heldFiles,
  type Outcome,
  outcomeOf,
  type Publication,
  pathBelowLists,
  publicationsOf,
  REAL_LISTS,
} from './suite-publications.ts'

export { asSourceFiles, heldFile, heldFiles, type Outcome, outcomeOf, type Publication, publicationsOf } from './suite-publications.ts'

/** What the suite is told of a folder of sources. */
export type Suite = {
  /** The sources that the folder declares; each is run over the publications that are its own. */
  readonly sources: readonly Source[]
  /** The folder of the source; fixtures stand below it, each folder of `fixtures/` a publication. */
  readonly folder: string
  /** Folders below `../shared/lists` with real files. */
  readonly real?: readonly string[]
  /** Real publications that hold another number of records than MANIFEST.json says, by path of a file: the number, and why. */
  readonly counts?: Readonly<Record<string, { readonly records: number; readonly why: string }>>
  /** Puts something that the form does not know into a file's text: the version must not come into force. */
  readonly spoil?: (text: string, file: Publication['files'][number]) => string
  /** Stop problems of real versions that are right: broken downloads kept as such. Path of a file to the code. */
  readonly broken?: Readonly<Record<string, string>>
}

/**
 * Tests that every source passes, over its fixtures and, where they stand beside the checkout, over all its real files:
 * recognised by it alone; read without a stop; every leaf taken; keys unique; statements and designations that fit the model
 * and the curated base; the same again whatever the pieces; and a cut-off file, a page, a foreign encoding or an unknown part
 * refused or held.
 */
export function sourceSuite(suite: Suite): void {
  const fixtures = join(suite.folder, 'fixtures')
  const publications = suite.sources.flatMap(source =>
    publicationsOf(source, heldFiles(fixtures), file => file.path.slice(fixtures.length + 1).split('/')[0] ?? ''),
  )
  test('has fixtures, each recognised by one source', async () => {
    assert.ok(publications.length > 0)
    const { all } = await loadSources()
    for (const file of heldFiles(fixtures)) {
      const claimed = all.filter(source => source.recognise(file.head)).map(({ id }) => id)
      assert.equal(claimed.length, 1, `${file.path} is claimed by ${claimed.join(', ') || 'none'}`)
    }
  })
  for (const publication of publications) {
    const name = `${publication.source.id}, fixture ${publication.name}`
    test(`${name}: reads whole and fits`, async t => checkOutcome(t, publication.source, await read(publication)))
    test(`${name}: reads the same from other pieces and in another run`, () => readsTheSame(publication))
    test(`${name}: does not let a damaged file come into force`, () => refusesDamage(publication, suite))
  }
  for (const folder of suite.real ?? []) realFiles(folder, suite)
}

const read = (publication: Publication): Promise<Outcome> => outcomeOf(publication.source, asSourceFiles(publication))
const stops = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'stop')

function checkOutcome(t: TestContext, source: Source, outcome: Outcome): void {
  assert.deepEqual(stops(outcome.problems), [])
  assert.ok(outcome.records.length > 0)
  assertNothingUnread(outcome)
  assertKeysUnique(outcome)
  assertStatementsFit(outcome)
  assertDesignationsFit(outcome)
  for (const { parties, designations } of outcome.readings) {
    // A publisher may leave no more of a removed party than its number.
    const removed = designations.length > 0 && designations.every(({ status }) => status === 'delisted')
    for (const party of parties) {
      assert.ok(party.id.startsWith(`${source.id}:`), party.id)
      if (!removed && (isA(party.schema, 'LegalEntity') || isA(party.schema, 'Vehicle')))
        assert.notEqual(captionOf(party), party.id, `${party.id} has no name`)
    }
  }
  const codes = new Map<string, number>()
  for (const { code } of outcome.problems) codes.set(code, (codes.get(code) ?? 0) + 1)
  t.diagnostic(
    `${source.id}: ${outcome.records.length} records; ${(shareInNotes(outcome) * 100).toFixed(0)} % of the text is kept in notes alone; problems ${JSON.stringify(Object.fromEntries(codes))}`,
  )
}

async function readsTheSame(publication: Publication): Promise<void> {
  const { source } = publication
  const once = await read(publication)
  const again = await outcomeOf(source, asSourceFiles(publication, 997))
  assert.deepEqual(again.records, once.records)
  assert.deepEqual(again.readings, once.readings)
  assert.deepEqual(again.problems, once.problems)
}

async function refusesDamage(publication: Publication, suite: Suite): Promise<void> {
  const { source } = publication
  for (const [i, file] of publication.files.entries()) {
    const damaged = async (bytes: Uint8Array) => {
      const files = publication.files.map((other, j) => (i === j ? { ...file, bytes } : other))
      return stops((await outcomeOf(source, asSourceFiles({ files }))).problems)
    }
    const page = Buffer.from(
      '<!DOCTYPE html>\n<html lang="en"><head><title>502 Bad Gateway</title></head><body>Try again later.</body></html>',
    )
    assert.equal(source.recognise(heldFile(file.path, page).head), undefined, `${file.name}: claims a page`)
    if (file.rendition !== 'html') assert.notEqual((await damaged(page)).length, 0, `${file.name}: takes a page in`)
    assert.notEqual((await damaged(new Uint8Array())).length, 0, `${file.name}: takes an empty file in`)
    if (/xml|json|xlsx|ods|pdf/.test(file.rendition)) {
      assert.notEqual(
        (await damaged(file.bytes.subarray(0, Math.floor(file.bytes.length * 0.6)))).length,
        0,
        `${file.name}: takes a cut-off file in`,
      )
    }
    if (isUtf8Text(file))
      assert.notEqual((await damaged(foreignBytes(file.bytes))).length, 0, `${file.name}: takes bytes of another encoding in`)
    if (suite.spoil) {
      const spoilt = suite.spoil(Buffer.from(file.bytes).toString('latin1'), file)
      assert.notEqual((await damaged(Buffer.from(spoilt, 'latin1'))).length, 0, `${file.name}: takes an unknown part in`)
    }
  }
}

const isUtf8Text = ({ rendition, bytes }: Publication['files'][number]) =>
  /xml|json/.test(rendition) && !/encoding\s*=\s*["'](?!utf-8)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))

// A letter of windows-1252 in the middle of a file that says it is UTF-8.
function foreignBytes(bytes: Uint8Array): Uint8Array {
  const half = Math.floor(bytes.length / 2)
  return Buffer.concat([bytes.subarray(0, half), Buffer.from([0x4d, 0xfc, 0x6c]), bytes.subarray(half)])
}

function realFiles(folder: string, suite: Suite): void {
  const path = join(REAL_LISTS, folder)
  if (!haveRealLists() || !existsSync(path)) {
    test(`${folder}: real files`, { skip: `there is no ${join('..', 'shared', 'lists', folder)} beside the checkout` }, () => undefined)
    return
  }
  const expected = manifest()
  const files = heldFiles(path)
  test(`${folder}: every real file is one source's, and one's alone`, async () => {
    const { all } = await loadSources()
    for (const file of files) {
      const claimed = all.filter(source => source.recognise(file.head)).map(({ id }) => id)
      assert.equal(claimed.length, 1, `${pathBelowLists(file)} is claimed by ${claimed.join(', ') || 'none'}`)
      assert.ok(
        suite.sources.some(({ id }) => claimed.includes(id)),
        `${pathBelowLists(file)} is ${claimed.join()}'s`,
      )
    }
  })
  const publications = suite.sources.flatMap(source =>
    publicationsOf(source, files, (file, day) =>
      source.parts.required.length + source.parts.optional.length > 1 ? day : pathBelowLists(file),
    ),
  )
  for (const publication of publications) {
    test(`${publication.source.id}, real files of ${publication.name}: read whole and fit`, async t => {
      const outcome = await read(publication)
      const broken = publication.files.map(file => suite.broken?.[pathBelowLists(file)]).find(code => code !== undefined)
      if (broken)
        return assert.ok(
          stops(outcome.problems).some(({ code }) => code === broken),
          broken,
        )
      checkOutcome(t, publication.source, outcome)
      checkCounts(publication, outcome, suite, expected)
      checkBounds(publication.source, outcome)
    })
  }
}

const manifest = (): ReadonlyMap<string, number> =>
  new Map(
    (
      JSON.parse(readFileSync(join(REAL_LISTS, 'MANIFEST.json'), 'utf8')) as readonly { readonly path: string; readonly records: number }[]
    ).map(({ path, records }) => [path.replace(/\.gz$/, ''), records] as const),
  )

function checkCounts(publication: Publication, outcome: Outcome, suite: Suite, expected: ReadonlyMap<string, number>): void {
  const explained = publication.files.map(file => suite.counts?.[pathBelowLists(file)]).find(count => count !== undefined)
  const main = publication.files.find((file: HeldFile & { readonly part: string }) => file.part === publication.source.parts.required[0])
  const count = explained?.records ?? (main ? expected.get(pathBelowLists(main)) : undefined)
  assert.equal(outcome.records.length, count, explained?.why ?? 'as MANIFEST.json counts')
}

function checkBounds({ bounds }: Source, { records, readings }: Outcome): void {
  assert.ok(records.length >= bounds.min, `${records.length} records, at least ${bounds.min} are due`)
  for (const [list, least] of Object.entries(bounds.lists ?? {})) {
    const held = readings.filter(({ designations }) => designations.some(d => d.list === list)).length
    assert.ok(held >= least, `${list}: ${held} designations, at least ${least} are due`)
  }
  for (const [property, share] of Object.entries(bounds.fill ?? {})) {
    const filled = readings.filter(({ parties }) => parties.some(({ statements }) => statements.some(s => s.property === property))).length
    assert.ok(filled >= records.length * share, `${property}: on ${filled} of ${records.length} records, ${share} is due`)
  }
}
