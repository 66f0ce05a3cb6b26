import { declare } from '../declare.ts'
import { readCatalogue, recogniseCatalogue } from './read.ts'
import { parseSubject } from './subject.ts'

/** Organisations and persons about whom there is information that they take part in terrorism or extremism. */
export default declare({
  id: 'ru-rosfin',
  kind: 'official',
  rank: 91,
  authority: 'ru-rosfinmonitoring',
  jurisdiction: 'ru',
  title: 'List of terrorists and extremists',
  publisher: 'Federal Financial Monitoring Service of the Russian Federation (Rosfinmonitoring)',
  url: 'https://www.fedsfm.ru/documents/terrorists-catalog-portal-act',
  licence: 'public information of a government (Civil Code of the Russian Federation, article 1259 (6))',
  addresses: [{ url: 'https://www.fedsfm.ru/documents/terrorists-catalog-portal-act', part: 'main', rendition: 'html' }],
  cadence: { text: 'several times a week', staleAfterDays: 30 },
  parser: 'ru-rosfin@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  bounds: { min: 2, maxLoss: 0.05, maxGain: 0.3, lists: { 'ru-rosfin-terror': 2 }, fill: { name: 1 } },
  recognise: recogniseCatalogue,
  read: readCatalogue,
  parse: parseSubject,
})
