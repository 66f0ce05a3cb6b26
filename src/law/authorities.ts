import { cleanCountry, countryName, WhoListsError } from '../model/index.ts'
import type { LawBook } from './book.ts'
import type { AttestedSpan } from './timeline.ts'

/** The authorities a question means: one, or all of a jurisdiction. */
export type AuthorityScope = {
  readonly id: string
  readonly name: string
  readonly jurisdiction: string
  readonly authorities: ReadonlySet<string>
}

/**
 * The authorities that an id, a jurisdiction or a name stands for: `ru` is every authority of Russia, `uk` is read as `gb`.
 *
 * @throws authority.unknown
 */
export function authorityScope(book: LawBook, asked: string): AuthorityScope {
  const text = asked.trim()
  const lower = text.toLowerCase()
  const jurisdiction = jurisdictionOf(book, lower === 'uk' ? 'gb' : lower) ?? jurisdictionOf(book, cleanCountry(text) ?? '')
  if (jurisdiction) return jurisdiction
  const named =
    book.authorities.get(lower) ?? [...book.authorities.values()].find(a => [a.name, a.nativeName].some(n => n?.toLowerCase() === lower))
  if (!named) throw new WhoListsError('authority.unknown', { authority: asked })
  return { id: named.id, name: named.name, jurisdiction: named.jurisdiction, authorities: new Set([named.id]) }
}

function jurisdictionOf(book: LawBook, code: string): AuthorityScope | undefined {
  const ids = [...book.authorities.values()].filter(a => a.jurisdiction === code).map(a => a.id)
  return ids.length > 0 ? { id: code, name: countryName(code), jurisdiction: code, authorities: new Set(ids) } : undefined
}

/** True where the span is on a list of these authorities, or was decided by one of them. */
export function isWithin(book: LawBook, scope: AuthorityScope, span: AttestedSpan): boolean {
  const publisher = book.lists.get(span.list)?.authority
  if (publisher !== undefined && scope.authorities.has(publisher)) return true
  return span.attested.some(a => a.authority !== undefined && scope.authorities.has(a.authority))
}

/** Who decided a listing: as its record says, else the list's authority; null where the list is not in the book. */
export const deciderOf = (book: LawBook, span: AttestedSpan): string | null =>
  span.attested.find(a => a.authority !== undefined)?.authority ?? book.lists.get(span.list)?.authority ?? null
