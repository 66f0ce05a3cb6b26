import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { type AnalysedName, analyseName, compareNames, explainNames, type NameKind, searchKeys, wholeKeys } from './index.ts'

const SEED = { seed: 20261125 }
const KINDS: readonly NameKind[] = ['person', 'organisation', 'vessel', 'unknown']
const kind = fc.constantFrom(...KINDS)

// Invented words in the shapes of several languages, beside usual ones.
const syllable = fc
  .tuple(
    fc.constantFrom('k', 'b', 'sh', 'm', 'r', 't', 'v', 'gh', 'l', 'n', 'z', 'd', 'h', 'ch', ''),
    fc.constantFrom('a', 'e', 'i', 'o', 'u', 'ou'),
  )
  .map(p => p.join(''))
const invented = fc.array(syllable, { minLength: 2, maxLength: 4 }).map(s => s.join(''))
const usual = fc.constantFrom(
  'Muhammad',
  'Ali',
  'bin',
  'al',
  'Kim',
  'Yong',
  'Ivanov',
  'Sergey',
  'de',
  'Maria',
  'Bank',
  'Ltd',
  'International',
  'of',
  'Iran',
  'Dr',
  '44',
  'II',
  'J.',
  'Abdulrahman',
)
const word = fc.oneof({ weight: 3, arbitrary: invented }, { weight: 2, arbitrary: usual })
const name = fc.array(word, { minLength: 1, maxLength: 6 }).map(w => w.join(' '))
const fullName = fc.array(invented, { minLength: 2, maxLength: 4 }).map(w => w.join(' '))

const score = (k: NameKind, a: string, b: string) => compareNames(analyseName(a, k), analyseName(b, k)).score

test('a name equals itself, in any case', () => {
  fc.assert(
    fc.property(name, kind, (n, k) => {
      assert.equal(score(k, n, n), 1)
      assert.equal(score(k, n.toUpperCase(), n.toLowerCase()), 1)
    }),
    SEED,
  )
})

test('the order of words does not matter to persons', () => {
  fc.assert(
    fc.property(fullName, fullName, (a, b) => {
      const turned = a.split(' ').reverse().join(' ')
      assert.equal(score('person', a, turned), 1)
      assert.ok(Math.abs(score('person', turned, b) - score('person', a, b)) < 0.05)
    }),
    SEED,
  )
})

test('a comparison is the same both ways', () => {
  fc.assert(
    fc.property(name, name, kind, (a, b, k) =>
      assert.ok(Math.abs(score(k, a, b) - score(k, b, a)) < 1e-9, `${score(k, a, b)} ${score(k, b, a)}`),
    ),
    SEED,
  )
})

test('scores lie within 0 and 1 and explanations add up to them', () => {
  fc.assert(
    fc.property(name, name, kind, (a, b, k) => {
      const e = explainNames(analyseName(a, k), analyseName(b, k))
      assert.ok(e.score >= 0 && e.score <= 1)
      assert.ok(Math.abs(e.links.reduce((sum, l) => sum + l.contribution, e.rest) - e.score) < 1e-9)
      assert.equal(e.score, score(k, a, b))
    }),
    SEED,
  )
})

test('a contradicting word added to both names never raises their score', () => {
  fc.assert(
    fc.property(fullName, fullName, (a, b) => {
      const before = score('person', a, b)
      assert.ok(score('person', `${a} qorvexil`, `${b} wumbatak`) <= before + 1e-9)
    }),
    SEED,
  )
})

test('one letter that differs in a long word never makes more of it than an equal word', () => {
  fc.assert(
    fc.property(fullName, fc.nat(), (n, at) => {
      const place = at % n.length
      fc.pre(n[place] !== ' ')
      const damaged = `${n.slice(0, place)}q${n.slice(place + 1)}`
      assert.ok(score('person', damaged, n) <= 1)
    }),
    SEED,
  )
})

const keysOf = (n: AnalysedName) => {
  const keys = new Set<string>(wholeKeys(n))
  for (const reading of [n, ...n.alternatives]) for (const token of reading.tokens) for (const key of searchKeys(token)) keys.add(key)
  return keys
}

