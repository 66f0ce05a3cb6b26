import { declare } from '../declare.ts'
import { recognised, recogniseRegulation } from '../justice-laws/read.ts'
import { parseTerrorist, readTerrorists } from './entries.ts'

/** The list of entities that Canada makes under section 83.05 of the Criminal Code, in both official languages. */
export default declare({
  id: 'ca-terrorists',
  kind: 'official',
  rank: 61,
  authority: 'ca-public-safety',
  jurisdiction: 'ca',
  title: 'Regulations Establishing a List of Entities (SOR/2002-284)',
  publisher: 'Department of Justice Canada (Justice Laws)',
  url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-284/',
  licence: 'https://laws-lois.justice.gc.ca/eng/ImportantNote/ (Reproduction of Federal Law Order, SI/97-5)',
  addresses: [
    { url: 'https://laws-lois.justice.gc.ca/eng/XML/SOR-2002-284.xml', part: 'en', rendition: 'xml' },
    { url: 'https://laws-lois.justice.gc.ca/fra/XML/DORS-2002-284.xml', part: 'fr', rendition: 'xml' },
  ],
  cadence: { text: 'when the regulations are amended; consolidated every two weeks', staleAfterDays: 60, schedule: '41 6 * * *' },
  parser: 'ca-terrorists@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  parts: { required: ['en'], optional: ['fr'] },
  // Seven years took the list from 73 entities to 89; an act adds or removes a handful.
  bounds: { min: 60, maxLoss: 0.15, maxGain: 0.25, lists: { 'ca-listed': 60 }, fill: { name: 1, topics: 1 } },
  recognise: head => {
    const found = recogniseRegulation(head, '2002-284')
    return found && recognised('ca-terrorists', found.lang, found.published)
  },
  read: readTerrorists,
  parse: parseTerrorist,
})
