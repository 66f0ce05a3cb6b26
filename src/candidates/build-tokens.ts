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
  const { list, idOf } = tokenInterner()
  const uses = growingU32()
  let weights: Float32Array = new Float32Array(0)
  const sections = (nameCount: number): Sections => {
    const textOf = list.map(t => strings.intern(t.text))
    const skeletonOf = list.map(t => strings.intern(t.skeleton))
    const perText = summed(textOf, uses.array, strings.count)
    const perSkeleton = summed(skeletonOf, uses.array, strings.count)
    const keys = growingU32(list.length * 20)
    const keyTokens = growingU32(list.length * 20)
    weights = new Float32Array(list.length)
    const rarity = new Float32Array(list.length)
    list.forEach((token, id) => {
      const first = keys.length
      tokenKeys(token, key => {
        for (let i = first; i < keys.length; i++) if (keys.array[i] === key) return
        keys.push(key)
        keyTokens.push(id)
      })
      // Spellings of one sound weigh alike, so that a rare spelling of a frequent name is not taken for a rare name.
      const like = token.skeleton.length >= 3 ? perSkeleton[skeletonOf[id] as number] : perText[textOf[id] as number]
      weights[id] = searchWeight(token.kind, rarityOf(like as number, nameCount))
      rarity[id] = rarityOf(perText[textOf[id] as number] as number, nameCount)
    })
    const fuzzy = bucketed(keys.view(), keyTokens.view(), list.length)
    const exact = bucketed(
      Uint32Array.from(list, t => hashText(t.text)),
      Uint32Array.from(list, (_, id) => id),
      list.length,
    )
    return {
      tokenText: Uint32Array.from(textOf),
      tokenSkeleton: Uint32Array.from(skeletonOf),
      tokenSymbol: Uint32Array.from(list, t => strings.intern(t.symbol)),
      tokenScript: Uint32Array.from(list, t => strings.intern(t.script)),
      tokenOriginal: Uint32Array.from(list, t => strings.intern(t.original)),
      tokenKind: Uint8Array.from(list, t => TOKEN_KINDS.indexOf(t.kind)),
      tokenRarity: rarity,
      tokenWeight: weights,
      tokenCards: cardsOf(list),
      fuzzyStarts: fuzzy.starts,
      fuzzyEntries: fuzzy.entries,
      exactStarts: exact.starts,
      exactEntries: exact.entries,
    }
  }
  const countUse = (id: number) => {
    while (uses.length <= id) uses.push(0)
    uses.array[id] = (uses.array[id] as number) + 1
  }
  return {
    idOf,
    countUse,
    sections,
    count: () => list.length,
    get weights() {
      return weights
    },
  }
}

// Numbers tokens by their parts. Equal tokens are mostly one object, so its number is asked for first: a million names ask
// three million times.
function tokenInterner() {
  const list: Token[] = []
  const byParts = new Map<string, number>()
  let idsByObject = new Uint32Array(1 << 12) // plus one
  const idOf = (token: Token): number => {
    const known = token.id < idsByObject.length ? (idsByObject[token.id] as number) : 0
    return known > 0 ? known - 1 : lookUp(token)
  }
  const lookUp = (token: Token): number => {
    const parts = `${token.text}|${token.kind}|${token.symbol}|${token.script}|${token.original}`
    const id = byParts.get(parts) ?? list.length
    if (id === list.length) {
      byParts.set(parts, id)
      list.push(token)
    }
    if (token.id >= idsByObject.length) {
      const larger = new Uint32Array(Math.max(token.id + 1, idsByObject.length * 2))
      larger.set(idsByObject)
      idsByObject = larger
    }
    idsByObject[token.id] = id + 1
    return id
  }
  return { list, idOf }
}

function summed(keys: readonly number[], values: Uint32Array, groups: number): Uint32Array {
  const out = new Uint32Array(groups)
  keys.forEach((key, i) => {
    out[key] = (out[key] as number) + (values[i] as number)
  })
  return out
}
