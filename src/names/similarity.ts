import { lettersIn } from './join.ts'
import { LINK } from './kinds.ts'
import { endingOf } from './lexicon.ts'
import {
  ARABIC,
  ARMENIAN,
  distance,
  EDIT,
  FAR,
  HEARD,
  HEBREW,
  KOREAN,
  lettersOf,
  PINYIN,
  SINITIC,
  SOUTHEAST,
  SYLLABIC,
  TYPED,
} from './sounds.ts'
import type { NameToken } from './token.ts'
import type { LinkKind } from './types.ts'

const NOTHING = 0

/** Edits of a word of that many letters at which it is as likely another word; in twentieths. */
const TOLERANCE: readonly number[] = [1, 5, 14, 25, 31, 36, 42, 46, 48, 50, 52, 54, 56, 57, 58, 59, 60]
const LIMIT = 110
const SIMILARITY = TOLERANCE.map(tolerance =>
  Float64Array.from({ length: 256 }, (_, cost) => (cost >= LIMIT ? 0 : Math.exp(-Math.LN2 * (cost / tolerance) ** 1.6))),
)

const SLOTS = 1 << 16
const slotA = new Int32Array(SLOTS)
const slotB = new Int32Array(SLOTS)
const slotValue = new Int32Array(SLOTS)

/** Likeness of two tokens as one number: similarity in thousandths times sixteen, plus the number of the kind of link. */
export function likeness(a: NameToken, b: NameToken): number {
  if (a === b) return 1000 * 16 + 1
  const slot = (Math.imul(a.id, 0x9e3779b1) ^ Math.imul(b.id, 0x85ebca6b)) >>> 16
  if (slotA[slot] === a.id && slotB[slot] === b.id) return slotValue[slot] ?? NOTHING
  const value = measure(a, b)
  slotA[slot] = a.id
  slotB[slot] = b.id
  slotValue[slot] = value
  return value
}

/** The similarity in a likeness. */
export const similarityOf = (value: number): number => (value >> 4) / 1000
/** The number of the kind of link in a likeness. */
export const kindOf = (value: number): number => value & 15
const pack = (similarity: number, kind: LinkKind): number => Math.round(similarity * 1000) * 16 + LINK[kind]

function measure(a: NameToken, b: NameToken): number {
  if (a.kind === 'number' || b.kind === 'number') return numbers(a, b)
  if (a.kind === 'legal-form' || b.kind === 'legal-form')
    return a.kind === b.kind && a.symbol === b.symbol ? pack(1, 'legal-form') : NOTHING
  if (a.kind === 'initial' || b.kind === 'initial') return initials(a, b)
  if (a.script === b.script && a.script === 'Hani') return characters(a.original, b.original, a.text === b.text)
  if (a.script === b.script && a.script === 'Hang') return characters(a.original, b.original, false)
  if (a.text === b.text) return pack(1, a.script === b.script ? 'same' : 'script')
  if (a.kind === 'particle' || b.kind === 'particle') return particles(a, b)
  if (a.symbol !== '' && a.symbol === b.symbol && a.symbol !== 'c:title' && a.symbol !== 'c:rank')
    return pack(0.97, a.group > 0 && a.group === b.group ? 'sound' : 'symbol')
  if (a.kind === b.kind && (a.kind === 'place' || a.kind === 'sector')) return NOTHING
  if (backwards(a, b)) return pack(BACKWARDS, 'edits')
  if (!(a.known && b.known) && exchanged(a.text, b.text)) return pack(EXCHANGED, 'edits')
  const nickname = sharedNickname(a, b)
  const cost = costOf(a, b)
  const similarity = SIMILARITY[tellingLength(a, b)]?.[cost] ?? 0
  if (nickname > similarity + NEARER) return pack(nickname, 'nickname')
  if (
    similarity > OTHER_GENDER &&
    (a.known || b.known) &&
    a.script === b.script &&
    (a.text.length === b.text.length || (a.ending.group === 0 && b.ending.group === 0)) &&
    differsInGender(a.text, b.text)
  )
    return pack(OTHER_GENDER, 'edits')
  if (similarity < SYLLABLE && oneSyllable(a, b)) return pack(SYLLABLE, 'sound')
  if (similarity > OTHER_SYLLABLE && a.syllables.length > 0 && b.syllables.length > 0 && !oneSyllable(a, b) && a.script === b.script)
    return pack(OTHER_SYLLABLE, 'edits')
  return similarity < 0.05 ? NOTHING : pack(similarity, a.script !== b.script ? 'script' : soundAlike(a, b) ? 'sound' : 'edits')
}

// The two letters of a short word exchanged ("Uy" for "Yu").
const EXCHANGED = 0.7
const exchanged = (a: string, b: string): boolean => a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]

