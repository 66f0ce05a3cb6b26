import type { Designation, RawRecord, Reading, Reference } from '../../model/index.ts'
import { parseFtm } from '../ftm/parse.ts'
import type { Programmes } from '../rows/reading.ts'
import programmes from './programmes.json' with { type: 'json' }

type Body = {
  readonly schema: string
  readonly properties?: Readonly<Record<string, readonly string[]>>
  readonly referents?: readonly string[]
}

const PROGRAMMES: Programmes = programmes
/** Ids that OpenSanctions makes of publishers' numbers, and the number in the publisher's own form. */
const REFERENTS: readonly (readonly [RegExp, Reference['scheme'], (parts: readonly string[]) => string])[] = [
  [/^ofac-(\d+)$/, 'ofac', ([number = '']) => number],
  [/^eu-fsf-eu-(\d+)-(\d+)$/, 'eu', ([a = '', b = '']) => `EU.${a}.${b}`],
  [/^gb-fcdo-([a-z]{3})(\d{4})$/, 'uk', ([letters = '', digits = '']) => `${letters.toUpperCase()}${digits}`],
]

/**
 * The reading of one entity: its statements, the publishers' numbers among its referents, and a designation for each
 * programme that the table knows. Other programmes stay as they are reported, in `programId`.
 */
export function parseEntity(raw: RawRecord, source: string): Reading {
  const body = JSON.parse(raw.body) as Body
  const reading = parseFtm(raw, source, body)
  const { referents = [] } = body
  const [party] = reading.parties
  if (!party) return reading
  const references = referents.flatMap(id => referenceOf(party.id, id))
  const designations = party.statements.flatMap(({ property, value, field }): readonly Designation[] => {
    const programme = property === 'programId' && Object.hasOwn(PROGRAMMES, value) ? PROGRAMMES[value] : undefined
    if (!programme) return []
    const { list, instruments } = programme
    return [{ party: party.id, list, programme: value, status: 'listed', instruments, confidence: 'read', field }]
  })
  return { ...reading, designations, ...(references.length > 0 ? { references } : {}) }
}

function referenceOf(party: string, id: string): readonly Reference[] {
  for (const [pattern, scheme, valueOf] of REFERENTS) {
    const found = pattern.exec(id)
    if (found) return [{ party, scheme, value: valueOf(found.slice(1)), field: 'referents' }]
  }
  return []
}
