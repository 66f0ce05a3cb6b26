import { identifierKey, identifierParts } from '../candidates/index.ts'
import { BOUNDS, WEIGHTS } from './weights.ts'

/** What equal or differing numbers say; `level` is what the number alone is worth, nothing where none decides. */
export type NumberOutcome = {
  readonly equal: { readonly rule: keyof typeof WEIGHTS; readonly level: number; readonly query: string; readonly listed: string } | null
  readonly differs: { readonly rule: keyof typeof WEIGHTS; readonly query: string; readonly listed: string } | null
  readonly contact: { readonly query: string; readonly listed: string } | null
}

const STRONG = new Set(['imo', 'lei', 'isin', 'inn', 'ogrn', 'iban', 'uei', 'npi', 'wikidataId'])
const REUSED = new Set(['mmsi', 'bic', 'callSign', 'tail'])
const CONTACT = new Set(['phone', 'email'])
const CODES = new Set(['lei', 'inn', 'ogrn', 'isin'])
const REGISTERED = new Set(['registrationNumber', 'taxNumber', 'vatCode', 'uscCode', 'dunsCode'])
const DOCUMENTS = new Set(['passportNumber', 'idNumber', 'socialSecurityNumber'])

type Number = { readonly kind: string; readonly key: string; readonly text: string }

const numbersOf = (identifiers: readonly string[]): readonly Number[] =>
  identifiers.map(text => ({ kind: identifierParts(text).kind, key: identifierKey(text), text })).filter(n => n.key !== '')

/**
 * Compares the numbers of query and party.
 *
 * @param name how well the names agree, 0 to 1; null where the query has none
 * @param countries whether the countries agree, differ, or are not known on both sides
 */
export function compareNumbers(
  query: readonly string[],
  listed: readonly string[],
  name: number | null,
  countries: 'agrees' | 'differs' | undefined,
): NumberOutcome {
  const [asked, held] = [numbersOf(query), numbersOf(listed)]
  let equal: NumberOutcome['equal'] = null
  let contact: NumberOutcome['contact'] = null
  for (const a of asked) {
    for (const b of held) {
      if (a.key !== b.key) continue
      if (CONTACT.has(a.kind) || CONTACT.has(b.kind)) {
        if (CONTACT.has(a.kind) && CONTACT.has(b.kind)) contact = { query: a.text, listed: b.text }
        continue
      }
      const rule = ruleOf(a, b, name, countries)
      const level = WEIGHTS[rule].weight
      if (!equal || level > equal.level) equal = { rule, level, query: a.text, listed: b.text }
    }
  }
  return { equal, contact, differs: equal ? null : differing(asked, held) }
}

function ruleOf(a: Number, b: Number, name: number | null, countries: 'agrees' | 'differs' | undefined): keyof typeof WEIGHTS {
  if (a.kind === 'wallet' && b.kind === 'wallet') return 'wallet'
  if (a.kind === b.kind && STRONG.has(a.kind)) return 'numberStrong'
  if (a.kind === b.kind && REUSED.has(a.kind)) return 'numberReused'
  if (countries === 'differs') return 'numberElsewhere'
  const unlike = name !== null && name < BOUNDS.unlikeName
  if (a.key.length < BOUNDS.shortNumber) return countries === 'agrees' && !unlike ? 'numberShort' : 'numberElsewhere'
  if (unlike && countries !== 'agrees')
    return a.key.length >= BOUNDS.longNumber && a.kind === b.kind ? 'numberUnlikeName' : 'numberElsewhere'
  if (unlike) return 'numberUnlikeName'
  return a.kind === b.kind || b.kind === 'reference' ? 'numberSameKind' : 'numberOtherKind'
}

function differing(asked: readonly Number[], held: readonly Number[]): NumberOutcome['differs'] {
  let worst: NumberOutcome['differs'] = null
  for (const a of asked) {
    const b = held.find(h => h.kind === a.kind)
    const rule =
      b &&
      (a.kind === 'imo'
        ? 'hullDiffers'
        : CODES.has(a.kind)
          ? 'codeDiffers'
          : REGISTERED.has(a.kind)
            ? 'registrationDiffers'
            : DOCUMENTS.has(a.kind)
              ? 'documentDiffers'
              : undefined)
    if (b && rule && (!worst || WEIGHTS[rule].weight < WEIGHTS[worst.rule].weight)) worst = { rule, query: a.text, listed: b.text }
  }
  return worst
}
