import { wordsOf } from './tokens.ts'

/** Words in one shingle. */
const SHINGLE = 3
/** Bits in which two fingerprints of one report may differ. */
const NEAR_BITS = 6

/** A 64-bit fingerprint of a text as 16 hexadecimal digits: reports that share most of their words differ in few bits. */
export function fingerprintOf(text: string): string {
  const words = wordsOf(text.slice(0, 60_000))
  const sums = new Int32Array(64)
  for (let i = 0; i + SHINGLE <= Math.max(words.length, SHINGLE); i++) {
    const [high, low] = hash(words.slice(i, i + SHINGLE).join(' '))
    for (let bit = 0; bit < 32; bit++) {
      sums[bit] = (sums[bit] as number) + ((high >>> bit) & 1 ? 1 : -1)
      sums[bit + 32] = (sums[bit + 32] as number) + ((low >>> bit) & 1 ? 1 : -1)
    }
  }
  let [high, low] = [0, 0]
  for (let bit = 0; bit < 32; bit++) {
    if ((sums[bit] as number) > 0) high |= 1 << bit
    if ((sums[bit + 32] as number) > 0) low |= 1 << bit
  }
  return hex(high) + hex(low)
}

const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0')

function hash(text: string): readonly [number, number] {
  let [a, b] = [0x811c9dc5, 0x1b873593]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = Math.imul(b ^ c, 0x85ebca6b)
    b ^= b >>> 13
  }
  a = Math.imul(a ^ (a >>> 16), 0x7feb352d)
  b = Math.imul(b ^ (b >>> 15), 0x846ca68b)
  return [(a ^ (a >>> 15)) >>> 0, (b ^ (b >>> 16)) >>> 0]
}

/** Whether two fingerprints are of one report, told twice. */
export function isNear(a: string, b: string): boolean {
  const bits = (x: number) => {
    let n = x >>> 0
    let count = 0
    for (; n; n &= n - 1) count += 1
    return count
  }
  const part = (at: number) => bits(Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16))
  return part(0) + part(8) <= NEAR_BITS
}
