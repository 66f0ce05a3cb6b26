import type { ChangesAnswer, EventItem } from '../../src/api/index.ts'
import type { ClaimView, DiffAnswer, MatrixAnswer, ReadAnswer, SignalsAnswer } from '../../src/questions/index.ts'
import { captionOf, listingsOf, NOW } from './facts.ts'
import { authorities as known } from './instruments.ts'

const PLACES: Readonly<Record<string, string>> = {
  un: 'United Nations',
  eu: 'European Union',
  gb: 'United Kingdom',
  ca: 'Canada',
  au: 'Australia',
  ru: 'Russia',
  kz: 'Kazakhstan',
  kg: 'Kyrgyzstan',
  tj: 'Tajikistan',
  ae: 'United Arab Emirates',
}

/** Who lists whom on a day, from the curated base. */
export function matrixAnswer(parties: readonly string[], authorities: readonly string[], on: string): MatrixAnswer {
  const within = (authority: string, jurisdiction: string, decider: string) => authority === jurisdiction || authority === decider
  const days = new Set<string>()
  const cells = parties.map(party => {
    const now = listingsOf(party, on)
    for (const l of now) for (const day of [l.from?.by, l.to?.by]) if (day && day >= '1999-01-01') days.add(day)
    return authorities.map(authority => {
      const holding = now.filter(l => l.holds && within(authority, l.jurisdiction, l.authority))
      const best = holding.find(l => l.status === 'listed') ?? holding.find(l => l.status === 'suspended') ?? holding[0]
      return {
        status: best?.status ?? ('unknown' as const),
        list: best?.list ?? null,
        confidence: best?.confidence ?? null,
        disputed: best?.disputed ?? false,
        from: best?.from?.by ?? null,
        to: best?.to?.by ?? null,
        noEntryBy: null,
      }
    })
  })
  return {
    on,
    cells,
    changeDays: [...days].sort(),
    authorities: authorities.map(id => ({ id, name: PLACES[id] ?? known.get(id)?.name ?? id, jurisdiction: id.slice(0, 2) })),
    parties: parties.map(id => ({ id, caption: captionOf(id) })),
  }
}

const item = (kind: 'added' | 'amended' | 'removed', key: string, caption: string, more: object = {}) => ({
  kind,
  source: 'un-sc',
  sourceTitle: 'UN consolidated list',
  version: 'un-sc/2025-11-29',
  published: '2025-11-29T00:00:00Z',
  before: 'un-sc/2025-08-02',
  recorded: '2025-11-29T09:00:00Z',
  entity: `un-sc:${key}`,
  record: `un-sc:${key}`,
  reference: key,
  caption,
  cause: 'source' as const,
  ...more,
})

/** Changes between versions, one of them a mass change. */
export const changesAnswer = (): ChangesAnswer => {
  const relisted = Array.from({ length: 121 }, (_, i) =>
    item('added', `IRi.${String(i + 1).padStart(3, '0')}`, `Example party ${i + 1}`, { relisted: true }),
  )
  const changes = [
    ...relisted,
    item('removed', 'QDi.317', 'Example person'),
    item('amended', 'TAi.144', 'Sirajuddin Jallaloudine Haqqani', {
      fields: [{ property: 'position', was: ['Minister'], is: ['Minister of the Interior'] }],
    }),
  ]
  return {
    since: '2024-11-29',
    until: null,
    changes,
    total: changes.length,
    events: EVENTS,
    totalEvents: EVENTS.length,
    incomplete: [{ source: 'us-ofac-sdn', reason: 'stale', detail: '' }],
  }
}

const member = (key: string, caption: string) => ({
  record: `un-sc:${key}`,
  reference: key,
  caption,
  entity: `un-sc:${key}`,
  was: null,
})

const event = (kind: EventItem['kind'], title: string, more: Partial<EventItem> = {}): EventItem => ({
  id: `un-sc/2025-11-29|${kind}|${title}`,
  kind,
  material: true,
  scale: 'one',
  count: 1,
  title,
  source: 'un-sc',
  sourceTitle: 'UN consolidated list',
  authority: 'un-sc',
  list: 'un-1988',
  toList: null,
  remains: [],
  successors: [],
  cause: 'source',
  interval: { after: '2025-08-02', by: '2025-11-29', basis: 'seen' },
  members: [],
  fields: [],
  version: 'un-sc/2025-11-29',
  before: 'un-sc/2025-08-02',
  published: '2025-11-29T00:00:00Z',
  recorded: '2025-11-29T09:00:00Z',
  filesBefore: ['74a81264c6d1'.repeat(5)],
  filesAfter: ['2fdf5891e4b8'.repeat(5)],
  ...more,
})

const wording = (key: string, caption: string) =>
  event('amended', `${caption} amended on the 1988 list`, {
    material: false,
    members: [member(key, caption)],
    fields: [{ property: 'notes', was: ['Review concluded'], is: ['Review  concluded'], material: false }],
  })

