import { type Declaration, declare } from '../declare.ts'
import { parseAgent, readAgents, recogniseAgents } from './agents.ts'
import { parseExtremist, readExtremist, recogniseExtremist } from './extremist.ts'
import { parseUndesirable, readUndesirable, recogniseUndesirable } from './undesirable.ts'

type Own = Omit<Declaration, 'kind' | 'authority' | 'jurisdiction' | 'publisher' | 'licence' | 'parser'>

const minjust = (own: Own) =>
  declare({
    kind: 'official',
    authority: 'ru-minjust',
    jurisdiction: 'ru',
    publisher: 'Ministry of Justice of the Russian Federation',
    licence: 'public information of a government (Civil Code of the Russian Federation, article 1259 (6))',
    parser: `${own.id}@1`,
    ...own,
  })

/** Foreign and international organisations whose activity the Prosecutor General of Russia has declared undesirable. */
const undesirable = minjust({
  id: 'ru-minjust',
  rank: 93,
  title: 'Register of foreign and international organisations whose activity is undesirable',
  url: 'https://minjust.gov.ru/ru/pages/perechen-inostrannyh-i-mezhdunarodnyh-organizacij-deyatelnost-kotoryh-priznana-nezhelatelnoj/',
  cadence: { text: 'on each decision of the Prosecutor General, several a month', staleAfterDays: 60 },
  verified: true,
  // A register that keeps what it removes only grows.
  bounds: { min: 100, maxLoss: 0.05, maxGain: 0.6, lists: { 'ru-minjust-undesirable': 100 }, fill: { name: 1 } },
  recognise: recogniseUndesirable,
  read: readUndesirable,
  parse: parseUndesirable,
})

/** Persons and bodies that the Ministry has declared foreign agents. */
const agents = minjust({
  id: 'ru-minjust-agents',
  rank: 98,
  title: 'Register of foreign agents',
  url: 'https://minjust.gov.ru/ru/activity/directions/998/',
  cadence: { text: 'weekly', staleAfterDays: 60 },
  scopes: [],
  bounds: { min: 2, maxLoss: 0.02, maxGain: 0.5, lists: { 'ru-minjust-foreign-agents': 2 }, fill: { name: 1 } },
  recognise: recogniseAgents,
  read: readAgents,
  parse: parseAgent,
})

/** Associations that courts of Russia have wound up or banned for extremism, as the Ministry publishes them. */
const extremist = minjust({
  id: 'ru-minjust-extremist',
  rank: 92,
  title: 'List of associations wound up or banned for extremism',
  url: 'https://minjust.gov.ru/ru/documents/7822/',
  addresses: [{ url: 'https://minjust.gov.ru/ru/documents/7822/', part: 'main', rendition: 'html' }],
  cadence: { text: 'when a judgment comes into force', staleAfterDays: null },
  parts: { required: ['main'], optional: ['columns'] },
  bounds: { min: 2, maxLoss: 0.05, maxGain: 0.5, lists: { 'ru-minjust-extremist': 2 }, fill: { name: 1 } },
  recognise: recogniseExtremist,
  read: readExtremist,
  parse: parseExtremist,
})

export default [undesirable, agents, extremist]
