import { declare } from '../declare.ts'
import { parseEntity } from './parse.ts'
import { readEntities, recogniseExport } from './read.ts'

/**
 * A dataset of OpenSanctions in any of its export forms. An aggregate: what it reports never begins or ends a listing where
 * the official source is held.
 *
 * A delta is the second part of a publication: it is applied to the entities of the base that comes with it, and refused alone.
 */
export default declare({
  id: 'opensanctions',
  kind: 'aggregate',
  rank: 20,
  authority: 'opensanctions',
  jurisdiction: 'zz',
  title: 'OpenSanctions',
  publisher: 'OpenSanctions Datenbanken GmbH',
  url: 'https://www.opensanctions.org/',
  licence: 'CC BY-NC 4.0; commercial use needs a licence of the publisher (https://www.opensanctions.org/licensing/)',
  cadence: { text: 'several times a day', staleAfterDays: 7 },
  parser: 'opensanctions@1',
  verified: true,
  parts: { required: ['main'], optional: ['delta'] },
  // Any dataset may be chosen, so that only the version before tells what is due.
  bounds: { min: 1, maxLoss: 0.15, maxGain: 1 },
  recognise: recogniseExport,
  read: readEntities,
  parse: raw => parseEntity(raw, 'opensanctions'),
})
