import { declare } from '../declare.ts'
import { parseEntry, readFeed, recogniseFeed } from './feed.ts'

/** Listed terrorist entities as Public Safety Canada tells them: aliases, accounts and days that the regulations lack. */
export default declare({
  id: 'ca-listed',
  kind: 'official',
  rank: 62,
  authority: 'ca-public-safety',
  jurisdiction: 'ca',
  title: 'Currently listed entities (Criminal Code)',
  publisher: 'Public Safety Canada',
  url: 'https://www.publicsafety.gc.ca/cnt/ntnl-scrt/cntr-trrrsm/lstd-ntts/crrnt-lstd-ntts-en.aspx',
  licence: 'Open Government Licence - Canada',
  addresses: [{ url: 'https://www.publicsafety.gc.ca/cnt/_xml/lstd-ntts-eng.xml', part: 'main', rendition: 'xml' }],
  cadence: { text: 'on publication in the Canada Gazette', staleAfterDays: null },
  parser: 'ca-listed@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  // The feed holds some 90 entities.
  bounds: { min: 2, maxLoss: 0.15, maxGain: 0.25, lists: { 'ca-listed': 2 }, fill: { name: 1 } },
  recognise: recogniseFeed,
  read: readFeed,
  parse: parseEntry,
})
