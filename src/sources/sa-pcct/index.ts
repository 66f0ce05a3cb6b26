import { peekSheet } from '../../intake/index.ts'
import { declare } from '../declare.ts'
import { parseListed, readListed } from './listed.ts'

/** The national list that Saudi Arabia keeps under resolution 1373. */
export default declare({
  id: 'sa-pcct',
  kind: 'official',
  rank: 117,
  authority: 'sa-pcct',
  jurisdiction: 'sa',
  title: 'National Terrorism List',
  publisher: 'Permanent Committee for Counter-Terrorism, Presidency of State Security of Saudi Arabia',
  url: 'https://pctc.pss.gov.sa/wps/portal/departments/pcct/lists/',
  licence: 'none stated; public information of a government',
  addresses: [{ url: 'https://pctc.pss.gov.sa/portal/pcct/slist/js/slistEN.xlsx', part: 'main', rendition: 'xlsx' }],
  cadence: { text: 'on each designation', staleAfterDays: null },
  parser: 'sa-pcct@1',
  scopes: ['default', 'sanctions', 'terrorism'],
  bounds: { min: 2, maxLoss: 0.2, maxGain: 0.6, lists: { 'sa-national': 2 }, fill: { name: 1 } },
  recognise: head => {
    const book = peekSheet(head)
    const own = book && /"Individuals"/.test(book.words) && /"Entities"/.test(book.words) && /Link of Terrorism Org/.test(book.words)
    return own ? { source: 'sa-pcct', part: 'main', rendition: book.form } : undefined
  },
  read: readListed,
  parse: parseListed,
})
