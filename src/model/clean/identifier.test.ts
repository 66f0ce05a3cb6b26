import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanEmail, cleanPhone, cleanUrl } from './contact.ts'
import { cleanIdentifier } from './identifier.ts'
import { cleanText, damageOf } from './text.ts'

const clean = (name: string, text: string) => cleanIdentifier({ name }, text)

test('checks numbers that carry a check digit', () => {
  for (const [name, text, value] of [
    ['imoNumber', 'IMO 9074729', 'IMO9074729'],
    ['imoNumber', '9074728', undefined],
    ['imoNumber', '5342883', 'IMO5342883'],
    ['imoNumber', '5342884', undefined],
    ['innCode', '7707083893', '7707083893'],
    ['innCode', '7707083894', undefined],
    ['ogrnCode', '1027700132195', '1027700132195'],
    ['ogrnCode', '1027700132196', undefined],
    ['leiCode', '529900T8BM49AURSDO55', '529900T8BM49AURSDO55'],
    ['leiCode', '529900T8BM49AURSDO56', undefined],
    ['isin', 'US0378331005', 'US0378331005'],
    ['isin', 'US0378331006', undefined],
    ['swiftBic', 'dcbk kppy', 'DCBKKPPY'],
  ] as const) {
    assert.equal(clean(name, text), value, text)
  }
})

test('keeps plain numbers as printed, all blanks made one', () => {
  assert.equal(clean('passportNumber', ' A\u00a012\u202f34-56 '), 'A 12 34-56')
})

test('compares hexadecimal wallets without letter case, others with it', () => {
  assert.equal(clean('publicKey', '0xAbC0000000000000000000000000000000000001'), '0xabc0000000000000000000000000000000000001')
  assert.equal(clean('publicKey', '1SampleAddressWithBadCheck00'), '1SampleAddressWithBadCheck00')
})

test('cleans telephone numbers, e-mail and web addresses, and refuses what is none', () => {
  assert.deepEqual(
    [cleanPhone('+32 (0)3 5550142'), cleanPhone('0032 3 5550142'), cleanPhone('555-0142'), cleanPhone('12')],
    ['+3235550142', '+3235550142', '5550142', undefined],
  )
  assert.deepEqual([cleanEmail('mailto:A.Sample@Example.ORG;'), cleanEmail('no at sign')], ['A.Sample@example.org', undefined])
  assert.deepEqual(
    [cleanUrl('www.example.org'), cleanUrl('javascript:alert(1)'), cleanUrl('not a url')],
    ['http://www.example.org/', undefined, undefined],
  )
})

test('takes invisible characters out of text and makes all blanks one', () => {
  assert.equal(cleanText('Al\u200bSample \u202eModel\u00a0\u3000e\u0301\u0000'), 'AlSample Model é')
  assert.equal(cleanText(' \u200e '), undefined)
  assert.equal(cleanText('می‌خواهم'), 'می‌خواهم')
})

test('takes an entity that was escaped twice for its character, and nothing else', () => {
  for (const [text, cleaned] of [
    ['O&apos;Sample &amp; Sons', "O'Sample & Sons"],
    ['M&#252;ller&#x27;s', "Müller's"],
    ['R&D Sample; AT&T', 'R&D Sample; AT&T'],
    ['&#0;&#99999999;', '&#0;&#99999999;'],
  ] as const) {
    assert.equal(cleanText(text), cleaned)
  }
})

test('tells text that was damaged on its way from text that only looks foreign', () => {
  for (const [text, damage] of [
    ['MUÃ‘OZ Sample', 'text.garbled'],
    ['JosÃ© Sample', 'text.garbled'],
    ['ÐŸÑƒÑ‚Ð¸Ð½', 'text.garbled'],
    ['Jos\ufffd Sample', 'text.lost'],
    ['??????? Sample', 'text.lost'],
    ['Sample<br/>Model', 'text.markup'],
    ['José Müller Ãlvaro Ñandú', undefined],
    ['São João', undefined],
    ['Ø Sample', undefined],
    ['a < b > c', undefined],
    ['Who?', undefined],
  ] as const) {
    assert.equal(damageOf(text), damage, text)
  }
})
