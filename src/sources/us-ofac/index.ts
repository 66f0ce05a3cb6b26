import { stop } from '../../intake/index.ts'
import type { Address, Problem, RawRecord, Reading, Source, SourceFile } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { readAdvanced } from './advanced.ts'
import { advancedEntry } from './advanced-entry.ts'
import { parseDelta, readDelta, recogniseDelta } from './delta.ts'
import { enhancedEntry, readEnhanced } from './enhanced.ts'
import type { Entry } from './entry.ts'
import { legacyEntry, readLegacy } from './legacy.ts'
import type { LegacyPart } from './legacy-rows.ts'
import type { Collection } from './programmes.ts'
import { readingOf } from './reading.ts'
import { PRIMARY, recogniser } from './recognise.ts'
import { readStandard, standardEntry } from './standard.ts'

// Each file answers with a redirect to a signed address of this store, which dies within the hour.
const STORE = 'wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com'
const EXPORTS = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/'

type Declaration = Pick<Source, 'id' | 'title' | 'url' | 'scopes' | 'bounds' | 'rank'> & {
  readonly collection: Collection
  readonly files: readonly (readonly [string, string])[]
}

function ofac({ collection, files, ...declaration }: Declaration): Source {
  const primary = PRIMARY[collection]
  return declare({
    ...declaration,
    kind: 'official',
    authority: 'us-ofac',
    jurisdiction: 'us',
    publisher: 'Office of Foreign Assets Control, U.S. Department of the Treasury',
    licence: 'Public domain (work of the United States Government)',
    addresses: files.map(([file, part]): Address => ({ url: EXPORTS + file, part, rendition: 'csv', hosts: [STORE] })),
    cadence: { text: 'when OFAC acts, often several times a week', staleAfterDays: 14, schedule: '23 */2 * * *' },
    parser: `${declaration.id}@2`,
    absence: 'removal',
    verified: true,
    parts: { required: [primary], optional: ['alt', 'add', 'comments'] },
    recognise: recogniser(collection),
    read: files => readOfac(files, primary, collection),
    parse: raw => parseOfac(raw, declaration.id, collection),
  })
}

async function* readOfac(files: readonly SourceFile[], primary: string, collection: Collection): AsyncGenerator<RawRecord | Problem> {
  const main = files.find(file => file.part === primary)
  if (!main) yield stop('part.missing', 'files', files.map(file => file.part).join(', '), primary)
  else if (main.rendition === 'xml') yield* readStandard(main)
  else if (main.rendition === 'enhanced xml') yield* readEnhanced(main, collection)
  else if (main.rendition === 'advanced xml') yield* readAdvanced(main)
  else yield* readLegacy(files, file => (file.part === primary ? 'primary' : (file.part as LegacyPart)))
}

const ENTRIES: Readonly<Record<string, (body: string) => Entry>> = {
  legacy: legacyEntry,
  standard: standardEntry,
  enhanced: enhancedEntry,
  advanced: advancedEntry,
}

function parseOfac(raw: RawRecord, source: string, collection: Collection): Reading {
  const form = /"form":"(\w+)"/.exec(raw.body)?.[1] ?? ''
  const entry = ENTRIES[form]
  if (!entry) throw new Error(`the record ${raw.key} is of no known form`)
  return readingOf(entry(raw.body), `${source}:${raw.key}`, collection)
}

/** OFAC's two collections: who is blocked, and who is under lesser measures. A party keeps its number when it moves between them. */
const sources: readonly Source[] = [
  ofac({
    id: 'us-ofac-sdn',
    rank: 20,
    collection: 'sdn',
    title: 'Specially Designated Nationals and Blocked Persons List',
    url: 'https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists',
    scopes: ['default', 'sanctions', 'terrorism'],
    bounds: { min: 4000, maxLoss: 0.1, maxGain: 0.35, lists: { 'us-sdgt': 500, 'us-fto': 40 }, fill: { name: 1, program: 0.99 } },
    files: [
      ['sdn.csv', 'sdn'],
      ['alt.csv', 'alt'],
      ['add.csv', 'add'],
      ['sdn_comments.csv', 'comments'],
    ],
  }),
  ofac({
    id: 'us-ofac-consolidated',
    rank: 21,
    collection: 'consolidated',
    title: 'Consolidated Sanctions List (non-SDN)',
    url: 'https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists',
    scopes: ['default', 'sanctions'],
    bounds: { min: 200, maxLoss: 0.5, maxGain: 0.6, fill: { name: 1, program: 0.99 } },
    files: [
      ['cons_prim.csv', 'prim'],
      ['cons_alt.csv', 'alt'],
      ['cons_add.csv', 'add'],
      ['cons_comments.csv', 'comments'],
    ],
  }),
]

/** What each publication added, changed and removed: a witness of days and of removals as decisions, never the whole list. */
const delta = declare({
  id: 'us-ofac-delta',
  rank: 24,
  kind: 'official',
  authority: 'us-ofac',
  jurisdiction: 'us',
  title: 'Sanctions List Service: changes of each publication',
  publisher: 'Office of Foreign Assets Control, U.S. Department of the Treasury',
  url: 'https://sanctionslist.ofac.treas.gov/Home/ChangeHistory',
  licence: 'Public domain (work of the United States Government)',
  cadence: { text: 'when OFAC acts, often several times a week', staleAfterDays: null },
  parser: 'us-ofac-delta@1',
  absence: 'nothing',
  bounds: { min: 1, maxLoss: 1, maxGain: 1000 },
  recognise: recogniseDelta,
  read: readDelta,
  parse: parseDelta,
})

export default [...sources, delta]
