import type { AnswerStatus, EventItem } from '../../answers.ts'

/** The words for a kind of event, and the mark of the status it leads to where it moves one. */
type KindWords = { readonly word: string; readonly status?: AnswerStatus; readonly help?: string }

/** Kinds of events in the order they are offered; `help` says what a reader could misread. */
export const KINDS: Readonly<Record<EventItem['kind'], KindWords>> = {
  listed: { word: 'Listed', status: 'listed' },
  relisted: { word: 'Listed again', status: 'listed' },
  suspended: { word: 'Suspended', status: 'suspended' },
  resumed: { word: 'In force again', status: 'listed' },
  removed: { word: 'Removed', status: 'delisted' },
  moved: { word: 'Moved', help: 'From one list of an authority to another: no removal.' },
  renumbered: { word: 'Renumbered', help: 'The same entry under another number: no removal.' },
  amended: { word: 'Amended' },
  ended: { word: 'Publication ended', help: 'The publication ended; nobody left a list by that.' },
  form: { word: 'Change of form', help: 'The publisher tells the same otherwise: nobody was listed or removed.' },
  fault: { word: 'Publishing fault', help: 'Gone for some days and back word for word.' },
  reported: { word: 'Reported', help: 'A copy of lists or the curated base says something new; no list moved by that.' },
}

/** What a cause other than the publisher's own doing means. */
export const CAUSES: Readonly<Partial<Record<EventItem['cause'], string>>> = {
  rendition: 'seen in another form of the file',
  parser: 'seen by a newer reader of the same file',
  join: 'by joining records anew',
}

/** Events that one version of a source brought. */
export type VersionGroup = { readonly first: EventItem; readonly events: readonly EventItem[] }

/** Events gathered by the version that brought them, in the order they come. */
export const groupEvents = (events: readonly EventItem[]): readonly VersionGroup[] =>
  [...Map.groupBy(events, e => `${e.before} ${e.version} ${e.published}`).values()].flatMap(some =>
    some[0] ? [{ first: some[0], events: some }] : [],
  )

const ORDER = Object.keys(KINDS)

/** Events by what they mean: what moved in law first, then what entries say; apart from them what is only wording, form or fault. */
export function byWeight(events: readonly EventItem[]): { readonly plain: readonly EventItem[]; readonly cosmetic: readonly EventItem[] } {
  const sorted = events.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  return { plain: sorted.filter(e => e.material), cosmetic: sorted.filter(e => !e.material) }
}

/** What the title of an event says beyond the name that stands before it. */
export function restOfTitle({ title, members, count }: Pick<EventItem, 'title' | 'members' | 'count'>): string {
  const [member] = members
  return count === 1 && member && title.startsWith(member.caption) ? title.slice(member.caption.length).trim() : title
}
