import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { comparePair, type PairScore, type PartyFeatures, partyFeaturesOf, prepareQuery, scoreParty, WEIGHTS } from './index.ts'

type Properties = Readonly<Record<string, readonly string[]>>

const pair = (query: Properties, candidate: Properties, schema = 'Person'): PairScore =>
  comparePair({ schema, query, candidate }, { explain: true })
const match = (query: Properties, candidate: Properties, schema = 'Person') => pair(query, candidate, schema).score >= 0.7
const rules = (found: PairScore) => found.explanation?.map(e => e.rule) ?? []

const NAME = { name: ['Orlan Vestergaard Timoleon'] }
const born = (...birthDate: string[]) => ({ ...NAME, birthDate })

test('an equal name with nothing else scores 1, and as an alias too', () => {
  assert.equal(pair(NAME, NAME).score, 1)
  assert.equal(pair(NAME, { name: ['Somebody Else'], alias: NAME.name }).score, 1)
})

test('a weak alias alone stays below the decision', () => {
  const found = pair(NAME, { name: ['Somebody Else'], weakAlias: NAME.name })
  assert.ok(found.score < 0.7 && found.score > 0.5, `${found.score}`)
  assert.ok(
    match(born('1961-05-09'), { name: ['Somebody Else'], weakAlias: NAME.name, birthDate: ['1961-05-09'] }),
    'a full birth date confirms it',
  )
})

test('ranks a weak alias below the same strong alias', () => {
  const [strong, weak] = [
    pair(NAME, { name: ['Somebody Else'], alias: NAME.name }),
    pair(NAME, { name: ['Somebody Else'], weakAlias: NAME.name }),
  ]
  assert.ok(strong.rank > weak.rank && strong.score > weak.score)
})

test('ranks a former name behind the same present name', () => {
  const former = pair({ name: ['Halvorin Trading'] }, { name: ['Other Works'], previousName: ['Halvorin Trading'] }, 'Company')
  const present = pair({ name: ['Halvorin Trading'] }, { name: ['Halvorin Trading'] }, 'Company')
  assert.ok(former.score === present.score && former.rank < present.rank)
})

test('a full birth date lifts a damaged name', () => {
  const damaged = { name: ['Orlan Vestergaad Timoleon'] }
  const party = { name: ['Orlan Vestergaard Timoleon'] }
  assert.ok(pair({ ...damaged, birthDate: ['1961-05-09'] }, { ...party, birthDate: ['1961-05-09'] }).score > pair(damaged, party).score)
})

test('a partial date that contains the listed one agrees', () => {
  assert.deepEqual(rules(pair(born('1978-05'), born('1978-05-20'))), ['name', 'dateMonth', 'limit'])
})

test('day and month exchanged agree', () => {
  assert.deepEqual(rules(pair(born('1975-04-03'), born('1975-03-04'))), ['name', 'dateSwapped', 'limit'])
})

test('the first of January is a year in disguise', () => {
  assert.deepEqual(rules(pair(born('1968-08-17'), born('1968-01-01'))), ['name', 'dateYear', 'limit'])
  assert.deepEqual(rules(pair(born('1991-08-17'), born('1968-01-01'))), ['name', 'dateFarApart'])
})

test('a circa reaches two years to each side', () => {
  for (const [asked, rule] of [
    ['1960', 'dateRange'],
    ['1962-07-01', 'dateRange'],
    ['1963-07-01', 'dateNear'],
    ['1958', 'dateRange'],
  ] as const)
    assert.equal(rules(pair(born(asked), born('circa 1960')))[1], rule, asked)
  assert.equal(rules(pair(born('1959-04-04'), born('1958 to 1960')))[1], 'dateRange')
})

test('a birth year off by one keeps a full name match', () => {
  for (const [asked, listed] of [
    ['1973-11-10', '1972-11-10'],
    ['1982-07-30', '1981-07-30'],
    ['1975-04-03', '1974-03-04'],
    ['1926', '1925-01-25'],
    ['1937-05-28', '1937-04-28'],
    ['1963-02-02', '1936-02-02'],
  ] as const)
    assert.ok(pair(born(asked), born(listed)).score >= 0.9, `${asked} ${listed}`)
})

