import { bucketed, type Keyed } from './buckets.ts'
import { CARD_BYTES, skeletonLengthOn } from './cards.ts'
import { chainsByText } from './chains.ts'
import type { FlatTokens } from './flat-tokens.ts'
import { growingU8, growingU32, numbersBelow } from './growing.ts'
import type { Sections } from './layout.ts'
import { rarityOf, searchWeight } from './rarity.ts'
import { TOKEN_KINDS } from './sections.ts'
import type { Interner } from './strings.ts'

// From so many sounds a skeleton tells words apart.
const TELLING_SKELETON = 3

/** Different tokens with how many names use each, and the keys they are found by. */
export function tokenTable(strings: Interner) {
  const columns = tokenColumns(strings)
  const uses = growingU32()
  // Of each reader of names, the token of the index for each that it gave.
  const readers: ReturnType<typeof growingU32>[] = []
  const idsOf = (reader: number) => (readers[reader] ??= growingU32())
  let weights: Float32Array = new Float32Array(0)
  return {
    /** Takes up tokens that a reader gives for the first time, in the order in which names hold them. */
    hear(tokens: FlatTokens, reader: number) {
      const ids = idsOf(reader)
      for (let i = 0; i < tokens.texts.length; i++) {
        const id = columns.idOf(tokens, i)
        if (id === uses.length) uses.push(0)
        ids.push(id)
      }
    },
    /** Leads from a reader's numbers of tokens to those of the index. */
    idsOf: (reader: number): Uint32Array => idsOf(reader).array,
    countUse(id: number) {
      uses.array[id] = (uses.array[id] as number) + 1
    },
    count: () => columns.count(),
    /** The tokens by the keys of a fuzzy search. */
    keyed: () => columns.keyed(),
    sections(nameCount: number): Sections {
      const { rarities, weights: found } = weighed(columns, uses.view(), strings.count, nameCount)
      weights = found
      return { ...columns.sections(), tokenRarity: rarities, tokenWeight: weights }
    },
    get weights() {
      return weights
    },
  }
}

// Tokens by the hash of their text.
function exactly(hashes: Uint32Array): Sections {
  const { starts, entries } = bucketed({ hashes, values: numbersBelow(hashes.length), numbers: hashes.length })
  return { exactStarts: starts, exactEntries: entries }
}

// Of each token its parts as texts by number, its card and its keys.
function tokenColumns(strings: Interner) {
  const texts = growingU32()
  const skeletons = growingU32()
  const symbols = growingU32()
  const scripts = growingU32()
  const originals = growingU32()
  const kinds = growingU8()
  const cards = growingU8()
  const hashes = growingU32()
  const keys = growingU32()
  const keyTokens = growingU32()
  const chains = chainsByText()
  const count = () => texts.length

  const add = (tokens: FlatTokens, i: number): number => {
    const id = count()
    skeletons.push(strings.intern(tokens.skeletons[i] as string))
    kinds.push(tokens.kinds[i] as number)
    cards.append(tokens.cards, i * CARD_BYTES, (i + 1) * CARD_BYTES)
    hashes.push(tokens.hashes[i] as number)
    keys.append(tokens.keys, tokens.keyStarts[i] as number, tokens.keyStarts[i + 1] as number)
    while (keyTokens.length < keys.length) keyTokens.push(id)
    return id
  }
  return {
    count,
    texts,
    skeletons,
    kinds,
    cards,
    /** The number of a token, taken up where it is new. */
    idOf(tokens: FlatTokens, i: number): number {
      const text = strings.intern(tokens.texts[i] as string)
      const original = tokens.originals[i] === '' ? text : strings.intern(tokens.originals[i] as string)
      const symbol = strings.intern(tokens.symbols[i] as string)
      const script = strings.intern(tokens.scripts[i] as string)
      const kind = tokens.kinds[i] as number
      for (let id = chains.last(text); id >= 0; id = chains.before(id))
        if (kinds.array[id] === kind && originals.array[id] === original && symbols.array[id] === symbol && scripts.array[id] === script)
          return id
      const id = add(tokens, i)
      texts.push(text)
      originals.push(original)
      symbols.push(symbol)
      scripts.push(script)
      chains.append(text, id)
      return id
    },
    keyed: (): Keyed => ({ hashes: keys.view(), values: keyTokens.view(), numbers: count() }),
    sections: (): Sections => ({
      tokenText: texts.view(),
      tokenSkeleton: skeletons.view(),
      tokenSymbol: symbols.view(),
      tokenScript: scripts.view(),
      tokenOriginal: originals.view(),
      tokenKind: kinds.view(),
      tokenCards: cards.view(),
      ...exactly(hashes.view()),
    }),
  }
}

// How rare each token is, and what it weighs in a search.
function weighed({ texts, skeletons, kinds, cards }: ReturnType<typeof tokenColumns>, uses: Uint32Array, strings: number, names: number) {
  const perText = summed(texts.view(), uses, strings)
  const perSkeleton = summed(skeletons.view(), uses, strings)
  const rarities = new Float32Array(texts.length)
  const weights = new Float32Array(texts.length)
  for (let id = 0; id < texts.length; id++) {
    const alike = perText[texts.array[id] as number] as number
    rarities[id] = rarityOf(alike, names)
    // Spellings of one sound weigh alike, so that a rare spelling of a frequent name is not taken for a rare name.
    const isTelling = skeletonLengthOn(cards.array, id) >= TELLING_SKELETON
    const sounding = isTelling ? (perSkeleton[skeletons.array[id] as number] as number) : alike
    weights[id] = searchWeight(TOKEN_KINDS[kinds.array[id] as number] ?? 'word', rarityOf(sounding, names))
  }
  return { rarities, weights }
}

function summed(keys: Uint32Array, values: Uint32Array, groups: number): Uint32Array {
  const out = new Uint32Array(groups)
  for (let i = 0; i < keys.length; i++) out[keys[i] as number] = (out[keys[i] as number] as number) + (values[i] as number)
  return out
}