const OTHER_GENDER = 0.45
// A word that is spelt nearly alike is a spelling rather than a short form.
const NEARER = 0.1

// Letters that tell: the mean length, less most of an ending that both share with many names.
const SHARED_ENDING = 0.8
function tellingLength(a: NameToken, b: NameToken): number {
  const [x, y] = [a.ending, b.ending]
  const shared = x.group > 0 && x.group === y.group ? SHARED_ENDING * (x.length + y.length) : 0
  return Math.min(TOLERANCE.length - 1, Math.max(1, Math.round((a.text.length + b.text.length - shared) / 2)))
}

// One Korean syllable in two romanisations, and two syllables that only look alike.
const SYLLABLE = 0.9
const OTHER_SYLLABLE = 0.45
const oneSyllable = (a: NameToken, b: NameToken): boolean => a.syllables.some(syllable => b.syllables.includes(syllable))

const BACKWARDS = 0.7

// Text whose direction was lost ("nituP"), one slip allowed, or several where all letters are there.
function backwards(a: NameToken, b: NameToken): boolean {
  const n = a.text.length
  if (n !== b.text.length || n < 4 || a.text[0] !== b.text[n - 1] || a.text[n - 1] !== b.text[0]) return false
  if (n > 6 && lettersOf(a.text).sort().join() === lettersOf(b.text).sort().join()) return true
  return distance({ codes: a.typed.codes.slice().reverse(), gaps: a.typed.gaps }, b.typed, TYPED, EDIT + 1) !== FAR
}

const abjad = (token: NameToken): boolean => token.script === 'Arab' || token.script === 'Hebr'
const syllabic = (token: NameToken): boolean => token.script === 'Kana' || (token.script === 'Hani' && [...token.original].length > 2)
// Names of whole syllables, whose romanisation is exact but for the systems' own differences.
const isSyllables = (token: NameToken): boolean => token.script === 'Hani' || token.script === 'Hang'
const soundAlike = (a: NameToken, b: NameToken): boolean => a.skeleton !== '' && a.skeleton === b.skeleton

// Letters that only pinyin has where it surely is pinyin.
const PINYIN_LETTERS = lettersIn('zxq')

// Heard alike is never nearer than about half of what the spelling says.
const HEARD_SHARE = 0.45
// German writes five letters for one sound: what the spelling adds is bounded.
const HEARD_MOST = 16
// Short words and syllables of East Asian names differ in little.
const SHORT = 4
const STRICT = 1.5
// Two known names that look alike are still two names.
const KNOWN_APART = 12
// Of two names whose spellings are listed, neither is a spelling of the other.
const GROUPS_APART = 20
// The last vowel tells man from woman (Antonio, Antonia; Angel, Angela).
const GENDER = 30

function costOf(a: NameToken, b: NameToken): number {
  let typed = distance(a.typed, b.typed, TYPED, LIMIT)
  if (a.script === b.script && abjad(a)) return typed
  const pinyin = a.script === b.script && (a.letters & b.letters & PINYIN_LETTERS) !== 0 && a.pinyin && b.pinyin
  if (pinyin) typed *= STRICT
  let heard = pinyin ? distance(a.strict, b.strict, PINYIN, LIMIT) : heardBetween(a, b)
  if (heard === FAR && typed === FAR) return FAR
  if (a.text.length + b.text.length <= 2 * SHORT && !isSyllables(a) && !isSyllables(b)) heard *= STRICT
  if (a.script !== b.script && (isSyllables(a) || isSyllables(b)) && !syllabic(a) && !syllabic(b)) typed *= STRICT
  if (a.script === b.script) heard = Math.max(heard, Math.min(typed * HEARD_SHARE, heard + HEARD_MOST))
  let cost = Math.min(heard, typed)
  if (differsInGender(a.text, b.text)) cost = Math.max(cost, GENDER)
  if (a.group > 0 && b.group > 0) cost += GROUPS_APART
  else if (twoNames(a, b)) cost += KNOWN_APART
  return Math.min(LIMIT, Math.round(cost))
}

// What Arabic and Hebrew leave unwritten may make a word look like a known one, so there its variant group must say so.
const twoNames = (a: NameToken, b: NameToken): boolean =>
  a.script === b.script || (!UNVOWELED[a.script] && !UNVOWELED[b.script]) ? a.known && b.known : a.group > 0 && b.group > 0

// Scripts that write vowels in part or in places of their own, and the costs of their sounds.
const UNVOWELED: Readonly<Record<string, Uint8Array>> = {
  Arab: ARABIC,
  Hebr: HEBREW,
  Thai: SOUTHEAST,
  Laoo: SOUTHEAST,
  Khmr: SOUTHEAST,
}

const ARMENIAN_ENDING = endingOf('petrosyan').group

