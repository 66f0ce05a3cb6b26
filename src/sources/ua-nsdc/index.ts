import { declare } from '../declare.ts'
import { readRegister, recogniseRegister } from './read.ts'
import { parseSubject } from './subject.ts'

/** Persons and bodies under sanctions of Ukraine, by decrees of the President that put decisions of the Council in force. */
export default declare({
  id: 'ua-nsdc',
  kind: 'official',
  rank: 85,
  authority: 'ua-nsdc',
  jurisdiction: 'ua',
  title: 'State Register of Sanctions',
  publisher: 'National Security and Defence Council of Ukraine',
  url: 'https://drs.nsdc.gov.ua/',
  licence: 'open data of Ukraine; the interface needs a key, which is given on request',
  cadence: { text: 'with each decree, several a month', staleAfterDays: null },
  parser: 'ua-nsdc@1',
  parts: { required: ['persons', 'bodies'], optional: ['measures'] },
  // The register holds 9,100 to 21,400 persons and 6,200 to 14,500 bodies; ended ones stay.
  bounds: { min: 2, maxLoss: 0.05, maxGain: 0.3, lists: { 'ua-nsdc': 1 }, fill: { name: 1 } },
  recognise: recogniseRegister,
  read: readRegister,
  parse: parseSubject,
})
