import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseName, compareNames } from './index.ts'
import { NATIONAL_FORMS } from './tables/legal-forms.tables.ts'

const kinds = (text: string) => analyseName(text, 'organisation').tokens.map(t => `${t.text} ${t.kind}`)
const form = (text: string) => analyseName(text, 'organisation').tokens.find(t => t.kind === 'legal-form')?.symbol
const score = (a: string, b: string) => compareNames(analyseName(a, 'organisation'), analyseName(b, 'organisation')).score

test('knows a private and a public company of at least sixty countries', () => {
  const countries = NATIONAL_FORMS.filter(line => line.includes('llc ') && line.includes('jsc ')).map(line => line.slice(0, 2))
  assert.ok(new Set(countries).size >= 60, `${countries.length}`)
})

test('every form of the table is read as its class at the end of a name', () => {
  const wrong: string[] = []
  for (const line of NATIONAL_FORMS)
    for (const part of line.slice(3).split('; ')) {
      const [, ...rest] = part.split(' ')
      for (const one of rest.join(' ').split('|'))
        if (one.length > 2 && !analyseName(`Vestergard ${one}`, 'organisation').tokens.some(t => t.kind === 'legal-form')) wrong.push(one)
    }
  assert.deepEqual(wrong, [])
})

test('reads legal forms in the scripts of their countries', () => {
  for (const [text, expected] of [
    ['ТОВ Вільний Степ', 'f:llc'],
    ['Алтын Дала ЖШС', 'f:llc'],
    ['Мөнх Тэнгэр ХХК', 'f:llc'],
    ['Ҷавонӣ ҶДММ', 'f:llc'],
    ['Ιόνια Ναυτιλία Α.Ε.', 'f:jsc'],
    ['Ιόνια Ναυτιλία Ε.Π.Ε.', 'f:llc'],
    ['Արարատ Գինի ՍՊԸ', 'f:llc'],
    ['შპს ვაზი', 'f:llc'],
    ['אורן ובניו בע"מ', 'f:llc'],
    ['شركة النخيل ذ.م.م', 'f:company'],
    ['บริษัทสยามทองจำกัด', 'f:company'],
    ['青松贸易有限公司', 'f:llc'],
    ['株式会社アオゾラ', 'f:jsc'],
    ['대동 주식회사', 'f:jsc'],
  ] as const)
    assert.equal(form(text), expected, text)
})

test('a short form of one country is a name where forms do not stand', () => {
  assert.deepEqual(kinds('Vestergard Silo SAC'), ['vestergard word', 'silo word', 'sac legal-form'])
  assert.deepEqual(kinds('SAC Vestergard Silo'), ['sac word', 'vestergard word', 'silo word'])
})

test('a slip in a long word of a legal form is still that form', () => {
  assert.ok(score('Nordlicht Aktiengeselschaft', 'Nordlicht AG') >= 0.9)
  assert.ok(score('OBSHCHESTVO S OGRANICHBNNOI OTVETSTVENNOSTYU 7B', 'OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTYU 7B') >= 0.9)
})

test('a slip in one word of a form of three words and more leaves the form', () => {
  for (const slipped of ['Public Jount Stock Company', 'Publoc Joint Stock Company', 'Public Joint Stock Compny'])
    assert.ok(score(`${slipped} Vestergard`, 'PJSC Vestergard') >= 0.9, slipped)
  assert.ok(score('Vestergard Limited Lability Company', 'Vestergard LLC') >= 0.9)
  assert.deepEqual(kinds('Joist Stock Vestergard'), ['joist word', 'stock word', 'vestergard word'], 'half a form is none')
  assert.deepEqual(kinds('Jount Stack Company Vestergard').slice(0, 2), ['jount word', 'stack word'], 'two slips are another name')
})
