import { type Cursor, flag, type Leaf } from '../../intake/index.ts'
import { cleanCountry, cleanText, readDates, storedDate } from '../../model/index.ts'
import { DOCUMENTS } from './documents.tables.ts'
import type { Draft } from './parse.ts'

const FILLER = new Set(['na', 'n/a', '-', 'None', 'Unknown', 'unknown'])
/** Words before the number itself; what comes after `number`, `no.` or a colon. */
const WORDS = /^(?:.*?(?:\bnumber|\bnos?\b\.?|\bn[°º]|\bnum[ée]ro|:)\s*:?\s*|.*\)\s+)(?=(?:[A-Z]{1,4}[ -]{0,2})?\d|\S*\d)/iu
const IN_PROSE =
  /\b((?:passport|identity|identification|identification card|identity card|national(?:\sidentity)?|travel document|licen[cs]e|fiscal code|social security|SSN)\b[^,;:()]*?(?:number|no\.?|:|#|code|card|SSN)?)\s*:?\s+((?:[A-Z]{1,4}[ -]{0,2})?\d[\w/-]*\w(?:[ -]{1,2}\d[\d-]*)*)/gu

/**
 * Documents of a person: their numbers by kind, and in a note what else is said of each.
 *
 * @source UN consolidated list (XML), element INDIVIDUAL_DOCUMENT. Half have no type; types and countries also stand in the
 *   number's own field, and whole documents in the note.
 */
export function parseDocuments({ record, party, problems }: Draft): void {
  for (const document of record.children('INDIVIDUAL_DOCUMENT')) {
    const { types, number, note, issued } = take(document)
    const described = [...types.map(t => t.text), ...(note ? [note.text] : [])].join(' ')
    const numbers = number ? [numberIn(number.text)] : types.flatMap(t => (/\d{3}/.test(t.text) ? [numberIn(t.text)] : []))
    for (const found of numbers) {
      const leaf = number ?? types.find(t => t.text.includes(found.number)) ?? { field: document.fieldOf('NUMBER'), text: found.number }
      if (!/\d/.test(found.number)) problems.push(flag('identifier.no-number', leaf.field, leaf.text, 'a number'))
      else party.addClean(propertyOf(`${found.words} ${described}`), found.number, leaf.text, leaf.field)
    }
    if (note) {
      for (const [, words, text] of note.text.matchAll(IN_PROSE)) {
        for (const one of text && !/^(?:19|20)\d\d$/.test(text) ? text.split(/\s+or\s+/u) : [])
          party.addClean(propertyOf(words ?? ''), one, note.text, note.field)
      }
    }
    const rest = [...issued, ...(note ? [note.text] : [])]
    const head = cleanText([types.at(-1)?.text ?? '', number?.text ?? ''].join(' ')) ?? 'Document'
    const first = note ?? types[0] ?? number
    if (rest.length > 0 && first)
      party.addClean('notes', `${head}: ${rest.join(', ')}`, rest.join(', '), note?.field ?? document.fieldOf(''))
  }
}

type Taken = {
  readonly types: readonly Leaf[]
  readonly number: Leaf | undefined
  readonly note: Leaf | undefined
  readonly issued: readonly string[]
}

function take(document: Cursor): Taken {
  const leaf = (path: string) => {
    const found = document.takeLeaf(path)
    return found && !FILLER.has(found.text.trim()) ? found : undefined
  }
  const types = ['TYPE_OF_DOCUMENT', 'TYPE_OF_DOCUMENT2'].flatMap(path => leaf(path) ?? [])
  const countries = ['ISSUING_COUNTRY', 'COUNTRY_OF_ISSUE'].flatMap(path => leaf(path) ?? [])
  const date = leaf('DATE_OF_ISSUE')
  const [day] = date ? readDates(date.text) : []
  const city = leaf('CITY_OF_ISSUE')
  return {
    types,
    number: leaf('NUMBER'),
    note: leaf('NOTE'),
    issued: [
      ...new Set(countries.map(country => country.text)),
      ...(date ? [`issued on ${day ? storedDate(day) : date.text}`] : []),
      ...(city ? [`issued in ${city.text}`] : []),
    ],
  }
}

/**
 * The number in a document's number field, and the words around it.
 *
 * `Afghan passport number SE 012820`, `A717288 (MISUSE)`, `No. 96/184442`, `Libya 428720`, `R00012098, South Sudan`.
 */
export function numberIn(text: string): { readonly number: string; readonly words: string } {
  let rest = text.trim().replace(/,?\s+issued\s+(?:on|in|by)\b.*$/iu, '')
  const bracket = /\s*\(([^()]*[^()\d][^()]*)\)[^()]*$/u.exec(rest)
  if (bracket && /\d/.test(rest.slice(0, bracket.index))) rest = rest.slice(0, bracket.index)
  rest = rest.replace(WORDS, '')
  const end = /^(.*\d.*?),\s*(\D+)$/u.exec(rest)
  if (end?.[1] && cleanCountry(end[2] ?? '')) rest = end[1]
  const front = /^(\p{Lu}\p{Ll}+(?:\s\p{L}+)*)\s+(?=[A-Z]{0,3}[/-]?\d)(.+)$/u.exec(rest)
  if (front?.[2] && cleanCountry(front[1] ?? '')) rest = front[2]
  const number = rest
    .replace(/^[\s.:#]+|[\s.,;]+$/gu, '')
    .replace(/\s+No\.?\s+/gu, ' ')
    .replace(/\s+/gu, ' ')
  return { number, words: text.replace(number, ' ') }
}

const propertyOf = (words: string) => DOCUMENTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'idNumber'
