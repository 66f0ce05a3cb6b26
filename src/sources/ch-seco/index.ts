import { declare } from '../declare.ts'
import { parseTarget } from './parse.ts'
import { readSeco, recogniseSeco } from './read.ts'

/** The sanctions list of Switzerland; removed targets stay in it with their dates. */
export default declare({
  id: 'ch-seco',
  kind: 'official',
  rank: 50,
  authority: 'ch-seco',
  jurisdiction: 'ch',
  title: 'Overall list of sanctioned individuals, entities and organisations (SESAM)',
  publisher: 'State Secretariat for Economic Affairs SECO',
  url: 'https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html',
  licence: 'https://www.admin.ch/gov/en/start/terms-and-conditions.html',
  addresses: [
    {
      url: 'https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction',
      part: 'main',
      rendition: 'xml',
    },
  ],
  cadence: { text: 'with each change of an ordinance, several times a month', staleAfterDays: 30, schedule: '29 */6 * * *' },
  parser: 'ch-seco@2',
  scopes: ['default', 'sanctions', 'terrorism'],
  // Written from the publisher's shape and its sample of changes; no whole list has passed yet.
  verified: false,
  bounds: { min: 5000, maxLoss: 0.1, maxGain: 0.3, lists: { 'ch-seco-taliban': 250 }, fill: { name: 1 } },
  recognise: recogniseSeco,
  read: readSeco,
  parse: parseTarget,
})
