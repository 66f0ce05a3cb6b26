import { declare } from '../declare.ts'
import { parseListed } from './parse.ts'
import { readListed, recogniseListed } from './read.ts'

/** Everybody whom Australia sanctions, for the United Nations and of its own accord. */
export default declare({
  id: 'au-dfat',
  kind: 'official',
  rank: 70,
  authority: 'au-dfat',
  jurisdiction: 'au',
  title: 'Australian Sanctions Consolidated List',
  publisher: 'Australian Sanctions Office, Department of Foreign Affairs and Trade',
  url: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
  licence: 'CC BY 4.0 (https://www.dfat.gov.au/about-us/about-this-website/copyright)',
  addresses: [
    {
      url: 'https://www.dfat.gov.au/sites/default/files/Australian_Sanctions_Consolidated_List.xlsx',
      part: 'main',
      rendition: 'xlsx',
    },
  ],
  cadence: { text: 'on each designation and each decision of a UN committee', staleAfterDays: 60, schedule: '29 */6 * * *' },
  parser: 'au-dfat@2',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  // 2,666 parties in May 2022, 3,062 in November 2024, some 3,900 in 2026.
  bounds: { min: 2000, maxLoss: 0.1, maxGain: 0.3, lists: { 'au-dfat-cons': 2000 }, fill: { name: 0.99, topics: 0.98 } },
  recognise: recogniseListed,
  read: readListed,
  parse: parseListed,
})
