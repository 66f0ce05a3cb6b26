import { searchKeys, type Token } from '../names/index.ts'
import { bucketed } from './buckets.ts'
import { growingU8, growingU32 } from './growing.ts'
import { hashText } from './hash.ts'
import type { Sections } from './layout.ts'
import { rarityOf, searchWeight } from './rarity.ts'
import { TOKEN_KINDS } from './sections.ts'
import type { Interner } from './strings.ts'

/** Different tokens with how many names use each, and the keys they are found by. */
export function tokenTable(strings: Interner) {
  const byObject = new Map<Token, number>()
  const byParts = new Map<string, number>()
  const list: Token[] = []
  const uses = growingU32()
  let weights: Float32Array = new Float32Array(0)
  const idOf = (token: Token): number => {
    const known = byObject.get(token)
    if (known !== undefined) return known
    const parts = `${token.text}|${token.kind}|${token.symbol}|${token.script}|${token.original}`
    let id = byParts.get(parts)
    if (id === undefined) {
      id = list.length
      list.push(token)
      uses.push(0)
      byParts.set(parts, id)
    }
    byObject.set(token, id)
    return id
  }
  const sections = (nameCount: number): Sections => {
    const textOf = list.map(t => strings.intern(t.text))
    const skeletonOf = list.map(t => strings.intern(t.skeleton))
    const perText = summed(textOf, uses.array, strings.count)
    const perSkeleton = summed(skeletonOf, uses.array, strings.count)
    const keyHashes = growingU32(list.length * 12)
    const keyTokens = growingU32(list.length * 12)
    weights = new Float32Array(list.length)
    const rarity = new Float32Array(list.length)
    list.forEach((token, id) => {
      for (const key of searchKeys(token)) {
        keyHashes.push(hashText(key))
        keyTokens.push(id)
      }
      // Spellings of one sound weigh alike, so that a rare spelling of a frequent name is not taken for a rare name.
      const like = token.skeleton.length >= 3 ? perSkeleton[skeletonOf[id] as number] : perText[textOf[id] as number]
      weights[id] = searchWeight(token.kind, rarityOf(like as number, nameCount))
      rarity[id] = rarityOf(perText[textOf[id] as number] as number, nameCount)
    })
    const fuzzy = bucketed(keyHashes.view(), keyTokens.view())
    const exact = bucketed(
      Uint32Array.from(list, t => hashText(t.text)),
      Uint32Array.from(list, (_, id) => id),
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
      ...packedTexts(
        'tokenChars',
        list.map(t => t.text),
      ),
      ...packedTexts(
        'skeletonChars',
        list.map(t => t.skeleton),
      ),
      fuzzyStarts: fuzzy.starts,
      fuzzyPairs: fuzzy.pairs,
      exactStarts: exact.starts,
      exactPairs: exact.pairs,
    }
  }
  return {
    idOf,
    uses,
    sections,
    count: () => list.length,
    get weights() {
      return weights
    },
  }
}

function summed(keys: readonly number[], values: Uint32Array, groups: number): Uint32Array {
  const out = new Uint32Array(groups)
  keys.forEach((key, i) => {
    out[key] = (out[key] as number) + (values[i] as number)
  })
  return out
}

// Latin letters and digits, one byte each; names promises no others.
function packedTexts(name: string, texts: readonly string[]): Sections {
  const bytes = growingU8(texts.length * 8)
  const starts = new Uint32Array(texts.length + 1)
  texts.forEach((text, i) => {
    for (let c = 0; c < text.length; c++) bytes.push(text.charCodeAt(c))
    starts[i + 1] = bytes.length
  })
  return { [name]: bytes.view(), [`${name}Starts`]: starts }
}
