import { explainNames } from '../names/index.ts'
import type { ScoreOptions } from './score.ts'
import type { Evidence, Feature, PartyFeatures, PartyScore, PreparedQuery } from './types.ts'
import { WEIGHTS } from './weights.ts'

/** The evidence of a score in words, with the alignment of the names; contributions are those of the score. */
export function explainScore(
  query: PreparedQuery,
  party: PartyFeatures,
  score: PartyScore,
  options: ScoreOptions = {},
): readonly Feature[] {
  return score.evidence.map(evidence => {
    const feature = { ...evidence, detail: evidenceWords(evidence) }
    const names = score.names
    const listed = names && party.names[names.listed]
    if (evidence.feature !== 'name_match' || !names || !listed) return feature
    return { ...feature, links: explainNames(query.nameAs(names.query, listed.analysed.kind), listed.analysed, options).links }
  })
}

const OUTCOMES: Readonly<Record<string, string>> = {
  name: 'the names agree as the alignment shows',
  acronymCeiling: 'the names agree in first letters alone, which never decide where the party has other names',
  weakAliasCeiling: 'the names agree, but the listed one is a weak alias, which never decides alone',
  dateDay: 'the same day',
  dateMonth: 'the same month and year',
  dateSwapped: 'day and month exchanged',
  dateYear: 'the same year',
  dateRange: 'within the stated range',
  dateDigit: 'one slip of the pen apart',
  dateNearYear: 'a year apart',
  dateSameYear: 'another day of the same year',
  dateNear: 'two or three years apart',
  dateApart: 'four years or more apart',
  dateFarApart: 'more than ten years apart',
  countryAgrees: 'a country in common',
  countryDiffers: 'no country in common',
  genderAgrees: 'the same gender',
  genderDiffers: 'another gender',
  addressAgrees: 'the same address',
  addressDiffers: 'other addresses',
  contactAgrees: 'the same telephone number or e-mail address',
  limit: 'a score stays within 0 and 1',
}

/** What a piece of evidence says, in words for the reader. */
export const evidenceWords = (evidence: Pick<Evidence, 'rule'>): string =>
  OUTCOMES[evidence.rule] ?? WEIGHTS[evidence.rule as keyof typeof WEIGHTS]?.fact ?? evidence.rule
