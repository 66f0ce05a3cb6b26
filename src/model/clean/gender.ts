const WORDS: Readonly<Record<string, 'male' | 'female' | 'other'>> = {
  m: 'male', male: 'male', man: 'male', masculine: 'male', masculin: 'male', homme: 'male', mr: 'male', мужской: 'male', муж: 'male', м: 'male', ذكر: 'male', 男: 'male',
  f: 'female', female: 'female', woman: 'female', feminine: 'female', féminin: 'female', femme: 'female', mrs: 'female', ms: 'female', женский: 'female', жен: 'female', ж: 'female', أنثى: 'female', 女: 'female',
  other: 'other', x: 'other', diverse: 'other',
}

/** male, female or other; undefined where the word is none of them. */
export const cleanGender = (text: string): string | undefined => WORDS[text.trim().toLowerCase().replace(/\.$/, '')]
