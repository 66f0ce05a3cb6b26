const times = (text: string, count: number) => text.repeat(count)
const list = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join(' ')
const letter = (i: number) => String.fromCharCode(97 + (i % 26))
const character = (from: number, i: number) => String.fromCharCode(from + i)

/** Names that nobody should ask, by what they are; most have 10,000 characters or 500 words. `words` are of listed names. */
export function hostileInputs(words: readonly string[]): Readonly<Record<string, string>> {
  return { ...repeated(), ...unprintable(), ...scripts(), ...punctuation(), ...listed(words) }
}

const repeated = () => ({
  'one letter, 10,000 times': times('a', 10_000),
  'one word, 500 times': times('Orlan ', 500),
  '500 words alike': list(500, i => `w${i}rd`),
  'single letters, all the same': times('a ', 5000),
  'single letters': list(500, letter),
  'words of two letters': list(300, i => letter(i) + letter(i * 7)),
  'one given name, 600 times': times('muhammad ', 600),
  articles: times('al ', 1000),
  particles: times('bin al de van von ', 60),
  'one compound name': times('abdulrahmanuddin ', 100),
  'vowels left out': times('mhmd mhmd2 ', 50),
  digits: times('1234567890', 1000),
  numbers: list(500, i => String(i * 37)),
  'Roman numbers': times('x i v ', 500),
  'one legal form, 800 times': times('llc ', 800),
  'legal forms written out': times('joint stock company limited liability company ', 50),
})

const unprintable = () => ({
  'controls of direction': `\u202eOrlan\u202c ${times('\u2066ab\u2069', 2000)}`,
  'lone surrogates': times('\ud800 ', 5000),
  'surrogates the wrong way round': times('\udc00\ud800', 3000),
  'zero bytes': times('\u0000', 10_000),
  'joiners between letters': times('a\u200d', 5000),
  'nothing but spaces': times(' ', 10_000),
  'tabs and lines': times('\t\n', 5000),
  'a name between 10,000 spaces': `${times(' ', 5000)}Igor${times(' ', 5000)}`,
  'a mark on each letter': times('o\u0301', 5000),
  '9,999 marks on one letter': `o${times('\u0301', 9999)}`,
  emoji: times('😀', 5000),
  'emoji between letters': times('😀a ', 1000),
})

const scripts = () => ({
  'Han without spaces': times('习近平', 3000),
  '3,000 Han characters': Array.from({ length: 3000 }, (_, i) => character(0x4e00, i * 5)).join(''),
  'Han words': list(300, i => character(0x4e00, i * 7) + character(0x4e10, i * 11) + character(0x5000, i * 3)),
  'Arabic without spaces': times('محمدعبداللهحسين', 600),
  'Arabic words': times('محمد عبدالله ', 300),
  'Arabic words, all different': list(60, i => Array.from({ length: 5 }, (_, j) => character(0x627, (i * 7 + j * 13) % 30)).join('')),
  'hangul without spaces': times('김정은', 1000),
  'hangul words': times('김정은 ', 300),
  kana: times('トヨタ', 1000),
  Thai: times('สมชาย', 800),
  Devanagari: times('नरेन्द्र ', 300),
  'Cyrillic letters': times('щ', 10_000),
  'Cyrillic words': times('Сергей ', 500),
  'four scripts, one of them within a word': times('Иванov محمد 习 김 ', 100),
  umlauts: times('ÄÖÜß', 1000),
  'words with umlauts': times('Müller ', 300),
  'full width': times('Ａ', 5000),
  'a ligature of four words': times('\ufdfa', 3000),
  'squared words': times('㍿㌀㌁', 2000),
})

const punctuation = () => ({
  'all kinds between letters': times('a-b.c,d;', 1000),
  dots: times('a.', 3000),
  commas: times('a,', 3000),
  'commas between words': times('Orlan, ', 800),
  slashes: times('abcdef/', 1000),
  'open brackets': times('(', 5000),
  'letters in brackets': `abc ${times('(x) ', 1500)}`,
  apostrophes: times("'", 10_000),
  'apostrophes between letters': times("o'", 3000),
  'character entities': times('&amp;', 2000),
  'numbered character entities': times('&#x41;', 1500),
})

function listed(words: readonly string[]) {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
  const some = (count: number, step = 1) => Array.from({ length: count }, (_, i) => words[(i * 7919 * step) % words.length] ?? '')
  const glued = (parts: number, length: number) => (i: number) =>
    some(parts, i + 1)
      .join('')
      .slice(0, length)
  return {
    '500 words of listed names': some(500).join(' '),
    'the most frequent word': frequent.slice(0, 1).join(' '),
    'the two most frequent words': frequent.slice(0, 2).join(' '),
    'the 24 most frequent words': frequent.slice(0, 24).join(' '),
    'the 48 most frequent words': frequent.slice(0, 48).join(' '),
    'five marks on each letter of words': some(30)
      .map(word => [...word].map(c => c + times('\u0301\u0316\u0334', 5)).join(''))
      .join(' '),
    'beginnings that may be joined': some(24)
      .map(word => word.slice(0, 3))
      .join(' '),
    '48 words of 14 letters': list(48, glued(3, 14)),
    '40 words of 31 letters': list(40, glued(5, 31)),
    'a name behind a long word': `${times('x', 3000)} Igor Minin`,
  }
}
