import { startsParagraph } from './actor.ts'
import { group } from './coordination.ts'
import { daysBetween } from './days.ts'
import type { Mention } from './mentions.ts'
import type { Found, Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { type Target, targetOf } from './target.ts'
import { normWord } from './tokens.ts'

/** The first mention of the party that a mention names: what refers back is called as the text called it first. */
const firstOf = ({ doc }: Reading, mention: Mention): Mention =>
  (mention.entity ? doc.mentions.find(m => m.entity === mention.entity) : undefined) ?? mention

/** Whether a party is a person, as its document speaks of it; null where that cannot be told. */
export function isPerson(
  { doc, grammar, tools }: Reading,
  { start, name, entity, kind }: Pick<Target, 'start' | 'name' | 'entity' | 'kind'>,
): boolean | null {
  const schema = entity === null ? null : tools.schemaOf?.(entity)
  if (schema) return schema === 'Person'
  if (kind === 'holder') return true
  if (!name.includes(' ') || tools.frames.placed.test(name) || /[\d/]/u.test(name)) return false
  const before = doc.text.slice(Math.max(0, start - 60), start)
  if (grammar.article.test(`${/\S+\s+$/u.exec(before)?.[0] ?? ''}x`)) return false
  if (tools.frames.givenNames.has(normWord(name.split(' ')[0] ?? ''))) return true
  if (grammar.officeAfter.test(doc.text.slice(start + name.length, start + name.length + 90))) return true
  return grammar.personBefore.test(before) || grammar.personName.test(name) ? true : null
}

/** Sentences back within which "the group" or "that ban" still finds whom it means. */
const BACK = 4

/** What stands for an act's noun that nobody is named with: "the designation", "the measures". */
export const BARE_ACT = 'it'

/** Days around publication within which an act is what its text reports. */
const NEWS_DAYS = 14

/** Whether an act is the news that its text reports, not its background. */
export const isNews = ({ published }: Reading, { date }: Found): boolean =>
  date?.precision === 'day' && published !== null && Math.abs(daysBetween(date.date, published)) <= NEWS_DAYS

/** How words refer back: to several parties, to a person, or to a group. */
type Reference = 'several' | 'person' | 'group' | 'any'

function referenceOf({ grammar }: Reading, words: string): Reference {
  if (grammar.severalMeant.test(words)) return 'several'
  // "his group": the group.
  const group = grammar.groupMeant.exec(words)
  if (group?.[0].length === words.length) return 'group'
  if (grammar.personMeant.test(words)) return 'person'
  return grammar.groupMeant.test(words) ? 'group' : 'any'
}

/**
 * Whom words that refer back mean: what the text told of last that fits them, else the party it named last, else its topic.
 *
 * @param words the words that refer back; empty where only the act itself does
 */
export function meantBy(reading: Reading, sentence: Sentence, at: number, words: string): readonly Target[] {
  const { grammar } = reading
  const reference = words === BARE_ACT ? 'any' : referenceOf(reading, words)
  const first = reading.digest ? (reading.doc.sentences.find(s => s.paragraph === sentence.paragraph)?.start ?? 0) : 0
  const told = reading.found.filter(f => f.start >= first && f.start < at)
  const country = reading.grammar.countryMeant.test(words) ? told.findLast(f => f.target.code !== null) : undefined
  if (country) return [{ ...country.target, anaphoric: true }]
  // "an embargo on the country": no party told of before is meant.
  if (reading.grammar.countryMeant.test(words)) return []
  const pair = reading.grammar.ofPair.exec(words)
  if (pair) {
    const two = ['the two', 'the two groups'].map(w => coordinatedBefore(reading, sentence, at, w)).find(found => found.length > 1)
    const one = pair.groups?.['first'] === undefined ? two?.at(-1) : two?.[0]
    if (one || pair.groups?.['first'] !== undefined) return one ? [one] : []
  }
  // "The Xs are not on it; they were dropped": a party whose name is a plural.
  const own = reading.within({ start: sentence.start, end: at }).filter(m => m.kind === 'party' || m.kind === 'name')
  const toldHere = told.some(f => f.sentence === sentence)
  if (own[0] && own.length === 1 && !toldHere && reading.grammar.theyOnly.test(words)) return [targetOf(reading, own[0], true)]
  const all = reference === 'several' ? [several(reading, told, words), coordinatedBefore(reading, sentence, at, words)] : []
  const meant = all.find(a => a.length > 1)
  if (meant) return meant
  const fits = (target: Target) => {
    const person = isPerson(reading, target)
    return reference === 'any' || person === null || person === (reference === 'person') || reference === 'several'
  }
  // "hosted X but does not list the movement": named in the same sentence.
  const here = reading.within({ start: sentence.start, end: at })
  const isHim = (m: Mention) => (m.kind === 'party' || m.kind === 'name') && isPerson(reading, targetOf(reading, m)) === true
  const beside =
    reference === 'group'
      ? here.findLast(m => m.kind === 'party' && fits(targetOf(reading, m)))
      : reference === 'person'
        ? here.findLast(isHim)
        : undefined
  if (beside && !told.some(f => f.sentence === sentence)) return [targetOf(reading, firstOf(reading, beside), true)]
  // "X, the head of Y … his group": Y.
  const led = reference === 'group' && grammar.hisHer.test(words) ? ledGroup(reading, at) : undefined
  if (led) return [targetOf(reading, firstOf(reading, led), true)]
  // "the designation", where several were told of: that of the party the text is about.
  const topical = words === BARE_ACT ? topicOf(reading) : null
  if (topical && told.some(f => f.target.name === topical.name)) return [anaphoric(reading, topical)]
  const last = told.findLast(f => fits(f.target))
  // "In X the movement is banned", as a new paragraph begins: the party that most was told of, not one told of in passing.
  const dominant = reference === 'group' && startsParagraph(reading, sentence) ? topicOf(reading) : null
  const times = (name: string | undefined) => told.filter(f => f.target.name === name).length
  if (dominant && times(dominant.name) >= times(last?.target.name)) return [anaphoric(reading, dominant)]
  const index = reading.doc.sentences.indexOf(sentence)
  const recent = recentParty(reading, { first, at, from: reading.doc.sentences[Math.max(0, index - BACK)]?.start ?? 0 }, fits)
  const near = last && last.start >= (reading.doc.sentences[Math.max(0, index - 2)]?.start ?? 0)
  if (last && (!recent || near || last.sentence.paragraph === sentence.paragraph)) return [anaphoric(reading, last.target)]
  if (recent) return [targetOf(reading, firstOf(reading, recent), true)]
  const topic = reference === 'group' ? topicOf(reading) : null
  if (topic) return [anaphoric(reading, topic)]
  const any = told.at(-1)
  return words === BARE_ACT && any ? [anaphoric(reading, any.target)] : []
}

/** The group that a text named last as somebody's, by those who head it. */
const ledGroup = ({ doc, grammar }: Reading, at: number): Mention | undefined =>
  doc.mentions.findLast(
    m =>
      m.kind === 'party' &&
      m.end <= at &&
      (grammar.headOf.test(doc.text.slice(Math.max(0, m.start - 40), m.start)) || grammar.itsHead.test(doc.text.slice(m.end, m.end + 40))),
  )

/** Whether a party may be one of those whom words mean: "the two groups" are no persons. */
function maybeOf(reading: Reading, words: string): (target: Target) => boolean {
  const { grammar } = reading
  if (grammar.groupsMeant.test(words)) return target => isPerson(reading, target) === false || target.code !== null
  return grammar.personsMeant.test(words) ? target => isPerson(reading, target) !== false : () => true
}

/** Two parties or more that the sentence before names together: "A and B … Both were listed". */
function coordinatedBefore(reading: Reading, sentence: Sentence, at: number, words: string): readonly Target[] {
  const { sentences } = reading.doc
  const index = sentences.indexOf(sentence)
  const groups = reading.grammar.groupsMeant.test(words)
  const fits = groups ? (target: Target) => isPerson(reading, target) === false : maybeOf(reading, words)
  const back = sentences.slice(Math.max(0, index - (groups ? BACK : 2)), index).toReversed()
  for (const { start, end } of [{ start: sentence.start, end: at }, ...back]) {
    const all = reading.within({ start, end }).filter(m => m.kind === 'party' || m.kind === 'name')
    for (let i = all.length - 2; i >= 0; i--) {
      const named = group(reading, all.slice(i)).filter(fits)
      if (named.length > 1) return named.map(t => ({ ...t, anaphoric: true }))
    }
  }
  return []
}

function several(reading: Reading, all: readonly Found[], words: string): readonly Target[] {
  const fits = maybeOf(reading, words)
  const told = all.filter(f => fits(f.target))
  const last = told.findLast(f => told.some(g => g.sentence === f.sentence && g.type === f.type && g.target.name !== f.target.name))
  if (!last) return reading.grammar.twoMeant.test(words) ? lastTwo(told) : []
  const names = new Map(told.filter(f => f.sentence === last.sentence && f.type === last.type).map(f => [f.target.name, f.target]))
  return [...names.values()].map(t => ({ ...t, anaphoric: true }))
}

/** "both": the two that were told of last, each in a sentence of its own. */
function lastTwo(told: readonly Found[]): readonly Target[] {
  const last = told.at(-1)
  const names = new Map(told.filter(f => f.type === last?.type && f.code === last.code).map(f => [f.target.name, f.target]))
  return [...names.values()].slice(-2).map(t => ({ ...t, anaphoric: true }))
}

function anaphoric(reading: Reading, target: Target): Target {
  const named = target.code === null ? reading.doc.mentions.find(m => m.start === target.start) : undefined
  return { ...(named ? targetOf(reading, named, true) : target), anaphoric: true }
}

type Stretch = { readonly first: number; readonly at: number; readonly from: number }

function recentParty(reading: Reading, { first, at, from }: Stretch, fits: (t: Target) => boolean): Mention | null {
  const { doc, grammar } = reading
  const before = doc.mentions.filter(
    m => m.kind === 'party' && m.end <= at && m.start >= first && m.start >= from && fits(targetOf(reading, m)),
  )
  if (before.length === 0 && !reading.digest && reading.cued)
    return (
      doc.mentions.findLast(
        m =>
          m.kind === 'name' && m.end <= at && m.start >= from && m.end - m.start > 5 && !isPlaced(reading, m) && fits(targetOf(reading, m)),
      ) ?? null
    )
  // A name told as its sentence's own beats one in a possessive or after a preposition.
  const own = before.filter(m => !grammar.possessing.test(doc.shadow.slice(m.end, m.end + 40)))
  const plain = own.findLast(m => !grammar.oblique.test(doc.text.slice(Math.max(0, m.start - 16), m.start)))
  return plain ?? own.at(-1) ?? before.at(-1) ?? null
}

const isPlaced = ({ doc, grammar }: Reading, m: Mention) => grammar.away.test(doc.text.slice(Math.max(0, m.start - 16), m.start))

/** The party that a document is about: the first it tells an act of, else the first it names; none for a digest. */
export function topicOf(reading: Reading): Target | null {
  if (reading.digest) return null
  const told = reading.found.find(f => isPerson(reading, f.target) !== true && f.target.code === null)
  if (told) return told.target
  const opening = reading.doc.sentences[1]?.end ?? reading.doc.sentences[0]?.end ?? 0
  const first = reading.doc.mentions.find(m => m.kind === 'party' && m.end <= opening)
  if (first) return targetOf(reading, first)
  // A text that names one party only is about it.
  const parties = reading.doc.mentions.filter(m => m.kind === 'party')
  return parties[0] && parties.every(m => m.entity === parties[0]?.entity) ? targetOf(reading, parties[0]) : null
}
