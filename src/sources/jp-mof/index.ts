import { declare } from '../declare.ts'
import { parseFrozen } from './parse.ts'
import { readFrozen, recogniseFrozen } from './read.ts'

/** Those whose assets Japan freezes, on decisions of the Security Council, with other States, and of its own accord. */
export default declare({
  id: 'jp-mof',
  kind: 'official',
  rank: 75,
  authority: 'jp-mof',
  jurisdiction: 'jp',
  title: 'List of persons subject to asset freeze and other measures',
  publisher: 'Ministry of Finance of Japan',
  url: 'https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/list.html',
  licence: 'Government of Japan Standard Terms of Use 2.0 (compatible with CC BY 4.0)',
  addresses: [
    {
      url: 'https://www.mof.go.jp/policy/international_policy/gaitame_kawase/gaitame/economic_sanctions/list.html',
      part: 'main',
      rendition: 'xlsx',
      link: { within: 'div.unique-block', href: '\\.xlsx?(?:$|\\?)' },
    },
  ],
  cadence: { text: 'on each notification of the Ministry of Foreign Affairs', staleAfterDays: 90 },
  parser: 'jp-mof@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  // Rows of removed parties stay: 2,504 numbers in April 2022, of which 550 removed.
  bounds: { min: 1500, maxLoss: 0.05, maxGain: 0.4, lists: { 'jp-mof': 1500 }, fill: { name: 0.7 } },
  recognise: recogniseFrozen,
  read: readFrozen,
  parse: parseFrozen,
})
