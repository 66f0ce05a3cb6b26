import { declare } from '../declare.ts'
import { parseEntity, readPage, recognisePage } from './page.ts'

/** Terrorist entities that the Prime Minister of New Zealand has designated under resolution 1373. */
export default declare({
  id: 'nz-police',
  kind: 'official',
  rank: 78,
  authority: 'nz-pm',
  jurisdiction: 'nz',
  title: 'Designated terrorist entities (Resolution 1373)',
  publisher: 'New Zealand Police',
  url: 'https://www.police.govt.nz/advice/personal-community/counterterrorism/designated-entities/lists-associated-with-resolution-1373',
  licence: 'CC BY 4.0 (https://www.police.govt.nz/about-us/website/copyright)',
  cadence: { text: 'on each designation, renewal or expiry', staleAfterDays: null },
  parser: 'nz-police@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  bounds: { min: 2, maxLoss: 0.2, maxGain: 0.6, lists: { 'nz-designated': 2 }, fill: { name: 1 } },
  recognise: recognisePage,
  read: readPage,
  parse: parseEntity,
})
