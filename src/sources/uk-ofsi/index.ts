import { declare } from '../declare.ts'
import { parseGroup } from './parse.ts'
import { readConList, recogniseConList } from './read.ts'

/** The consolidated list of asset freeze targets, closed on 28 January 2026: its versions are kept for history. */
export default declare({
  id: 'uk-ofsi',
  kind: 'official',
  rank: 41,
  authority: 'gb-hmt-ofsi',
  jurisdiction: 'gb',
  title: 'OFSI Consolidated List of Asset Freeze Targets',
  publisher: 'Office of Financial Sanctions Implementation, HM Treasury',
  url: 'https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets',
  licence: 'Open Government Licence v3.0',
  cadence: { text: 'closed on 28 January 2026; the UK Sanctions List took its place', staleAfterDays: null },
  parser: 'uk-ofsi@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  closed: { on: '2026-01-28', successors: ['uk-fcdo'] },
  // Six years lie between the oldest version at hand and the newest: four fifths more groups.
  bounds: { min: 1500, maxLoss: 0.3, maxGain: 1, fill: { name: 0.99, topics: 1 } },
  recognise: recogniseConList,
  read: readConList,
  parse: parseGroup,
})
