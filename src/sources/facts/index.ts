import type { Source } from '../../model/index.ts'
import { parse } from './parse.ts'
import { REQUIRED_PARTS, read, recognise } from './read.ts'

/**
 * The curated base: parties, designations, instruments, lists, authorities, relations and citations of `data/facts`.
 * One publication of seven files; `base.json` beside them states its day.
 */
const facts: Source = {
  id: 'facts',
  kind: 'curated',
  rank: 10,
  authority: 'wholists',
  jurisdiction: 'zz',
  title: 'Curated base',
  publisher: 'WhoLists',
  url: 'data/facts/README.md',
  licence: 'Apache-2.0',
  addresses: [],
  cadence: { text: 'with each release', staleAfterDays: null },
  parser: 'facts@1',
  absence: 'removal',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  parts: { required: REQUIRED_PARTS, optional: ['base'] },
  bounds: { min: 1, maxLoss: 0.2, maxGain: 1 },
  recognise,
  read,
  parse,
}

export default facts
