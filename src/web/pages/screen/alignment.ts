/** A link of two names as the answer explains it: the words that were brought together, as compared and as written, and how. */
export type Link = {
  readonly query: readonly string[]
  readonly listed: readonly string[]
  readonly asked?: readonly string[]
  readonly recorded?: readonly string[]
  readonly kind: string
}

/** The words of a link as they were written. */
export const writtenOf = ({ query, listed, asked = query, recorded = listed }: Link) => ({
  asked: asked.join(' '),
  recorded: recorded.join(' '),
})

/**
 * Links in the order the name was asked in, each with the words as they were written. Where the recorded words of one link
 * alone are not told, they are what the others leave of the recorded name.
 */
export function linksAsWritten<L extends Link>(links: readonly L[], query: string | null, candidate: string | null): readonly L[] {
  const asked = fold(query ?? '')
  const place = (link: L) => {
    const at = asked.indexOf(fold(writtenOf(link).asked.split(' ')[0] ?? ''))
    return at < 0 || link.query.length === 0 ? Number.MAX_SAFE_INTEGER : at
  }
  const untold = links.filter(link => link.listed.length > 0 && link.recorded === undefined)
  const taken = links.flatMap(link => link.recorded ?? []).map(fold)
  const left = (candidate ?? '').split(/[\s,]+/).filter(word => word !== '' && !taken.includes(fold(word)))
  const told = links.map(link => (untold.length === 1 && link === untold[0] && left.length > 0 ? written(link, left) : link))
  return told.toSorted((a, b) => place(a) - place(b))
}

// Two single words of one script that share most letters differ by letters, whatever parts they were taken into.
function written<L extends Link>(link: L, recorded: readonly string[]): L {
  const own = { ...link, recorded }
  const single = link.kind === 'joined' && recorded.length === 1 && writtenOf(link).asked.split(' ').length === 1
  return single && sharesLetters(writtenOf(own).asked, recorded.join(' ')) ? { ...own, kind: 'edits', rule: undefined } : own
}

/** A stretch of letters: the same in both, brought together by a rule, or missing or changed. */
export type Segment = { readonly asked: string; readonly recorded: string; readonly op: 'same' | 'rule' | 'miss' }

const RULES: ReadonlySet<string> = new Set(['sound', 'script', 'initial', 'nickname', 'number', 'legal-form', 'symbol', 'joined'])

/**
 * The letters of a link, cut where they begin or cease to agree.
 *
 *   edits: Haqani, Haqqani  →  same Haq · miss q missing · same ani
 *
 * Words stand as they were written. Letters of two scripts cannot be told one from another: they stand as compared, in Latin.
 */
export function segmentsOf(link: Link): readonly Segment[] {
  const { query, listed, kind } = link
  const { asked, recorded } = writtenOf(link)
  if (kind === 'same') return [{ asked, recorded, op: 'same' }]
  if (RULES.has(kind)) return [{ asked, recorded, op: 'rule' }]
  if (kind === 'edits' && sharesLetters(asked, recorded)) return lettersOf(asked, recorded)
  if (kind === 'edits' && sharesLetters(query.join(' '), listed.join(' '))) return lettersOf(query.join(' '), listed.join(' '))
  return [{ asked, recorded, op: 'miss' }]
}

const sharesLetters = (a: string, b: string) => [...fold(a)].some(letter => fold(b).includes(letter))
const fold = (text: string) => text.toLowerCase()

/** The longest common run of letters decides what stayed; everything between was changed, added or left out. */
function lettersOf(asked: string, recorded: string): readonly Segment[] {
  const [a, b] = [[...asked], [...recorded]]
  const same = (i: number, j: number) => fold(a[i] ?? '') === fold(b[j] ?? '')
  const length = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  const at = (i: number, j: number) => length[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      (length[i] as number[])[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const segments: { asked: string; recorded: string; op: 'same' | 'miss' }[] = []
  const add = (op: 'same' | 'miss', one: string, other: string) => {
    const last = segments.at(-1)
    if (last?.op === op) {
      last.asked += one
      last.recorded += other
    } else segments.push({ asked: one, recorded: other, op })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) add('same', a[i++] ?? '', b[j++] ?? '')
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) add('miss', a[i++] ?? '', '')
    else add('miss', '', b[j++] ?? '')
  }
  return segments
}
