import type { Address } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { parseFsf } from './parse.ts'
import { readFsf, recogniseFsf } from './read.ts'

// The token is the publisher's own and public; without it the address leads to a login.
const address: Address = {
  url: 'https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw',
  part: 'main',
  rendition: 'xml 1.1',
}

/** The financial sanctions file of the European Commission, in its forms XML 1.1, CSV 1.1 and XML 1.0. */
export default declare({
  id: 'eu-fsf',
  kind: 'official',
  rank: 32,
  authority: 'eu-commission',
  jurisdiction: 'eu',
  title: 'Consolidated list of persons, groups and entities subject to EU financial sanctions',
  publisher: 'European Commission, DG FISMA (Financial Sanctions Database)',
  url: 'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
  licence: 'https://eur-lex.europa.eu/content/legal-notice/legal-notice.html (Decision 2011/833/EU)',
  addresses: [address],
  cadence: { text: 'when an act takes effect, up to three weeks after it', staleAfterDays: 21, schedule: '53 */6 * * *' },
  parser: 'eu-fsf@2',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  // The part of 1.0 at hand is of 2016 and has the regimes of four programmes; a whole file of today has some 6,000 entries.
  bounds: { min: 500, maxLoss: 0.1, maxGain: 12, lists: { 'eu-taliban': 80, 'eu-aq-isil': 150 }, fill: { name: 1, topics: 1 } },
  recognise: recogniseFsf,
  read: readFsf,
  parse: parseFsf,
})
