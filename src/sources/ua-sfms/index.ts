import { declare } from '../declare.ts'
import { parseEntry, readEntries } from './entries.ts'

/** Persons and bodies linked to terrorism or under international sanctions, for those who must report to Ukraine's financial monitoring. */
export default declare({
  id: 'ua-sfms',
  kind: 'official',
  rank: 86,
  authority: 'ua-sfms',
  jurisdiction: 'ua',
  title: 'List of persons linked to terrorism or under international sanctions',
  publisher: 'State Financial Monitoring Service of Ukraine',
  url: 'https://fiu.gov.ua/en/pages/dijalnist/protidija-terorizmu/perelik-teroristiv',
  licence: 'none stated; public information of a government',
  addresses: [{ url: 'https://fiu.gov.ua/assets/userfiles/Terror/BlackListFull.xml', part: 'main', rendition: 'xml' }],
  cadence: { text: 'after decisions of the UN Security Council', staleAfterDays: null },
  parser: 'ua-sfms@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  bounds: { min: 2, maxLoss: 0.2, maxGain: 0.5, lists: { 'ua-sfms': 2 }, fill: { name: 1 } },
  recognise: ({ text }) =>
    /<number-entry>/.test(text) && /<aka-list>/.test(text) ? { source: 'ua-sfms', part: 'main', rendition: 'xml' } : undefined,
  read: readEntries,
  parse: parseEntry,
})
