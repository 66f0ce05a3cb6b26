import { declare } from '../declare.ts'
import { parseDesignation } from './parse.ts'
import { readFcdo, recogniseFcdo } from './read.ts'

/** The UK Sanctions List, since 28 January 2026 the only list of designations of the United Kingdom. */
export default declare({
  id: 'uk-fcdo',
  kind: 'official',
  rank: 40,
  authority: 'gb-fcdo',
  jurisdiction: 'gb',
  title: 'UK Sanctions List',
  publisher: 'Foreign, Commonwealth and Development Office',
  url: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  licence: 'Open Government Licence v3.0',
  addresses: [{ url: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml', part: 'main', rendition: 'xml' }],
  cadence: { text: 'with each designation, several times a month', staleAfterDays: 21, schedule: '11 */4 * * *' },
  parser: 'uk-fcdo@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  // The search export has passed; XML and CSV are written from descriptions and the publisher's shape.
  verified: true,
  bounds: { min: 3000, maxLoss: 0.15, maxGain: 0.5, lists: { 'gb-afghanistan': 100, 'gb-isil-aq': 200 }, fill: { name: 0.99, topics: 1 } },
  recognise: recogniseFcdo,
  read: readFcdo,
  parse: parseDesignation,
})
