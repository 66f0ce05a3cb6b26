import type { Side } from './evidence.ts'
import { isPinyin } from './pinyin.ts'
import type { NameToken } from './token.ts'

const PATRONYMIC = /(?:[oe]v|[oe]w)(?:ich|ych|itsch|itch|na)$|[iy]vna$|ovic$/
/**
 * The mass of a token that may be left out without a word: a patronymic, a frequent name.
 *
 * @param syllabic whether a name of Chinese or Korean is compared, beside which a Western one comes and goes
 */
export function excused({ tokens, roles }: Side, at: number, syllabic: boolean): number {
  const token = tokens[at]!
  if (token.kind !== 'word') return 0
  if (syllabic && isWestern(token)) return 0.9 * token.mass
  return token.mass * (roles[at] === 'patronymic' || (token.text.length > 6 && PATRONYMIC.test(token.text)) ? 0.6 : 0.7 * (1 - token.info))
}

/** Whether it is a Western name, which comes and goes beside a Chinese or Korean one (Chan Siu Ming Roger). */
export const isWestern = (token: NameToken): boolean =>
  token.script === 'Latn' && token.known && token.text.length > 3 && token.syllables.length === 0 && !isPinyin(token.text)

/** Whether it is a name of Chinese or Korean syllables. */
export const isSyllabic = ({ tokens }: Side): boolean =>
  tokens.some(t => t.kind === 'word' && (t.script === 'Hang' || t.script === 'Hani') && t.text.length < 8)