const damage = fc.tuple(fc.nat(), fc.constantFrom('replace', 'insert', 'delete', 'swap', 'blank'), fc.constantFrom(...'abdeknorstuz'))
const damaged = (n: string, [at, how, letter]: readonly [number, string, string]): string => {
  const i = at % n.length
  if (how === 'replace') return n.slice(0, i) + letter + n.slice(i + 1)
  if (how === 'insert') return n.slice(0, i) + letter + n.slice(i)
  if (how === 'delete') return n.slice(0, i) + n.slice(i + 1)
  if (how === 'swap') return n.slice(0, i) + (n[i + 1] ?? '') + (n[i] ?? '') + n.slice(i + 2)
  return n.replace(' ', '')
}

test('names that compare at 0.7 or more share a search key', () => {
  fc.assert(
    fc.property(fullName, fc.array(damage, { minLength: 1, maxLength: 2 }), kind, (n, damages, k) => {
      const other = damages.reduce(damaged, n).trim()
      fc.pre(other !== '')
      const [a, b] = [analyseName(n, k), analyseName(other, k)]
      if (compareNames(a, b).score < 0.7) return
      const keys = keysOf(a)
      assert.ok(
        [...keysOf(b)].some(key => keys.has(key)),
        `${n} | ${other}`,
      )
    }),
    { ...SEED, numRuns: 2000 },
  )
})

test('keys of a pair of different spellings meet', () => {
  for (const [a, b] of [
    ['Chamenei', 'Khamenei'],
    ['Jewgeni', 'Yevgeny'],
    ['Hisbollah', 'Hizballah'],
    ['محمد', 'Mohamed'],
    ['Bob', 'Robert'],
    ['Gazprom Bank', 'Gazprombank'],
    ['JC', 'Jean-Claude'],
  ] as const) {
    const keys = keysOf(analyseName(a, 'person'))
    assert.ok(
      [...keysOf(analyseName(b, 'person'))].some(key => keys.has(key)),
      `${a} | ${b}`,
    )
  }
  const keys = keysOf(analyseName('PLA', 'organisation'))
  assert.ok([...keysOf(analyseName("People's Liberation Army", 'organisation'))].some(key => keys.has(key)))
})

const HOSTILE: readonly (readonly [string, string])[] = [
  ['10,000 letters', 'a'.repeat(10_000)],
  ['500 words', Array.from({ length: 500 }, (_, i) => `wort${i}`).join(' ')],
  ['500 short words', 'a b '.repeat(250)],
  ['10,000 Han characters', '王'.repeat(10_000)],
  ['10,000 hangul syllables', '김'.repeat(10_000)],
  ['10,000 Arabic letters', 'محمد'.repeat(2_500)],
  ['combining marks', `a${'\u0301'.repeat(9_999)}`],
  ['bidirectional controls', '\u202e\u2066'.repeat(5_000)],
  ['lone surrogates', '\ud800'.repeat(5_000)],
  ['lone surrogate inside a word', 'Vladi\udc00mir Putin'],
  ['emoji', '👩‍👩‍👧‍👦'.repeat(900)],
  ['dots', 'a.'.repeat(5_000)],
  ['commas', 'a,'.repeat(5_000)],
  ['brackets', '('.repeat(10_000)],
  ['slashes', 'abcdef/'.repeat(1_400)],
  ['entities', '&amp;'.repeat(2_000)],
  ['unknown scripts', '𐎠𐎡𐎢'.repeat(2_000)],
  ['digits', '7'.repeat(10_000)],
  ['legal forms', 'limited liability company '.repeat(380)],
  ['nothing', ''],
]

test('input of any length and script is analysed and compared, to scores from 0 to 1', () => {
  for (const k of KINDS)
    for (const [label, text] of HOSTILE) {
      const name = analyseName(text, k)
      for (const other of [analyseName('Vladimir Putin', k), name]) {
        const { score } = compareNames(name, other)
        assert.ok(score >= 0 && score <= 1, `${label} as ${k}: ${score}`)
      }
    }
})

test('arbitrary text is analysed without error, to tokens of letters and digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), kind, (text, k) => {
      const n = analyseName(text, k)
      for (const reading of [n, ...n.alternatives]) {
        assert.equal(reading.roles.length, reading.tokens.length)
        for (const token of reading.tokens) assert.match(token.text, /^[a-z0-9]+$/)
      }
      assert.ok(n.alternatives.length <= 2)
      compareNames(n, n)
    }),
    { ...SEED, numRuns: 1000 },
  )
})
