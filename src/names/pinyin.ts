// Every syllable of standard Chinese, without tones.
const SYLLABLE =
  '(?:[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|miu|[mpf]ou|me|f(?:a|o|ei|an|en|ang|eng|u)|' +
  '[dtnl](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|ian|ing|u|uo|uan)|d(?:en|ia|iu|ui|un)|t(?:ui|un)|n(?:en|in|iang|iu|v|ve|ue|un)|l(?:o|ia|in|iang|iu|un|v|ve|ue)|' +
  '[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)|' +
  '(?:zh|ch|sh|r|z|c|s)(?:i|a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)|y(?:a|e|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)|' +
  'a|o|e|ai|ei|ao|ou|an|en|ang|er)'
const WORD = new RegExp(`^${SYLLABLE}+$`)
const TWO_OR_MORE = new RegExp(`^${SYLLABLE}{2,}$`)

/** Whether a word can be pinyin. */
export const isPinyin = (word: string): boolean => WORD.test(word)

/** Whether a word is surely pinyin: two syllables or more, with an initial that hardly another spelling has. */
export const isSurelyPinyin = (word: string): boolean => /zh|x[iu]|q[iu]/.test(word) && TWO_OR_MORE.test(word)
