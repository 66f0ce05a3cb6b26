import { declare } from '../declare.ts'
import { parseDesignee, readDesignees, recogniseDesignees } from './list.ts'

/** Organisations whose supporters the Secretary of State bars from entry: section 411 of the USA PATRIOT Act. */
export default declare({
  id: 'us-tel',
  kind: 'official',
  rank: 23,
  authority: 'us-state',
  jurisdiction: 'us',
  title: 'Terrorist Exclusion List',
  publisher: 'Bureau of Counterterrorism, US Department of State',
  url: 'https://www.state.gov/terrorist-exclusion-list/',
  licence: 'public domain (work of the US Government, 17 U.S.C. 105)',
  addresses: [{ url: 'https://www.state.gov/terrorist-exclusion-list/', part: 'main', rendition: 'html' }],
  cadence: { text: 'in practice unchanged since 2004', staleAfterDays: null },
  parser: 'us-tel@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  // The page names some 60 organisations.
  bounds: { min: 3, maxLoss: 0.05, maxGain: 0.2, lists: { 'us-tel': 3 }, fill: { name: 1 } },
  recognise: recogniseDesignees,
  read: readDesignees,
  parse: parseDesignee,
})
