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

test('persons, companies and vessels exclude each other, a legal entity meets both', () => {
  const score = (asked: string, listed: string) =>
    scoreParty(prepareQuery({ schema: asked, properties: NAME }), partyFeaturesOf(listed, NAME)).score
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

test('a query that leaves open what it names meets bodies as one: no first letters, no first name left out', () => {
  const asLegalEntity = (asked: string, listed: string, schema = 'Organization') =>
    scoreParty(prepareQuery({ schema: 'LegalEntity', properties: { name: [asked] } }), partyFeaturesOf(schema, { name: [listed] })).score
  for (const [asked, listed] of [
    ['Astrid Bianka Brunel', 'ABB'],
    ['Vibeke van der Brunel', 'VVB, PAO'],
    ['Torvald Brunel', 'Brunel LLC'],
    ['Daniella Brunel', 'DANIELLA'],
  ] as const)
    assert.ok(asLegalEntity(asked, listed) < 0.7, `${asked} | ${listed}: ${asLegalEntity(asked, listed)}`)
  assert.ok(asLegalEntity('Daniella Brunel', 'Brunel', 'Vessel') < 0.7, 'a ship named as the family')
  for (const [asked, listed] of [
    ['Asch-Schabab', 'Al-Shabaab'],
    ['Brunel Zvenigora', 'Brunel Zvenigora PJSC'],
    ['Brunel Zvenigora PvSC', 'Brunel Zvenigora PJSC'],
    ['Day Bcompany', 'Day Company'],
    ['Association of Brunel Builders', 'ABB'],
    ['Brunel', 'Brunel LLC'],
  ] as const)
    assert.ok(asLegalEntity(asked, listed) >= 0.7, `${asked} | ${listed}: ${asLegalEntity(asked, listed)}`)
})

test('first letters alone are no finding where the party has other names', () => {
  const body = { name: ['Abanor Brunel Brigade'], alias: ['ABB'] }
  assert.ok(!match({ name: ['Astra Bakery Bergen'] }, body, 'Organization'))
  assert.deepEqual(rules(pair({ name: ['Astra Bakery Bergen'] }, body, 'Organization')), ['acronymCeiling'])
  assert.ok(match({ name: ['Brigade of Abanor Brunel'] }, body, 'Organization'), 'the name itself decides')
  assert.ok(
    match({ name: ['ABB'] }, { name: ['Abanor Brunel Brigade', 'Brigade of Abanor'] }, 'Organization'),
    'who asks by the letters finds',
  )
  assert.ok(match({ name: ['Astra Bakery Bergen'] }, { name: ['ABB'] }, 'Organization'), 'where there is no other name they speak')
})

test('the best name over all records speaks, dates and countries of all are held together', () => {
  const party: PartyFeatures = {
    ...partyFeaturesOf('Person', { name: ['Somebody Else', 'Orlan Vestergaard Timoleon'] }),
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

test('a contradicting fact more never raises a score', () => {
  const party = {
    ...NAME,
    birthDate: ['1961-05-09'],
    nationality: ['ye'],
    gender: ['male'],
    address: ['12 Zubayri Street, Sanaa'],
    passportNumber: ['XK129951'],
  }
  const facts = [
    ['birthDate', ['1985-11-30']],
    ['nationality', ['fr']],
    ['gender', ['female']],
    ['address', ['4 Any Road, Springfield']],
    ['passportNumber', ['B7654321']],
  ] as const
  for (const name of [NAME.name, ['Orlan Timoleon'], ['Orlan Vestergaad']]) {
    for (let bits = 0; bits < 1 << facts.length; bits++) {
      const some = facts.filter((_, i) => bits & (1 << i))
      const without = pair({ name, ...Object.fromEntries(some.slice(1)) }, party).score
      assert.ok(pair({ name, ...Object.fromEntries(some) }, party).score <= without, JSON.stringify([name, some]))
    }
  }
})

test('two names alone score as two parties with nothing but names', () => {
  for (const [name1, name2] of [
    ['Orlan Timoleon', 'TIMOLEON, Orlan'],
    ['Orlan V. Timoleon', 'Orlan Westergard Timoleon'],
    ['???', '???'],
    ['Nobody', 'Orlan'],
  ] as const)
    for (const schema of ['Person', 'Company', 'LegalEntity', 'Vessel', 'Thing']) {
      const { explanation, ...whole } = comparePair({ schema, name1, name2 }, { explain: true })
      assert.deepEqual(comparePair({ schema, name1, name2 }), whole, `${schema} ${name1} ${name2}`)
      assert.equal(explanation?.length ?? 0, whole.score > 0 ? 1 : 0)
    }
})

test('a pair of which a side has nothing to compare has no score', () => {
  assert.throws(() => comparePair({ schema: 'Person', name1: ' ', name2: 'Orlan' }), { code: 'input.invalid', message: /^name1: / })
  assert.throws(() => comparePair({ schema: 'Person', name1: 'Orlan', name2: '' }, { explain: true }), { message: /^name2: / })
  const [query, candidate] = [{ name: ['Orlan'] }, { nombre: ['Orlan'] }]
  assert.throws(() => comparePair({ schema: 'Person', query, candidate }), { message: /^candidate: .*nombre/ })
})

test('every weight names a fact and a test that there is', () => {
  const tests = globSync('*.test.ts', { cwd: import.meta.dirname })
    .map(f => readFileSync(join(import.meta.dirname, f), 'utf8'))
    .join('\n')
  for (const [name, { fact, test: title }] of Object.entries(WEIGHTS))
    assert.ok(fact.length > 10 && tests.includes(`test('${title}'`), `${name}: ${title}`)
})
