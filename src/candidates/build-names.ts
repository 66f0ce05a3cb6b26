import { type AnalysedName, type NameKind, type NameParts, type NameRole, nameReader } from '../names/index.ts'
import { bucketed, grouped } from './buckets.ts'
import type { tokenTable } from './build-tokens.ts'
import { growingU8, growingU32 } from './growing.ts'
import { wholeKeys } from './keys.ts'
import type { Sections } from './layout.ts'
import { KINDS, MAX_NAMES, NEXT_READING, postingOf, ROLES, roleIn, slotOf, tokenIn, weightByte } from './sections.ts'
import { stringInterner } from './strings.ts'
import type { StatedName } from './types.ts'

const ANY = ROLES.indexOf('any')
const NONE: readonly number[] = []

/** Different names as lists of tokens, and for each token the names that hold it. */
export function nameTable(tokens: ReturnType<typeof tokenTable>) {
  // The number of a name is that of its text; a text that is read in several ways is kept several times.
  const texts = stringInterner()
  const read = nameReader()
  const otherReadings = new Map<number, readonly number[]>()
  const kinds = growingU8()
  const starts = growingU32()
  const slots = growingU32()
  const wholeHashes = growingU32()
  const wholeNames = growingU32()
  starts.push(0)

  const put = (name: AnalysedName) => {
    name.tokens.forEach((token, i) => {
      slots.push(slotOf(tokens.idOf(token), ROLES.indexOf(name.roles[i] ?? 'any')))
    })
  }
  const same = (id: number, name: AnalysedName) => {
    if (kinds.array[id] !== KINDS.indexOf(name.kind)) return false
    const from = starts.array[id] as number
    return name.roles.every((role: NameRole, i) => roleIn(slots.array[from + i] as number) === ROLES.indexOf(role))
  }
  // Without parts given beside it a name is read by its text and kind alone, so one that is known is not taken apart again.
  const idOf = (stated: StatedName, kind: NameKind, parts: NameParts | undefined): number => {
    const { text } = stated
    const known = texts.count
    const first = texts.intern(text)
    if (first === known) return add(first, read(stated.read ?? text, kind, parts))
    const others = otherReadings.get(first) ?? NONE
    if (!parts && others.length === 0 && isPlain(first, kind)) return first
    const name = read(stated.read ?? text, kind, parts)
    const found = [first, ...others].find(id => same(id, name))
    if (found !== undefined) return found
    const id = texts.again(text)
    otherReadings.set(first, [...others, id])
    return add(id, name)
  }
  // Whether a name is kept under this kind, its words without roles.
  const isPlain = (id: number, kind: NameKind) => {
    if (kinds.array[id] !== KINDS.indexOf(kind)) return false
    for (let i = starts.array[id] as number; i < (starts.array[id + 1] as number); i++) {
      const slot = slots.array[i] as number
      if (slot === NEXT_READING) return true
      if (roleIn(slot) !== ANY) return false
    }
    return true
  }
  const add = (id: number, name: AnalysedName): number => {
    if (id === MAX_NAMES) throw new RangeError(`an index holds at most ${MAX_NAMES} different names`)
    kinds.push(KINDS.indexOf(name.kind))
    put(name)
    for (const reading of name.alternatives) {
      slots.push(NEXT_READING)
      put(reading)
    }
    starts.push(slots.length)
    wholeKeys(name, key => {
      wholeHashes.push(key)
      wholeNames.push(id)
    })
    countUses(id)
    return id
  }
  // A token counts once a name, however often the name holds it.
  const countUses = (id: number) => {
    const from = starts.array[id] as number
    for (let i = from; i < (starts.array[id + 1] as number); i++) {
      const slot = slots.array[i] as number
      if (slot !== NEXT_READING && slots.array.indexOf(slot, from) === i) tokens.countUse(tokenIn(slot))
    }
  }
  const sections = (weights: Float32Array, tokenCount: number): Sections => {
    const nameWeights = weightsOf(starts.view(), slots.view(), weights)
    const postings = postingsOf(starts.view(), slots.view(), nameWeights, tokenCount)
    const whole = bucketed(wholeHashes.view(), wholeNames.view(), texts.count)
    return {
      nameBytes: texts.bytes(),
      nameTextStarts: texts.starts(),
      nameKind: kinds.view(),
      nameStarts: starts.view(),
      nameSlots: slots.view(),
      nameWeight: nameWeights,
      postingStarts: postings.starts,
      postings: postings.values,
      wholeStarts: whole.starts,
      wholeEntries: whole.entries,
    }
  }
  return { idOf, sections, count: () => texts.count }
}

// For each token the names that hold it, the lightest first: a search reads as far as a name may weigh.
function postingsOf(starts: Uint32Array, slots: Uint32Array, weights: Uint8Array, tokenCount: number) {
  const keys = growingU32(slots.length)
  const values = growingU32(slots.length)
  const last = new Uint32Array(tokenCount) // the last name put under each token, plus one
  const names = Uint32Array.from(weights, (_, name) => name)
  for (const name of grouped(Uint32Array.from(weights), names, 256).values) {
    for (let i = starts[name] as number; i < (starts[name + 1] as number); i++) {
      if (slots[i] === NEXT_READING) continue
      const token = tokenIn(slots[i] as number)
      if (last[token] === name + 1) continue
      last[token] = name + 1
      keys.push(token)
      values.push(postingOf(name, weights[name] as number))
    }
  }
  return grouped(keys.view(), values.view(), tokenCount)
}

// What the tokens of a name's first reading weigh together.
function weightsOf(starts: Uint32Array, slots: Uint32Array, weights: Float32Array): Uint8Array {
  const out = new Uint8Array(starts.length - 1)
  for (let name = 0; name < out.length; name++) {
    let sum = 0
    for (let i = starts[name] as number; i < (starts[name + 1] as number); i++) {
      if (slots[i] === NEXT_READING) break
      sum += weights[tokenIn(slots[i] as number)] as number
    }
    out[name] = weightByte(sum)
  }
  return out
}
