import { type Cursor, flag } from '../../intake/index.ts'
import { type Draft, fits, isFiller } from '../printed/fill.ts'
import { languageOf } from './languages.ts'

/** Types of name by the words of the lists, in small letters. */
const TYPES: Readonly<Record<string, 'name' | 'alias' | 'previousName'>> = {
  'primary name': 'name',
  'prime alias': 'name',
  'primary name variation': 'alias',
  aka: 'alias',
  alias: 'alias',
  fka: 'previousName',
  '': 'alias',
}

/**
 * Adds names: the sixth part is the surname, or the whole name of an entity or ship; the others stand before it. A name with a
 * type and no part is none. Strength is told for few; without it a name is as strong as any.
 */
export function addNames(draft: Draft, record: Cursor): void {
  const { party, problems } = draft
  for (const name of record.children('name')) {
    const parts = ['1', '2', '3', '4', '5', '6'].map(part => name.takeLeaf(part))
    const whole = name.takeLeaf('whole')
    const type = name.take('type')
    const strength = name.take('strength')
    const text = [...parts.map(part => part?.text ?? ''), whole?.text ?? ''].filter(part => !isFiller(part)).join(' ')
    if (text === '') continue
    const known = whole ? 'name' : TYPES[type.toLowerCase()]
    const field = whole?.field ?? parts[5]?.field ?? name.fieldOf('6')
    if (!known) problems.push(flag('name.type-unknown', name.fieldOf('type'), type, 'a known type of name'))
    if (strength !== '' && !/^(?:good|low) quality/iu.test(strength))
      problems.push(flag('alias.quality-unknown', name.fieldOf('strength'), strength, 'good or low quality'))
    const property = /^low/iu.test(strength) && known !== 'name' ? 'weakAlias' : (known ?? 'alias')
    party.add(property, text, field)
    if (property === 'weakAlias' || !fits(party, 'lastName') || !parts[0]) continue
    party.add('firstName', parts[0].text, parts[0].field)
    if (parts[5]) party.add('lastName', parts[5].text, parts[5].field)
  }
  for (const script of record.children('script')) {
    const text = script.takeLeaf('text')
    script.take('type')
    const lang = languageOf(script.take('lang'))
    if (text) party.add('alias', text.text, text.field, lang ? { lang } : {})
  }
}
