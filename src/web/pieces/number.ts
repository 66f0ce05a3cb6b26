/**
 * The publisher's own number of an entry; null where the source gives none and the entry is told by its place, as in an annex
 * ("32011R0753/i.a/name") or in the curated base ("list:un-1988").
 */
export const publisherNumber = (reference: string | null): string | null =>
  reference === null || /[/:]/.test(reference) || reference === '' ? null : reference
