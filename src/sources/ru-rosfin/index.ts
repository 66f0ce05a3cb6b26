import type { Source } from '../../model/index.ts'
import { type Declaration, declare } from '../declare.ts'
import { LISTS, type List, recogniseList } from './lists.ts'
import { readCatalogue, readWeapons } from './read.ts'
import { parseSubject } from './subject.ts'

type Own = Pick<Declaration, 'rank' | 'title' | 'url'> & Partial<Declaration>

const rosfin = (id: List, own: Own): Source =>
  declare({
    id,
    kind: 'official',
    authority: 'ru-rosfinmonitoring',
    jurisdiction: 'ru',
    publisher: 'Federal Financial Monitoring Service of the Russian Federation (Rosfinmonitoring)',
    licence: 'public information of a government (Civil Code of the Russian Federation, article 1259 (6))',
    cadence: { text: 'as decided', staleAfterDays: null },
    parser: `${id}@1`,
    scopes: ['default', 'sanctions', 'terrorism'],
    bounds: { min: 1, maxLoss: 0.1, maxGain: 0.5, lists: { [LISTS[id].list]: 1 }, fill: { name: 1 } },
    recognise: head => recogniseList(head, id),
    read: readCatalogue,
    parse: raw => parseSubject(raw, id),
    ...own,
  })

const page = (url: string) => ({ url, addresses: [{ url, part: 'main', rendition: 'html' }] })

/** The lists of the Service: its own of terrorists and extremists, what left it, copies of UN lists, weapons, and freezes by the Commission. */
export default [
  rosfin('ru-rosfin', {
    rank: 91,
    title: 'List of terrorists and extremists',
    ...page('https://www.fedsfm.ru/documents/terrorists-catalog-portal-act'),
    cadence: { text: 'several times a week', staleAfterDays: 30 },
    bounds: { min: 2, maxLoss: 0.05, maxGain: 0.3, lists: { 'ru-rosfin-terror': 2 }, fill: { name: 1 } },
  }),
  rosfin('ru-rosfin-removed', {
    rank: 99,
    title: 'List of terrorists and extremists: those removed of late',
    url: 'https://www.fedsfm.ru/documents/terrorists-catalog-portal-del',
    // Each page holds the last removals alone. It is not fetched: what it tells is missing from no answer.
    absence: 'nothing',
    bounds: { min: 1, maxLoss: 1, maxGain: 100, fill: { name: 1 } },
  }),
  rosfin('ru-rosfin-un', {
    rank: 100,
    title: 'Lists of the UN Security Council, for Russian banks',
    ...page('https://www.fedsfm.ru/documents/terrorists-catalog-portal-act'),
    addresses: [],
  }),
  rosfin('ru-rosfin-wmd', {
    rank: 101,
    title: 'List of those involved in the proliferation of weapons of mass destruction',
    ...page('https://www.fedsfm.ru/documents/omu-list'),
    scopes: ['default', 'sanctions'],
    read: readWeapons,
  }),
  rosfin('ru-rosfin-mvk', {
    rank: 102,
    title: 'Freezes decided by the Interagency Commission (article 7.4)',
    url: 'https://www.fedsfm.ru/documents/mvk',
  }),
]
