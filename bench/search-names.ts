import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Where real names stand beside the checkout. */
export const SHARED = join(import.meta.dirname, '../../shared')

/** Random numbers from a seed: the same each time. */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    below: (n: number) => Math.floor(next() * n),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  }
}

/** A stream of random numbers. */
export type Random = ReturnType<typeof seeded>

/** The text of a file beside the checkout, unpacked. */
export function sharedText(path: string): string {
  const bytes = readFileSync(join(SHARED, path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Whose names: people's words and bodies' words do not mix. */
export type Whose = 'person' | 'organisation'

/** Material for names: words of real lists as often as they occur there, lengths of real names, spellings of one name in other scripts. */
export type Words = {
  readonly listed: Readonly<Record<Whose, readonly string[]>>
  readonly lengths: Readonly<Record<Whose, readonly number[]>>
  readonly rare: readonly string[]
  readonly cyrillic: ReadonlyMap<string, string>
  readonly arabic: ReadonlyMap<string, string>
}

/** Reads the material; undefined where it is absent. */
export function readWords(): Words | undefined {
  if (!existsSync(join(SHARED, 'volume'))) return undefined
  const kinds = new Map<number, Whose>()
  for (const line of sharedText('lists/us-ofac/sdn/2024-05-03.csv.gz').split('\n'))
    kinds.set(Number(line.slice(0, line.indexOf(','))), line.includes(',"individual",') ? 'person' : 'organisation')
  const texts: Record<Whose, string[]> = { person: [], organisation: [] }
  for (const line of sharedText('volume/ofac-sdn-names-2025-11-26.jsonl.gz').split('\n')) {
    if (line === '') continue
    const party = JSON.parse(line) as { entity_id: number; names: { full_name: string }[] }
    const kind = kinds.get(party.entity_id)
    if (kind) texts[kind].push(...party.names.map(n => n.full_name))
  }
  const wordsOf = (whose: Whose) => texts[whose].map(t => t.split(/[\s,]+/).filter(w => w !== ''))
  const words = { person: wordsOf('person'), organisation: wordsOf('organisation') }
  const lengths = (whose: Whose) => words[whose].map(w => w.length).filter(n => n > 1 && n < 9)
  return {
    listed: { person: words.person.flat(), organisation: words.organisation.flat() },
    lengths: { person: lengths('person'), organisation: lengths('organisation') },
    ...variants(),
  }
}

function variants(): Pick<Words, 'rare' | 'cyrillic' | 'arabic'> {
  const rare: string[] = []
  const cyrillic = new Map<string, string>()
  const arabic = new Map<string, string>()
  for (const line of sharedText('volume/wikidata-name-variants.txt.gz').split('\n')) {
    const forms = line.split(' => ')[0]?.split(', ') ?? []
    const latin = forms.filter(f => /^\p{Script=Latin}{3,}$/u.test(f))
    rare.push(...latin)
    const [inCyrillic, inArabic] = [/^\p{Script=Cyrillic}{3,}$/u, /^\p{Script=Arabic}{3,}$/u].map(script => forms.find(f => script.test(f)))
    for (const form of latin) {
      if (inCyrillic) cyrillic.set(form, inCyrillic)
      if (inArabic) arabic.set(form, inArabic)
    }
  }
  return { rare, cyrillic, arabic }
}

/** A name as lists have them: most words as frequent as on real lists, some from the long tail, now and then in Cyrillic. */
export function madeName(whose: Whose, words: Words, random: Random): string {
  const length = random.pick(words.lengths[whose])
  const name = Array.from({ length }, () =>
    random.next() < 0.9 ? random.pick(words.listed[whose]) : (words.rare[Math.floor(random.next() ** 3 * words.rare.length)] as string),
  )
  if (random.next() > 0.04) return name.join(' ')
  return name.map(w => words.cyrillic.get(w.toLowerCase()) ?? w).join(' ')
}

/** A name with one or two typing errors, swapped words, a moved blank, or in another script where its words are known there. */
export function damagedName(name: string, words: Words, random: Random): string {
  const kind = random.below(10)
  const parts = name.split(' ')
  if (kind < 3) {
    const table = random.below(2) ? words.cyrillic : words.arabic
    const other = parts.map(w => table.get(w.toLowerCase()))
    if (other.every(w => w !== undefined)) return other.join(' ')
  }
  if (kind === 3) return parts.reverse().join(' ')
  if (kind === 4 && parts.length > 1) {
    const at = name.indexOf(' ')
    return name.slice(0, at - 1) + ' ' + name[at - 1] + name.slice(at + 1)
  }
  return kind < 7 ? mistyped(name, random) : mistyped(mistyped(name, random), random)
}

/** One edit on a letter: replaced, put in, left out, or swapped with the next. */
export function mistyped(name: string, random: Random): string {
  const letters = [...name]
  const at = letters.flatMap((c, i) => (/\p{L}/u.test(c) ? [i] : []))
  if (at.length < 2) return name
  const i = random.pick(at)
  const letter = 'abcdefghijklmnopqrstuvwxyz'[random.below(26)] as string
  const kind = random.below(4)
  if (kind === 0) letters[i] = letter
  else if (kind === 1) letters.splice(i, 0, letter)
  else if (kind === 2) letters.splice(i, 1)
  else [letters[i], letters[i + 1]] = [letters[i + 1] ?? '', letters[i] ?? '']
  return letters.join('')
}
