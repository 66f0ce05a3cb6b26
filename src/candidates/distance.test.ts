import assert from 'node:assert/strict'
import { test } from 'node:test'
import { osaDistance, patternOf } from './distance.ts'

const fast = (a: string, b: string) => osaDistance(patternOf(a), new TextEncoder().encode(b), 0, b.length)

function plain(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)))
  const at = (i: number, j: number) => d[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1)
      ;(d[i] as number[])[j] = least
    }
  return at(a.length, b.length)
}

test('counts insertions, deletions, replacements and swaps of neighbours', () => {
  for (const [a, b, expected] of [
    ['ahmed', 'ahmed', 0],
    ['ahmed', 'ahmd', 1],
    ['benghalem', 'ebnghalem', 1],
    ['ture', 'tuer', 1],
    ['kim', 'km', 1],
    ['', 'ab', 2],
    ['ab', '', 2],
    ['ca', 'abc', 3],
  ] as const)
    assert.equal(fast(a, b), expected, `${a} ${b}`)
})

test('equals the plain table on 5,000 pairs up to 32 letters', () => {
  let seed = 3
  const random = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return (seed >> 8) % n
  }
  const word = () => Array.from({ length: random(33) }, () => 'abcd'[random(4)]).join('')
  for (let i = 0; i < 5000; i++) {
    const [a, b] = [word(), word()]
    assert.equal(fast(a, b), plain(a, b), `${a} ${b}`)
  }
})