function heardBetween(a: NameToken, b: NameToken): number {
  if (a.script !== b.script && (syllabic(a) || syllabic(b))) return distance(a.bare, b.bare, SYLLABIC, LIMIT)
  if (a.script === 'Hang' || b.script === 'Hang') return distance(a.strict, b.strict, KOREAN, LIMIT)
  if (a.script === 'Hani' || b.script === 'Hani') return distance(a.strict, b.strict, SINITIC, LIMIT)
  const unvoweled = UNVOWELED[a.script]
  if (unvoweled) return distance(a.heard, b.bare, unvoweled, LIMIT)
  const other = UNVOWELED[b.script]
  if (other) return distance(a.bare, b.heard, other, LIMIT)
  const armenian = a.ending.group === ARMENIAN_ENDING && b.ending.group === ARMENIAN_ENDING
  return distance(a.heard, b.heard, armenian ? ARMENIAN : HEARD, LIMIT)
}

// What makes a woman's name of a man's.
const FEMININE: ReadonlySet<string> = new Set(['a', 'ka', 'ina', 'ica', 'ita', 'ette', 'ine'])

function differsInGender(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  if (shorter.length < 4 || longer.length - shorter.length > 4) return false
  if (a.length !== b.length) return longer.startsWith(shorter) && FEMININE.has(longer.slice(shorter.length))
  const [x, y] = [a[a.length - 1], b[b.length - 1]]
  return ((x === 'a' && y === 'o') || (x === 'o' && y === 'a')) && a.startsWith(b.slice(0, -1))
}

// A particle is its group; a slip in it must not make a word of it ("xal-Assad").
function particles(a: NameToken, b: NameToken): number {
  if (a.kind === b.kind) return a.symbol === b.symbol ? pack(1, 'symbol') : NOTHING
  const near = !a.known && !b.known && Math.abs(a.text.length - b.text.length) <= 1 && distance(a.typed, b.typed, TYPED, EDIT + 1) !== FAR
  return near ? pack(0.7, 'edits') : NOTHING
}

function numbers(a: NameToken, b: NameToken): number {
  if (a.kind !== b.kind) return NOTHING
  return a.symbol === b.symbol ? pack(1, 'number') : NOTHING
}

// Scripts of letters, whose names are shortened to initials.
const lettered = (token: NameToken): boolean => token.script === 'Latn' || token.script === 'Cyrl' || token.script === 'Grek'

function initials(a: NameToken, b: NameToken): number {
  if (a.kind === b.kind) return a.text === b.text ? pack(1, 'same') : NOTHING
  if (oneSyllable(a, b)) return pack(SYLLABLE, 'sound')
  const [initial, word] = a.kind === 'initial' ? [a, b] : [b, a]
  if (word.kind !== 'word' || !lettered(initial) || !lettered(word)) return NOTHING
  if (word.text.length === 2 && word.text[1] === initial.text) return pack(0.62, 'edits')
  return word.text.startsWith(initial.text) || word.heard.codes[0] === initial.heard.codes[0] ? pack(0.9, 'initial') : NOTHING
}

/** Words of whole syllables: one of two that differs is another name, however alike it sounds. */
function characters(a: string, b: string, sameSound: boolean): number {
  if (a === b) return pack(1, 'same')
  const x = [...a]
  const y = [...b]
  const longer = Math.max(x.length, y.length)
  let equal = 0
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] === y[i]) equal++
  const share = equal / longer
  return pack(sameSound ? Math.max(0.75, share) : share < 0.7 ? share * 0.5 : share * 0.9, sameSound ? 'sound' : 'edits')
}

function sharedNickname(a: NameToken, b: NameToken): number {
  for (const x of a.nicknames) for (const y of b.nicknames) if (x === -y || (x > 0 && x === y)) return x === y ? 0.5 : 0.86
  return 0
}

/** Positions in `a` that were edited to make `b`, for the reader. */
export function editedPositions(a: string, b: string): readonly number[] {
  const width = b.length + 1
  const cost = new Int32Array((a.length + 1) * width)
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      const at = i * width + j
      if (i === 0 || j === 0) cost[at] = i + j
      else
        cost[at] = Math.min(
          (cost[at - width] ?? 0) + 1,
          (cost[at - 1] ?? 0) + 1,
          (cost[at - width - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        )
    }
  const out = new Set<number>()
  let i = a.length
  let j = b.length
  while (i > 0 || j > 0) {
    const here = cost[i * width + j] ?? 0
    if (i > 0 && j > 0 && here === (cost[(i - 1) * width + j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)) {
      if (a[i - 1] !== b[j - 1]) out.add(i - 1)
      i--
      j--
    } else if (i > 0 && here === (cost[(i - 1) * width + j] ?? 0) + 1) out.add(--i)
    else {
      out.add(Math.min(i, a.length - 1))
      j--
    }
  }
  return [...out].filter(p => p >= 0).sort((x, y) => x - y)
}
