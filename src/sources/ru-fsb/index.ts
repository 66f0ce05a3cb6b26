import { declare } from '../declare.ts'
import { parseOrganisation, readOrganisations, recogniseList } from './list.ts'

/** Organisations that courts of Russia have recognised as terrorist, as the Federal Security Service publishes them. */
export default declare({
  id: 'ru-fsb',
  kind: 'official',
  rank: 90,
  authority: 'ru-supreme-court',
  jurisdiction: 'ru',
  title: 'Unified federal list of organisations recognised as terrorist',
  publisher: 'Federal Security Service of the Russian Federation',
  url: 'http://www.fsb.ru/fsb/npd/terror.htm',
  licence: 'public information of a government (Civil Code of the Russian Federation, article 1259 (6))',
  cadence: { text: 'when a judgment comes into force', staleAfterDays: null },
  parser: 'ru-fsb@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  bounds: { min: 5, maxLoss: 0.1, maxGain: 0.5, lists: { 'ru-fsb-terror': 5 }, fill: { name: 1 } },
  recognise: recogniseList,
  read: readOrganisations,
  parse: parseOrganisation,
})
