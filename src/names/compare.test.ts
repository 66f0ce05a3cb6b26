import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyseName, compareNames, explainNames, nameKindOf } from './index.ts'

const score = (schema: string, query: string, listed: string) => {
  const kind = nameKindOf(schema)
  return compareNames(analyseName(query, kind), analyseName(listed, kind)).score
}

type Case = readonly [schema: string, query: string, listed: string]
const matches = (name: string, cases: readonly Case[]) =>
  test(name, () => {
    for (const [schema, query, listed] of cases)
      assert.ok(score(schema, query, listed) >= 0.7, `${query} | ${listed}: ${score(schema, query, listed)}`)
  })
const differs = (name: string, cases: readonly Case[]) =>
  test(name, () => {
    for (const [schema, query, listed] of cases)
      assert.ok(score(schema, query, listed) < 0.7, `${query} | ${listed}: ${score(schema, query, listed)}`)
  })

const P = 'Person'
const O = 'Organization'

test('equal names score 1, whatever order, case, accents and titles', () => {
  assert.equal(score(P, 'PUTIN, Vladimir', 'Vladimir Putin'), 1)
  assert.equal(score(P, 'nicolas maduro', 'Nicolás MADURO'), 1)
  assert.equal(score(P, 'Mr. Suleyman Demirel', 'Süleyman Demirel'), 1)
  assert.equal(score('Company', 'SIS DOO', 'SIS, d.o.o.'), 1)
})

matches('spellings of other languages meet', [
  [P, 'Osama bin Laden', 'BIN LADEN, Usama'],
  [P, 'Oussama ben Laden', 'Usama bin Ladin'],
  [P, 'Ruslan Chasbulatow', 'Ruslan Khasbulatov'],
  [P, 'Wladimir Majakowski', 'Vladimir Mayakovsky'],
  [P, 'Alexander Lukashenko', 'Aliaksandr Lukashenka'],
  [P, 'Abu Musab az-Zarkawi', 'Abu Musab al-Zarqawi'],
  [P, 'Michail Chodorkowski', 'Mikhail Khodorkovsky'],
  [P, 'Ruhollah Chomeini', 'Ruhollah Khomeini'],
  [P, 'Mouammar Kadhafi', 'Muammar Qadhafi'],
  [P, 'Chou En-lai', 'Zhou Enlai'],
  [P, 'Gasem al-Jaberi', 'QASIM AL-JABIRI'],
  [P, 'Khaled Mashal', 'MISHAAL, Khalid'],
  ['LegalEntity', 'Dschabhat an-Nusra', 'Jabhat al-Nusra'],
  ['LegalEntity', 'Asch-Schabab', 'Al-Shabaab'],
])

matches('short vowels that Arabic leaves unwritten, and the vowel its first letter carries, are read as the other side has them', [
  [P, 'عدي درويش', 'Uday Darwish'],
  [P, 'سهيل درويش', 'Suhail Darwish'],
  [P, 'سجا درويش', 'Saja Darwish'],
  [P, 'سالم باكستون', 'Salem Paxton'],
  ['Organization', 'جماعة النخيل', "Jama'ah al-Nakhil"],
])

differs('vowels that Arabic does write, the long ones and those at either end of a word, are held to', [
  [P, 'احمد حسين', 'Ahmad Hasan'],
  [P, 'احمد حسن', 'Ahmad Hussein'],
  [P, 'مها حسن', 'Muhi Hasan'],
  ['Organization', 'القاعدة', 'Hoda'],
])

differs('nothing but words that thousands of bodies bear agrees, and another word is left over', [
  ['Company', 'Green Gate Shipping LLC', 'Green Shipping Ltd'],
  ['Company', 'Smart Stone Trading', 'SMART TRADING LIMITED'],
  ['Company', 'Global Link Energy', 'Global Energy'],
])

matches('beside a word of their own, or many of business, a word left over is a shorter name of one body', [
  ['Company', 'Halvorsen Stone Trading', 'Halvorsen Trading'],
  ['Company', 'Golden Group Trading', 'Golden Trading'],
  [
    'Organization',
    'Scientific Research Institute of Precision Mechanical Engineering',
    'Scientific Research Institute of Precision Engineering',
  ],
])

matches('European names meet what Arabic writes by ear', [
  [P, 'جون سميث', 'John Smith'],
  [P, 'مايكل درويش', 'Michael Darwish'],
])

matches('names meet across scripts', [
  [P, 'Владимир Путин', 'Vladimir Putin'],
  [P, 'بشار الأسد', 'Bashar AL-ASSAD'],
  [P, 'عادل مسعود قادر', 'ADIL MASUD QADIR'],
  [P, 'یعقوب نذیر', 'YAQUB NAZIR'],
  [P, 'محمد صابر نوري', 'Mohammad Saber Nuri'],
  [P, '习近平', 'Xi Jinping'],
  [P, '김정은', 'Kim Jong Un'],
  [P, 'בנימין נתניהו', 'Benjamin Netanyahu'],
  [P, 'Μητσοτάκης Κυριάκος', 'Kyriakos Mitsotakis'],
  [P, 'नरेन्द्र मोदी', 'Narendra Modi'],
  ['Organization', 'القاعدة', 'Al-Qaida'],
  ['Organization', 'حزب الله', 'Hizballah'],
])

