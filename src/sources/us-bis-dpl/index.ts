import { declare } from '../declare.ts'
import { parseDenied, readDenied, recogniseDenied } from './denied.ts'

/** Persons whom the Bureau of Industry and Security has denied export privileges. */
export default declare({
  id: 'us-bis-dpl',
  kind: 'official',
  rank: 25,
  authority: 'us-bis',
  jurisdiction: 'us',
  title: 'Denied Persons List',
  publisher: 'Bureau of Industry and Security, US Department of Commerce',
  url: 'https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl',
  licence: 'public domain (work of the US Government, 17 U.S.C. 105)',
  addresses: [{ url: 'https://www.bis.doc.gov/dpl/dpl.txt', part: 'main', rendition: 'csv' }],
  cadence: { text: 'as orders are issued, renewed or changed', staleAfterDays: 60 },
  parser: 'us-bis-dpl@1',
  terms: true,
  verified: true,
  // Orders stay in the file after they have run out. Four years took it from 416 names to 546.
  bounds: { min: 300, maxLoss: 0.2, maxGain: 0.3, lists: { 'us-bis-dpl': 300 }, fill: { name: 1, address: 0.9 } },
  recognise: recogniseDenied,
  read: readDenied,
  parse: parseDenied,
})
