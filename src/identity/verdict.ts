import type { Evidence } from '../screen/index.ts'

/** What a comparison of two records allows: join them, ask a person, or nothing. */
export type Verdict = { readonly verdict: 'same' | 'unsure'; readonly reason: string } | null

/** What two records are compared by. */
export type Compared = {
  readonly person: boolean
  readonly score: number
  readonly evidence: readonly Evidence[]
  /** Words of the shorter name that agreed and that few parties bear: 0.5 and more of the rarity scale. */
  readonly rareWords: number
  /** Words of the name that agreed in all. */
  readonly words: number
  /** Whether a weak alias carried the agreement. */
  readonly weak: boolean
}

/** Agreement of names from which records may be joined, and from which a person may be asked. */
const CLEAR_NAME = 0.93
const ASKING_SCORE = 0.86

/** Numbers that a party shares with nobody: equal ones make records the same whatever their spelling. */
const DECIDING = new Set(['numberStrong', 'wallet'])
/** Numbers of one kind that agree beside an agreeing name. */
const SUPPORTING = new Set(['numberSameKind', 'numberSupports', 'numberReused', 'contactAgrees'])
const FULL_DATE = new Set(['dateDay', 'dateMonth'])

/**
 * Whether two records of different sources are the same party. Nothing is joined on its name alone: a full birth date, a
 * number, or several lesser facts must agree beside it, and nothing may contradict.
 */
export function verdictOn(c: Compared): Verdict {
  const rules = new Set(c.evidence.map(e => e.rule))
  const name = c.evidence.find(e => e.feature === 'name_match')?.contribution ?? 0
  const against = c.evidence.filter(e => e.contribution < -0.015 && e.feature !== 'limit')
  const decides = c.evidence.find(e => DECIDING.has(e.rule))
  if (decides && against.length === 0 && name >= 0.5)
    return { verdict: 'same', reason: `the number ${decides.query ?? ''} is equal, and the names agree to ${name.toFixed(2)}` }
  if (c.weak || name < 0.7) return null
  const reason = reasonOf(c, name)
  if (against.length > 0)
    return c.score >= ASKING_SCORE ? { verdict: 'unsure', reason: `${reason}; but ${against.map(e => e.rule).join(', ')}` } : null
  if (name >= CLEAR_NAME && (c.person ? personIsClear(rules, c) : bodyIsClear(rules, c))) return { verdict: 'same', reason }
  return c.score >= ASKING_SCORE ? { verdict: 'unsure', reason } : null
}

const has = (rules: ReadonlySet<string>, wanted: ReadonlySet<string>) => [...wanted].some(rule => rules.has(rule))

// Two people of one name share a full birth date once in twenty thousand times; a year alone they share often.
function personIsClear(rules: ReadonlySet<string>, c: Compared): boolean {
  if (has(rules, FULL_DATE) || has(rules, SUPPORTING)) return c.words >= 2
  return rules.has('dateYear') && rules.has('countryAgrees') && c.words >= 3 && c.rareWords >= 1
}

// A body of an uncommon name in the same country is the same body; a common name needs an address or number beside it.
function bodyIsClear(rules: ReadonlySet<string>, c: Compared): boolean {
  if (has(rules, SUPPORTING)) return true
  if (rules.has('addressAgrees')) return c.words >= 1
  return rules.has('countryAgrees') && c.words >= 2 && c.rareWords >= 1
}

const reasonOf = (c: Compared, name: number) =>
  [
    `the names agree to ${name.toFixed(2)}`,
    ...c.evidence.filter(e => e.contribution > 0 && e.feature !== 'name_match').map(e => `${e.rule} (${e.query ?? ''})`),
  ].join('; ')
