import type { TokenKind } from './types.ts'
import weights from './weights.json' with { type: 'json' }

/** The version of weights and rules; it changes whenever a score may. */
export const NAMES_VERSION: string = weights.version

/** How much a token weighs by its kind; "compound" is the first half of Arabic compound names, "softTitle" a title that may be a name. */
export const MASS: Readonly<Record<TokenKind | 'compound' | 'softTitle', number>> = weights.mass

/** The features of a comparison, the sign their weight may have, and the fact of the world they stand for. */
export const FEATURES = {
  base: { sign: 0, fact: 'Two names that share nothing are two parties.' },
  coverSmall: { sign: 1, fact: 'Share of the shorter name that agrees: a short form lies wholly within the long one.' },
  coverLarge: { sign: 1, fact: 'Share of the longer name that agrees: the more is unexplained, the likelier it is another name.' },
  worst: { sign: -1, fact: 'The strongest contradiction between two words: brothers, fathers and sons differ in one word.' },
  contradicted: { sign: -1, fact: 'All contradictions together, as a share of what was compared.' },
  edited: { sign: -1, fact: 'Differences inside words that were laid together: two slips happen, three are another name.' },
  editedMost: { sign: -1, fact: 'The most edited word: slips are spread, another name is concentrated in one word.' },
  loose: { sign: -1, fact: 'A slip and a part left over together: each alone is usual, both are not.' },
  thin: { sign: -1, fact: 'Little that tells apart agrees while something is left over: one frequent given name identifies nobody.' },
  initials: { sign: -1, fact: 'Agreement that rests on initials and short forms fits many.' },
  stretched: { sign: -1, fact: 'An initial agrees while a full word is left over: the initial fits anybody.' },
  syllable: { sign: -1, fact: 'Names of Chinese and Korean lose no syllable: one that is left over is another name.' },
  reversed: { sign: -1, fact: 'The sides of bin exchanged are father and son.' },
  crossed: { sign: -1, fact: 'Given and family name exchanged, where both names say which is which.' },
  suffix: { sign: -1, fact: 'Senior and junior are two persons.' },
  place: { sign: -1, fact: 'Two places: branches and namesakes elsewhere are other bodies.' },
  sector: { sign: -1, fact: 'Two words of business: sister companies of one group.' },
  number: { sign: -1, fact: 'Two numbers tell brigades and firms apart.' },
  hull: { sign: -1, fact: 'A number in a ship’s name tells hulls apart.' },
  series: { sign: 1, fact: 'Numbers of funds and trusts count one sponsor’s series, which is screened as a family.' },
  numberOnly: { sign: -1, fact: 'A number on one side only names another body of the group.' },
  sectorOnly: { sign: -1, fact: 'A word of business on one side only: parent and subsidiary.' },
  placeOnly: { sign: -1, fact: 'A place on one side only: parent and branch.' },
  form: { sign: -1, fact: 'Legal forms of different classes: a charity is not a company.' },
  ordinary: { sign: -1, fact: 'Nothing agrees but words that thousands of bodies bear, and a word is left over: Green Gate is not Green.' },
  acronym: { sign: -1, fact: 'One name is the other in first letters, and few letters stand for many bodies.' },
} as const satisfies Readonly<Record<string, { readonly sign: -1 | 0 | 1; readonly fact: string }>>

/** A feature of the comparison. */
export type Feature = keyof typeof FEATURES

/** The features in the order of their numbers. */
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly Feature[]
/** The number of each feature. */
export const FEATURE = Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, i])) as Readonly<Record<Feature, number>>

/** The rules by which two names are compared: those of persons, or those of bodies and vessels. */
export type Mode = 'person' | 'organisation'
/** The published profiles: `balanced`, or `recall`, which finds more and errs more. */
export type Profile = 'balanced' | 'recall'

/** Weights by kind of name, in log odds of a match. */
export const WEIGHTS: Readonly<Record<Mode, Readonly<Record<Feature, number>>>> = {
  person: weights.person,
  organisation: weights.organisation,
}

const columns = (mode: Mode): Float64Array => Float64Array.from(FEATURE_NAMES, name => WEIGHTS[mode][name])
// For recall a part left out costs nothing, and what contradicts or is edited costs a share.
const forRecall = (mode: Mode): Float64Array => {
  const factors: Readonly<Partial<Record<Feature, number>>> = weights.recall
  const out = Float64Array.from(FEATURE_NAMES, name => WEIGHTS[mode][name] * (factors[name] ?? 1))
  out[FEATURE.coverSmall] = WEIGHTS[mode].coverSmall + WEIGHTS[mode].coverLarge
  return out
}
const COLUMNS = {
  balanced: { person: columns('person'), organisation: columns('organisation') },
  recall: { person: forRecall('person'), organisation: forRecall('organisation') },
}

/** The weights of a profile in the order of their features' numbers. */
export const weightsOf = (mode: Mode, profile: Profile = 'balanced'): Float64Array => COLUMNS[profile][mode]
