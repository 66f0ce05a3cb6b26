import type { Instant, Judgement } from '../model/index.ts'

/** A line of OpenSanctions' resolver file (nomenklatura): target, source, judgement, score, user, time. */
export type ResolverLine = readonly [
  target: string,
  source: string,
  judgement: string,
  score: number | null,
  user: string | null,
  time: string | null,
]

const TO_RESOLVER: Readonly<Record<Judgement['verdict'], string>> = { same: 'positive', different: 'negative', unsure: 'unsure' }

/** The newest judgement on each pair as lines of a resolver file, in order of their ids. */
export function resolverLines(newest: Iterable<Judgement>): readonly string[] {
  return [...newest]
    .map(j => {
      const [source, target] = j.a < j.b ? [j.a, j.b] : [j.b, j.a]
      const line: ResolverLine = [target, source, TO_RESOLVER[j.verdict], j.score ?? null, j.by, timeText(j.recorded)]
      return JSON.stringify(line)
    })
    .sort()
}

const timeText = (instant: Instant) => new Date(instant * 1000).toISOString().slice(0, 19)

/** What a resolver file says of records known here. */
export type ResolverRead = {
  readonly judgements: readonly Judgement[]
  /** Lines about ids that are not known here, and lines that could not be read. */
  readonly unknown: number
  readonly broken: readonly { readonly line: number; readonly text: string }[]
}

/**
 * Judgements from the lines of a resolver file.
 *
 * Records are often tied to a canonical id (`NK-…`, `Q…`) instead of to each other: all that hang on one id are the same, the
 * first of them named with each other one; "negative" between two groups holds for one of each, and so for the groups.
 *
 * @param isKnown whether a record of that id has ever been held here
 * @param recorded the instant the judgements bear
 */
export function readResolver(lines: Iterable<string>, isKnown: (id: string) => boolean, recorded: Instant): ResolverRead {
  const ties = new Ties()
  const edges: { readonly a: string; readonly b: string; readonly verdict: Judgement['verdict']; readonly by: string }[] = []
  const broken: { line: number; text: string }[] = []
  let number = 0
  for (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    const edge = readLine(text)
    if (!edge) broken.push({ line: number, text: text.slice(0, 80) })
    else if (edge.verdict) {
      edges.push({ ...edge, verdict: edge.verdict })
      if (edge.verdict === 'same') ties.tie(edge.a, edge.b)
    }
  }
  const byGroup = Map.groupBy(new Set(edges.flatMap(e => [e.a, e.b]).filter(isKnown)), id => ties.leader(id))
  const first = (id: string) => (isKnown(id) ? id : byGroup.get(ties.leader(id))?.[0])
  const judgements = new Map<string, Judgement>()
  const add = (a: string, b: string, verdict: Judgement['verdict'], by: string) =>
    judgements.set(`${a} ${b} ${verdict}`, { a, b, verdict, reason: `resolver file: ${TO_RESOLVER[verdict]}`, by, recorded })
  let unknown = 0
  for (const { a, b, verdict, by } of edges) {
    if (verdict === 'same' && isKnown(a) && isKnown(b)) add(a, b, verdict, by)
    if (verdict === 'same') continue
    const [one, other] = [first(a), first(b)]
    if (one === undefined || other === undefined || one === other) unknown += 1
    else add(one, other, verdict, by)
  }
  const by = edges.find(e => e.verdict === 'same')?.by ?? 'resolver'
  for (const [leader, [head, ...others]] of byGroup)
    if (head !== undefined) for (const other of others) if (!ties.direct(head, other)) add(head, other, 'same', byOf(edges, leader) ?? by)
  unknown += edges.filter(e => e.verdict === 'same' && (byGroup.get(ties.leader(e.a))?.length ?? 0) < 2).length
  return { judgements: [...judgements.values()], unknown, broken }
}

const byOf = (edges: readonly { readonly a: string; readonly b: string; readonly by: string }[], id: string) =>
  edges.find(e => e.a === id || e.b === id)?.by

const FROM_RESOLVER: Readonly<Record<string, Judgement['verdict'] | null>> = {
  positive: 'same',
  negative: 'different',
  unsure: 'unsure',
  no_judgement: null,
}

function readLine(text: string) {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(row)) return null
  const [target, source, judgement, , user] = row as readonly unknown[]
  if (typeof target !== 'string' || typeof source !== 'string' || typeof judgement !== 'string' || !(judgement in FROM_RESOLVER))
    return null
  return {
    a: source,
    b: target,
    verdict: FROM_RESOLVER[judgement] ?? null,
    by: typeof user === 'string' && user !== '' ? user : 'resolver',
  }
}

/** Ids that positive lines tie together. */
class Ties {
  readonly #parent = new Map<string, string>()
  readonly #pairs = new Set<string>()

  tie(a: string, b: string): void {
    this.#pairs.add(`${a} ${b}`).add(`${b} ${a}`)
    const [one, two] = [this.leader(a), this.leader(b)]
    if (one !== two) this.#parent.set(two, one)
  }

  leader(id: string): string {
    let at = id
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) at = up
    return at
  }

  direct(a: string, b: string): boolean {
    return this.#pairs.has(`${a} ${b}`)
  }
}
