import { GAP_COSTS, SOUND_COSTS, SOUNDS, SPELLINGS } from './tables/sounds.tables.ts'

/** Twentieths: what one whole edit costs. */
export const EDIT = 20
/** Letters of a word that are compared; the rest of a longer word is ignored. */
export const MAX_LETTERS = 36
const WIDTH = 64
const CODE = new Map([...SOUNDS].map((sound, i) => [sound, i + 1] as const))
const VOWELS = 5
// The vowel that alef, ayin or their like carry at the head of a word, whichever it is.
const CARRIED = WIDTH - 1
const H = CODE.get('h') ?? 0
// One sound for an unlike one is rarer than a slip of the hand, which is counted apart.
const UNLIKE = 28
const UNHEARD = 24
const substitution = new Uint8Array(WIDTH * WIDTH).fill(UNLIKE)
const gap = new Uint8Array(WIDTH).fill(UNHEARD)

for (let i = 0; i < WIDTH; i++) substitution[i * WIDTH + i] = 0
for (const entry of SOUND_COSTS.trim().split(/\s+/)) {
  const [a, b, cost] = [CODE.get(entry[0] ?? '') ?? 0, CODE.get(entry[1] ?? '') ?? 0, Number(entry.slice(2))]
  substitution[a * WIDTH + b] = cost
  substitution[b * WIDTH + a] = cost
}
for (const entry of GAP_COSTS.split(' ')) gap[CODE.get(entry[0] ?? '') ?? 0] = Number(entry.slice(1))
gap[CARRIED] = 12

/** Arrays of a few letters stand side by side in larger buffers: a buffer of its own for each takes twice the memory. */
const ROOM_BYTES = 4096
let buffer = new ArrayBuffer(ROOM_BYTES)
let taken = 0

function room(length: number): Uint8Array {
  if (taken + length > ROOM_BYTES) {
    buffer = new ArrayBuffer(ROOM_BYTES)
    taken = 0
  }
  taken += length
  return new Uint8Array(buffer, taken - length, length)
}

function filled(length: number, value: (i: number) => number): Uint8Array {
  const out = room(length)
  for (let i = 0; i < length; i++) out[i] = value(i)
  return out
}

type Spelling = { readonly written: string; readonly before: string; readonly sounds: string }
const BY_LETTER: ReadonlyMap<string, readonly Spelling[]> = Map.groupBy(
  SPELLINGS.map(([spelling, sounds]): Spelling => {
    const [written = '', before = ''] = spelling.split('+')
    return { written, before, sounds }
  }),
  spelling => spelling.written[0] ?? '',
)
const NONE: readonly Spelling[] = []
const isFollowed = ({ written, before }: Spelling, text: string, at: number): boolean =>
  before === '' || before.includes(text[at + written.length] ?? ' ')

const heard = new Uint8Array(MAX_LETTERS)

/** The sounds of a Latin word, doubles as one. */
export function soundsOf(text: string): Uint8Array {
  const most = Math.min(text.length, MAX_LETTERS)
  let length = 0
  for (let i = 0; i < text.length && length < most; ) {
    const spelling = (BY_LETTER.get(text[i] ?? '') ?? NONE).find(s => text.startsWith(s.written, i) && isFollowed(s, text, i))
    const sounds = spelling?.sounds ?? text[i] ?? ''
    i += spelling?.written.length ?? 1
    for (const sound of sounds) {
      const code = CODE.get(sound) ?? 0
      if (code > 0 && length < most && (length === 0 || heard[length - 1] !== code)) heard[length++] = code
    }
  }
  return filled(length, i => heard[i]!)
}

// Arabic and Hebrew write h where it is a consonant; Latin spelling rarely leaves it out.
const WRITTEN_H = 14
/** What dropping each sound of a word costs that is written in Arabic or Hebrew. */
export const abjadGapsOf = (sounds: Uint8Array): Uint8Array => {
  const gaps = soundGapsOf(sounds, false)
  for (let i = 0; i < sounds.length - 1; i++) if (sounds[i] === H) gaps[i] = Math.max(gaps[i]!, WRITTEN_H)
  return gaps
}

