import table from './programmes.json' with { type: 'json' }

/** What a programme of the list stands for. */
export type Programme = { readonly list: string; readonly instruments: readonly string[]; readonly terrorism?: boolean }

const BY_NUMBER: Readonly<Record<string, Programme>> = table

/**
 * What the ordinance of a programme stands for, by its number in the classified compilation (`SR 946.203`), which stays while
 * its title changes. Every ordinance of the list rests on the Embargo Act; one of its own is needed for a list of its own. A
 * title without a number is known by the groups it names.
 */
export function programmeOf(name: string): Programme {
  const number = /\bSR\s*(946(?:\.\d+)+)/u.exec(name)?.[1]
  const known = number === undefined ? undefined : BY_NUMBER[number]
  if (known) return known
  const groups = number === undefined && /\bTaliban\b|\bAl-Qa[iï]da\b|\bISIL\b/iu.test(name)
  return (groups ? BY_NUMBER['946.203'] : undefined) ?? { list: 'ch-seco', instruments: ['ch-embargo-act-2002'] }
}
