/** Letters of a query token as bit masks, for `osaDistance`; tokens beyond 32 letters are compared by equality alone. */
export type Pattern = { readonly length: number; readonly masks: Uint32Array }

/** The longest token that edit distance is measured on. */
export const MAX_PATTERN = 32

/** The masks of a token of Latin letters and digits. */
export function patternOf(text: string): Pattern {
  const masks = new Uint32Array(128)
  for (let i = 0; i < Math.min(text.length, MAX_PATTERN); i++) {
    const c = text.charCodeAt(i) & 127
    masks[c] = (masks[c] as number) | (1 << i)
  }
  return { length: text.length, masks }
}

/**
 * The least number of insertions, deletions, replacements and swaps of neighbours between a pattern and packed letters.
 *
 * @source Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances"
 */
export function osaDistance(pattern: Pattern, chars: Uint8Array, start: number, end: number): number {
  const m = pattern.length
  if (m === 0) return end - start
  if (m > MAX_PATTERN) return m
  let vp = 0xffffffff
  let vn = 0
  let d0 = 0
  let before = 0
  let score = m
  const last = 1 << (m - 1)
  for (let i = start; i < end; i++) {
    const eq = pattern.masks[(chars[i] as number) & 127] as number
    const swap = (((~d0 & eq) << 1) & before) | 0
    d0 = (((eq & vp) + vp) ^ vp) | eq | vn | swap
    let hp = vn | ~(d0 | vp)
    const hn = d0 & vp
    if ((hp & last) !== 0) score++
    else if ((hn & last) !== 0) score--
    hp = (hp << 1) | 1
    vp = (hn << 1) | ~(d0 | hp)
    vn = d0 & hp
    before = eq
  }
  return score
}
