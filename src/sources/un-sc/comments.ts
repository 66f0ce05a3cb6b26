import type { Leaf } from '../../intake/index.ts'
import { cleanText, type PartyBuilder, readDates, storedDate } from '../../model/index.ts'
import { addContacts } from './places.ts'

const NOTICE =
  /(?:INTERPOL[\s-]*UN\s+Security\s+Council\s+Special\s+Notice\s+)?web\s*link\s*:?\s*(https?:\/\/[^\s,;)]+?)(?:\s*click here)?\.?(?=[\s,;)]|$)/giu

/** Facts that comments state in steady words: property, wording with the value in its first group, and for whom. */
const FACTS: readonly (readonly [string, RegExp, 'person' | 'body'])[] = [
  ['gender', /\bGender\s*:?\s*\[?(male|female)\b/giu, 'person'],
  ['fatherName', /\bfather['’]s\s+name(?:\s+is|\s*:)\s+(\p{Lu}[\p{L}\p{M}'’‘`\- ]+?)(?=\s*(?:[.,;(]|$)|\s+and\s)/giu, 'person'],
  ['motherName', /\bmother['’]s\s+name(?:\s+is|\s*:)\s+(\p{Lu}[\p{L}\p{M}'’‘`\- ]+?)(?=\s*(?:[.,;(]|$)|\s+and\s)/giu, 'person'],
  ['eyeColor', /\beyes?(?:\s+colou?r)?\s*:\s*(\p{L}+)/giu, 'person'],
  ['hairColor', /\bhair(?:\s+colou?r)?\s*:\s*(\p{L}+)/giu, 'person'],
  ['swiftBic', /\bSWIFT(?:\/BIC)?\s*:?\s*([A-Z]{4} ?[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/gu, 'body'],
  ['imoNumber', /\bIMO\)?\s*(?:company\s+)?(?:number|no\.?)?\s*:?\s*(\d{7})\b/giu, 'body'],
  ['taxNumber', /\bTax\s+Number\s*:?\s*(\d[\d-]+)/giu, 'body'],
  ['registrationNumber', /\b(?:company|business)\s+registration\s+number\s*:?\s*([A-Z]{0,3}\d[\w-]+)/giu, 'body'],
]
const DEATH =
  /(?:^|[.:]\s+)(reportedly\s+|confirmed\s+|presumed\s+|believed\s+)?(?:deceased|died|killed)\s+(?:in|on)\s+((?:\d{1,2}\s+)?(?:\p{L}+\.?\s+)?\d{4})/iu

/**
 * What a comment says: the whole of it as a note, the address of the Interpol notice, and the facts it states in words that
 * come again and again.
 *
 * @source UN consolidated list (XML), element COMMENTS1
 */
export function parseComment(comment: Leaf, party: PartyBuilder): void {
  const { text, field } = comment
  for (const [, url] of text.matchAll(NOTICE)) party.add('sourceUrl', url, field)
  const rest = cleanText(text.replace(NOTICE, ''))
  if (rest) party.addClean('notes', rest, rest, field)
  const whom = party.schema === 'Person' ? 'person' : 'body'
  for (const [property, wording, of] of FACTS) {
    if (of === whom) for (const [, value] of text.matchAll(wording)) party.add(property, value, field)
  }
  if (whom === 'body') addContacts(party, comment)
  const death = whom === 'person' ? DEATH.exec(text) : null
  const [day] = death?.[2] ? readDates(death[2]) : []
  if (death && day) {
    const approximate = /reportedly|presumed|believed/i.test(death[1] ?? '')
    party.addClean('deathDate', storedDate({ ...day, approximate }), death[0].replace(/^[.:\s]+/, ''), field)
  }
}
