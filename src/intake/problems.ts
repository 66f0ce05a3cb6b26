import type { Problem } from '../model/index.ts'

/** A problem that keeps a version from coming into force. `seen` is cut to 200 characters. */
export const stop = (code: string, field: string, seen: string, expected?: string): Problem => problem('stop', code, field, seen, expected)

/** A problem that marks a value or a record. */
export const flag = (code: string, field: string, seen: string, expected?: string): Problem => problem('flag', code, field, seen, expected)

/** A problem that only informs. */
export const note = (code: string, field: string, seen: string, expected?: string): Problem => problem('note', code, field, seen, expected)

function problem(severity: Problem['severity'], code: string, field: string, seen: string, expected: string | undefined): Problem {
  const short = seen.length > 200 ? `${seen.slice(0, 199)}…` : seen
  return { code, severity, field, seen: short, ...(expected === undefined ? {} : { expected }) }
}

/** True for a problem among what a reader yields. */
export const isProblem = (item: unknown): item is Problem =>
  typeof item === 'object' && item !== null && 'severity' in item && 'code' in item && 'seen' in item