test('another day of the same year costs little', () => {
  assert.deepEqual(rules(pair(born('1961-02-11'), born('1961-10-28'))), ['name', 'dateSameYear'])
})

test('dates lower with their distance', () => {
  const scores = ['1962-05-09', '1963-09-01', '1966-02-28', '1985-11-30'].map(date => pair(born(date), born('1961-05-17')).score)
  for (let i = 1; i < scores.length; i++) assert.ok((scores[i] as number) < (scores[i - 1] as number), scores.join(' '))
})

test('agreement with any of several stated dates counts', () => {
  assert.equal(rules(pair(born('1962-05-01'), born('1958', '1962-05-01')))[1], 'dateDay')
})

test('a far date alone leaves an equal name for review, with another country it does not', () => {
  assert.ok(match(born('1991-08-17'), born('1968-03-02')))
  assert.ok(!match({ ...born('1991-08-17'), nationality: ['tj'] }, { ...born('1968-03-02'), nationality: ['af'] }))
})

test('agreeing evidence raises the rank of equal names', () => {
  const party = { ...born('1961-05-09'), nationality: ['ye'], gender: ['male'] }
  const ranks = [NAME, { ...NAME, gender: ['male'] }, { ...NAME, nationality: ['Yemen'] }, { ...party }].map(
    query => pair(query, party).rank,
  )
  for (let i = 1; i < ranks.length; i++) assert.ok((ranks[i] as number) > (ranks[i - 1] as number), ranks.join(' '))
})

test('one contradicting country does not veto an equal name with a full birth date', () => {
  assert.ok(pair({ ...born('1970-04-11'), nationality: ['kr'] }, { ...born('1970-04-11'), nationality: ['kp'] }).score >= 0.9)
})

test('another gender lowers', () => {
  assert.ok(pair({ ...NAME, gender: ['female'] }, { ...NAME, gender: ['male'] }).score < 0.9)
})

test('a State that is no more agrees with those that followed, a territory does not contradict', () => {
  const country = (a: string, b: string) => rules(pair({ ...NAME, nationality: [a] }, { ...NAME, nationality: [b] }))[1]
  assert.deepEqual(
    [
      country('USSR', 'Ukraine'),
      country('Hong Kong', 'China'),
      country('France', 'Chad'),
      country("Korea, Democratic People's Republic of", 'kp'),
    ],
    ['countryAgrees', undefined, 'countryDiffers', 'countryAgrees'],
  )
})

test('two blanks are no agreement', () => {
  assert.deepEqual(rules(pair(NAME, NAME)), ['name'])
  assert.deepEqual(rules(pair(born('1961'), NAME)), ['name'])
})

test('a shared address alone is no match', () => {
  const address = ['19 Vrbova, Kamnik 1240, Slovenia']
  assert.ok(!match({ name: ['Alpine Bakery d.o.o.'], address }, { name: ['Siemora, d.o.o.'], address }, 'Company'))
  assert.equal(
    rules(pair({ name: ['Siemora'], address }, { name: ['Siemora'], address: ['Vrbova 19, 1240 Kamnik'] }, 'Company'))[1],
    'addressAgrees',
  )
})

test('an unlike address never removes an alias hit', () => {
  assert.ok(
    pair({ ...NAME, address: ['12 Any Road, Springfield'] }, { name: ['Somebody Else'], alias: NAME.name, address: ['Peshawar, Pakistan'] })
      .score >= 0.95,
  )
})

test('usual abbreviations, exonyms and separate fields do not change an address', () => {
  const alike = (a: Properties, b: Properties) => match(a, b, 'Address')
  assert.ok(alike({ full: ['4410 W Larkin Dr, Phoenix AZ 85031'] }, { full: ['4410 WEST LARKIN DRIVE, PHOENIX, ARIZONA 85031, US'] }))
  assert.ok(alike({ full: ['Calle 23 No. 117, La Habana, Cuba'] }, { full: ['Calle 23 #117, Havana, Cuba'] }))
  assert.ok(!alike({ full: ['4418 W Larkin Dr, Phoenix AZ 85031'] }, { full: ['4410 W Larkin Dr, Phoenix AZ 85031'] }))
})

