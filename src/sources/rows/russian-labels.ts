import type { Leaf } from '../../intake/index.ts'
import { nameParts, type PartyBuilder, type Problem } from '../../model/index.ts'
import { born, citizen, place, type Rule, remark, values } from './fill.ts'

/** Russian prose with labels: the name in front, and what stands behind each label. */
export type LabelledText = { readonly front: string; readonly parts: readonly { readonly label: Label; readonly text: string }[] }

type Label = keyof typeof WORDS

/** Labels as the Russian press releases of the United Nations print them, which Russia and Kazakhstan repeat. */
const WORDS = {
  name: 'Имя|Название|Наименование|Фамилия,? имя,? отчество|Ф\\.?И\\.?О\\.?',
  original: '(?:Имя|Название|Наименование)\\s*\\(на языке оригинала\\)',
  weak: 'На недостоверных основаниях также извест\\S+ как',
  alias:
    'На достоверных основаниях также извест\\S+ как|Также извест\\S+ как|Извест\\S+ также как|Друг(?:ие|ое) (?:имена|имя|названи[ея]|наименовани[ея])|Р\\.?\\s?И\\.?\\s?К\\.?',
  former: 'Ранее извест\\S+ как|Прежн(?:ее|ие) (?:названи[ея]|наименовани[ея]|имя|имена)',
  born: 'Дата рождения|Год рождения',
  birthPlace: 'Место рождения',
  nationality: 'Гражданство|Национальность',
  passport: 'Паспорт(?:а)?(?:\\s*№)?',
  number: 'Национальный идентификационный\\s*(?:№|номер)|Идентификационный номер|ИМО(?:\\s*№)?|Номер ИМО',
  address: 'Адрес(?:а)?|Местонахождение',
  title: 'Звание|Обращение',
  position: 'Должность',
  gender: 'Пол',
  listed: 'Дата (?:внесения|включения) в перечень',
  other: 'Прочая информация|Дополнительная информация|Иная информация|Примечание',
} as const

const LABELS = Object.entries(WORDS) as readonly (readonly [Label, string])[]
// Longer labels come first where one begins with another.
const MARK = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LABELS.toSorted(([, a], [, b]) => b.length - a.length)
    .map(([label, words]) => `(?<${label}>${words})`)
    .join('|')})\\s*:\\s*`,
  'giu',
)
/** Words for no value. */
const NOTHING = /^(?:н\/д|н\.д\.|нет(?: данных)?|отсутству\S+|-)?$/iu

/** The text by its labels. `н/д` (no data) says nothing. */
export function labelledRussian(text: string): LabelledText {
  const marks = [...text.replace(/\s+/gu, ' ').matchAll(MARK)]
  const whole = text.replace(/\s+/gu, ' ')
  const parts = marks.flatMap((mark, i) => {
    const said = trimmed(whole.slice(mark.index + mark[0].length, marks[i + 1]?.index))
    const label = Object.entries(mark.groups ?? {}).find(([, words]) => words !== undefined)?.[0] as Label | undefined
    return label && !NOTHING.test(said) ? [{ label, text: said }] : []
  })
  return { front: trimmed(whole.slice(0, marks[0]?.index)), parts }
}

const trimmed = (text: string) => text.replace(/^[\s;,.]+/u, '').replace(/[\s;,]+$|(?<!\b\p{L})\.\s*$/gu, '')

const names =
  (property: string): Rule =>
  (party, { text, field }) => {
    // `1: ЮН 2: ХО ЧИН 3: н/д 4: н/д` are the parts of one name.
    const joined = /\b1:\s/.test(text) ? text.replace(/\s*\d:\s*(?:н\/д)?/gu, ' ').trim() : text
    for (const [i, part] of nameParts(joined).entries())
      party.add(part.as === 'abbreviation' ? 'weakAlias' : i > 0 && property === 'name' ? 'alias' : property, part.text, field)
  }

const RULES: Readonly<Record<Label, Rule>> = {
  name: names('name'),
  original: names('name'),
  weak: names('weakAlias'),
  alias: names('alias'),
  former: names('previousName'),
  born: born('dmy'),
  birthPlace: place(true),
  nationality: citizen,
  passport: values('passportNumber'),
  number: values('idNumber'),
  address: place(false),
  title: remark('Title'),
  position: values('position', text => [text]),
  gender: values('gender'),
  listed: remark('Listed on'),
  other: remark(),
}

/** Puts the name in front and the labelled parts of a leaf on the party; problems of single parts are given back. */
export function fillLabelled(party: PartyBuilder, { front, parts }: LabelledText, field: string): readonly Problem[] {
  const problems: Problem[] = []
  if (front !== '') RULES.name(party, { text: front, field }, problems)
  for (const { label, text } of parts) RULES[label](party, { text, field } satisfies Leaf, problems)
  return problems
}

/** True where the labels are those of a person: birth, title, gender or passport. */
export const saysPerson = ({ parts }: LabelledText): boolean =>
  parts.some(({ label }) => ['born', 'birthPlace', 'title', 'gender', 'passport', 'position'].includes(label))
