import type { Source } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { parseUn } from './parse.ts'
import { committees } from './programmes.ts'
import { committeeSource, readUn, recogniseUn } from './read.ts'

const COMMON = {
  kind: 'official' as const,
  authority: 'un-sc',
  jurisdiction: 'un',
  publisher: 'United Nations Security Council Subsidiary Organs Branch',
  licence: 'https://www.un.org/en/about-us/terms-of-use',
}

/** Committees of whose own file a real one has passed. */
const SEEN = new Set(['1267', '1518', '1521', '1737', '1988'])

const consolidated: Source = declare({
  ...COMMON,
  id: 'un-sc',
  rank: 1,
  title: 'United Nations Security Council Consolidated List',
  url: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  addresses: [{ url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml', part: 'main', rendition: 'xml' }],
  cadence: { text: 'on each decision of a committee; regenerated daily', staleAfterDays: 45, schedule: '17 */4 * * *' },
  parser: 'un-sc@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  // No year of the ten at hand saw more than a tenth leave; the return of 121 Iran parties was a gain of 14 per cent.
  bounds: {
    min: 600,
    maxLoss: 0.1,
    maxGain: 0.15,
    lists: { 'un-1267': 220, 'un-1988': 100, 'un-1533': 25, 'un-1718': 25, 'un-1970': 15 },
    fill: { name: 1, topics: 1 },
  },
  recognise: head => only(recogniseUn(head), 'un-sc'),
  read: files => readUn(files, null),
  parse: raw => parseUn('un-sc', raw),
})

const single: readonly Source[] = committees().map(({ committee, list }, i) =>
  declare({
    ...COMMON,
    id: committeeSource(committee),
    rank: 2 + i / 100,
    title: `List of the Committee pursuant to resolution ${committee}`,
    url: `https://main.un.org/securitycouncil/en/sanctions/${committee}`,
    cadence: { text: 'on each decision of the committee', staleAfterDays: null },
    parser: `${committeeSource(committee)}@1`,
    scopes: [],
    verified: SEEN.has(committee),
    // Numbers were given anew in February 2015, and regimes end: only the size of the two large lists tells a broken file.
    bounds: { min: { '1267': 150, '1988': 80 }[committee] ?? 1, maxLoss: 1, maxGain: 20, lists: { [list]: 1 }, fill: { name: 1 } },
    recognise: head => only(recogniseUn(head), committeeSource(committee)),
    read: files => readUn(files, committee),
    parse: raw => parseUn(committeeSource(committee), raw),
  }),
)

function only(found: ReturnType<typeof recogniseUn>, source: string): ReturnType<typeof recogniseUn> {
  return found?.source === source ? found : undefined
}

/** The consolidated list, and the files that committees publish of their own list. */
export default [consolidated, ...single]
