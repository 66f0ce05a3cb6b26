import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparePair, type PairScore } from './index.ts'

type Properties = Readonly<Record<string, readonly string[]>>

const pair = (query: Properties, candidate: Properties, schema = 'Person'): PairScore =>
  comparePair({ schema, query, candidate }, { explain: true })
const match = (query: Properties, candidate: Properties, schema = 'Person') => pair(query, candidate, schema).score >= 0.7

const NAME = { name: ['Orlan Vestergaard Timoleon'] }

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

test('two valid codes are two bodies, whatever their name', () => {
  const coded = (innCode: string) => ({ name: ['Romashka OOO'], innCode: [innCode] })
  assert.ok(!match(coded('7707083893'), coded('7728168971'), 'Company'))
})

test('signs before a number, head offices and fillers are told from numbers', () => {
  assert.ok(match({ passportNumber: ['No. 488555'] }, { ...NAME, passportNumber: ['488555'] }))
  assert.ok(match({ swiftBic: ['TESTRUMM'] }, { name: ['Testbank'], swiftBic: ['TESTRUMMXXX'] }, 'Company'))
  const filler = { passportNumber: ['000000000'] }
  assert.ok(!match({ name: ['Quite Another'], ...filler }, { ...NAME, ...filler }))
})

test('a call sign and a tail number identify like a radio number', () => {
  assert.ok(match({ name: ['BELLA'], callSign: ['EPBQ7'] }, { name: ['SAFFRON DARYA'], callSign: ['EPBQ7'] }, 'Vessel'))
  assert.ok(match({ registrationNumber: ['EP-ZZM'] }, { name: ['Boeing 747'], registrationNumber: ['EP-ZZM'] }, 'Airplane'))
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
  assert.ok(wallet(`ethereum:${hex}?value=1`, hex) && wallet(hex.slice(2), hex))
  const base58 = '1Kq7fVbYpX3rTn8LmZc4WsEdRg2HjUaB9x'
  assert.ok(wallet(base58, base58))
  assert.ok(!wallet(base58.toLowerCase(), base58))
})