matches('typing errors are found, in short words too', [
  [P, 'KM SE GON', 'KIM SE GON'],
  [P, 'HAN CHQOL GU', 'HAN CHOL GU'],
  [P, 'RI TONG-HYK', 'RI TONG-HYOK'],
  [P, 'KTO TAE HUN', 'KO TAE HUN'],
  [P, 'AMADU KOUFA', 'AMADOU KOUFA'],
  [P, 'FAZ SHAKUR', 'FAZL SHAKUR'],
  [P, 'GASPAR DNTEMBA', 'GASPARD NTEMBA'],
  [P, 'KARIM EBNYOUNES', 'KARIM BENYOUNES'],
  [P, 'OUSHANG NOBARI', 'HOUSHANG NOBARI'],
  [O, 'FGHAN SUPPORT COMMITTEE (ASC)', 'AFGHAN SUPPORT COMMITTEE (ASC)'],
  [O, 'L-QAIDA', 'AL-QAIDA'],
  [O, 'YA AIR', 'YAS AIR'],
  [P, 'nituP rimidalV', 'Vladimir Putin'],
])

matches('parts that one side lacks do no harm while enough agrees', [
  [P, 'Nicolas Maduro', 'MADURO MOROS, Nicolás'],
  [P, 'Andrey Gromyko', 'Andrey Andreyevich GROMYKO'],
  [P, 'Bassam El Hassan', 'Bassam Hassan'],
  [P, 'PUTIN Vladimir V.', 'Vladimir Vladimirovich PUTIN'],
  [P, 'A. Gromyko', 'Andrey Gromyko'],
  [P, 'J.-B. Lully', 'Jean-Baptiste Lully'],
  [P, 'JB Lully', 'Jean-Baptiste Lully'],
  [P, 'Bob Carlingworth', 'Robert Carlingworth'],
])

matches('the vowel that links two words in Persian and Urdu is written in many ways', [
  [O, 'Tehrik-i-Taliban Pakistan', 'Tehrik-e Taliban Pakistan'],
  [O, 'Hizb-i Islami Gulbuddin', 'Hezb-e Eslami Gulbuddin'],
  [O, 'Sipah-i-Sahaba Pakistan', 'Sipah-e-Sahaba'],
])

differs('one contradicted part is another person', [
  [P, 'Anwar al-Attar', 'Jalal al-Attar'],
  [P, 'George Bush', 'George Habash'],
  [P, 'Nicolás Maduro Moros', 'MADURO GUERRA, Nicolás Ernesto'],
  [P, 'Aisha Ghathafi', 'QADHAFI, Saif al-Islam'],
  [P, 'Harpreet Singh', 'Harpreet Kaur'],
  [P, 'AHMET IŞIK', 'Mehmet Işık'],
  [P, 'Maria Taylor', 'Mark John TAYLOR'],
  [P, 'Julia Mendoza', 'Pedro Julio MENDOZA QUIROGA'],
  [P, 'PAK SONG NAM', 'PAK SONG HYOK'],
  [P, 'Martin Hollins Sr.', 'Martin Hollins Jr.'],
  [P, 'Salman bin Muhammad', 'Muhammad bin Salman'],
  [P, '진우 김', "KIM TONG MY'ONG"],
])

differs('one syllable of a Korean or Chinese name that differs is another person', [
  [P, '김종은', '김정은'],
  [P, '이재형', '이재명'],
  [P, '习近朋', '习近平'],
  [P, 'Kim Jong Il', 'Kim Jong Un'],
])

differs('little agreement beside much that is left over is none', [
  [P, 'J. Kim', 'KIM Yong Chol'],
  [P, 'John', 'John Amadi Okwudile'],
  [P, 'F. Mohamed', 'Faisal Mohamed Al-Zahrani'],
  [P, 'Fiona Gallagher', 'Desmond F. Gallagher'],
])

matches('bodies meet whatever their legal form, abbreviations, numbers and blanks', [
  ['Company', 'OAO Severstal', 'Open Joint Stock Company Severstal'],
  ['Company', 'Wacker AG', 'WackerAG'],
  ['Company', 'Gazprom Bank', 'Gazprombank'],
  ['Company', 'Whyte &amp; Mackay Ltd', 'Whyte and Mackay Limited'],
  ['Company', 'GUANGZHOU HAIGE COMM GRP', 'Guangzhou Haige Communication Group Co., Ltd.'],
  ['Company', '1st Maritime Bank', 'First Maritime Bank'],
  [O, 'Brigade Seventy-Three', 'Brigade 73'],
  [O, 'PLA', 'People’s Liberation Army'],
  [O, 'Jamaat al-Example', "Jama'at al-Example/Base of the Faithful"],
  ['Company', 'メルカリ', '株式会社メルカリ'],
  ['Company', 'vanderwelde corp', 'van der welde corp'],
])

