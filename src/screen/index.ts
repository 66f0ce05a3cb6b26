import { NAMES_VERSION } from '../names/index.ts'
import { SCREEN_VERSION } from './weights.ts'

export { comparePair, type Pair, type PairScore, partyFeaturesOf } from './compare.ts'
export { evidenceWords } from './explain.ts'
export { prepareQuery } from './query.ts'
export { type ScoreOptions, scoreParty } from './score.ts'
export { type ScoredEntity, type ScreenOptions, type ScreenOutcome, screen } from './screen.ts'
export * from './types.ts'
export { BOUNDS, SCREEN_VERSION, WEIGHTS, type Weight } from './weights.ts'

/** The version of everything that makes a score: kept with each screening, so that it can be computed again. */
export const MATCHER_VERSION = `${NAMES_VERSION}+${SCREEN_VERSION}`
