import { isA } from '../model/index.ts'
import { compareNames, type Rarity } from '../names/index.ts'
import { compareAddresses } from './addresses.ts'
import { compareCountries } from './countries.ts'
import { compareDates } from './dates.ts'
import { compareNumbers, type NumberOutcome } from './identifiers.ts'
import type { Evidence, FeatureName, PartyFeatures, PartyScore, PreparedQuery } from './types.ts'
import { BOUNDS, WEIGHTS } from './weights.ts'

/** How the names are compared: rarity of words in the collection, and the published profile. */
export type ScoreOptions = { readonly rarity?: Rarity; readonly profile?: 'balanced' | 'recall' }

type Rule = keyof typeof WEIGHTS

/**
 * What a party scores for a query. The contributions of the evidence add up to the score, the ranks to the rank.
 *
 * @returns score 0 and no evidence where the schemata exclude each other, or where nothing is known on both sides
 */
export function scoreParty(query: PreparedQuery, party: PartyFeatures, options: ScoreOptions = {}): PartyScore {
  if (!party.schemata.some(schema => query.schemata.has(schema))) return NOTHING
  if (isA(query.schema, 'Address')) return scoreAddress(query, party)
  const name = bestName(query, party, options)
  const evidence: Evidence[] = name ? [name.evidence] : []
  const agreed = name?.evidence.contribution ?? 0
  const countries = query.compared.countries.length > 0 ? compareCountries(query.compared.countries, party.countries()) : undefined
  const numbers =
    query.compared.identifiers.length > 0
      ? compareNumbers(query.compared.identifiers, party.identifiers(), query.compared.names.length > 0 ? agreed : null, countries)
      : NO_NUMBERS
  if (agreed === 0 && !numbers.equal) return NOTHING
  const support = Math.min(1, Math.max(0, (agreed - BOUNDS.supportFrom) / (BOUNDS.supportFull - BOUNDS.supportFrom)))
  // Doubts add up: what contradicts weighs more beside a name that agrees in part, slips of the pen do not.
  const doubt = 1 + BOUNDS.doubtGrows * (1 - agreed)
  const add = (rule: Rule, asked: string | null, listed: string | null) => {
    const { feature, weight } = WEIGHTS[rule]
    const scale = weight > 0 ? support : weight < BOUNDS.doubtFrom ? doubt : 1
    evidence.push({
      feature: feature as FeatureName,
      rule,
      contribution: weight * scale,
      rank: weight,
      query: asked,
      listed,
    })
  }
  addDetails(query, party, countries, add)
  if (numbers.contact) add('contactAgrees', numbers.contact.query, numbers.contact.listed)
  if (numbers.differs) add(numbers.differs.rule, numbers.differs.query, numbers.differs.listed)
  if (numbers.equal) addNumber(evidence, numbers.equal, support)
  return summed(evidence, name)
}

const NOTHING: PartyScore = { score: 0, rank: 0, evidence: [], names: null }
const NO_NUMBERS: NumberOutcome = { equal: null, differs: null, contact: null }

// Words begin with longer runs of letters too rarely for chance.
const FEW_LETTERS = 5

type Named = { readonly evidence: Evidence; readonly query: number; readonly listed: number }

