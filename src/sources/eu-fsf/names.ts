import { type Cursor, flag } from '../../intake/index.ts'
import { addNote, type Draft, fits } from '../printed/fill.ts'
import { valuesIn } from '../printed/split.ts'

const LOW = /\blow?\s+qualit/iu
const GOOD = /\b(?:good|god|qood|high)\s+qualit/iu
const FORMER = /\b(?:former(?:ly)?|previous(?:ly)?)\b(?!.*\bas previously listed)/iu

/**
 * Adds names with their quality. The file marks none as the main one: it is the oldest without a language of its own, or in
 * English, that is of full strength. Quality stands in the remark, in several spellings; `strong` alone is always true.
 */
export function addNames(draft: Draft, record: Cursor): void {
  const { party } = draft
  const aliases = record
    .children('part/nameAlias')
    .map(alias => ({ alias, kind: kindOf(draft, alias), id: Number(alias.peek('@logicalId')) || 0 }))
  const rank = ({ alias, kind }: (typeof aliases)[number]) =>
    (kind === 'weakAlias' ? 4 : 0) + (kind === 'previousName' ? 2 : 0) + (/^(?:EN)?$/u.test(alias.peek('@nameLanguage')) ? 0 : 1)
  const inOrder = aliases.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id)
  for (const [i, { alias, kind }] of inOrder.entries()) {
    const lang = alias.take('@nameLanguage').toLowerCase()
    const name = alias.takeLeaf('@wholeName')
    const parts = ['@firstName', '@middleName', '@lastName'].map(path => alias.takeLeaf(path))
    const text = name?.text ?? parts.flatMap(part => part?.text ?? []).join(' ')
    if (text !== '') party.add(i === 0 ? 'name' : kind, text, name?.field ?? alias.fieldOf('@wholeName'), lang === '' ? {} : { lang })
    for (const [j, property] of ['firstName', 'middleName', 'lastName'].entries()) {
      const part = parts[j]
      if (part && fits(party, property) && kind !== 'weakAlias') party.add(property, part.text, part.field, lang === '' ? {} : { lang })
    }
    addPerson(draft, alias, lang)
  }
}

function addPerson(draft: Draft, alias: Cursor, lang: string): void {
  const { party } = draft
  const gender = alias.takeLeaf('@gender')
  if (gender && fits(party, 'gender')) party.add('gender', gender.text, gender.field)
  for (const [path, property] of [
    ['@title', 'title'],
    ['@function', 'position'],
  ] as const) {
    for (const leaf of alias.takeAll(path)) {
      for (const text of valuesIn(leaf.text)) {
        if (fits(party, property)) party.add(property, text, leaf.field, lang === '' ? {} : { lang })
        else addNote(draft, leaf, text)
      }
    }
  }
}

function kindOf(draft: Draft, alias: Cursor): 'alias' | 'weakAlias' | 'previousName' {
  const remarks = alias.takeAll('remark')
  const strong = alias.take('@strong')
  let kind: 'alias' | 'weakAlias' | 'previousName' = strong === 'false' ? 'weakAlias' : 'alias'
  for (const remark of remarks) {
    if (LOW.test(remark.text)) kind = 'weakAlias'
    else if (!GOOD.test(remark.text) && /qualit/iu.test(remark.text))
      draft.problems.push(flag('alias.quality-unknown', remark.field, remark.text, 'good or low quality'))
    else if (FORMER.test(remark.text) && kind === 'alias') kind = 'previousName'
    if (!/^\W*(?:low|lo|good|god|qood|high)\s+quality(?:\s+alias)?\W*$/iu.test(remark.text))
      addNote(draft, remark, `${alias.peek('@wholeName')}: ${remark.text}`)
  }
  return kind
}
