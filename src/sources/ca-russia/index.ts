import { declare } from '../declare.ts'
import { recognised, recogniseRegulation } from '../justice-laws/read.ts'
import { parseRussia } from './parse.ts'
import { readRussia } from './read.ts'

/** The schedules of Canada's regulations on Russia that name persons, entities and ships. */
export default declare({
  id: 'ca-russia',
  kind: 'official',
  rank: 62,
  authority: 'ca-gic',
  jurisdiction: 'ca',
  title: 'Special Economic Measures (Russia) Regulations (SOR/2014-58), schedules',
  publisher: 'Department of Justice Canada (Justice Laws)',
  url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2014-58/',
  licence: 'https://laws-lois.justice.gc.ca/eng/ImportantNote/ (Reproduction of Federal Law Order, SI/97-5)',
  addresses: [{ url: 'https://laws-lois.justice.gc.ca/eng/XML/SOR-2014-58.xml', part: 'main', rendition: 'xml' }],
  cadence: { text: 'when the regulations are amended; consolidated every two weeks', staleAfterDays: 60, schedule: '47 6 * * *' },
  parser: 'ca-russia@1',
  verified: true,
  // March 2022 alone trebled the schedules.
  bounds: { min: 150, maxLoss: 0.1, maxGain: 2.5, fill: { name: 1, topics: 1 } },
  recognise: head => {
    const found = recogniseRegulation(head, '2014-58')
    return found?.lang === 'en' ? recognised('ca-russia', 'main', found.published) : undefined
  },
  read: readRussia,
  parse: parseRussia,
})
