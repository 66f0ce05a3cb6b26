import { type AnalysedName, type NameRole, wholeKeys } from '../names/index.ts'
import { bucketed, grouped } from './buckets.ts'
import type { tokenTable } from './build-tokens.ts'
import { growingU8, growingU32 } from './growing.ts'
import { hashText } from './hash.ts'
import type { Sections } from './layout.ts'
import { KINDS, NEXT_READING, ROLES } from './sections.ts'
import type { Interner } from './strings.ts'

/** Different names as lists of tokens, and for each token the names that hold it. */
export function nameTable(strings: Interner, tokens: ReturnType<typeof tokenTable>) {
  const texts = growingU32()
  const kinds = growingU8()
  const starts = growingU32()
  const slots = growingU32()
  const roles = growingU8()
  const wholeHashes = growingU32()
  const wholeNames = growingU32()
  const newest = growingU32() // by text: the newest name with it, plus one
  const before = growingU32() // by name: the name before it with the same text, plus one
  starts.push(0)

  const put = (name: AnalysedName) => {
    name.tokens.forEach((token, i) => {
      slots.push(tokens.idOf(token))
      roles.push(ROLES.indexOf(name.roles[i] ?? 'any'))
    })
  }
  const same = (id: number, name: AnalysedName) => {
    if (kinds.array[id] !== KINDS.indexOf(name.kind)) return false
    const from = starts.array[id] as number
    return name.roles.every((role: NameRole, i) => (roles.array[from + i] as number) === ROLES.indexOf(role))
  }
  const idOf = (name: AnalysedName): number => {
    const text = strings.intern(name.text)
    while (newest.length <= text) newest.push(0)
    for (let id = newest.array[text] as number; id !== 0; id = before.array[id - 1] as number) if (same(id - 1, name)) return id - 1
    const id = texts.length
    texts.push(text)
    kinds.push(KINDS.indexOf(name.kind))
    before.push(newest.array[text] as number)
    newest.array[text] = id + 1
    put(name)
    for (const reading of name.alternatives) {
      slots.push(NEXT_READING)
      roles.push(0)
      put(reading)
    }
    starts.push(slots.length)
    for (const key of wholeKeys(name)) {
      wholeHashes.push(hashText(key))
      wholeNames.push(id)
    }
    countUses(id)
    return id
  }
  const seen = new Set<number>()
  const countUses = (id: number) => {
    seen.clear()
    for (let i = starts.array[id] as number; i < (starts.array[id + 1] as number); i++) {
      const token = slots.array[i] as number
      if (token === NEXT_READING || seen.has(token)) continue
      seen.add(token)
      tokens.uses.array[token] = (tokens.uses.array[token] as number) + 1
    }
  }
  const sections = (weights: Float32Array, tokenCount: number): Sections => {
    const postings = postingsOf(starts.view(), slots.view(), tokenCount)
    const whole = bucketed(wholeHashes.view(), wholeNames.view())
    return {
      nameText: texts.view(),
      nameKind: kinds.view(),
      nameStarts: starts.view(),
      nameSlots: slots.view(),
      nameRoles: roles.view(),
      nameWeight: weightsOf(starts.view(), slots.view(), weights),
      postingStarts: postings.starts,
      postings: postings.values,
      wholeStarts: whole.starts,
      wholePairs: whole.pairs,
    }
  }
  return { idOf, sections, count: () => texts.length }
}

function postingsOf(starts: Uint32Array, slots: Uint32Array, tokenCount: number) {
  const keys = growingU32(slots.length)
  const values = growingU32(slots.length)
  const last = new Uint32Array(tokenCount) // the last name put under each token, plus one
  for (let name = 0; name + 1 < starts.length; name++) {
    for (let i = starts[name] as number; i < (starts[name + 1] as number); i++) {
      const token = slots[i] as number
      if (token === NEXT_READING || last[token] === name + 1) continue
      last[token] = name + 1
      keys.push(token)
      values.push(name)
    }
  }
  return grouped(keys.view(), values.view(), tokenCount)
}

// What the tokens of a name's first reading weigh together.
function weightsOf(starts: Uint32Array, slots: Uint32Array, weights: Float32Array): Float32Array {
  const out = new Float32Array(starts.length - 1)
  for (let name = 0; name < out.length; name++) {
    let sum = 0
    for (let i = starts[name] as number; i < (starts[name + 1] as number); i++) {
      if (slots[i] === NEXT_READING) break
      sum += weights[slots[i] as number] as number
    }
    out[name] = sum
  }
  return out
}
