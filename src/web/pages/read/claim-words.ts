import type { ClaimView } from '../../answers.ts'
import type { Words } from '../../language/en.ts'
import { storedDate } from '../../language/words.ts'

/** The types of events in words. */
const TYPES: Readonly<Record<string, string>> = {
  listing_called: 'Listing called for',
  listing_considered: 'Listing considered',
  listing_announced: 'Listing announced',
  listed: 'Listed',
  amended: 'Entry amended',
  renewed: 'Listing renewed',
  challenged: 'Listing challenged',
  upheld: 'Listing upheld',
  annulled: 'Listing annulled',
  suspended: 'Listing suspended',
  delisting_called: 'Removal called for',
  delisting_considered: 'Removal considered',
  delisting_announced: 'Removal announced',
  delisted: 'Removed',
  exemption: 'Exemption',
  eased: 'Measures eased',
  recognition: 'Recognition',
  accreditation: 'Accreditation',
  talks: 'Talks',
  invitation: 'Invitation',
  aid: 'Aid',
  hostility: 'Hostile act',
}

const plain = (type: string) => type.charAt(0).toUpperCase() + type.slice(1).replaceAll('_', ' ')

/** What a claim says happened, in words; a denial says so. */
export function claimTitle(claim: Pick<ClaimView, 'type' | 'factuality'>): string {
  const words = TYPES[claim.type] ?? plain(claim.type)
  return claim.factuality === 'denied' ? `Denied: ${words.toLowerCase()}` : words
}

/** How a claim's words are underlined: done whole, denied dotted, all that is not done yet dashed. */
export const claimLine = (factuality: ClaimView['factuality']): 'done' | 'considered' | 'denied' =>
  factuality === 'done' ? 'done' : factuality === 'denied' ? 'denied' : 'considered'

/** The date of a claim in words. */
export const claimDate = (claim: Pick<ClaimView, 'date' | 'datePrecision'>, words: Words): string =>
  claim.date === null ? 'no date' : `${claim.datePrecision === 'approx' ? 'about ' : ''}${storedDate(claim.date, words)}`

/** How sure the reading of a claim is, in words: no percentages of certainty. */
export const claimSureness = (confidence: number): string => (confidence >= 0.8 ? 'clear' : confidence >= 0.5 ? 'fairly clear' : 'doubtful')
