import type { Token } from '../names/index.ts'
import { bucketed } from './buckets.ts'
import { cardsOf } from './cards.ts'
import { growingU32 } from './growing.ts'
import { hashText } from './hash.ts'
import { tokenKeys } from './keys.ts'
import type { Sections } from './layout.ts'
import { rarityOf, searchWeight } from './rarity.ts'
import { TOKEN_KINDS } from './sections.ts'
import type { Interner } from './strings.ts'

/** Different tokens with how many names use each, and the keys they are found by. */
export function tokenTable(strings: Interner) {
  const { list, hear, reader } = tokenInterner()
  const uses = growingU32()
  let weights: Float32Array = new Float32Array(0)
  const sections = (nameCount: number): Sections => {
    const textOf = list.map(t => strings.intern(t.text))
    const skeletonOf = list.map(t => strings.intern(t.skeleton))
    const perText = summed(textOf, uses.array, strings.count)
    const perSkeleton = summed(skeletonOf, uses.array, strings.count)
    weights = Float32Array.from(list, (token, id) => {
      // Spellings of one sound weigh alike, so that a rare spelling of a frequent name is not taken for a rare name.
      const like = token.skeleton.length >= 3 ? perSkeleton[skeletonOf[id] as number] : perText[textOf[id] as number]
      return searchWeight(token.kind, rarityOf(like as number, nameCount))
    })
    return {
      tokenText: Uint32Array.from(textOf),
      tokenSkeleton: Uint32Array.from(skeletonOf),
      tokenSymbol: Uint32Array.from(list, t => strings.intern(t.symbol)),
      tokenScript: Uint32Array.from(list, t => strings.intern(t.script)),
      tokenOriginal: Uint32Array.from(list, t => strings.intern(t.original)),
      tokenKind: Uint8Array.from(list, t => TOKEN_KINDS.indexOf(t.kind)),
      tokenRarity: Float32Array.from(textOf, text => rarityOf(perText[text] as number, nameCount)),
      tokenWeight: weights,
      tokenCards: cardsOf(list),
      ...lookUpSections(list),
    }
  }
  const countUse = (id: number) => {
    while (uses.length <= id) uses.push(0)
    uses.array[id] = (uses.array[id] as number) + 1
  }
  return {
    hear,
    reader,
    countUse,
    sections,
    count: () => list.length,
    get weights() {
      return weights
    },
  }
}

// Tokens by the keys of a fuzzy search and by their very text.
function lookUpSections(list: readonly Token[]): Sections {
  const keys = growingU32(list.length * 20)
  const keyTokens = growingU32(list.length * 20)
  list.forEach((token, id) => {
    const first = keys.length
    tokenKeys(token, key => {
      for (let i = first; i < keys.length; i++) if (keys.array[i] === key) return
      keys.push(key)
      keyTokens.push(id)
    })
  })
  const fuzzy = bucketed(keys.view(), keyTokens.view(), list.length)
  const exact = bucketed(
    Uint32Array.from(list, t => hashText(t.text)),
    Uint32Array.from(list, (_, id) => id),
    list.length,
  )
  return { fuzzyStarts: fuzzy.starts, fuzzyEntries: fuzzy.entries, exactStarts: exact.starts, exactEntries: exact.entries }
}

// Numbers tokens by their parts, in the order in which names hold them. Readers of names have numbers of their own, which
// are led to these once each.
function tokenInterner() {
  const list: Token[] = []
  // Of each text the token numbered last, and of each token the one before it that has its text; both plus one, 0 for none.
  const lastOf = new Map<string, number>()
  const before = growingU32()
  const readers: { readonly heard: Token[]; readonly ids: ReturnType<typeof growingU32> }[] = []
  const readerOf = (reader: number) => (readers[reader] ??= { heard: [], ids: growingU32() })
  /** Takes note of tokens that a reader gives for the first time. */
  const hear = (tokens: readonly Token[], reader: number) => {
    const { heard, ids } = readerOf(reader)
    for (const token of tokens) {
      heard.push(token)
      ids.push(UNUSED)
    }
  }
  /** Gives a function from a reader's numbers of tokens to those of the index. */
  const reader = (number: number) => {
    const { heard, ids } = readerOf(number)
    return (at: number): number => {
      if (ids.array[at] === UNUSED) ids.array[at] = lookUp(heard[at] as Token)
      return ids.array[at] as number
    }
  }
  const lookUp = (token: Token): number => {
    const last = (lastOf.get(token.text) ?? 0) - 1
    for (let id = last; id >= 0; id = (before.array[id] as number) - 1) if (isSame(list[id] as Token, token)) return id
    before.push(last + 1)
    lastOf.set(token.text, list.push(token))
    return list.length - 1
  }
  return { list, hear, reader }
}

// Of two tokens with one text.
const isSame = (a: Token, b: Token): boolean =>
  a.kind === b.kind && a.original === b.original && a.script === b.script && a.symbol === b.symbol

const UNUSED = 0xffffffff

function summed(keys: readonly number[], values: Uint32Array, groups: number): Uint32Array {
  const out = new Uint32Array(groups)
  keys.forEach((key, i) => {
    out[key] = (out[key] as number) + (values[i] as number)
  })
  return out
}