test('one string and separate fields are the same address', () => {
  assert.ok(
    match(
      { full: ['5599 NW 230th Avenue, Boca Linda, FL 33496'] },
      { street: ['5599 NW 230th Avenue'], city: ['Boca Linda'], state: ['FL'], postalCode: ['33496'], country: ['us'] },
      'Address',
    ),
  )
})

test('an equal telephone number supports a name', () => {
  const phone = ['+90 212 555 0199']
  assert.ok(pair({ ...NAME, phone }, { ...NAME, phone }).rank > pair(NAME, NAME).rank)
  assert.ok(!match({ name: ['Somebody Else'], phone }, { ...NAME, phone }))
})

test('a hull keeps its number whatever its name', () => {
  assert.ok(
    pair(
      { name: ['OCEAN CANDLE'], imoNumber: ['IMO 1234567'] },
      { name: ['SAFFRON DARYA'], imoNumber: ['1234567'], flag: ['ir'] },
      'Vessel',
    ).score >= 0.95,
  )
})

test('a radio number decides a little less than a hull number', () => {
  const [hull, radio] = [{ imoNumber: ['1234567'] }, { mmsi: ['419000123'] }].map(
    number => pair(number, { name: ['SAFFRON DARYA'], ...number }, 'Vessel').score,
  )
  assert.ok((hull as number) > (radio as number) && (radio as number) >= 0.85)
})

test('two hull numbers are two ships, whatever their name', () => {
  assert.ok(!match({ name: ['BELLAMIRA'], imoNumber: ['7654329'] }, { name: ['BELLAMIRA'], imoNumber: ['1234567'] }, 'Vessel'))
})

test('an equal national number is enough without a name', () => {
  assert.ok(match({ idNumber: ['5892464'] }, { ...NAME, idNumber: ['5892464'], country: ['ve'] }))
})

test('a number given under another kind still leads to the party', () => {
  assert.ok(match({ idNumber: ['XK 1299-51'] }, { ...NAME, passportNumber: ['XK129951'] }))
})

test('a long number under an unlike name is for review', () => {
  assert.ok(match({ name: ['Quite Another'], passportNumber: ['XK12995177'] }, { ...NAME, passportNumber: ['XK12995177'] }))
  assert.ok(!match({ name: ['Quite Another'], passportNumber: ['129951'] }, { ...NAME, passportNumber: ['129951'] }))
})

test('a short number needs its country', () => {
  const numbered = (country: string[]) => ({ name: ['Siemora'], registrationNumber: ['5919'], jurisdiction: country })
  assert.ok(match({ registrationNumber: ['5919'], jurisdiction: ['si'] }, numbered(['si']), 'Company'))
  assert.ok(!match({ registrationNumber: ['5919'] }, numbered([]), 'Company'))
})

test('the same digits in another country identify nobody', () => {
  assert.ok(
    !match(
      { name: ['Bosques Andinos SpA'], registrationNumber: ['5919070'], jurisdiction: ['cl'] },
      { name: ['Siemora, d.o.o.'], registrationNumber: ['5919070'], jurisdiction: ['si'] },
      'Company',
    ),
  )
})

test('a European tax number is the same with and without its country letters', () => {
  assert.ok(
    match(
      { name: ['Siemora trgovina'], taxNumber: ['91729181'], country: ['si'] },
      { name: ['Siemora, d.o.o.'], taxNumber: ['SI91729181'], country: ['si'] },
      'Company',
    ),
  )
})

test('an official number separates namesakes', () => {
  const company = (registrationNumber: string) => ({ name: ['Teufenbach Handels AG'], registrationNumber: [registrationNumber] })
  const [right, other] = [
    pair(company('CHE-107.804.112'), company('CHE107804112'), 'Company'),
    pair(company('CHE-107.804.112'), company('CHE-330.215.447'), 'Company'),
  ]
  assert.ok(right.rank > other.rank && right.score > other.score && other.score >= 0.7)
  const coded = (leiCode: string) => ({ name: ['Teufenbach Handels AG'], leiCode: [leiCode] })
  assert.ok(pair(coded('529900T8BM49AURSDO55'), coded('5493001KJTIIGC8Y1R12'), 'Company').score < other.score)
})

