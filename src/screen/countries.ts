import { HISTORIC } from '../model/index.ts'
import { RELATED } from './countries.tables.ts'

const NO_COUNTRY = new Set(['eu', 'un', 'zz'])
const related = new Set(RELATED.flatMap(([a, b]) => [`${a}${b}`, `${b}${a}`]))

const states = (codes: readonly string[]) => codes.filter(code => !NO_COUNTRY.has(code))
const withSuccessors = (code: string) => [code, ...(HISTORIC[code]?.successors ?? [])]

/**
 * Whether two sets of countries share one: a State that is no more shares with those that followed.
 * Neither `agrees` nor `differs` where either side knows none, or where a territory meets the State it is counted to.
 */
export function compareCountries(query: readonly string[], listed: readonly string[]): 'agrees' | 'differs' | undefined {
  const [a, b] = [states(query), states(listed)]
  if (a.length === 0 || b.length === 0) return undefined
  const held = new Set(b.flatMap(withSuccessors))
  const asked = a.flatMap(withSuccessors)
  if (asked.some(code => held.has(code))) return 'agrees'
  return asked.some(code => b.some(other => related.has(`${code}${other}`))) ? undefined : 'differs'
}
