/** What was found out for texts, as long as it is asked for. */
export type Remembered<T> = {
  get(text: string): T | undefined
  set(text: string, value: T): void
}

/**
 * A table of at most `most` texts that forgets those not asked for the longest: where the younger half is full, it becomes
 * the older one, and what stood there unasked is dropped.
 */
export function remembered<T>(most: number): Remembered<T> {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  const set = (text: string, value: T) => {
    if (young.size * 2 >= most) {
      old = young
      young = new Map()
    }
    young.set(text, value)
  }
  return {
    get(text) {
      const found = young.get(text)
      if (found !== undefined || old.size === 0) return found
      const older = old.get(text)
      if (older !== undefined) set(text, older)
      return older
    },
    set,
  }
}
