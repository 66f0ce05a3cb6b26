import type { Source } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { type Category, parseListed, readListed, recogniseListed } from './listed.ts'

const afm = (category: Category, { rank, title, list }: { readonly rank: number; readonly title: string; readonly list: string }): Source =>
  declare({
    id: `kz-afm-${category}`,
    kind: 'official',
    rank,
    authority: 'kz-afm',
    jurisdiction: 'kz',
    title,
    publisher: 'Financial Monitoring Agency of the Republic of Kazakhstan',
    url: 'https://websfm.kz/terrorism',
    licence: 'none stated; public information of a government',
    cadence: { text: 'as decided; files only for bodies registered in Kazakhstan', staleAfterDays: null },
    parser: `kz-afm-${category}@1`,
    scopes: ['default', 'sanctions', ...(category === 'weapons' ? [] : ['terrorism'])],
    // The list on financing holds some 2,350 to 3,000 persons and 60 to 120 organisations.
    bounds: { min: 1, maxLoss: 0.1, maxGain: 0.5, lists: { [list]: 1 }, fill: { name: 1 } },
    recognise: head => recogniseListed(head, category),
    read: readListed,
    parse: raw => parseListed(raw, category),
  })

/** The lists of the Agency: financing of terrorism and extremism, taking part in terrorism, weapons of mass destruction. */
export default [
  afm('financing', {
    rank: 94,
    title: 'List of those linked to the financing of terrorism and extremism (category 1)',
    list: 'kz-afm-terror',
  }),
  afm('terrorism', { rank: 95, title: 'List of those linked to terrorism (category 2)', list: 'kz-afm-terror' }),
  afm('weapons', { rank: 97, title: 'List of those linked to the proliferation of weapons of mass destruction', list: 'kz-afm-wmd' }),
]