differs('bodies whose place, business or number differs are others', [
  ['Company', 'Bank of Ceylon (Hong Kong) Limited', 'Bank of Ceylon (Singapore) Limited'],
  [O, 'Government of Latvia', 'Government of Lesotho'],
  ['Company', 'Gazprom Neft', 'Gazprombank'],
  ['Company', 'BELLETECH CORP', '11420 CORP.'],
  ['Company', 'SAS DOO', 'SIS, d.o.o.'],
  ['Company', 'Kovarna Vitkov spol. s r.o.', 'KOVARNA LIPNIK, s.r.o.'],
  ['Company', 'KLO Industries, Inc.', 'KWT Industries, Inc.'],
  [O, 'The Harborlight Foundation', 'The Meridian Council'],
  ['Company', 'Mackay & Sons Ltd', 'Whyte and Mackay Limited'],
  ['Company', 'ANO Lesnaya Polyana', 'LIMITED LIABILITY COMPANY LESNAYA POLYANA'],
  ['Vessel', 'MARIA II', 'MARIA III'],
])

test('given and family name exchanged are another person where both sides say which is which', () => {
  const query = analyseName('Albrecht Karl', 'person', { given: ['Albrecht'], family: ['Karl'] })
  const listed = analyseName('Karl Albrecht', 'person', { given: ['Karl'], family: ['Albrecht'] })
  assert.ok(compareNames(query, listed).score < 0.7)
  const cut = analyseName('Celestino Das Neves Mouraes', 'person', { given: ['Celestino Das Neves'], family: ['Mouraes'] })
  const other = analyseName('Celestino Das Neves Mouraes', 'person', { given: ['Celestino'], family: ['Das Neves Mouraes'] })
  assert.ok(compareNames(cut, other).score >= 0.7)
})

test('the profile recall finds more and never less', () => {
  for (const [query, listed] of [
    ['Salim Qasim', 'Salim Qasim Nur Harun Idris'],
    ['Willy Brandte', 'Willy Brandt'],
    ['Maria Taylor', 'Mark John TAYLOR'],
  ] as const) {
    const [q, l] = [analyseName(query, 'person'), analyseName(listed, 'person')]
    assert.ok(compareNames(q, l, { profile: 'recall' }).score >= compareNames(q, l).score)
  }
})

test('rarity in the collection decides how much a shared word says', () => {
  const [q, l] = [analyseName('Orlan Vestergaard', 'person'), analyseName('Orlan Vestergaard Timoleon Brask', 'person')]
  const rare = compareNames(q, l, { rarity: () => 1 }).score
  const common = compareNames(q, l, { rarity: () => 0 }).score
  assert.ok(common < rare)
})

test('the explanation is the alignment: links of every token, contributions that add up to the score', () => {
  for (const [query, listed] of [
    ['A. Gromyko', 'Andrey Gromyko'],
    ['Joseph de Gaulle', 'Charles Joseph de Gaulle'],
    ['Anwar al-Attar', 'Jalal al-Attar'],
    ['PietDaniel Vermaak', 'Piet Daniel Vermaak'],
    ['PUTIN, Vladimir', 'Vladimir Putin'],
  ] as const) {
    const [q, l] = [analyseName(query, 'person'), analyseName(listed, 'person')]
    const e = explainNames(q, l)
    assert.ok(Math.abs(e.links.reduce((sum, link) => sum + link.contribution, e.rest) - e.score) < 1e-9)
    assert.equal(e.score, compareNames(q, l).score)
    assert.deepEqual(e.links.flatMap(link => link.query).sort(), q.tokens.map(t => t.text).sort())
    assert.deepEqual(e.links.flatMap(link => link.listed).sort(), l.tokens.map(t => t.text).sort())
  }
})

test('the explanation names the kind of each link and the places of edits', () => {
  const links = (query: string, listed: string) => explainNames(analyseName(query, 'person'), analyseName(listed, 'person')).links
  const typo = links('Andrey Grobyko', 'Andrey Gromyko').find(l => l.kind === 'edits')
  assert.deepEqual(typo?.edits, [3])
  assert.equal(links('A. Gromyko', 'Andrey Gromyko').find(l => l.query[0] === 'a')?.kind, 'initial')
  assert.equal(links('Bob Smithers', 'Robert Smithers').find(l => l.query[0] === 'bob')?.kind, 'nickname')
  assert.equal(links('Hafez Assad', 'Bashar Assad').find(l => l.query[0] === 'hafez')?.kind, 'contradicted')
  assert.match(links('Владимир Путин', 'Vladimir Putin').find(l => l.kind === 'script')?.rule ?? '', /Cyrillic/)
})

test('a name without letters agrees with nothing', () => {
  assert.ok(score(P, '', '') < 0.7)
  assert.ok(score(P, '—', 'Vladimir Putin') < 0.7)
})
