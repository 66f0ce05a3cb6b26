import type { Source } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { type Kind, parseNotified, readNotified, recogniseNotified } from './page.ts'

const mha = (kind: Kind, { rank, title, list }: { readonly rank: number; readonly title: string; readonly list: string }): Source =>
  declare({
    id: `in-mha-${kind}`,
    kind: 'official',
    rank,
    authority: 'in-mha',
    jurisdiction: 'in',
    title,
    publisher: 'Ministry of Home Affairs of India',
    url: 'https://www.mha.gov.in/en/divisionofmha/counter-terrorism-and-counter-radicalization-division',
    licence: 'Open Government Data licence of India where stated; public information of a government',
    cadence: { text: 'on notification in the Gazette of India', staleAfterDays: null },
    parser: `in-mha-${kind}@1`,
    scopes: ['default', 'sanctions', 'terrorism'],
    // The page names some 50 organisations and 57 persons.
    bounds: { min: 2, maxLoss: 0.15, maxGain: 0.6, lists: { [list]: 2 }, fill: { name: 1 } },
    recognise: head => recogniseNotified(head, kind),
    read: readNotified,
    parse: raw => parseNotified(raw, kind),
  })

/** The three pages of the Ministry: unlawful associations, and the First and the Fourth Schedule of the Act of 1967. */
export default [
  mha('organisations', {
    rank: 110,
    title: 'Terrorist organisations (First Schedule of the Unlawful Activities (Prevention) Act, 1967)',
    list: 'in-uapa',
  }),
  mha('persons', {
    rank: 111,
    title: 'Individual terrorists (Fourth Schedule of the Unlawful Activities (Prevention) Act, 1967)',
    list: 'in-uapa',
  }),
  mha('unlawful', {
    rank: 112,
    title: 'Unlawful associations (section 3 of the Unlawful Activities (Prevention) Act, 1967)',
    list: 'in-unlawful',
  }),
]
