import type { Source } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { type Article, parseFrozen, readFrozen, recogniseFrozen } from './frozen.ts'

const masak = (article: Article, { rank, title }: { readonly rank: number; readonly title: string }): Source =>
  declare({
    id: `tr-masak-${article}`,
    kind: 'official',
    rank,
    authority: 'tr-masak',
    jurisdiction: 'tr',
    title,
    publisher: 'Financial Crimes Investigation Board of Türkiye (MASAK)',
    url: 'https://en.hmb.gov.tr/fcib-tf-current-list',
    licence: 'none stated; public information of a government',
    cadence: { text: 'on each decision in the Official Gazette', staleAfterDays: null },
    parser: `tr-masak-${article}@1`,
    scopes: ['default', 'sanctions', ...(article === 'weapons' ? [] : ['terrorism'])],
    // All lists together hold some 1,700 to 2,400 persons and 250 to 1,200 others.
    bounds: { min: 1, maxLoss: 0.15, maxGain: 0.5, lists: { [article === 'weapons' ? 'tr-masak-wmd' : 'tr-masak']: 1 }, fill: { name: 1 } },
    recognise: head => recogniseFrozen(head, article),
    read: readFrozen,
    parse: raw => parseFrozen(raw, article),
  })

/** Assets frozen in Türkiye: on request of other States, by its own decisions, and against weapons of mass destruction. */
export default [
  masak('domestic', { rank: 125, title: 'Assets frozen by domestic decision (Law 6415, article 7)' }),
  masak('foreign', { rank: 126, title: 'Assets frozen on request of another State (Law 6415, article 6)' }),
  masak('weapons', { rank: 127, title: 'Assets frozen against weapons of mass destruction (Law 7262, articles 3/A and 3/B)' }),
]
