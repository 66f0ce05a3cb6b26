type Numbers = Uint8Array | Uint32Array

// A typed array that grows as numbers are pushed; `view` gives what was pushed, without copying.
class Growing<T extends Numbers> {
  length = 0
  #array: T
  readonly #make: (length: number) => T

  constructor(make: (length: number) => T, capacity = 1024) {
    this.#make = make
    this.#array = make(capacity)
  }

  /** The array itself, for reading and writing below `length`; replaced whenever it grows. */
  get array(): T {
    return this.#array
  }

  push(value: number): void {
    if (this.length === this.#array.length) this.reserve(1)
    this.#array[this.length++] = value
  }

  /** Pushes the numbers of another array from one place to another. */
  append(values: ArrayLike<number>, from: number, to: number): void {
    this.reserve(to - from)
    const array = this.#array
    let at = this.length
    for (let i = from; i < to; i++) array[at++] = values[i] as number
    this.length = at
  }

  /** Makes room for so many more numbers. */
  reserve(more: number): void {
    const needed = this.length + more
    if (needed <= this.#array.length) return
    const larger = this.#make(Math.max(needed, this.#array.length * 2))
    larger.set(this.#array)
    this.#array = larger
  }

  view(): T {
    return this.#array.subarray(0, this.length) as T
  }
}

/** The numbers from 0 up to but not including `count`. */
export function numbersBelow(count: number): Uint32Array<ArrayBuffer> {
  const out = new Uint32Array(count)
  for (let i = 0; i < count; i++) out[i] = i
  return out
}

/** A growing array of unsigned 32-bit numbers. */
export const growingU32 = (capacity?: number) => new Growing(length => new Uint32Array(length), capacity)

/** A growing array of bytes. */
export const growingU8 = (capacity?: number) => new Growing(length => new Uint8Array(length), capacity)
