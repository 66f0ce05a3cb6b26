import type { Listing } from '../answers.ts'
import type { Words } from '../language/en.ts'
import { shortDay } from '../language/words.ts'

/** What other sources say otherwise of a listing, in one sentence each; a source is named by its title, a day in words. */
export const disagreements = (listing: Listing, titleOf: (source: string) => string, words: Words): readonly string[] =>
  listing.disagreement.map(({ note, evidence }) =>
    note
      .replace(evidence.source, titleOf(evidence.source))
      // The sentence is in English: a day in other words would not stand well in it.
      .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, day => (words.locale.startsWith('en') ? shortDay(day, words) : day)),
  )
