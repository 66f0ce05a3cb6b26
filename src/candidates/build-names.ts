import { grouped, type Keyed } from './buckets.ts'
import type { tokenTable } from './build-tokens.ts'
import type { FlatNames } from './flat-names.ts'
import { growingU8, growingU32, numbersBelow } from './growing.ts'
import type { Sections } from './layout.ts'
import type { Taken } from './name-threads.ts'
import type { Asked, Requests } from './requests.ts'
import { MAX_NAMES, NEXT_READING, postingOf, roleIn, slotOf, tokenIn, weightByte } from './sections.ts'
import type { Interner } from './strings.ts'

const NONE: readonly number[] = []
type Tokens = ReturnType<typeof tokenTable>

/** Different names as lists of tokens, and for each token the names that hold it. */
export function nameTable(requests: Requests, tokens: Tokens) {
  const columns = nameColumns(tokens)
  // Of each request its name, of each name its text.
  const nameOf = growingU32()
  const textOf = growingU32()
  // Of each text the name kept first, plus one, and those that its other readings are.
  const firstOf = growingU32()
  const otherReadings = new Map<number, readonly number[]>()

  // The same text may be read in other ways, by its kind and the roles of its words; and in one way for two sets of parts.
  const keep = (batch: Batch, request: number): number => {
    const text = requests.textOf(request)
    const kind = requests.kindOf(request)
    while (firstOf.length <= text) firstOf.push(0)
    const first = (firstOf.array[text] as number) - 1
    const others = first < 0 ? NONE : [first, ...(otherReadings.get(text) ?? NONE)]
    const same = others.find(name => columns.isSame(name, kind, batch, request))
    if (same !== undefined) return same
    textOf.push(text)
    const name = columns.add(kind, batch, request)
    if (first < 0) firstOf.array[text] = name + 1
    else otherReadings.set(text, [...others.slice(1), name])
    return name
  }
  return {
    /** Keeps names asked for, with the batches of them as they were taken apart; called in the order of the requests. */
    keep({ first, places }: Asked, taken: readonly Taken[]) {
      for (const { flat, reader } of taken) tokens.hear(flat.tokens, reader)
      const batch = { first, places, parts: taken.map(({ flat, reader }) => ({ flat, ids: tokens.idsOf(reader) })) }
      for (let i = 0; i < places.length; i++) nameOf.push(keep(batch, first + i))
    },
    /** The name of each request. */
    ofRequests: () => nameOf.view(),
    sections: (weights: Float32Array, tokenCount: number): Sections => ({
      ...textSections(requests.texts, textOf.view()),
      ...columns.sections(weights, tokenCount),
    }),
    /** The names by the keys of each as a whole. */
    keyed: () => columns.keyed(),
    count: () => textOf.length,
  }
}

// The texts of the names; one that is read in several ways is written several times.
function textSections(texts: Interner, textOf: Uint32Array): Sections {
  if (textOf.every((text, name) => text === name)) return { nameBytes: texts.bytes(), nameTextStarts: texts.starts() }
  const [bytes, starts] = [texts.bytes(), texts.starts()]
  const nameBytes = growingU8(bytes.length)
  const nameTextStarts = new Uint32Array(textOf.length + 1)
  textOf.forEach((text, name) => {
    nameBytes.append(bytes, starts[text] as number, starts[text + 1] as number)
    nameTextStarts[name + 1] = nameBytes.length
  })
  return { nameBytes: nameBytes.view(), nameTextStarts }
}

// Names taken apart in parts, each with what leads from its numbers of tokens to those of the index; and where each request is.
type Part = { readonly flat: FlatNames; readonly ids: Uint32Array }
type Batch = Pick<Asked, 'first' | 'places'> & { readonly parts: readonly Part[] }

// Where a request is within its part.
const placeIn = ({ places, first }: Batch, request: number): number => (places[request - first] as number) >> 1
const partOf = ({ places, first, parts }: Batch, request: number): Part => parts[(places[request - first] as number) & 1] as Part

// Of each name its kind, its slots and the keys of it as a whole; names come in the order of their numbers.
function nameColumns(tokens: Tokens) {
  const kinds = growingU8()
  const starts = growingU32()
  const slots = growingU32()
  const keys = growingU32()
  const keyNames = growingU32()
  starts.push(0)
  return {
    /** Keeps the name of a request; gives its number. */
    add(kind: number, batch: Batch, request: number): number {
      const { flat, ids } = partOf(batch, request)
      const at = placeIn(batch, request)
      const name = kinds.length
      if (name === MAX_NAMES) throw new RangeError(`an index holds at most ${MAX_NAMES} different names`)
      kinds.push(kind)
      for (let i = flat.starts[at] as number; i < (flat.starts[at + 1] as number); i++) {
        const slot = flat.slots[i] as number
        slots.push(slot === NEXT_READING ? slot : slotOf(ids[tokenIn(slot)] as number, roleIn(slot)))
      }
      starts.push(slots.length)
      for (let i = flat.keyStarts[at] as number; i < (flat.keyStarts[at + 1] as number); i++) {
        keys.push(flat.keys[i] as number)
        keyNames.push(name)
      }
      countUses(tokens, slots.array, starts.array[name] as number, slots.length)
      return name
    },
    /** Whether a name is kept under this kind with the roles that the words of a request have. */
    isSame(name: number, kind: number, batch: Batch, request: number): boolean {
      if (kinds.array[name] !== kind) return false
      const { flat } = partOf(batch, request)
      const at = placeIn(batch, request)
      const from = flat.starts[at] as number
      const held = starts.array[name] as number
      for (let i = from; i < (flat.starts[at + 1] as number); i++) {
        const slot = flat.slots[i] as number
        if (slot === NEXT_READING) return true
        if (roleIn(slot) !== roleIn(slots.array[held + i - from] as number)) return false
      }
      return true
    },
    keyed: (): Keyed => ({ hashes: keys.view(), values: keyNames.view(), numbers: kinds.length }),
    sections(weights: Float32Array, tokenCount: number): Sections {
      const nameWeights = weightsOf(starts.view(), slots.view(), weights)
      const postings = postingsOf(starts.view(), slots.view(), nameWeights, tokenCount)
      return {
        nameKind: kinds.view(),
        nameStarts: starts.view(),
        nameSlots: slots.view(),
        nameWeight: nameWeights,
        postingStarts: postings.starts,
        postings: postings.values,
      }
    },
  }
}

// A token counts once a name, however often the name holds it.
function countUses(tokens: Tokens, slots: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const slot = slots[i] as number
    let first = from
    while (slots[first] !== slot) first++
    if (slot !== NEXT_READING && first === i) tokens.countUse(tokenIn(slot))
  }
}

// For each token the names that hold it, the lightest first: a search reads as far as a name may weigh.
function postingsOf(starts: Uint32Array, slots: Uint32Array, weights: Uint8Array, tokenCount: number) {
  const keys = growingU32(slots.length)
  const values = growingU32(slots.length)
  const last = new Uint32Array(tokenCount) // the last name put under each token, plus one
  for (const name of grouped(new Uint32Array(weights), numbersBelow(weights.length), 256).values) {
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
