import { declare } from '../declare.ts'
import { parseListed, readListed } from './listed.ts'

/** The consolidated sanctions list of the Kyrgyz Republic: persons and organisations linked to terrorism and extremism. */
export default declare({
  id: 'kg-fiu',
  kind: 'official',
  rank: 96,
  authority: 'kg-fiu',
  jurisdiction: 'kg',
  title: 'Consolidated sanctions list of the Kyrgyz Republic',
  publisher: 'State Financial Intelligence Service of the Kyrgyz Republic',
  url: 'https://fiu.gov.kg/sked/9?language=ru',
  licence: 'none stated; public information of a government',
  addresses: [{ url: 'https://fiu.gov.kg/sked/9?language=ru', part: 'main', rendition: 'xml', link: { href: '\\.xml(?:$|\\?)' } }],
  cadence: { text: 'as courts decide', staleAfterDays: null },
  parser: 'kg-fiu@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  bounds: { min: 2, maxLoss: 0.1, maxGain: 0.5, lists: { 'kg-fiu': 2 }, fill: { name: 1 } },
  recognise: ({ text }) =>
    /<SanctionList[\s>]/.test(text) && /<Kyrgyz(?:Physic|Legal)Person>/.test(text)
      ? { source: 'kg-fiu', part: 'main', rendition: 'xml' }
      : undefined,
  read: readListed,
  parse: parseListed,
})
