import { declare } from '../declare.ts'
import { parseSema } from './parse.ts'
import { readSema, recogniseSema } from './read.ts'

/** The consolidated list of autonomous sanctions of Canada. */
export default declare({
  id: 'ca-sema',
  kind: 'official',
  rank: 60,
  authority: 'ca-gac',
  jurisdiction: 'ca',
  title: 'Consolidated Canadian Autonomous Sanctions List',
  publisher: 'Global Affairs Canada',
  url: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx?lang=eng',
  licence: 'https://www.international.gc.ca/transparency-transparence/terms-conditions-avis.aspx?lang=eng',
  addresses: [
    {
      url: 'https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml',
      part: 'main',
      rendition: 'xml',
    },
  ],
  cadence: { text: 'with each amendment of a regulation, several times a month', staleAfterDays: 45, schedule: '37 */8 * * *' },
  parser: 'ca-sema@1',
  verified: true,
  // The list more than tripled in the five years between the two versions at hand.
  bounds: { min: 1000, maxLoss: 0.25, maxGain: 3, fill: { name: 1, topics: 1 } },
  recognise: recogniseSema,
  read: readSema,
  parse: parseSema,
})