test('another passport costs little', () => {
  assert.ok(pair({ ...NAME, passportNumber: ['A1234567'] }, { ...NAME, passportNumber: ['B7654321'] }).score >= 0.95)
})

test('a wallet address agrees or does not', () => {
  const wallet = (a: string, b: string) => match({ publicKey: [a] }, { publicKey: [b] }, 'CryptoWallet')
  const hex = '0x8f3Cc1d7aa94e20Bf65De0931B7c2a48e6d95f10'
  assert.ok(wallet(hex.toLowerCase(), hex))
  assert.ok(wallet(hex.toUpperCase(), hex))
  assert.ok(!wallet(hex.replace(/0$/, '1'), hex))
  const base58 = '1Kq7fVbYpX3rTn8LmZc4WsEdRg2HjUaB9x'
  assert.ok(wallet(base58, base58))
  assert.ok(!wallet(base58.toLowerCase(), base58))
})

test('persons, companies and vessels exclude each other, a legal entity meets both', () => {
  const score = (asked: string, listed: string) =>
    scoreParty(
      prepareQuery({ schema: asked, properties: NAME }),
      partyFeaturesOf(listed, p => (p === 'name' ? NAME.name : [])),
    ).score
  assert.deepEqual(
    [
      score('Person', 'Company'),
      score('Company', 'Vessel'),
      score('LegalEntity', 'Person'),
      score('LegalEntity', 'Company'),
      score('Thing', 'Vessel'),
    ],
    [0, 0, 1, 1, 1],
  )
})

test('the best name over all records speaks, dates and countries of all are held together', () => {
  const party: PartyFeatures = {
    ...partyFeaturesOf('Person', p => (p === 'name' ? ['Somebody Else', 'Orlan Vestergaard Timoleon'] : [])),
    dates: () => ['1958', '1961-05-09'],
    countries: () => ['af', 'ye'],
  }
  const found = scoreParty(prepareQuery({ schema: 'Person', properties: { ...born('1961-05-09'), nationality: ['ye'] } }), party)
  assert.deepEqual(
    found.evidence.map(e => e.rule),
    ['name', 'dateDay', 'countryAgrees', 'limit'],
  )
  assert.equal(found.names?.listed, 1)
})

test('contributions add up to the score, ranks to the rank', () => {
  const party = {
    ...born('1968-03-02'),
    nationality: ['af'],
    gender: ['male'],
    passportNumber: ['XK129951'],
    address: ['Peshawar, Pakistan'],
  }
  const queries: readonly Properties[] = [
    NAME,
    party,
    { name: ['Orlan Timoleon'], birthDate: ['1969'], gender: ['female'] },
    { name: ['Nobody'], passportNumber: ['XK129951'] },
    { name: ['Orlan Vestergard'], nationality: ['fr'], address: ['12 Any Road, Springfield'] },
  ]
  for (const query of queries) {
    const found = pair(query, party)
    const sum = (of: 'contribution' | 'rank') => found.explanation?.reduce((s, e) => s + e[of], 0) ?? 0
    assert.ok(Math.abs(sum('contribution') - found.score) < 1e-9 && Math.abs(sum('rank') - found.rank) < 1e-9, JSON.stringify(query))
  }
})

test('a true fact more never removes a hit', () => {
  const party = {
    ...NAME,
    alias: ['Timoleon the Elder'],
    birthDate: ['1961'],
    nationality: ['ye'],
    gender: ['male'],
    address: ['Sanaa, Yemen'],
    passportNumber: ['XK129951'],
  }
  const facts = Object.entries(party).slice(1)
  for (let bits = 0; bits < 1 << facts.length; bits++) {
    const query = { ...NAME, ...Object.fromEntries(facts.filter((_, i) => bits & (1 << i))) }
    assert.ok(pair(query, party).score >= 0.999, JSON.stringify(query))
  }
})

test('every weight names a fact and a test that there is', () => {
  const tests = globSync('*.test.ts', { cwd: import.meta.dirname })
    .map(f => readFileSync(join(import.meta.dirname, f), 'utf8'))
    .join('\n')
  for (const [name, { fact, test: title }] of Object.entries(WEIGHTS))
    assert.ok(fact.length > 10 && tests.includes(`test('${title}'`), `${name}: ${title}`)
})
