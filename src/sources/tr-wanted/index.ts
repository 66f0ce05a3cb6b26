import { declare } from '../declare.ts'
import { parseWanted, readWanted, recogniseWanted } from './wanted.ts'

/** Persons whom Türkiye seeks for terrorism, in lists by colour; a reward is set on each colour. */
export default declare({
  id: 'tr-wanted',
  kind: 'official',
  rank: 128,
  authority: 'tr-interior',
  jurisdiction: 'tr',
  title: 'Terrorist wanted list',
  publisher: 'Ministry of Interior of Türkiye',
  url: 'https://en.terorarananlar.pol.tr/',
  licence: 'none stated; public information of a government',
  cadence: { text: 'as designated', staleAfterDays: null },
  parser: 'tr-wanted@1',
  scopes: ['terrorism'],
  bounds: { min: 2, maxLoss: 0.15, maxGain: 0.5, lists: { 'tr-wanted': 2 }, fill: { name: 1 } },
  recognise: recogniseWanted,
  read: readWanted,
  parse: parseWanted,
})
