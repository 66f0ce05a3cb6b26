import { isPinyin } from './pinyin.ts'

// Syllables that Wade–Giles alone writes: their presence tells the system.
const SURE = /^(?:hs|tz|ts[aeiou]|szu|ssu|chih|chi(?:a|ang|ao|en|eh|u|ung|n|ng)$|shih|jih|erh$|yeh$|[b-z]+ieh$|[b-z]+ien$)/
const SYLLABLE = /^(?:ch|sh|hs|ts|tz|ss|sz|[pmftnlkhjrsyw])?[aeiou]{1,3}(?:n|ng|h|rh)?$/
// Initials change at most once; where the apostrophe of an aspirated initial is lost, the plain one is taken.
const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^hs/, 'x'],
  [/^t[sz]/, 'z'],
  [/^s[sz]/, 's'],
  [/^ch(?=i(?!h))/, 'j'],
  [/^ch/, 'zh'],
  [/^k/, 'g'],
  [/^t/, 'd'],
  [/^p/, 'b'],
  [/^j/, 'r'],
]
const FINALS: readonly (readonly [RegExp, string])[] = [
  [/ieh$/, 'ie'],
  [/ien$/, 'ian'],
  [/^yeh$/, 'ye'],
  [/ung$/, 'ong'],
  [/ih$/, 'i'],
  [/erh$/, 'er'],
  [/zu$/, 'zi'],
  [/uei$/, 'ui'],
]

const change = (word: string, rules: readonly (readonly [RegExp, string])[]): string => {
  const rule = rules.find(([from]) => from.test(word))
  return rule ? word.replace(rule[0], rule[1]) : word
}

const toPinyin = (word: string): string => change(change(word, INITIALS), FINALS)

/** True for a word that among Chinese ones only Wade–Giles writes so. */
export const surelyWadeGiles = (word: string): boolean =>
  SURE.test(word) || (SYLLABLE.test(word) && !isPinyin(word) && isPinyin(toPinyin(word)))

/** The pinyin of words in Wade–Giles, one for one; undefined where the words do not show that they are. */
export function wadeGiles(words: readonly string[]): readonly string[] | undefined {
  if (words.length < 2 || words.length > 4 || !words.every(word => SYLLABLE.test(word))) return undefined
  const read = words.map(toPinyin)
  const sure = words.some(word => SURE.test(word)) || (words.some(surelyWadeGiles) && read.every(isPinyin))
  return sure ? read : undefined
}
