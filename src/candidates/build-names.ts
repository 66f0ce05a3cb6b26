import { bucketed, grouped } from './buckets.ts'
import type { tokenTable } from './build-tokens.ts'
import type { FlatNames } from './flat-names.ts'
import { growingU8, growingU32 } from './growing.ts'
import type { Sections } from './layout.ts'
import { KNOWN } from './requests.ts'
import { MAX_NAMES, NEXT_READING, postingOf, ROLES, roleIn, slotOf, tokenIn, weightByte } from './sections.ts'
import { stringInterner } from './strings.ts'

const ANY = ROLES.indexOf('any')
const NONE: readonly number[] = []
const NO_NAMES: FlatNames = {
  tokens: [],
  starts: new Uint32Array(1),
  slots: new Uint32Array(0),
  keyStarts: new Uint32Array(1),
  keys: new Uint32Array(0),
}

type Tokens = ReturnType<typeof tokenTable>

/** Different names as lists of tokens, and for each token the names that hold it. */
export function nameTable(tokens: Tokens) {
  // The number of a name is that of its text; a text that is read in several ways is kept several times.
  const texts = stringInterner()
  const otherReadings = new Map<number, readonly number[]>()
  const columns = nameColumns(tokens)
  let batch: Batch = { flat: NO_NAMES, tokenOf: tokens.reader(0) }

  const known = (text: string, kind: number): number => {
    const first = texts.find(text)
    if (first < 0 || columns.isPlain(first, kind)) return first
    return otherReadings.get(first)?.find(id => columns.isPlain(id, kind)) ?? -1
  }
  return {
    /** What `idOf` is asked of next; `reader` numbered its tokens. */
    begin(flat: FlatNames, reader: number) {
      batch = { flat, tokenOf: tokens.reader(reader) }
      tokens.hear(flat.tokens, reader)
    },
    isKnown: (text: string, kind: number) => known(text, kind) >= 0,
    /** The number of a name, kept where it is new. `request` is its place in the batch begun last, or KNOWN. */
    idOf(text: string, kind: number, request: number): number {
      if (request === KNOWN) return known(text, kind)
      const count = texts.count
      const first = texts.intern(text)
      if (first === count) return columns.add(first, kind, batch, request)
      const others = otherReadings.get(first) ?? NONE
      const found = [first, ...others].find(id => columns.isSame(id, kind, batch, request))
      if (found !== undefined) return found
      const id = texts.again(text)
      otherReadings.set(first, [...others, id])
      return columns.add(id, kind, batch, request)
    },
    sections: (weights: Float32Array, tokenCount: number): Sections => ({
      nameBytes: texts.bytes(),
      nameTextStarts: texts.starts(),
      ...columns.sections(weights, tokenCount),
    }),
    count: () => texts.count,
  }
}

// Names taken apart, and what leads from their numbers of tokens to those of the index.
type Batch = { readonly flat: FlatNames; readonly tokenOf: (token: number) => number }

// Of each name its kind, its slots and the keys of it as a whole; names come in the order of their numbers.
function nameColumns(tokens: Tokens) {
  const kinds = growingU8()
  const starts = growingU32()
  const slots = growingU32()
  const keys = growingU32()
  const keyNames = growingU32()
  starts.push(0)
  return {
    ...sameName(kinds, starts, slots),
    add(id: number, kind: number, { flat, tokenOf }: Batch, request: number): number {
      if (id === MAX_NAMES) throw new RangeError(`an index holds at most ${MAX_NAMES} different names`)
      kinds.push(kind)
      for (let i = flat.starts[request] as number; i < (flat.starts[request + 1] as number); i++) {
        const slot = flat.slots[i] as number
        slots.push(slot === NEXT_READING ? slot : slotOf(tokenOf(tokenIn(slot)), roleIn(slot)))
      }
      starts.push(slots.length)
      for (let i = flat.keyStarts[request] as number; i < (flat.keyStarts[request + 1] as number); i++) {
        keys.push(flat.keys[i] as number)
        keyNames.push(id)
      }
      countUses(tokens, slots.array, starts.array[id] as number, slots.length)
      return id
    },
    sections(weights: Float32Array, tokenCount: number): Sections {
      const nameWeights = weightsOf(starts.view(), slots.view(), weights)
      const postings = postingsOf(starts.view(), slots.view(), nameWeights, tokenCount)
      const whole = bucketed(keys.view(), keyNames.view(), kinds.length)
      return {
        nameKind: kinds.view(),
        nameStarts: starts.view(),
        nameSlots: slots.view(),
        nameWeight: nameWeights,
        postingStarts: postings.starts,
        postings: postings.values,
        wholeStarts: whole.starts,
        wholeEntries: whole.entries,
      }
    },
  }
}

// A token counts once a name, however often the name holds it.
function countUses(tokens: Tokens, slots: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const slot = slots[i] as number
    if (slot !== NEXT_READING && slots.indexOf(slot, from) === i) tokens.countUse(tokenIn(slot))
  }
}

type Numbers = { readonly array: Uint8Array | Uint32Array }

// Whether a name that is kept is the one asked for: the same text may be read in other ways, by its kind and the roles of its words.
function sameName(kinds: Numbers, starts: Numbers, slots: Numbers) {
  return {
    /** Whether a name is kept under this kind, its words without roles: then it is read so by its text alone. */
    isPlain(id: number, kind: number): boolean {
      if (kinds.array[id] !== kind) return false
      for (let i = starts.array[id] as number; i < (starts.array[id + 1] as number); i++) {
        const slot = slots.array[i] as number
        if (slot === NEXT_READING) return true
        if (roleIn(slot) !== ANY) return false
      }
      return true
    },
    /** Whether a name is kept under this kind with the roles that the words of a request have. */
    isSame(id: number, kind: number, { flat }: Batch, request: number): boolean {
      if (kinds.array[id] !== kind) return false
      const from = flat.starts[request] as number
      const held = starts.array[id] as number
      for (let i = from; i < (flat.starts[request + 1] as number); i++) {
        const slot = flat.slots[i] as number
        if (slot === NEXT_READING) return true
        if (roleIn(slot) !== roleIn(slots.array[held + i - from] as number)) return false
      }
      return true
    },
  }
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
