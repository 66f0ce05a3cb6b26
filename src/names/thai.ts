// Initial and final sounds of the consonants; Lao stands 128 places further in the same order.
const CONSONANTS: Readonly<Record<string, readonly [string, string]>> = Object.fromEntries(
  'กk ขk ฃk คk ฅk ฆk งng จch/t ฉch/t ชch/t ซs/t ฌch/t ญy/n ฎd/t ฏt ฐth/t ฑth/t ฒth/t ณn ดd/t ตt ถth/t ทth/t ธth/t นn บb/p ปp ผph/p ฝf/p พph/p ฟf/p ภph/p มm ยy/i รr/n ลl/n วw/o ศs/t ษs/t สs/t หh/ ฬl/n อ/ ฮh/'
    .split(' ')
    .map(entry => {
      const [initial = '', final = initial] = entry.slice(1).split('/')
      return [entry[0] ?? '', ['กขคฆ'.includes(entry[0] ?? '') && entry[0] !== 'ก' ? `${initial}h` : initial, final]] as const
    }),
)
const LEADING = 'เแโไใ'
const SIGNS = 'ะัาำิีึืุูๅ\u0ebb'
const VOWELS: Readonly<Record<string, string>> = {
  '\u0e30': 'a',
  '\u0e31': 'a',
  '\u0e32': 'a',
  '\u0e45': 'a',
  '\u0e33': 'am',
  '\u0e34': 'i',
  '\u0e35': 'i',
  '\u0e36': 'ue',
  '\u0e37': 'ue',
  '\u0e38': 'u',
  '\u0e39': 'u',
  '\u0ebb': 'o',
}
const AFTER_LEADING: readonly (readonly [RegExp, string])[] = [
  [/^เ(.+?)ียะ?/, 'ia'],
  [/^เ(.+?)ือะ?/, 'uea'],
  [/^เ(.+?)าะ/, 'o'],
  [/^เ(.+?)า/, 'ao'],
  [/^เ(.+?)ิ/, 'oe'],
  [/^เ(.+?)อ/, 'oe'],
  [/^เ(.+?)ะ/, 'e'],
  [/^แ(.+?)ะ/, 'ae'],
  [/^โ(.+?)ะ/, 'o'],
]
const PLAIN_LEADING: Readonly<Record<string, string>> = { เ: 'e', แ: 'ae', โ: 'o', ไ: 'ai', ใ: 'ai' }
const CLUSTER = /^(?:[กขคตปผพ][รลว](?=.)|ห[งญนมยรลว])/

/**
 * A word in Thai or Lao letters, as the Royal Institute romanises, as far as letters alone tell: vowels that stand before
 * their consonant are moved behind it, silenced letters dropped, unwritten vowels put where syllables need them.
 *
 * @source Royal Thai General System of Transcription; BGN/PCGN for Lao
 */
export function thai(word: string): string {
  let rest = thaiLetters(word)
  let out = ''
  let open = false
  while (rest !== '') {
    const syllable = voweled(rest)
    if (syllable) {
      out += syllable.text
      rest = rest.slice(syllable.length)
      open = true
      continue
    }
    let run = 1
    while (run < rest.length && !voweled(rest.slice(run)) && CONSONANTS[rest[run] ?? '']) run++
    out += unvoweled(rest.slice(0, run), open, run < rest.length)
    rest = rest.slice(run)
    open = false
  }
  return out.replace(/[^a-z]/g, '')
}

// Tone marks and silenced letters gone, Lao in the Thai letters that stand for it.
function thaiLetters(word: string): string {
  const thai = [...word.normalize('NFKC')].map(letter => {
    const point = letter.codePointAt(0) ?? 0
    return point >= 0xe80 && point <= 0xeff ? (LAO[letter] ?? String.fromCodePoint(point - 0x80)) : letter
  })
  return thai
    .join('')
    .replace(/[ทตดก]ร์|[ก-ฮ][ิุ]?์/g, '')
    .replaceAll('ํา', 'ำ')
    .replace(/[็-๎ฺฯๆ]/g, '')
    .replaceAll('ฤ', 'ริ')
    .replaceAll('พรหม', 'โพรม')
    .replace(/([ดตถทธฏฐ])[ดตถทธ]$/, '$1')
    .replace(/([ศส])ร(?=[\u0e30-\u0e3a])/g, '$1')
}
const LAO: Readonly<Record<string, string>> = {
  '\u0ebd': 'ย',
  '\u0ebb': '\u0ebb',
  '\u0ebc': 'ล',
  '\u0edc': 'น',
  '\u0edd': 'ม',
  '\u0ea2': 'ย',
  '\u0e8d': 'ญ',
}

// A consonant or cluster that carries a written vowel, at the head of the rest.
function voweled(rest: string): { readonly text: string; readonly length: number } | undefined {
  const first = rest[0] ?? ''
  if (LEADING.includes(first)) {
    for (const [pattern, vowel] of AFTER_LEADING) {
      const found = pattern.exec(rest)
      const onset = found?.[1] ?? ''
      if (found && (onset.length === 1 || (onset.length === 2 && CLUSTER.test(`${onset}.`))))
        return { text: initials(onset) + vowel, length: found[0].length }
    }
    const onset = CLUSTER.test(rest.slice(1)) ? rest.slice(1, 3) : rest.slice(1, 2)
    const glide = (first === 'ไ' || first === 'ใ') && rest[1 + onset.length] === 'ย' ? 1 : 0
    return { text: initials(onset) + (PLAIN_LEADING[first] ?? ''), length: 1 + onset.length + glide }
  }
  const onset = CLUSTER.test(rest) && isVowel(rest, 2) ? 2 : 1
  if (!isVowel(rest, onset)) return undefined
  const text = initials(rest.startsWith('ทร') ? 'ส' : rest.slice(0, onset))
  if (rest.startsWith('ัว', onset)) return { text: `${text}ua`, length: onset + 2 }
  if (rest.startsWith('รร', onset)) return { text: `${text}a${rest.length === onset + 2 ? 'n' : ''}`, length: onset + 2 }
  return { text: text + (VOWELS[rest[onset] ?? ''] ?? 'o'), length: onset + 1 }
}

const isVowel = (rest: string, at: number): boolean => {
  const sign = rest[at] ?? ''
  return (sign !== '' && (SIGNS.includes(sign) || rest.startsWith('รร', at))) || (sign === 'อ' && !isVowelAfter(rest[at + 1] ?? ''))
}
const isVowelAfter = (letter: string): boolean => letter !== '' && SIGNS.includes(letter)

const initials = (onset: string): string =>
  (/^ห[งญนมยรลว]/.test(onset) ? onset.slice(1) : onset).replace(/./g, letter => CONSONANTS[letter]?.[0] ?? '')

// Consonants without a written vowel: the first closes an open syllable, pairs make syllables with o, one before a vowel takes a.
function unvoweled(run: string, open: boolean, before: boolean): string {
  const final = (letter: string): string => CONSONANTS[letter]?.[1] ?? ''
  let out = ''
  let rest = run
  if (open && (rest.length % 2 === 1 || before || /^[ตทดจช]ร$/.test(rest))) {
    out += final(rest[0] ?? '')
    rest = /^[ตทดจช]ร$/.test(rest) && !before ? '' : rest.slice(1)
  }
  for (; rest.length >= 2; rest = rest.slice(2)) out += `${initials(rest[0] ?? '')}o${final(rest[1] ?? '')}`
  return rest === '' ? out : `${out}${initials(rest)}${before ? 'a' : ''}`
}
