/** The version of the score's weights and rules; it changes whenever a score may. */
export const SCREEN_VERSION = 'screen-4'

/** A number of the score: what it is, the fact of the world it stands for, and the test that notices a change. */
export type Weight = { readonly feature: string; readonly weight: number; readonly fact: string; readonly test: string }

const weight = (feature: string, value: number, fact: string, test: string): Weight => ({ feature, weight: value, fact, test })

/**
 * Every weight of the score beside those of the names. A score begins with what the best name agrees; evidence is added
 * or taken away; an identifier that decides raises the sum to its own level; the result is held within 0 and 1.
 */
export const WEIGHTS = {
  weakAliasCeiling: weight(
    'name_match',
    0.69,
    'Publishers mark aliases that many people bear; they may confirm a finding, never make one.',
    'a weak alias alone stays below the decision',
  ),
  weakAliasRank: weight(
    'name_match',
    -0.2,
    'The same words as a strong alias are the better finding.',
    'ranks a weak alias below the same strong alias',
  ),
  acronymCeiling: weight(
    'name_match',
    0.69,
    'A few letters begin the words of thousands of names; where a party has other names beside them, one of those must agree.',
    'first letters alone are no finding where the party has other names',
  ),
  formerRank: weight(
    'name_match',
    -0.02,
    'A former name is as true as the present one, and as likely to be used to hide; it only comes second.',
    'ranks a former name behind the same present name',
  ),

  dateDay: weight(
    'birth_date',
    0.12,
    'Two people of one name share a full birth date once in some twenty thousand times.',
    'a full birth date lifts a damaged name',
  ),
  dateMonth: weight(
    'birth_date',
    0.09,
    'A month and year agree once in some seven hundred times.',
    'a partial date that contains the listed one agrees',
  ),
  dateSwapped: weight(
    'birth_date',
    0.06,
    'American and European forms exchange day and month; when both are at most twelve a swap is likelier than chance.',
    'day and month exchanged agree',
  ),
  dateYear: weight(
    'birth_date',
    0.05,
    'A year agrees once in some fifty times; lists write the first of January where only the year was known.',
    'the first of January is a year in disguise',
  ),
  dateRange: weight('birth_date', 0.01, 'A range of years or a circa that fits says little.', 'a circa reaches two years to each side'),
  dateDigit: weight(
    'birth_date',
    -0.01,
    'One digit wrong or two exchanged is a typing error far more often than another person of the same name.',
    'a birth year off by one keeps a full name match',
  ),
  dateNearYear: weight(
    'birth_date',
    -0.03,
    'Ages are counted differently and calendars converted roughly: years off by one are common on lists.',
    'a birth year off by one keeps a full name match',
  ),
  dateSameYear: weight(
    'birth_date',
    -0.05,
    'Another day of the same year is often a guess on one side.',
    'another day of the same year costs little',
  ),
  dateNear: weight(
    'birth_date',
    -0.16,
    'Two or three years apart is more than a slip, less than another generation.',
    'dates lower with their distance',
  ),
  dateApart: weight(
    'birth_date',
    -0.27,
    'Four years or more apart are two people, unless the list is wrong.',
    'dates lower with their distance',
  ),
  dateFarApart: weight(
    'birth_date',
    -0.29,
    'More than ten years apart are two people; alone it still leaves an equal name for review.',
    'a far date alone leaves an equal name for review, with another country it does not',
  ),

  countryAgrees: weight(
    'country',
    0.03,
    'Most people of a name in a country share it; agreement helps a little.',
    'agreeing evidence raises the rank of equal names',
  ),
  countryDiffers: weight(
    'country',
    -0.1,
    'Country data are often wrong, and people have several; a difference is a doubt, never a veto.',
    'one contradicting country does not veto an equal name with a full birth date',
  ),
  genderAgrees: weight('gender', 0.005, 'Half the world agrees.', 'agreeing evidence raises the rank of equal names'),
  genderDiffers: weight('gender', -0.12, 'Names tell most genders already; a contradiction is rare and weighs.', 'another gender lowers'),

  addressAgrees: weight(
    'address',
    0.06,
    'A shared address supports a similar name; alone it identifies nobody.',
    'a shared address alone is no match',
  ),
  addressDiffers: weight(
    'address',
    -0.01,
    'Parties have many addresses and lists know few.',
    'an unlike address never removes an alias hit',
  ),
  contactAgrees: weight(
    'contact',
    0.08,
    'A telephone number or e-mail address is shared by few.',
    'an equal telephone number supports a name',
  ),

  numberStrong: weight(
    'identifier_match',
    0.98,
    'Numbers with a world-wide authority and check digits belong to one bearer.',
    'a hull keeps its number whatever its name',
  ),
  numberReused: weight(
    'identifier_match',
    0.9,
    'Radio identities, tail numbers and bank codes move with flag and merger.',
    'a radio number decides a little less than a hull number',
  ),
  numberSameKind: weight(
    'identifier_match',
    0.9,
    'An official number of one kind is enough without a name.',
    'an equal national number is enough without a name',
  ),
  numberOtherKind: weight(
    'identifier_match',
    0.82,
    'Forms mix up passport, identity and registration numbers.',
    'a number given under another kind still leads to the party',
  ),
  numberUnlikeName: weight(
    'identifier_match',
    0.75,
    'A long equal number with an unlike name is an unlisted alias, or a typing error in the number.',
    'a long number under an unlike name is for review',
  ),
  numberShort: weight(
    'identifier_match',
    0.72,
    'Short numbers are unique only within one registry: they need its country.',
    'a short number needs its country',
  ),
  numberElsewhere: weight(
    'identifier_match',
    0.4,
    'The same digits are given out again in other countries.',
    'the same digits in another country identify nobody',
  ),
  numberSupports: weight(
    'identifier_match',
    0.15,
    'An equal number beside an equal name tells namesakes apart above the ceiling of the score.',
    'an official number separates namesakes',
  ),
  hullDiffers: weight(
    'identifier_differs',
    -0.4,
    'Two valid IMO numbers are two hulls.',
    'two hull numbers are two ships, whatever their name',
  ),
  codeDiffers: weight(
    'identifier_differs',
    -0.35,
    'A legal person has one LEI, one INN, one OGRN; two valid ones are two bodies, whatever their name.',
    'two valid codes are two bodies, whatever their name',
  ),
  registrationDiffers: weight(
    'identifier_differs',
    -0.1,
    'A company has one number in a registry, but may stand in several registries.',
    'an official number separates namesakes',
  ),
  documentDiffers: weight(
    'identifier_differs',
    -0.02,
    'People have several passports and new ones every ten years.',
    'another passport costs little',
  ),
  wallet: weight('wallet', 0.99, 'A wallet address is a key: equal or another.', 'a wallet address agrees or does not'),
  addressEntity: weight(
    'address_match',
    1,
    'Where an address is what is asked for, its likeness is the score.',
    'one string and separate fields are the same address',
  ),
} as const satisfies Readonly<Record<string, Weight>>

/** Bounds of the rules; each is named in the rule that uses it. */
export const BOUNDS = {
  /** The decision: a score of this or more is a match. */
  threshold: 0.7,
  /** Agreement of a name from which evidence in favour begins to count, and at which it counts in full. */
  supportFrom: 0.35,
  supportFull: 0.6,
  /** Evidence against of more than this weighs more the less the names agree: by so much at no agreement. */
  doubtFrom: -0.05,
  doubtGrows: 2,
  /** Below this the names count as unlike beside an equal number. */
  unlikeName: 0.35,
  /** Letters and digits of a number: fewer are short, as many are long. */
  shortNumber: 6,
  longNumber: 8,
  /** Likeness of two addresses from which they agree. */
  addressAlike: 0.8,
  addressUnlike: 0.4,
} as const
