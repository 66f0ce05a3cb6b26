import { writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

/** Readings of Han characters without tones, as `src/names/tables/han-readings.json` holds them. */
type Readings = {
  readonly about: string
  /** By syllable, the characters that are read so where they stand alone. */
  readonly characters: Readonly<Record<string, string>>
  /** Words that are read in a way of their own, and numerals with what they count, which give way to any other word. */
  readonly words: Readonly<Record<string, string>>
  readonly counted: Readonly<Record<string, string>>
  readonly surnames: Readonly<Record<string, string>>
}

type Pattern = { readonly zh: string; readonly pinyin: string; readonly probability: number; readonly priority: number }

const ABOUT =
  'Readings of the dictionary of pinyin-pro 3.29.4, Copyright (c) 2022-present zh-lx, MIT licence; written by test/support/han-readings.ts'
const FIRST = 0x2e80
const LAST = 0x323af
const SURNAME = 10
const COUNTED = 1e-12
/** 了 behind a word; alone it is another. */
const BEHIND_A_WORD = 'le'

// Without tones; ü as v. Marks that stand above a letter follow it, the two dots first.
const plain = (reading: string) =>
  reading
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[^a-z]/gu, '')

/** The readings out of the dictionary of pinyin-pro, which takes thirty times the memory to give the same. */
export async function hanReadings(): Promise<Readings> {
  const inside = `${import.meta.resolve('pinyin-pro').replace(/dist\/.*$/, '')}dist/esm/data/patterns.mjs`
  const { PatternsNormal: patterns } = (await import(inside)) as { readonly PatternsNormal: readonly Pattern[] }
  const words = (those: (pattern: Pattern) => boolean) =>
    Object.fromEntries(patterns.filter(those).map(p => [p.zh, p.pinyin.split(' ').map(plain).join(' ')]))
  return {
    about: ABOUT,
    characters: charactersBySyllable(),
    words: words(p => p.priority < SURNAME && p.probability > COUNTED),
    counted: words(p => p.priority < SURNAME && p.probability <= COUNTED),
    surnames: words(p => p.priority >= SURNAME),
  }
}

function charactersBySyllable(): Readonly<Record<string, string>> {
  const out: Record<string, string> = {}
  for (let point = FIRST; point <= LAST; point++) {
    const character = String.fromCodePoint(point)
    const [reading = character] = pinyin(character, { toneType: 'none', type: 'array', v: true })
    const syllable = character === '了' ? BEHIND_A_WORD : plain(reading)
    if (reading !== character && syllable !== '') out[syllable] = (out[syllable] ?? '') + character
  }
  return out
}

if (import.meta.main) {
  const path = new URL('../../src/names/tables/han-readings.json', import.meta.url)
  writeFileSync(path, `${JSON.stringify(await hanReadings(), null, 1)}\n`)
}
