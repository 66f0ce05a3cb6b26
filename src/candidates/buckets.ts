/**
 * Pairs of a 32-bit hash and a number, in buckets by the hash's high bits: `starts` says where each bucket begins,
 * `pairs` holds hash and number side by side, so that one look-up touches two places in memory.
 */
export type Buckets = { readonly starts: Uint32Array; readonly pairs: Uint32Array }

const PER_BUCKET = 4

const bitsFor = (pairs: number) => Math.max(1, Math.ceil(Math.log2(Math.max(2, pairs / PER_BUCKET))))

/** Buckets of pairs given as two columns; within a bucket in the order they came. */
export function bucketed(hashes: Uint32Array, values: Uint32Array): Buckets {
  const bits = bitsFor(hashes.length)
  const shift = 32 - bits
  const starts = new Uint32Array((1 << bits) + 1)
  for (let i = 0; i < hashes.length; i++) {
    const b = ((hashes[i] as number) >>> shift) + 1
    starts[b] = (starts[b] as number) + 1
  }
  for (let b = 1; b < starts.length; b++) starts[b] = (starts[b] as number) + (starts[b - 1] as number)
  const next = starts.slice(0, -1)
  const pairs = new Uint32Array(hashes.length * 2)
  for (let i = 0; i < hashes.length; i++) {
    const b = (hashes[i] as number) >>> shift
    const at = next[b] as number
    next[b] = at + 1
    pairs[at * 2] = hashes[i] as number
    pairs[at * 2 + 1] = values[i] as number
  }
  return { starts, pairs }
}

/** Calls `each` with every number kept under a hash. */
export function lookUp(buckets: Buckets, hash: number, each: (value: number) => void): void {
  const { starts, pairs } = buckets
  const b = hash >>> (32 - Math.log2(starts.length - 1))
  const end = starts[b + 1] as number
  for (let i = starts[b] as number; i < end; i++) if (pairs[i * 2] === hash) each(pairs[i * 2 + 1] as number)
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