/** Sounds of a word whose script writes at its head only that there is a vowel. */
export const carriedAtHead = (sounds: Uint8Array): Uint8Array =>
  (sounds[0] ?? CARRIED) <= VOWELS ? filled(sounds.length, i => (i === 0 ? CARRIED : sounds[i]!)) : sounds

/** What two words cost that have nothing to do with each other. */
export const FAR = 255

/** The letters of a word as small numbers. */
export function lettersOf(text: string): Uint8Array {
  return filled(Math.min(text.length, MAX_LETTERS), i => {
    const point = text.charCodeAt(i)
    return point >= 97 && point <= 122 ? point - 96 : 27 + (point % 32)
  })
}

/** What dropping each letter costs as a slip of the hand: the second of two equal letters is dropped easily. */
export function letterGapsOf(letters: Uint8Array): Uint8Array {
  return filled(letters.length, i => (i > 0 && letters[i - 1] === letters[i] ? 8 : EDIT))
}

/**
 * What dropping each sound costs: more at the head of a word, less beside another vowel; next to nothing where short vowels
 * are not written, though at the head and the end of a word a vowel always is; `factor` makes all dearer.
 */
export function soundGapsOf(sounds: Uint8Array, vowelFree: boolean, factor = 1): Uint8Array {
  return filled(sounds.length, i => {
    const sound = sounds[i]!
    const cost = factor * (gap[sound] ?? UNHEARD)
    const last = i === sounds.length - 1
    if (vowelFree && sound <= VOWELS && i > 0 && !last) return 4
    if (vowelFree && sound === H) return last && (sounds[i - 1] ?? 9) <= VOWELS ? 4 : UNHEARD - 6
    if (i === 0) return Math.min(UNHEARD, cost + 6)
    return sound <= VOWELS && (sounds[i - 1] ?? 9) <= VOWELS ? 9 * factor : cost
  })
}

/** Costs of replacing: letters as typed, sounds as heard, and sounds where one side does not write its vowels. */
export const TYPED = new Uint8Array(WIDTH * WIDTH).fill(EDIT)
export const HEARD = substitution
export const VOWEL_FREE = substitution.slice()
for (let i = 0; i < WIDTH; i++) TYPED[i * WIDTH + i] = 0
/** As HEARD, for scripts of whole syllables that write foreign names: l and r are one, and so are b and v. */
export const SYLLABIC = substitution.slice()
for (const pair of [
  'lr',
  'bv',
  'sT',
  'zD',
  'hf',
  'bf',
  'sS',
  'uo',
  'ei',
  'uv',
  'kX',
  'kg',
  'pb',
  'td',
  'Ck',
  'tC',
  'zJ',
  'xs',
  'xS',
  'kQ',
]) {
  const [a, b] = [CODE.get(pair[0] ?? '') ?? 0, CODE.get(pair[1] ?? '') ?? 0]
  SYLLABIC[a * WIDTH + b] = Math.min(5, SYLLABIC[a * WIDTH + b] ?? 5)
  SYLLABIC[b * WIDTH + a] = Math.min(5, SYLLABIC[b * WIDTH + a] ?? 5)
}
// Syllables are exact but for the systems' own differences: all else costs double.
function syllables(pairs: readonly string[]): Uint8Array {
  const costs = substitution.map(cost => Math.min(60, cost * 2))
  for (const pair of ['ij', ...pairs]) {
    const [a, b] = [CODE.get(pair[0] ?? '') ?? 0, CODE.get(pair[1] ?? '') ?? 0]
    costs[a * WIDTH + b] = costs[b * WIDTH + a] = pair === 'ij' ? 60 : 5
  }
  return costs
}

// As another table, but with some pairs all but equal.
function withPairs(costs: Uint8Array, pairs: string): Uint8Array {
  const out = costs.slice()
  for (const entry of pairs.split(' ')) {
    const [a, b] = [CODE.get(entry[0] ?? '') ?? 0, CODE.get(entry[1] ?? '') ?? 0]
    out[a * WIDTH + b] = out[b * WIDTH + a] = Number(entry.slice(2))
  }
  return out
}

