import { declare } from '../declare.ts'
import { parseProscribed, readProscribed } from './persons.ts'

/** The persons whom the provinces of Pakistan have put on the Fourth Schedule of the Anti-Terrorism Act. */
export default declare({
  id: 'pk-nacta',
  kind: 'official',
  rank: 110,
  authority: 'pk-nacta',
  jurisdiction: 'pk',
  title: 'Proscribed Persons (Fourth Schedule of the Anti-Terrorism Act)',
  publisher: 'National Counter Terrorism Authority of Pakistan',
  url: 'https://nfs.nacta.gov.pk/',
  licence: 'none stated; public information of a government',
  cadence: { text: 'as the provinces notify, about every month', staleAfterDays: 120 },
  parser: 'pk-nacta@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  verified: true,
  // Half a year took the list from 3,652 to 4,665 persons.
  bounds: { min: 2500, maxLoss: 0.2, maxGain: 0.5, lists: { 'pk-nacta-persons': 2500 }, fill: { name: 1, fatherName: 0.9, idNumber: 0.9 } },
  recognise: ({ text }) =>
    /^\ufeff?\s*\[\s*\{\s*"Name"\s*:/.test(text) && text.includes('"FatherName"') && text.includes('"CNIC"')
      ? { source: 'pk-nacta', part: 'main', rendition: 'json' }
      : undefined,
  read: readProscribed,
  parse: parseProscribed,
})
