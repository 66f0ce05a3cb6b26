import { type AddressWord as Word, addressWords as words } from '../candidates/index.ts'

/*
 * How alike two addresses are, 0 to 1: the share of the shorter one's words that the longer one holds, a little less where
 * much is left over. Where each has a number that the other lacks, they are neighbours at best.
 */
function addressLikeness(a: string, b: string): number {
  const [shorter, longer] = [words(a), words(b)].sort((x, y) => x.length - y.length) as [readonly Word[], readonly Word[]]
  if (shorter.length < 2) return 0
  const left = [...longer]
  let agreed = 0
  const unmet: Word[] = []
  for (const word of shorter) {
    const at = left.findIndex(other => sameWord(word, other))
    const joined = at < 0 ? left.findIndex((other, i) => isJoined(word, other, left[i + 1])) : -1
    if (at < 0 && joined < 0) unmet.push(word)
    else {
      left.splice(Math.max(at, joined), joined < 0 ? 1 : 2)
      agreed++
    }
  }
  const share = agreed / shorter.length
  const likeness = share * (0.85 + 0.15 * (shorter.length / longer.length))
  const neighbours = unmet.some(w => w.number) && left.some(w => w.number)
  return neighbours ? Math.min(likeness, 0.6) : likeness
}

const sameWord = (a: Word, b: Word) => a.forms.some(f => f !== '' && b.forms.some(g => f === g || (!a.number && close(f, g))))

// Two words on one side are written together on the other ("Vali Asr").
const isJoined = (word: Word, first: Word, second: Word | undefined) =>
  !word.number && second !== undefined && !first.number && sameWord(word, { forms: [`${first.forms[0]}${second.forms[0]}`], number: false })

// One letter wrong, missing or too many, in words of six letters or more.
function close(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

/** The likest two addresses; undefined where either side states none. */
export function compareAddresses(
  query: readonly string[],
  listed: readonly string[],
): { readonly likeness: number; readonly query: string; readonly listed: string } | undefined {
  let best: { likeness: number; query: string; listed: string } | undefined
  for (const q of query)
    for (const l of listed) {
      const likeness = addressLikeness(q, l)
      if (!best || likeness > best.likeness) best = { likeness, query: q, listed: l }
    }
  return best
}
