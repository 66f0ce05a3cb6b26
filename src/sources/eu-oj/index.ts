import type { Source } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { ACTS, type Act } from './acts.ts'
import { parseAnnex } from './parse.ts'
import { AMENDMENTS, readAnnexes, recogniseAnnex, sourceOfAct } from './read.ts'

/** Acts of whose annexes a real file has passed. */
const SEEN = new Set(
  '32001R2580 32002R0881 32003R1210 32006R0765 32009R1284 32010R0356 32011R0101 32011R0359 32011R0753 32012R0267 32014R0208 32014R0269 32014R0747 32014R0833 32014R1352 32016R0044 32016R1686 32017R1770 32017R2063 32018R1542 32019R0796 32019R1716 32022R2309 32023R0888 32023R1529 32023R2147 32024R0287 32024R0386 32024R2642'.split(
    ' ',
  ),
)

const COMMON = {
  kind: 'official' as const,
  authority: 'eu-council',
  jurisdiction: 'eu',
  publisher: 'Publications Office of the European Union (Official Journal); columns by the OpenSanctions project',
  licence: 'https://eur-lex.europa.eu/content/legal-notice/legal-notice.html (Decision 2011/833/EU); columns CC BY-NC 4.0',
}

const act = ([celex, { title, min, terrorism }]: readonly [string, Act], place: number): Source =>
  declare({
    ...COMMON,
    id: sourceOfAct(celex),
    rank: 31 + place / 100,
    title: `${title} (annexes)`,
    url: `https://eur-lex.europa.eu/eli/reg/${celex.slice(1, 5)}/${Number(celex.slice(6))}`,
    cadence: { text: 'when the act is amended and consolidated', staleAfterDays: null },
    parser: `${sourceOfAct(celex)}@1`,
    scopes: ['default', 'sanctions', ...(terrorism ? ['terrorism'] : [])],
    verified: SEEN.has(celex),
    bounds: { min, maxLoss: 0.4, maxGain: 1, fill: { name: 0.99, topics: 1 } },
    recognise: head => only(recogniseAnnex(head), sourceOfAct(celex)),
    read: files => readAnnexes(files, celex),
    parse: raw => parseAnnex(sourceOfAct(celex), raw),
  })

const amendments: Source = declare({
  ...COMMON,
  id: AMENDMENTS,
  rank: 30,
  title: 'Amending acts of the European Union (additions to annexes)',
  url: 'https://eur-lex.europa.eu/oj/direct-access.html',
  cadence: { text: 'with each amending act, days or weeks before the consolidated act', staleAfterDays: null },
  parser: `${AMENDMENTS}@1`,
  absence: 'nothing',
  verified: true,
  bounds: { min: 1, maxLoss: 1, maxGain: 1000, fill: { name: 0.99, topics: 1 } },
  recognise: head => only(recogniseAnnex(head), AMENDMENTS),
  read: files => readAnnexes(files, null),
  parse: raw => parseAnnex(AMENDMENTS, raw),
})

function only(found: ReturnType<typeof recogniseAnnex>, source: string): ReturnType<typeof recogniseAnnex> {
  return found?.source === source ? found : undefined
}

/** The annexes of each act as it is consolidated, and the additions of the acts that amend them. */
export default [amendments, ...[...ACTS].map(act)]
