import { GROUP_OF, LATIN_OF } from './lexicon.ts'
import { romanise } from './romanise.ts'
import { SCRIPT_WORDS } from './tables/persons.tables.ts'
import { foldCase, foldLookalikes, mainScript } from './text.ts'

/** A word with its readings in Latin letters; each reading is one word or more (a Han name is a surname and a given name). */
export type ReadWord = { readonly script: string; readonly original: string; readonly readings: readonly (readonly string[])[] }

const kept = new Map<string, ReadWord>()
const MAX_KEPT = 200_000

/**
 * The readings of a word as written; none where it has no letter that can be read.
 *
 * @param foreign whether the name is a foreign one put into Chinese or Japanese writing (its words parted by a middle dot)
 */
export function readWord(word: string, ofPerson: boolean, foreign: boolean): ReadWord {
  const key = foreign ? `\u0002${word}` : ofPerson ? word : `\u0001${word}`
  const found = kept.get(key)
  if (found) return found
  if (kept.size >= MAX_KEPT) kept.clear()
  const read = readNew(word, ofPerson, foreign)
  kept.set(key, read)
  return read
}

function readNew(word: string, ofPerson: boolean, foreign: boolean): ReadWord {
  const plain = /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : ''
  const script = plain === '' ? mainScript(word) : 'Latn'
  const original = plain === '' ? foldLookalikes(foldCase(word.normalize('NFC')), script) : plain
  const scriptWord = script === 'Hebr' ? SCRIPT_WORDS.get(original) : undefined
  if (scriptWord !== undefined) return { script, original, readings: [[scriptWord]] }
  if (script === 'Arab') return { script, original, readings: arabicReadings(original) }
  if (script === 'Hani' && (foreign || !ofPerson))
    return { script, original, readings: romanise(original, 'Hani').map(reading => [reading.join('')]) }
  const text = ofPerson && script === 'Latn' ? digitsAsLetters(original) : original
  const readings = plain === '' ? romanise(text, script) : [[plain]]
  return {
    script,
    original,
    readings: ofPerson && (script === 'Latn' || script === 'Cyrl') ? readings.map(reading => reading.flatMap(splitCompound)) : readings,
  }
}

// A digit inside a word of a personal name stands for the letter it looks like.
const LOOKS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g' }
function digitsAsLetters(word: string): string {
  return /\d/.test(word) && /\p{L}.*\p{L}/u.test(word) ? word.replace(/\d/g, digit => LOOKS[digit] ?? digit) : word
}

const ABD = /^(abd(?:oul|ul|el|al|ol|il|ur|us|ud|un|ut|uz|uj|ush|u|i|o|e)|cabd(?:ul|i))(.{3,})$/
const DIN = /^(.{3,}?)(?:(?:u|e|a|i|o|ou)dd?|[aeu]ld)(?:in|ine|een|eine|eyn)$/

/** "Abdulrahman" as Abd and Rahman, "Nuruddin" as Nur and Din: the parts that other spellings write apart. */
function splitCompound(word: string): readonly string[] {
  if (word.length < 6 || GROUP_OF.has(word)) return [word]
  const abd = ABD.exec(word)
  if (abd?.[2] !== undefined && !/^l*a+h/.test(abd[2])) {
    for (let from = 3; from <= 6; from++) {
      const rest = word.slice(word.startsWith('c') ? from + 1 : from)
      if (rest.length >= 3 && GROUP_OF.has(rest)) return ['abd', rest]
    }
    return ['abd', abd[2]]
  }
  const din = DIN.exec(word)
  if (din?.[1] !== undefined && (GROUP_OF.has(din[1]) || /dd|[aeu]ld/.test(word.slice(din[1].length)))) return [din[1], 'din']
  return [word]
}

const NO_ARTICLE = /^(?:الله|الياس|الیاس|الهام|الماس|البرز|الهه|الکساندر|الكساندر|البرتو|اليكس|الفريد|الفونسو|اليزابيث)/

function arabicReadings(word: string): readonly (readonly string[])[] {
  const bare = word.normalize('NFKD').replace(/[\p{M}\u200c]/gu, '')
  const known = SCRIPT_WORDS.get(word) ?? SCRIPT_WORDS.get(bare) ?? LATIN_OF.get(bare)
  if (known !== undefined) return [[known]]
  if (bare.startsWith('عبدال') && bare.length > 7 && bare !== 'عبدالله') return prefixed(['abd'], bare.slice(5))
  if (bare.startsWith('ال') && bare.length > 4 && !NO_ARTICLE.test(bare)) return prefixed(['al'], bare.slice(2))
  if (bare.startsWith('وال') && bare.length > 5) return prefixed(['wa', 'al'], bare.slice(3))
  if (bare.endsWith('الدين') && bare.length > 6) return arabicReadings(bare.slice(0, -5)).map(reading => [...reading, 'din'])
  return romanise(bare, 'Arab')
}

function prefixed(head: readonly string[], rest: string): readonly (readonly string[])[] {
  const known = LATIN_OF.get(rest)
  return known === undefined ? romanise(rest, 'Arab').map(reading => [...head, ...reading]) : [[...head, known]]
}
