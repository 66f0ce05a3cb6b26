import { declare } from '../declare.ts'
import { parseFactbook, readFactbook, recogniseFactbook } from './factbook.ts'
import { parseState, readState, recogniseState } from './state.ts'

/** Groups that the Secretary of State has designated under section 219 of the Immigration and Nationality Act. */
const state = declare({
  id: 'us-fto',
  kind: 'official',
  rank: 22,
  authority: 'us-state',
  jurisdiction: 'us',
  title: 'Foreign Terrorist Organizations',
  publisher: 'Bureau of Counterterrorism, US Department of State',
  url: 'https://www.state.gov/foreign-terrorist-organizations/',
  licence: 'public domain (work of the US Government, 17 U.S.C. 105)',
  addresses: [{ url: 'https://www.state.gov/foreign-terrorist-organizations/', part: 'main', rendition: 'html' }],
  cadence: { text: 'on publication in the Federal Register', staleAfterDays: null },
  parser: 'us-fto@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  // The page names some 70 designated groups and 20 delisted ones.
  bounds: { min: 4, maxLoss: 0.1, maxGain: 0.4, lists: { 'us-fto': 4 }, fill: { name: 1 } },
  recognise: recogniseState,
  read: readState,
  parse: parseState,
})

/** The appendix of the World Factbook on the same groups: another agency's report of the list, with its day of designation. */
const factbook = declare({
  id: 'us-cia-fto',
  kind: 'aggregate',
  rank: 30,
  authority: 'us-state',
  jurisdiction: 'us',
  title: 'The World Factbook, appendix T: terrorist organizations',
  publisher: 'Central Intelligence Agency of the United States',
  url: 'https://www.cia.gov/the-world-factbook/references/terrorist-organizations/',
  licence: 'public domain (work of the US Government, 17 U.S.C. 105)',
  cadence: { text: 'some times a year', staleAfterDays: null },
  parser: 'us-cia-fto@1',
  scopes: [],
  verified: true,
  bounds: { min: 3, maxLoss: 0.2, maxGain: 0.4, lists: { 'us-fto': 3 }, fill: { name: 1 } },
  recognise: recogniseFactbook,
  read: readFactbook,
  parse: parseFactbook,
})

export default [state, factbook]