/** An event of each kind that a page tells apart, a mass change, and more of wording than are shown unfolded. */
const EVENTS: readonly EventItem[] = [
  event('relisted', '121 entries listed again on the 1737 list', {
    scale: 'mass',
    count: 121,
    members: Array.from({ length: 50 }, (_, i) => member(`IRi.${String(i + 1).padStart(3, '0')}`, `Example party ${i + 1}`)),
  }),
  event('removed', 'Example person removed from the 1267 list', { members: [member('QDi.317', 'Example person')], remains: ['un-1988'] }),
  event('listed', 'سراج الدين حقاني listed on the 1988 list', {
    members: [member('TAi.199', 'سراج الدين حقاني')],
    interval: { after: '2025-11-02', by: '2025-11-03', basis: 'stated' },
  }),
  event('amended', 'Sirajuddin Jallaloudine Haqqani amended on the 1988 list', {
    members: [member('TAi.144', 'Sirajuddin Jallaloudine Haqqani')],
    fields: [
      { property: 'notes', was: ['a'], is: ['A'], material: false },
      { property: 'nationality', was: ['af'], is: ['af', 'pk'], material: true },
      { property: 'designation.from', was: [], is: ['2007-09-13'], material: true },
    ],
  }),
  wording('TAi.001', 'Example one'),
  wording('TAi.002', 'Example two'),
  wording('TAi.003', 'Example three'),
  event('ended', 'The 1521 list is no longer published', {
    version: 'un-sc-1521/2016-05-25',
    before: 'un-sc-1521/2016-05-25',
    successors: ['un-sc'],
  }),
]

/** The difference between two versions. */
export const diffAnswer = (): DiffAnswer => {
  const { changes } = changesAnswer()
  const of = (kind: string) => changes.filter(c => c.kind === kind)
  return {
    source: 'un-sc',
    from: 'un-sc/2025-08-02',
    to: 'un-sc/2025-11-29',
    added: [...of('added'), ...of('added').map(c => ({ ...c, record: `${c.record}b` }))],
    amended: of('amended'),
    removed: of('removed'),
  }
}

const ARTICLE = `Officials in Moscow say that striking the Taliban from the list of terrorist organisations is being weighed; nothing has been settled, they add.

The movement was asked to a forum in Kazan in May. A Taliban diplomat was accepted in Moscow in 2022.

Resolution 1267 put the movement under measures in 1999. In 2003 the Supreme Court of Russia declared it terrorist.`

const claim = (quote: string, type: string, factuality: ClaimView['factuality'], more: Partial<ClaimView> = {}): ClaimView => {
  const start = ARTICLE.indexOf(quote)
  if (start < 0) throw new Error(`the article does not say "${quote}"`)
  return {
    type,
    factuality,
    quote,
    start,
    end: start + quote.length,
    authority: 'Russia',
    authorityId: 'ru',
    target: 'Taliban',
    targetId: 'taliban',
    date: null,
    datePrecision: 'none',
    instrument: null,
    instrumentId: null,
    attribution: null,
    confidence: 0.86,
    ...more,
  }
}
const CLAIMS: readonly ClaimView[] = [
  claim('striking the Taliban from the list of terrorist organisations is being weighed', 'delisting_considered', 'considered', {
    date: '2024-04-18',
    datePrecision: 'day',
    attribution: 'officials who are not named',
  }),
  claim('nothing has been settled', 'delisted', 'denied', { date: '2024-04-18', datePrecision: 'day', confidence: 0.62 }),
  claim('was asked to a forum in Kazan in May', 'invitation', 'done', { date: '2024-05', datePrecision: 'month' }),
  claim('A Taliban diplomat was accepted in Moscow in 2022', 'accreditation', 'done', { date: '2022', datePrecision: 'year' }),
  claim('Resolution 1267 put the movement under measures in 1999', 'listed', 'done', {
    authority: 'UN Security Council',
    authorityId: 'un-sc',
    date: '1999',
    datePrecision: 'year',
    instrument: 'Resolution 1267',
    instrumentId: 'unscr-1267',
  }),
  claim('In 2003 the Supreme Court of Russia declared it terrorist', 'listed', 'done', { date: '2003', datePrecision: 'year' }),
]
const DOCUMENT = {
  id: 'paraphrase',
  title: 'Moscow weighs a removal',
  publisher: 'Example Gazette',
  published: '2024-04-18',
  url: 'https://example.org/article',
  sha256: 'ab12'.repeat(16),
}

/** Claims read from an article of our own words. */
export const readAnswer = (): ReadAnswer => ({ document: { ...DOCUMENT, text: ARTICLE }, events: CLAIMS, problems: [] })

const seen = (index: number, published = '2024-04-18') => ({ ...(CLAIMS[index] as ClaimView), document: { ...DOCUMENT, published } })

/** Pending changes: one open, one closed. */
export const signalsAnswer = (): SignalsAnswer => {
  const base = {
    authority: 'ru',
    authorityName: 'Russia',
    party: 'taliban',
    partyCaption: 'the Taliban',
    direction: 'delisting' as const,
    opened: '2022-03-31',
    updated: '2025-03-31',
    support: [seen(2), seen(3, '2022-03-31')],
    against: [seen(1)],
  }
  const rungs = (days: readonly (string | null)[]) =>
    (['called', 'considered', 'announced', 'heard', 'decided'] as const).map((rung, i) => ({
      rung,
      day: days[i] ?? null,
      claims: days[i] ? [seen(0, days[i] ?? NOW)] : [],
    }))
  return {
    signals: [
      {
        ...base,
        id: 'ru-taliban-open',
        party: 'haqqani-network',
        partyCaption: 'the Haqqani Network',
        rung: 'considered',
        rungs: rungs(['2024-05-27', '2024-04-18', null, null, null]),
        status: 'open',
        closedBy: null,
      },
      {
        ...base,
        id: 'ru-taliban',
        rung: 'decided',
        rungs: rungs(['2024-05-27', '2024-04-18', '2024-12-28', '2025-03-31', '2025-04-17']),
        status: 'closed',
        closedBy: { day: '2025-04-17', title: 'suspended by the Supreme Court', instrument: 'ru-supreme-court-2025' },
      },
    ],
  }
}
