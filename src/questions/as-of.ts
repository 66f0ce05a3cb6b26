import { type AsOf, type Day, dayOf, endOfDay, type Instant, isDay, WhoListsError } from '../model/index.ts'

/** The times a caller names; a day means its last second in UTC, nothing means now. */
export type AsOfAsked = { readonly valid?: Day; readonly published?: string; readonly recorded?: string }

/**
 * The three times of a question: `recorded` defaults to now, `published` to `recorded`, `valid` to the day of `published`.
 *
 * @throws input.invalid where a text is neither a day nor an instant
 */
export function resolveAsOf(asked: AsOfAsked, now: Instant): AsOf {
  const recorded = asked.recorded === undefined ? now : instantOf('recorded', asked.recorded)
  const published = asked.published === undefined ? recorded : instantOf('published', asked.published)
  if (asked.valid !== undefined && !isDay(asked.valid)) throw invalid('valid', asked.valid, 'a day as YYYY-MM-DD')
  return { valid: asked.valid ?? dayOf(published), published, recorded, validAsked: asked.valid !== undefined }
}

/** True where the newest state is asked: no past version, nothing but what is known now. */
export const asksNow = (asked: AsOfAsked): boolean =>
  asked.published === undefined && asked.recorded === undefined && asked.valid === undefined

function instantOf(name: string, text: string): Instant {
  if (isDay(text)) return endOfDay(text)
  const m = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})Z?$/.exec(text)
  const millis = m?.[1] && isDay(m[1]) ? Date.parse(`${m[1]}T${m[2]}Z`) : Number.NaN
  if (Number.isNaN(millis)) throw invalid(name, text, 'a day as YYYY-MM-DD, or an instant as YYYY-MM-DDTHH:MM:SS in UTC')
  return millis / 1000
}

const invalid = (what: string, seen: string, expected: string) => new WhoListsError('input.invalid', { what, expected, seen })

/** An instant as answers write it: YYYY-MM-DDTHH:MM:SS, UTC. */
export function instantText(instant: Instant): string {
  const known = written.get(instant)
  if (known !== undefined) return known
  const text = new Date(instant * 1000).toISOString().slice(0, 19)
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(instant, text)
  return text
}

// Thousands of records have the few instants of their versions.
const written = new Map<Instant, string>()
const MOST_WRITTEN = 100

/** The times of an answer as it shows them. */
export const asOfText = (asOf: AsOf) => ({
  valid: asOf.valid,
  published: instantText(asOf.published),
  recorded: instantText(asOf.recorded),
})