// Every listed name scores alike but weak aliases; the best by score, then by rank, speaks for the party.
function bestName(query: PreparedQuery, { names, nameCount }: PartyFeatures, options: ScoreOptions): Named | undefined {
  let best: { score: number; rank: number; query: number; listed: number; rule: Rule | 'name' } | undefined
  query.compared.names.forEach((asked, q) => {
    names.forEach((listed, l) => {
      const { score, rank, letters } = compareNames(
        asked.analysed.kind === listed.analysed.kind ? asked.analysed : query.nameAs(q, listed.analysed.kind),
        listed.analysed,
        options,
      )
      const weak = listed.standing === 'weak-alias'
      const rule = weak ? 'weakAliasCeiling' : letters > 0 && letters <= FEW_LETTERS && nameCount() > 1 ? 'acronymCeiling' : 'name'
      const counted = rule === 'name' ? score : score * WEIGHTS[rule].weight
      const ranked = rank + (weak ? WEIGHTS.weakAliasRank.weight : listed.standing === 'former' ? WEIGHTS.formerRank.weight : 0)
      if (!best || counted > best.score || (counted === best.score && ranked > best.rank))
        best = { score: counted, rank: ranked, query: q, listed: l, rule }
    })
  })
  if (!best) return undefined
  const { score, rank, query: q, listed: l, rule } = best
  const evidence: Evidence = {
    feature: 'name_match',
    contribution: score,
    rank,
    rule,
    query: query.compared.names[q]?.text ?? null,
    listed: names[l]?.analysed.text ?? null,
  }
  return { evidence, query: q, listed: l }
}

function addDetails(
  query: PreparedQuery,
  party: PartyFeatures,
  countries: 'agrees' | 'differs' | undefined,
  add: (rule: Rule, asked: string | null, listed: string | null) => void,
): void {
  const asked = query.compared
  if (asked.dates.length > 0) {
    const dates = compareDates(asked.dates, party.dates())
    if (dates) add(dates.outcome, dates.query, dates.listed)
  }
  if (countries) add(countries === 'agrees' ? 'countryAgrees' : 'countryDiffers', asked.countries.join(', '), party.countries().join(', '))
  if (asked.genders.length > 0) {
    const held = party.genders()
    if (held.length > 0)
      add(asked.genders.some(g => held.includes(g)) ? 'genderAgrees' : 'genderDiffers', asked.genders.join(', '), held.join(', '))
  }
  if (asked.addresses.length > 0) {
    const addresses = compareAddresses(asked.addresses, party.addresses())
    if (addresses && addresses.likeness >= BOUNDS.addressAlike) add('addressAgrees', addresses.query, addresses.listed)
    else if (addresses && addresses.likeness < BOUNDS.addressUnlike) add('addressDiffers', addresses.query, addresses.listed)
  }
}

// An equal number supports an agreeing name, and raises any sum to the level that the number alone is worth.
function addNumber(evidence: Evidence[], equal: NonNullable<NumberOutcome['equal']>, support: number): void {
  const supports = equal.level >= BOUNDS.threshold ? WEIGHTS.numberSupports.weight : 0
  const sum = evidence.reduce((s, e) => s + e.contribution, 0)
  const contribution = Math.max(supports * support, equal.level - sum, 0)
  const ranks = evidence.reduce((s, e) => s + e.rank, 0)
  evidence.push({
    feature: WEIGHTS[equal.rule].feature as FeatureName,
    rule: equal.rule,
    contribution,
    rank: Math.max(supports, equal.level - ranks),
    query: equal.query,
    listed: equal.listed,
  })
}

function summed(evidence: Evidence[], name: Named | undefined): PartyScore {
  const sum = evidence.reduce((s, e) => s + e.contribution, 0)
  const score = Math.min(1, Math.max(0, sum))
  if (score !== sum) evidence.push({ feature: 'limit', rule: 'limit', contribution: score - sum, rank: 0, query: null, listed: null })
  return {
    score,
    rank: evidence.reduce((s, e) => s + e.rank, 0),
    evidence,
    names: name ? { query: name.query, listed: name.listed } : null,
  }
}

function scoreAddress(query: PreparedQuery, party: PartyFeatures): PartyScore {
  const met = compareAddresses(query.compared.addresses, party.addresses())
  if (!met || met.likeness === 0) return NOTHING
  const evidence: Evidence = {
    feature: 'address_match',
    rule: 'addressEntity',
    contribution: met.likeness,
    rank: met.likeness,
    query: met.query,
    listed: met.listed,
  }
  return { score: met.likeness, rank: met.likeness, evidence: [evidence], names: null }
}
