import type { NameParts } from '../names/index.ts'
import { chainsByText } from './chains.ts'
import type { TwoBatches } from './flat-names.ts'
import { growingU8, growingU32 } from './growing.ts'
import { KINDS } from './sections.ts'
import { stringInterner } from './strings.ts'
import type { StatedName } from './types.ts'

// So many names are taken apart at a time.
const BATCH_NAMES = 4096

/**
 * Names to be taken apart, by number: each text once for each kind and each set of parts given beside it. `textOf` gives the number
 * of the text of each.
 */
export type Requests = ReturnType<typeof nameRequests>

/** No requests yet. */
export function nameRequests() {
  const texts = stringInterner()
  const textOf = growingU32()
  const kinds = growingU8()
  const chains = chainsByText()
  const partsOf = new Map<number, NameParts>()
  return {
    texts,
    textOf: (request: number) => textOf.array[request] as number,
    kindOf: (request: number) => kinds.array[request] as number,
    get count() {
      return textOf.length
    },
    /** The number of a name; a new one is the count before. */
    of(text: string, kind: number, parts: NameParts | undefined): number {
      const id = texts.intern(text)
      for (let at = chains.last(id); at >= 0; at = chains.before(at))
        if (kinds.array[at] === kind && isSame(parts, partsOf.get(at))) return at
      const request = textOf.length
      textOf.push(id)
      kinds.push(kind)
      chains.append(id, request)
      if (parts) partsOf.set(request, parts)
      return request
    },
  }
}

const ROLES = ['given', 'middle', 'patronymic', 'family'] as const
const NONE: readonly string[] = []

function isSame(a: NameParts | undefined, b: NameParts | undefined): boolean {
  if (a === b || !a || !b) return a === b
  return ROLES.every(role => {
    const [some = NONE, others = NONE] = [a[role], b[role]]
    return some.length === others.length && some.every((part, i) => part === others[i])
  })
}

/** Names asked for the first time: the request of the first one, and for it and each that follows where it is among the batches. */
export type Asked = {
  readonly first: number
  /** Twice the place within its batch, and one more in the second batch. */
  readonly places: readonly number[]
  readonly batches: TwoBatches
}

/** Gathers names until there are enough to take apart. */
export function gatherer(requests: Requests) {
  const places: number[] = []
  const batches = [emptyBatch(), emptyBatch()] as const
  const first = requests.count

  const ask = (text: string, kind: number, parts: NameParts | undefined): void => {
    const which = kind === PERSON ? 1 : 0
    const batch = batches[which]
    const place = batch.texts.length
    if (parts) batch.parts.set(place, parts)
    batch.texts.push(text)
    batch.kinds.push(kind)
    places.push(2 * place + which)
  }
  return {
    /** The request of a name of a record. */
    requestOf({ text, read = text }: StatedName, kind: number, parts: NameParts | undefined): number {
      const request = requests.of(text, kind, parts)
      if (request === first + places.length) ask(read, kind, parts)
      return request
    },
    isFull: () => places.length >= BATCH_NAMES,
    asked: (): Asked => ({ first, places, batches }),
  }
}

const PERSON = KINDS.indexOf('person')
const emptyBatch = () => ({ texts: [] as string[], kinds: [] as number[], parts: new Map<number, NameParts>() })
