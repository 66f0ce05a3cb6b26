/**
 * Numbers kept under 32-bit hashes, in buckets by the hash's high bits. Each entry is one word: the number in its low
 * bits, and in the others as much of the hash as fits, so that a look-up touches two places in memory and is wrong about
 * once in a hundred thousand. Whoever looks up compares what was found.
 */
export type Buckets = { readonly starts: Uint32Array; readonly entries: Uint32Array }

const PER_BUCKET = 6

const bitsFor = (count: number) => Math.max(1, Math.min(24, Math.ceil(Math.log2(Math.max(2, count / PER_BUCKET)))))

// Bits of the number in an entry; the same when built and when read.
const numberBits = (numbers: number) => Math.max(1, Math.ceil(Math.log2(Math.max(2, numbers))))

const tagOf = (hash: number, bits: number) => (bits >= 32 ? 0 : (hash << bits) >>> 0)

/** Numbers below `numbers` with the hash of each, as two columns. */
export type Keyed = { readonly hashes: Uint32Array; readonly values: Uint32Array; readonly numbers: number }

/** Buckets of numbers; within a bucket in the order they came. */
export function bucketed({ hashes, values, numbers }: Keyed): Buckets {
  const shift = 32 - bitsFor(hashes.length)
  const bits = numberBits(numbers)
  const starts = new Uint32Array(2 ** (32 - shift) + 1)
  for (let i = 0; i < hashes.length; i++) {
    const b = ((hashes[i] as number) >>> shift) + 1
    starts[b] = (starts[b] as number) + 1
  }
  for (let b = 1; b < starts.length; b++) starts[b] = (starts[b] as number) + (starts[b - 1] as number)
  const next = starts.slice(0, -1)
  const entries = new Uint32Array(hashes.length)
  for (let i = 0; i < hashes.length; i++) {
    const b = (hashes[i] as number) >>> shift
    const at = next[b] as number
    next[b] = at + 1
    entries[at] = tagOf(hashes[i] as number, bits) | (values[i] as number)
  }
  return { starts, entries }
}

/** Gives a function that calls `each` with every number kept under a hash, and now and then with another. */
export function lookUpIn({ starts, entries }: Buckets, numbers: number): (hash: number, each: (value: number) => void) => void {
  const shift = 32 - Math.log2(starts.length - 1)
  const bits = numberBits(numbers)
  const mask = bits >= 32 ? 0xffffffff : 2 ** bits - 1
  return (hash, each) => {
    const b = hash >>> shift
    const tag = tagOf(hash, bits)
    const end = starts[b + 1] as number
    for (let i = starts[b] as number; i < end; i++) {
      const entry = entries[i] as number
      if ((entry & ~mask) >>> 0 === tag) each(entry & mask)
    }
  }
}

/** Lists by number: `starts[i]` to `starts[i + 1]` of `values` belong to `i`; `keys` says whose each value is. */
export function grouped(
  keys: Uint32Array,
  values: Uint32Array,
  groups: number,
): { readonly starts: Uint32Array; readonly values: Uint32Array } {
  const starts = new Uint32Array(groups + 1)
  for (let i = 0; i < keys.length; i++) {
    const k = (keys[i] as number) + 1
    starts[k] = (starts[k] as number) + 1
  }
  for (let g = 1; g <= groups; g++) starts[g] = (starts[g] as number) + (starts[g - 1] as number)
  const next = starts.slice(0, -1)
  const out = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const k = keys[i] as number
    const at = next[k] as number
    next[k] = at + 1
    out[at] = values[i] as number
  }
  return { starts, values: out }
}
