import { declare } from '../declare.ts'
import { parseUndesirable, readUndesirable, recogniseUndesirable } from './undesirable.ts'

/** Foreign and international organisations whose activity the Prosecutor General of Russia has declared undesirable. */
export default declare({
  id: 'ru-minjust',
  kind: 'official',
  rank: 93,
  authority: 'ru-minjust',
  jurisdiction: 'ru',
  title: 'Register of foreign and international organisations whose activity is undesirable',
  publisher: 'Ministry of Justice of the Russian Federation',
  url: 'https://minjust.gov.ru/ru/pages/perechen-inostrannyh-i-mezhdunarodnyh-organizacij-deyatelnost-kotoryh-priznana-nezhelatelnoj/',
  licence: 'public information of a government (Civil Code of the Russian Federation, article 1259 (6))',
  cadence: { text: 'on each decision of the Prosecutor General, several a month', staleAfterDays: 60 },
  parser: 'ru-minjust@1',
  verified: true,
  // A register that keeps what it removes only grows.
  bounds: { min: 100, maxLoss: 0.05, maxGain: 0.6, lists: { 'ru-minjust-undesirable': 100 }, fill: { name: 1 } },
  recognise: recogniseUndesirable,
  read: readUndesirable,
  parse: parseUndesirable,
})
