import { dayOf, endOfDay, type Instant, isDay, startOfDay } from '../model/index.ts'

/** The name of a version: `SOURCE/YYYY-MM-DD`, with `T00:00:01` where it does not stand at the day's first second. */
export function versionName(source: string, published: Instant): string {
  const day = dayOf(published)
  if (startOfDay(day) === published) return `${source}/${day}`
  return `${source}/${day}T${new Date(published * 1000).toISOString().slice(11, 19)}`
}

/** What a version's name says: a source and the seconds it may stand at; `first` asks for the first of them where a version is there. */
export type NamedVersion = { readonly source: string; readonly from: Instant; readonly to: Instant; readonly first: boolean }

/**
 * Reads a version's name, or a day or instant alone where the source is known; undefined where it is neither.
 *
 * `un-sc/2015-03-13` pins the first second of that day if a version stands there, else the last version of that day;
 * `2015-03-13` alone means the last version of that day.
 */
export function readVersionName(text: string, source?: string): NamedVersion | undefined {
  const m = /^(?:(.+)\/)?(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})Z?)?$/.exec(text)
  const day = m?.[2]
  const named = m?.[1] ?? source
  if (!day || !isDay(day) || named === undefined || (source !== undefined && named !== source)) return undefined
  if (!m[3]) return { source: named, from: startOfDay(day), to: endOfDay(day), first: m[1] !== undefined }
  const instant = Date.parse(`${day}T${m[3]}Z`) / 1000
  return Number.isNaN(instant) ? undefined : { source: named, from: instant, to: instant, first: true }
}
