import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InstrumentLine } from '../../src/api/index.ts'
import type { InstrumentAnswer } from '../../src/questions/index.ts'

/** The rows of a file of the curated base. */
export function rows<T>(file: string): readonly T[] {
  const parsed = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'facts', file), 'utf8')) as T[] | Record<string, T[]>
  return Array.isArray(parsed) ? parsed : (Object.values(parsed).find(Array.isArray) ?? [])
}

type Verb = 'implements' | 'amends' | 'repeals' | 'exempts'
type Instrument = Readonly<Partial<Record<Verb, readonly string[]>>> & {
  readonly id: string
  readonly type: string
  readonly number?: string
  readonly title: string
  readonly issuedBy: string
  readonly issued: string
  readonly effective?: string
  readonly note?: string
  readonly confidence: 'read' | 'verified' | 'recalled'
}

/** Instruments of the curated base by their ids. */
export const instruments: ReadonlyMap<string, Instrument> = new Map(rows<Instrument>('instruments.json').map(i => [i.id, i]))
/** Authorities of the curated base by their ids. */
export const authorities = new Map(
  rows<{ readonly id: string; readonly name: string; readonly jurisdiction: string }>('authorities.json').map(a => [a.id, a]),
)

const all = [...instruments.values()]
const targets = (id: string, verb: Verb) => instruments.get(id)?.[verb] ?? []
const actors = (id: string, verb: Verb) => all.filter(i => i[verb]?.includes(id)).map(i => i.id)

/** Everything reached by a step taken again and again. */
function reached(id: string, step: (id: string) => readonly string[]): readonly string[] {
  const found = new Set<string>()
  const queue = [id]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of step(at)) {
      if (found.has(next)) continue
      found.add(next)
      queue.push(next)
    }
  }
  return [...found]
}

/** An instrument with its lineage, as an answer. */
export function instrumentOf(id: string): InstrumentAnswer | undefined {
  const instrument = instruments.get(id)
  if (!instrument) return undefined
  const up = (verb: Verb) => reached(id, at => targets(at, verb))
  const down = (verb: Verb) => reached(id, at => actors(at, verb))
  const direct = {
    ...{ implements: targets(id, 'implements'), implementedBy: actors(id, 'implements') },
    ...{ amends: targets(id, 'amends'), amendedBy: actors(id, 'amends') },
    ...{ repeals: targets(id, 'repeals'), repealedBy: actors(id, 'repeals') },
    ...{ exempts: targets(id, 'exempts'), exemptions: actors(id, 'exempts') },
  }
  const near = new Set([id, ...Object.values(direct).flat(), ...up('implements'), ...down('implements')])
  const verbs = ['implements', 'amends', 'repeals', 'exempts'] as const
  return {
    ...lineOf(instrument),
    ...direct,
    effective: instrument.effective ?? null,
    note: instrument.note ?? null,
    inForce: direct.repealedBy.length === 0,
    designations: rows<{ readonly partyId: string; readonly list: string; readonly instrument: string | null }>('designations.json')
      .filter(d => d.instrument === id)
      .map(d => `${d.partyId}@${d.list}`),
    ...{ allImplements: up('implements'), allImplementedBy: down('implements'), allAmends: up('amends'), allAmendedBy: down('amends') },
    ...{ allRepeals: up('repeals'), allRepealedBy: down('repeals'), allExemptions: actors(id, 'exempts') },
    chain: [...near].flatMap(act =>
      verbs.flatMap(verb => targets(act, verb).flatMap(target => (near.has(target) ? [{ act, verb, target }] : []))),
    ),
    titles: Object.fromEntries(
      [...near].flatMap(other => {
        const found = instruments.get(other)
        return found ? [[other, lineOf(found)]] : []
      }),
    ),
  }
}

const lineOf = ({ id, title, number, type, issuedBy, issued, confidence }: Instrument): InstrumentLine => {
  const name = authorities.get(issuedBy)?.name
  return { id, title, number: number ?? null, type, issuedBy, ...(name ? { issuedByName: name } : {}), issued, confidence }
}

/** Instruments whose title or number has some words. */
export const findInstruments = (text: string): readonly InstrumentLine[] =>
  all
    .filter(i => `${i.title} ${i.number ?? ''}`.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 20)
    .map(lineOf)
