import { declare } from '../declare.ts'
import { parseScreened } from './parse.ts'
import { readScreened, recogniseScreened } from './read.ts'

/**
 * The lists of three departments of the United States in one table. An aggregate: what it reports never begins or ends a
 * listing where the official source is held.
 */
export default declare({
  id: 'us-trade',
  kind: 'aggregate',
  rank: 10,
  authority: 'us-ita',
  jurisdiction: 'us',
  title: 'Consolidated Screening List',
  publisher: 'International Trade Administration, US Department of Commerce',
  url: 'https://www.trade.gov/consolidated-screening-list',
  licence: 'public domain (work of the US Government, 17 U.S.C. 105)',
  addresses: [
    { url: 'https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv', part: 'main', rendition: 'csv' },
  ],
  cadence: { text: 'daily', staleAfterDays: 7, schedule: '23 10 * * *' },
  parser: 'us-trade@2',
  verified: true,
  // Single lists have been missing on single days, whole departments in May 2024: each has a floor of its own.
  bounds: {
    min: 9000,
    maxLoss: 0.05,
    maxGain: 0.15,
    lists: {
      'us-ofac-sdn': 6000,
      'us-ssi': 200,
      'us-ns-plc': 60,
      'us-ns-cmic': 50,
      'us-bis-el': 1500,
      'us-bis-dpl': 300,
      'us-bis-uvl': 100,
      'us-bis-meu': 50,
      'us-isn': 100,
      'us-ddtc-aeca': 550,
    },
    // A publisher who begins to keep what has expired doubles a list overnight; a fifth is missing where a part was cut.
    eachList: { maxLoss: 0.2, maxGain: 1 },
    fill: { name: 1 },
  },
  recognise: recogniseScreened,
  read: readScreened,
  parse: parseScreened,
})
