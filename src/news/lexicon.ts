import type { Day } from '../model/index.ts'
import type { AuthorityFile } from './language.ts'
import { type Token, wordsOf } from './tokens.ts'

/** How a text names an authority: the State, its people's adjective, its seat, an institution, or who holds an office. */
export type AuthorityKind = 'state' | 'demonym' | 'seat' | 'institution' | 'holder'

/** An authority's name in a text, token by token; `others` are further States that have an institution of that name. */
export type AuthorityHit = {
  readonly from: number
  readonly to: number
  readonly code: string
  readonly kind: AuthorityKind
  readonly others: readonly string[]
}

type Entry = {
  readonly code: string
  readonly kind: AuthorityKind
  readonly acronym: boolean
  readonly from?: Day
  readonly to?: Day | null
}

/** Names of States, their institutions and office holders in one language. */
export type Lexicon = {
  /** Names of authorities in a text, the longest first at each place; holders only around their time in office. */
  find(text: string, tokens: readonly Token[], published: Day | null): readonly AuthorityHit[]
  /** The name an authority is given in answers. */
  nameOf(code: string): string
}

/** Years around a term of office in which a report may still speak of the holder as such. */
const AFTER_OFFICE_YEARS = 8

/** A lexicon over an authority file. Surnames of holders count as their names. */
export function lexiconOf(file: AuthorityFile): Lexicon {
  const entries = new Map<string, Entry[]>()
  const longest = new Map<string, number>()
  const common = new Set(file.commonSurnames ?? [])
  const names = new Map(file.states.map(s => [s.code, s.name]))
  const add = (name: string, entry: Omit<Entry, 'acronym'>) => {
    const words = wordsOf(name)
    const key = words.join(' ')
    const acronym = /^[A-Z]{2,}$/.test(name.replace(/\./g, '')) || name.length <= 3
    entries.set(key, [...(entries.get(key) ?? []), { ...entry, acronym }])
    longest.set(words[0] ?? '', Math.max(longest.get(words[0] ?? '') ?? 0, words.length))
  }
  for (const { code, name, others, demonyms, seats } of file.states) {
    for (const n of [name, ...others]) add(n, { code, kind: 'state' })
    for (const n of demonyms) for (const word of [n, ...plural(n, demonyms)]) add(word, { code, kind: 'demonym' })
    for (const n of seats) add(n, { code, kind: 'seat' })
  }
  for (const { code, names: all } of file.institutions) for (const n of all) add(n, { code, kind: 'institution' })
  for (const { code, name, from, to } of file.holders) {
    add(name, { code, kind: 'holder', from, to })
    const last = name.split(' ').at(-1) ?? name
    if (last !== name && !common.has(last)) add(last, { code, kind: 'holder', from, to })
  }
  return { find: finder(entries, longest), nameOf: code => names.get(code) ?? code }
}

/** "Russians" beside "Russian", where the file does not give it. */
const plural = (demonym: string, all: readonly string[]) =>
  /^\p{Lu}[a-z]+[ni]$/u.test(demonym) && !all.includes(`${demonym}s`) ? [`${demonym}s`] : []

function finder(entries: ReadonlyMap<string, readonly Entry[]>, longest: ReadonlyMap<string, number>): Lexicon['find'] {
  return (text, tokens, published) => {
    const hits: AuthorityHit[] = []
    for (let at = 0; at < tokens.length; ) {
      const hit = tokens[at]?.capital ? longestAt(at) : null
      if (hit) hits.push(hit)
      at = hit ? hit.to : at + 1
    }
    return hits

    function longestAt(at: number): AuthorityHit | null {
      const most = longest.get(tokens[at]?.norm ?? '') ?? 0
      for (let n = Math.min(most, tokens.length - at); n > 0; n--) {
        const words = tokens.slice(at, at + n)
        const found = entries.get(words.map(t => t.norm).join(' '))?.filter(e => fits(e, published))
        const last = words.at(-1)
        if (!found?.[0] || !last || (!last.capital && found[0].kind !== 'institution')) continue
        const spelt = text.slice(words[0]?.start, last.end)
        if (found[0].acronym && spelt !== spelt.toUpperCase()) continue
        return { from: at, to: at + n, code: found[0].code, kind: found[0].kind, others: found.slice(1).map(e => e.code) }
      }
      return null
    }
  }
}

function fits(entry: Entry, published: Day | null): boolean {
  if (entry.kind !== 'holder' || published === null) return true
  const until = entry.to ? `${Number(entry.to.slice(0, 4)) + AFTER_OFFICE_YEARS}${entry.to.slice(4)}` : '9999'
  return (entry.from ?? '') <= published && published <= until
}
