// Syllables that Wade–Giles alone writes: their presence tells the system.
const SURE = /^(?:hs|tz|ts[aeiou]|szu|ssu|chih|shih|jih|erh$|yeh$|[b-z]+ieh$|[b-z]+ien$)/
const SYLLABLE = /^(?:ch|sh|hs|ts|tz|ss|sz|[pmftnlkhjrsyw])?[aeiou]{1,3}(?:n|ng|h|rh)?$/
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/^hs/, 'x'],
  [/^tz/, 'z'],
  [/^ts/, 'z'],
  [/^ss|^sz/, 's'],
  [/^ch(?=i(?!h)|ü)/, 'j'],
  [/^ch/, 'zh'],
  [/^k/, 'g'],
  [/^t/, 'd'],
  [/^p/, 'b'],
  [/^j/, 'r'],
  [/ieh$/, 'ie'],
  [/ien$/, 'ian'],
  [/yeh$/, 'ye'],
  [/ung$/, 'ong'],
  [/ih$/, 'i'],
  [/erh$/, 'er'],
  [/^([zs])e$/, '$1e'],
  [/uei$/, 'ui'],
  [/^([xj])ü?/, '$1'],
]

/** The pinyin of words in Wade–Giles, one for one; undefined where the words do not show that they are. */
export function wadeGiles(words: readonly string[]): readonly string[] | undefined {
  if (words.length < 2 || words.length > 4 || !words.some(word => SURE.test(word)) || !words.every(word => SYLLABLE.test(word)))
    return undefined
  return words.map(word => CHANGES.reduce((out, [from, to]) => out.replace(from, to), word))
}
