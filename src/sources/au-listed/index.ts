import { declare } from '../declare.ts'
import { parseOrganisation, readOrganisations, recogniseOrganisations } from './page.ts'

/** Organisations that regulations under the Criminal Code of Australia specify as terrorist. */
export default declare({
  id: 'au-listed',
  kind: 'official',
  rank: 71,
  authority: 'au-home-affairs',
  jurisdiction: 'au',
  title: 'Listed terrorist organisations (Criminal Code)',
  publisher: 'Department of Home Affairs of Australia (Australian National Security)',
  url: 'https://www.nationalsecurity.gov.au/what-australia-is-doing/terrorist-organisations/listed-terrorist-organisations',
  licence: 'CC BY 4.0 (https://www.nationalsecurity.gov.au/copyright)',
  addresses: [
    {
      url: 'https://www.nationalsecurity.gov.au/what-australia-is-doing/terrorist-organisations/listed-terrorist-organisations',
      part: 'main',
      rendition: 'html',
    },
  ],
  cadence: { text: 'on registration of regulations', staleAfterDays: null },
  parser: 'au-listed@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  // The page names some 30 organisations.
  bounds: { min: 2, maxLoss: 0.2, maxGain: 0.4, lists: { 'au-listed': 2 }, fill: { name: 1 } },
  recognise: recogniseOrganisations,
  read: readOrganisations,
  parse: parseOrganisation,
})
