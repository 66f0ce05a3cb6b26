import type { ActVerb, Day, Instrument } from '../model/index.ts'

/** One instrument acting on another. */
type Act = { readonly act: string; readonly verb: ActVerb; readonly target: string }

/** The instruments as a graph that can be followed both ways. */
export type Lineage = {
  /** What it acts on with this verb, in order of time. */
  targets(id: string, verb: ActVerb): readonly string[]
  /** What acts on it with this verb, in order of time. */
  actors(id: string, verb: ActVerb): readonly string[]
  /** What it acts on with this verb, and what that acts on, and so on; without itself. */
  allTargets(id: string, verb: ActVerb): readonly string[]
  /** What acts on it with this verb, and what acts on that, and so on; without itself. */
  allActors(id: string, verb: ActVerb): readonly string[]
  /** Every act reached from it, upwards (what it acts on) and downwards (what acts on it), whatever the verb. */
  chain(id: string): readonly Act[]
  /** Exemptions from any of these acts that are surely in force on a day, in order of time. */
  exemptionsFrom(ids: readonly string[], day: Day): readonly string[]
  /**
   * True where it is in force on a day: begun, and not repealed by then. Null where dates known only in part leave it open.
   * A court's setting aside and a lapse that no act states are not seen here.
   */
  inForce(id: string, day: Day): boolean | null
}

/** The graph of these instruments. Targets that are in no record are named all the same. */
export function lineageOf(instruments: ReadonlyMap<string, Instrument>): Lineage {
  const forward = new Map<string, Act[]>()
  const backward = new Map<string, Act[]>()
  for (const { id, acts } of instruments.values()) {
    for (const { verb, target } of acts) {
      const act: Act = { act: id, verb, target }
      put(forward, id, act)
      put(backward, target, act)
    }
  }
  const begin = (id: string) => instruments.get(id)?.issued.earliest ?? '9999'
  const byTime = (a: string, b: string) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : a < b ? -1 : 1)
  const targets = (id: string, verb: ActVerb) =>
    (forward.get(id) ?? [])
      .filter(a => a.verb === verb)
      .map(a => a.target)
      .sort(byTime)
  const actors = (id: string, verb: ActVerb) =>
    (backward.get(id) ?? [])
      .filter(a => a.verb === verb)
      .map(a => a.act)
      .sort(byTime)
  const force = (id: string, day: Day) => inForce(instruments, actors(id, 'repeals'), id, day)
  const terms = new Map<string, readonly Term[]>()
  const termsOf = (ids: readonly string[]): readonly Term[] => {
    const key = ids.join(' ')
    const known = terms.get(key)
    if (known) return known
    const exemptions = [...new Set(ids.flatMap(id => actors(id, 'exempts')))].sort(byTime)
    const found = exemptions.map(id => sureTerm(instruments, id, actors(id, 'repeals')))
    terms.set(key, found)
    return found
  }
  return {
    targets,
    actors,
    allTargets: (id, verb) => closure(id, at => targets(at, verb)).sort(byTime),
    allActors: (id, verb) => closure(id, at => actors(at, verb)).sort(byTime),
    chain: id => chainOf(id, forward, backward).sort((a, b) => byTime(a.act, b.act) || byTime(a.target, b.target)),
    exemptionsFrom: (ids, day) =>
      termsOf(ids)
        .filter(t => t.from <= day && day < t.to)
        .map(t => t.id),
    inForce: force,
  }
}

function put(map: Map<string, Act[]>, key: string, act: Act) {
  const acts = map.get(key)
  if (acts) acts.push(act)
  else map.set(key, [act])
}

/** Everything reached from an id, without itself; a circle ends where it closes. */
function closure(id: string, next: (id: string) => readonly string[]): string[] {
  const seen = new Set<string>([id])
  const waiting = [id]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const other of next(at)) {
      if (seen.has(other)) continue
      seen.add(other)
      waiting.push(other)
    }
  }
  seen.delete(id)
  return [...seen]
}

function chainOf(id: string, forward: ReadonlyMap<string, readonly Act[]>, backward: ReadonlyMap<string, readonly Act[]>): Act[] {
  const above = [id, ...closure(id, at => (forward.get(at) ?? []).map(a => a.target))]
  const below = [id, ...closure(id, at => (backward.get(at) ?? []).map(a => a.act))]
  return [...new Set([...above.flatMap(at => forward.get(at) ?? []), ...below.flatMap(at => backward.get(at) ?? [])])]
}

function inForce(instruments: ReadonlyMap<string, Instrument>, repeals: readonly string[], id: string, day: Day): boolean | null {
  const begun = hasBegun(instruments.get(id), day)
  if (begun === false) return false
  const repealed = repeals.map(r => hasBegun(instruments.get(r), day))
  if (repealed.includes(true)) return false
  return begun === null || repealed.includes(null) ? null : true
}

/** The days, the last excluded, on which an instrument is surely in force. */
type Term = { readonly id: string; readonly from: Day; readonly to: Day }

function sureTerm(instruments: ReadonlyMap<string, Instrument>, id: string, repeals: readonly string[]): Term {
  const dates = (other: string) => instruments.get(other)?.effective ?? instruments.get(other)?.issued
  const ends = repeals.map(repeal => dates(repeal)?.earliest ?? '0000')
  return { id, from: dates(id)?.latest ?? '9999', to: ends.reduce((a, b) => (a < b ? a : b), '9999') }
}

/** True from the last day it may have begun, false before the first, null between. */
function hasBegun(instrument: Instrument | undefined, day: Day): boolean | null {
  if (!instrument) return null
  const date = instrument.effective ?? instrument.issued
  return day >= date.latest ? true : day < date.earliest ? false : null
}
