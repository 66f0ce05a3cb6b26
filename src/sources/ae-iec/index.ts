import { declare } from '../declare.ts'
import { parseListed, readListed, recogniseListed } from './listed.ts'

/** The Local Terrorist List that the Cabinet of the United Arab Emirates makes by resolution. */
export default declare({
  id: 'ae-iec',
  kind: 'official',
  rank: 115,
  authority: 'ae-cabinet',
  jurisdiction: 'ae',
  title: 'Local Terrorist List',
  publisher: 'Executive Office for Control and Non-Proliferation of the United Arab Emirates',
  url: 'https://www.uaeiec.gov.ae/en-us/un-page?p=2',
  licence: 'none stated; public information of a government',
  addresses: [
    {
      url: 'https://www.uaeiec.gov.ae/en-us/un-page?p=2',
      part: 'main',
      rendition: 'xls',
      link: { within: 'div.local-list', href: 'DownloadFile' },
    },
  ],
  cadence: { text: 'on each resolution of the Cabinet', staleAfterDays: null },
  parser: 'ae-iec@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  // The persons alone were 155 in 2025; a resolution of 2021 added 53 parties at once.
  bounds: { min: 100, maxLoss: 0.25, maxGain: 1.5, lists: { 'ae-local': 100 }, fill: { name: 1 } },
  recognise: recogniseListed,
  read: readListed,
  parse: parseListed,
})
