import type { Stay } from './reference-joins.ts'

/** A record with the list that held it, and when. */
type Held = Stay & { readonly record: string; readonly source: string }

/** Disjoint groups of records, with pairs of groups that must stay apart whatever else joins them. */
export class Groups {
  readonly #parent = new Map<string, string>()
  readonly #rank = new Map<string, number>()
  readonly #apart = new Map<string, Set<string>>()

  readonly #held = new Map<string, readonly Held[]>()

  constructor(records: Iterable<{ readonly record: string; readonly rank: number; readonly held?: Stay }>) {
    for (const { record, rank, held } of records) {
      this.#rank.set(record, rank)
      if (held) this.#held.set(record, [{ record, source: record.slice(0, record.indexOf(':')), ...held }])
    }
  }

  /**
   * True where one official list held a record of each group at the same time: its publisher tells them apart, and only a
   * number or a person may say otherwise.
   */
  toldApart(a: string, b: string): boolean {
    const [one, two] = [this.#leader(a), this.#leader(b)]
    if (one === two) return false
    const others = this.#held.get(two) ?? []
    return (this.#held.get(one) ?? []).some(x => others.some(y => x.source === y.source && x.since < y.until && y.since < x.until))
  }

  /** Keeps the groups of two records apart from now on. */
  keepApart(a: string, b: string): void {
    const [one, two] = [this.#leader(a), this.#leader(b)]
    this.#apartOf(one).add(two)
    this.#apartOf(two).add(one)
  }

  /** Joins the groups of two records; false where they must stay apart or a record is not known. */
  join(a: string, b: string): boolean {
    if (!this.#rank.has(a) || !this.#rank.has(b)) return false
    const [one, two] = [this.#leader(a), this.#leader(b)]
    if (one === two) return true
    if (this.#apartOf(one).has(two)) return false
    const [leader, follower] = this.#before(one, two) ? [one, two] : [two, one]
    this.#parent.set(follower, leader)
    const held = [...(this.#held.get(leader) ?? []), ...(this.#held.get(follower) ?? [])]
    if (held.length > 0) this.#held.set(leader, held)
    for (const other of this.#apartOf(follower)) {
      this.#apartOf(leader).add(other)
      this.#apartOf(other).delete(follower)
      this.#apartOf(other).add(leader)
    }
    return true
  }

  /** True where both are in one group. */
  together(a: string, b: string): boolean {
    return this.#leader(a) === this.#leader(b)
  }

  /** The entity of every record whose group has more than one: the first member by source rank, then key. */
  memberships(): ReadonlyMap<string, string> {
    const members = new Map<string, string[]>()
    for (const record of this.#rank.keys()) {
      const leader = this.#leader(record)
      const list = members.get(leader)
      if (list) list.push(record)
      else members.set(leader, [record])
    }
    const out = new Map<string, string>()
    for (const [leader, records] of members) if (records.length > 1) for (const record of records) out.set(record, leader)
    return out
  }

  #before(a: string, b: string): boolean {
    const [ra, rb] = [this.#rank.get(a) ?? Infinity, this.#rank.get(b) ?? Infinity]
    return ra === rb ? a < b : ra < rb
  }

  #leader(record: string): string {
    let at = record
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) at = up
    return at
  }

  #apartOf(leader: string): Set<string> {
    const known = this.#apart.get(leader)
    if (known) return known
    const fresh = new Set<string>()
    this.#apart.set(leader, fresh)
    return fresh
  }
}
