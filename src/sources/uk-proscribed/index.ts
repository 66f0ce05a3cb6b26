import { declare } from '../declare.ts'
import { parseProscribed } from './parse.ts'
import { readProscribed, recogniseProscribed } from './read.ts'

/** Organisations proscribed under the Terrorism Act 2000: Schedule 2 as law, the page on gov.uk as second witness. */
export default declare({
  id: 'uk-proscribed',
  kind: 'official',
  rank: 42,
  authority: 'gb-home-office',
  jurisdiction: 'gb',
  title: 'Terrorism Act 2000, Schedule 2: proscribed organisations',
  publisher: 'The National Archives (legislation.gov.uk) and the Home Office',
  url: 'https://www.legislation.gov.uk/ukpga/2000/11/schedule/2',
  licence: 'Open Government Licence v3.0',
  addresses: [
    { url: 'https://www.legislation.gov.uk/ukpga/2000/11/schedule/2?view=plain', part: 'schedule', rendition: 'html' },
    {
      url: 'https://www.gov.uk/government/publications/proscribed-terror-groups-or-organisations--2/proscribed-terrorist-groups-or-organisations-accessible-version',
      part: 'page',
      rendition: 'html',
    },
  ],
  cadence: { text: 'with each order, a few times a year', staleAfterDays: null, schedule: '53 5 * * *' },
  parser: 'uk-proscribed@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  // Written from descriptions of both pages; neither has passed as published.
  verified: false,
  parts: { required: ['schedule'], optional: ['page'] },
  bounds: { min: 80, maxLoss: 0.1, maxGain: 0.2, lists: { 'gb-proscribed': 80 }, fill: { name: 1 } },
  recognise: recogniseProscribed,
  read: readProscribed,
  parse: parseProscribed,
})
