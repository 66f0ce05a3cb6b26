import type { AnalysedName, NameExplanation, NameLink, NameScore, Rarity, Token } from './types.ts'

/** The version of the comparison; it changes whenever a score may. */
export const NAMES_VERSION = 'names-1'

/** How a comparison is made: rarity of tokens in the collection, and the published profile. */
export type CompareOptions = { readonly rarity?: Rarity; readonly profile?: 'balanced' | 'recall' }

/** How well two names agree: 0 to 1 with 0.7 as the decision, and an unclamped rank. */
export function compareNames(query: AnalysedName, listed: AnalysedName, options: CompareOptions = {}): NameScore {
  const { score, rank } = explainNames(query, listed, options)
  return { score, rank }
}

/** The comparison of two names with its alignment; contributions and `rest` add up to the score. */
export function explainNames(query: AnalysedName, listed: AnalysedName, options: CompareOptions = {}): NameExplanation {
  let best: NameExplanation | undefined
  for (const q of [query, ...query.alternatives])
    for (const l of [listed, ...listed.alternatives]) {
      const found = explainReading(q, l, options)
      if (!best || found.score > best.score) best = found
    }
  return best ?? explainReading(query, listed, options)
}

function explainReading(query: AnalysedName, listed: AnalysedName, options: CompareOptions): NameExplanation {
  const weight = (t: Token): number =>
    t.kind === 'title' || t.kind === 'legal-form' || t.kind === 'stop'
      ? 0
      : t.kind === 'particle'
        ? 0.1
        : t.kind === 'initial'
          ? 0.4
          : 0.6 + 0.4 * (options.rarity?.(t) ?? 1)
  const left = listed.tokens.map((token, index) => ({ token, index })).filter(l => weight(l.token) > 0)
  const links: NameLink[] = []
  let agreed = 0
  let total = 0
  let missing = 0
  for (const q of query.tokens) {
    const w = weight(q)
    if (w === 0) continue
    total += w
    let at = -1
    let most = 0
    left.forEach((l, i) => {
      const s = similar(q, l.token)
      if (s > most) [most, at] = [s, i]
    })
    if (most < 0.6) {
      missing += w
      links.push({ query: [q.text], listed: [], kind: 'missing', similarity: 0, contribution: 0 })
      continue
    }
    const [l] = left.splice(at, 1)
    agreed += w * most
    links.push({
      query: [q.text],
      listed: l ? [l.token.text] : [],
      kind: most === 1 ? 'same' : 'edits',
      similarity: most,
      contribution: w * most,
    })
  }
  const extra = left.reduce((sum, l) => sum + weight(l.token), 0)
  const score = total === 0 ? 0 : Math.max(0, Math.min(1, agreed / (total + 0.2 * extra + Math.min(extra, missing))))
  const scaled = links.map(l => ({ ...l, contribution: agreed === 0 ? 0 : (l.contribution / agreed) * score }))
  return { query: query.text, listed: listed.text, links: scaled, rest: agreed === 0 ? score : 0, score, rank: score }
}

function similar(a: Token, b: Token): number {
  if (a.text === b.text || (a.symbol !== '' && a.symbol === b.symbol)) return 1
  if (a.kind === 'initial' || b.kind === 'initial') return a.text[0] === b.text[0] ? 0.8 : 0
  if (a.kind === 'number' || b.kind === 'number') return 0
  const longer = Math.max(a.text.length, b.text.length)
  const edits = distance(a.text, b.text)
  const spelled = edits <= (longer < 4 ? 1 : 2) ? 1 - (edits / longer) * 0.8 : 0
  return a.skeleton !== '' && a.skeleton === b.skeleton ? Math.max(spelled, 0.8) : spelled
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    previous = row
  }
  return previous[b.length] ?? 0
}
