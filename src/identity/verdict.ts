import { type Evidence, evidenceWords } from '../screen/index.ts'

/** The version of the rules; raised with each change, so that pairs are compared anew. */
export const VERDICT_VERSION = 'verdict-3'

/** What a comparison of two records allows: join them, ask a person, or nothing. */
export type Verdict = { readonly verdict: 'same' | 'unsure'; readonly reason: string } | null

/** What two records are compared by. */
export type Compared = {
  readonly person: boolean
  readonly score: number
  readonly evidence: readonly Evidence[]
  /** Words of the name that agreed, those that tell nothing left out, and all its words. */
  readonly words: number
  readonly allWords: number
  /** How rare the telling words are together, each 0 (everybody's) to 1. */
  readonly rarity: number
  /** Names that both bear word for word, each with a word that the others lack. */
  readonly namesInCommon: number
  /** Other entries of the same list, there at the same time, whose name agrees as well and whom no better fact parts. */
  readonly rivals: number
  /** Whether a weak alias carried the agreement. */
  readonly weak: boolean
}

/** Agreement of names from which records may be joined, and from which a person may be asked. */
const CLEAR_NAME = 0.93
const EQUAL_NAME = 0.98
const ASKING_SCORE = 0.86

/** Numbers that a party shares with nobody: equal ones make records the same whatever their spelling. */
const DECIDING = new Set(['numberStrong', 'wallet'])
/** Numbers of one kind that agree beside an agreeing name. */
const SUPPORTING = new Set(['numberSameKind', 'numberSupports', 'numberReused', 'contactAgrees'])
const FULL_DATE = new Set(['dateDay', 'dateMonth'])

/**
 * Whether two records of different sources are the same party. Nothing is joined on its name alone: a full birth date, a
 * number, or several lesser facts must agree beside it, and nothing may contradict. Where a list holds several that fit as
 * well, a person is asked.
 */
export function verdictOn(c: Compared): Verdict {
  const rules = new Set(c.evidence.map(e => e.rule))
  const name = c.evidence.find(e => e.feature === 'name_match')?.contribution ?? 0
  const against = c.evidence.filter(e => e.contribution < -0.015 && e.feature !== 'limit' && !isOtherPaper(e.rule, rules, name, c))
  const decides = c.evidence.find(e => DECIDING.has(e.rule))
  if (decides && against.length === 0 && name >= 0.5)
    return { verdict: 'same', reason: `the number ${decides.query ?? ''} is equal, and the names agree to ${name.toFixed(2)}` }
  if (c.weak || name < 0.7) return null
  const reason = reasonOf(c, name)
  if (against.length > 0)
    return c.score >= ASKING_SCORE ? { verdict: 'unsure', reason: `${reason}; but ${against.map(wordsOf).join(', ')}` } : null
  const clear = name >= CLEAR_NAME && (c.person ? personIsClear(rules, c) : bodyIsClear(rules, c, name))
  if (clear && c.rivals === 0) return { verdict: 'same', reason }
  const others = clear ? `; but ${c.rivals} more of the list fit as well` : ''
  return c.score >= ASKING_SCORE ? { verdict: 'unsure', reason: reason + others } : null
}

/** True where a fact that only one party has agrees: it parts those who share a name. */
export const hasDecidingFact = (evidence: readonly Evidence[]): boolean =>
  evidence.some(e => FULL_DATE.has(e.rule) || SUPPORTING.has(e.rule) || DECIDING.has(e.rule))

const has = (rules: ReadonlySet<string>, wanted: ReadonlySet<string>) => [...wanted].some(rule => rules.has(rule))

// A person has several papers: another number beside a full name and the very day of birth is another paper.
const isOtherPaper = (rule: string, rules: ReadonlySet<string>, name: number, c: Compared) =>
  rule === 'documentDiffers' && c.person && rules.has('dateDay') && name >= EQUAL_NAME && c.words >= 3

/** How much the lesser facts of people weigh: a country is shared by millions, a year by one in fifty, each more name is a fact. */
const personFacts = (rules: ReadonlySet<string>, c: Compared) =>
  (rules.has('dateYear') ? 2 : 0) +
  (rules.has('dateRange') ? 1 : 0) +
  (rules.has('countryAgrees') ? 1 : 0) +
  (rules.has('addressAgrees') ? 1 : 0) +
  (rules.has('genderAgrees') ? 0.5 : 0) +
  moreNames(c)

// Names beyond the first say more the more there are, up to a point: aliases are copied from list to list.
const moreNames = ({ namesInCommon }: Compared) => Math.min(2, Math.max(0, namesInCommon - 1))

// Two people of one name share a full birth date once in twenty thousand times; a year alone they share often.
function personIsClear(rules: ReadonlySet<string>, c: Compared): boolean {
  if (has(rules, FULL_DATE) && has(rules, SUPPORTING)) return true
  if (has(rules, FULL_DATE) || has(rules, SUPPORTING)) return c.words >= 2
  const facts = personFacts(rules, c)
  // One name of one word is many people's, even with a year and a country.
  const named = c.words >= 2 || (c.namesInCommon >= 2 && facts >= 3)
  return named && facts >= 2 && c.rarity >= RARE_PERSON
}

/** Words of a person's name together: two that every tenth party bears say too little beside lesser facts. */
const RARE_PERSON = 0.8
/** Words of a body's name together: one that few parties bear. */
const RARE_BODY = 0.5

// A body of an uncommon name in the same country is the same body; a common name needs an address, a number or another name.
function bodyIsClear(rules: ReadonlySet<string>, c: Compared, name: number): boolean {
  if (has(rules, SUPPORTING)) return true
  const place = rules.has('addressAgrees') || rules.has('countryAgrees')
  if (rules.has('addressAgrees') && name >= EQUAL_NAME) return true
  if (c.namesInCommon >= 2) return true
  return place && (c.rarity >= RARE_BODY || (name >= 0.995 && c.allWords >= 3))
}

const reasonOf = (c: Compared, name: number) =>
  [
    `the names agree to ${name.toFixed(2)}`,
    ...(c.namesInCommon >= 2 ? [`${c.namesInCommon} names in common`] : []),
    ...c.evidence.filter(e => e.contribution > 0 && e.feature !== 'name_match').map(wordsOf),
  ].join('; ')

const wordsOf = (e: Evidence): string => evidenceWords(e) + (e.query === null ? '' : ` (${e.query})`)
