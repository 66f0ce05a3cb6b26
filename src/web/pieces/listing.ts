import type { Listing } from '../answers.ts'
import type { Words } from '../language/en.ts'
import { boundWords, shortDay } from '../language/words.ts'

/** When a listing began and ended, in words: "13 Sep 2007", "by 27 Jan 2018", "4 Jul 1999 to 2 Jul 2002", "on 25 Jan 2024". */
export function whenOf(listing: Listing, words: Words): string {
  if (listing.status === 'never') return listing.lastRead ? words.bound.onReading(shortDay(listing.lastRead, words)) : ''
  const from = listing.from ? boundWords(listing.from, words) : words.bound.unknownStart
  return listing.to ? words.bound.to(from, boundWords(listing.to, words)) : from
}
