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
  return { next, below: (n: number) => Math.floor(next() * n), pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T }
}

/** A stream of random numbers. */
export type Random = ReturnType<typeof seeded>

/** The text of a file beside the checkout, unpacked. */
export function sharedText(path: string): string {
  const bytes = readFileSync(join(SHARED, path))
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Material for names: words of real lists as often as they occur there, lengths of real names, spellings of one name in other scripts. */
export type Words = { readonly listed: readonly string[]; readonly lengths: readonly number[]; readonly rare: readonly string[]; readonly cyrillic: ReadonlyMap<string, string>; readonly arabic: ReadonlyMap<string, string> }

/** Reads the material; undefined where it is absent. */
export function readWords(): Words | undefined {
  if (!existsSync(join(SHARED, 'volume'))) return undefined
  const texts = sharedText('volume/ofac-sdn-names-2025-11-26.jsonl.gz').split('\n').filter(l => l !== '').flatMap(l => (JSON.parse(l) as { names: { full_name: string }[] }).names.map(n => n.full_name))
  for (const line of sharedText('volume/uk-fcdo-names-2026-05-13.csv.gz').split('\n').slice(1)) texts.push(line.split(',')[4] ?? '')
  const words = texts.map(t => t.split(/[\s,]+/).filter(w => w !== ''))
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
  return { listed: words.flat(), lengths: words.map(w => w.length).filter(n => n > 0 && n < 9), rare, cyrillic, arabic }
}

/** A name as lists have them: most words as frequent as on real lists, some from the long tail, now and then in Cyrillic. */
export function madeName(words: Words, random: Random): string {
  const length = Math.max(2, random.pick(words.lengths))
  const name = Array.from({ length }, () => (random.next() < 0.9 ? random.pick(words.listed) : (words.rare[Math.floor(random.next() ** 3 * words.rare.length)] as string)))
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