/** As HEARD, between pinyin and other spellings of Chinese. */
export const SINITIC = syllables(['ZC', 'jC', 'qC', 'xS', 'bp', 'dt', 'gk', 'zQ', 'cQ', 'rj', 'Zj'])
/** As HEARD, between Armenian names: the western language voices what the eastern does not, and the reverse. */
export const ARMENIAN = withPairs(HEARD, 'bp2 dt2 gk2 kq2 JC3 jC3 QC8')
/** As SINITIC, between two words in pinyin, where q is ch. */
export const PINYIN = withPairs(SINITIC, 'qg50 qk40')
/** As HEARD, between the romanisations of Korean. */
export const KOREAN = syllables(['bp', 'dt', 'gk', 'jC', 'lr', 'sS'])

const [U, W, I, Y] = [...'uwij'].map(sound => CODE.get(sound) ?? 0) as [number, number, number, number]
for (const [a, b] of [
  [U, W],
  [I, Y],
] as const)
  VOWEL_FREE[a * WIDTH + b] = VOWEL_FREE[b * WIDTH + a] = 3
for (let i = 1; i <= VOWELS; i++) for (let j = 1; j <= VOWELS; j++) VOWEL_FREE[i * WIDTH + j] = i === j ? 0 : 4

for (let i = 1; i <= VOWELS; i++) VOWEL_FREE[i * WIDTH + CARRIED] = VOWEL_FREE[CARRIED * WIDTH + i] = 0
/** As VOWEL_FREE, for Arabic script, whose consonants are few and sure, and whose written vowels are long. */
export const ARABIC = withPairs(VOWEL_FREE, 'SJ26 Sj26 SZ22 sz10 bp14 fv9 ui10 oi10 ue10 oe9 ia10 ua10 Gh24 gh24')
/** As VOWEL_FREE, for Hebrew letters that write two sounds each. */
export const HEBREW = withPairs(VOWEL_FREE, 'bv3 pf3 kX3 kC4 hX2 hC3 Ss3 Qz4 Qs5 QC5 vo4 vu4 wo4 wu4 tT1 gJ6 zZ4 zs6 ij2 Gg2 kx6')
/** As VOWEL_FREE, for Thai, Lao and Khmer, whose aspirates and finals Latin spelling writes in many ways. */
export const SOUTHEAST = withPairs(VOWEL_FREE, 'pf2 tT1 kX2 td4 dT5 pb4 bf5 kg4 gX5 CJ4 jC4 vw1 vo5 wo5 nl6 nr6 lr4 tS8 ts8 sS4 sx6 Cx7')

const rowA = new Int32Array(MAX_LETTERS + 1)
const rowB = new Int32Array(MAX_LETTERS + 1)
const rowC = new Int32Array(MAX_LETTERS + 1)
const SWAP = 16

/** A word as the distance takes it: its letters or sounds, and what dropping each costs. */
export type Spelled = { readonly codes: Uint8Array; readonly gaps: Uint8Array }

/**
 * What it costs to turn one word into another, in twentieths of an edit: insert, delete, replace, swap of neighbours.
 * At `limit` and above it is FAR.
 */
export function distance(a: Spelled, b: Spelled, costs: Uint8Array, limit: number): number {
  const x = a.codes
  const y = b.codes
  const n = x.length
  const m = y.length
  let before = rowA
  let previous = rowB
  let row = rowC
  previous[0] = 0
  for (let j = 0; j < m; j++) previous[j + 1] = previous[j]! + b.gaps[j]!
  for (let i = 0; i < n; i++) {
    const letter = x[i]!
    const dropped = a.gaps[i]!
    const base = letter * WIDTH
    let left = previous[0]! + dropped
    row[0] = left
    let least = left
    for (let j = 0; j < m; j++) {
      const other = y[j]!
      let cost = previous[j]! + costs[base + other]!
      const across = previous[j + 1]! + dropped
      if (across < cost) cost = across
      const down = left + b.gaps[j]!
      if (down < cost) cost = down
      if (i > 0 && j > 0 && letter === y[j - 1] && other === x[i - 1] && letter !== other) {
        const swapped = before[j - 1]! + SWAP
        if (swapped < cost) cost = swapped
      }
      row[j + 1] = cost
      left = cost
      if (cost < least) least = cost
    }
    if (least >= limit) return FAR
    const spare = before
    before = previous
    previous = row
    row = spare
  }
  const cost = previous[m]!
  return cost >= limit ? FAR : cost
}
