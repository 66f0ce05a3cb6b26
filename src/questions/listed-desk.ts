import { type LawBook, openRegister, type RankedSource, type Register, readLawBook } from '../law/index.ts'
import type { KnownVersion, Ledger } from '../ledger/index.ts'
import type { AsOf, Instant } from '../model/index.ts'
import { versionAt } from './coverage.ts'
import { type PartyFinder, partyFinder } from './listed-party.ts'
import { membershipOf } from './members.ts'

/** Where questions of law are answered, as known at one (published, recorded). */
export type LawView = { readonly register: Register; readonly parties: PartyFinder }

/** Views by the versions and the memberships they stand on; a view lasts until the ledger moves. */
export type LawDesk = {
  /** The view of (published, recorded). Views of equal versions and memberships are one. */
  at(asOf: Pick<AsOf, 'published' | 'recorded'>): Promise<LawView>
  /** The law book of what is held now. */
  book(): Promise<LawBook>
}

/** Views kept at once: now, and a few past days. */
const KEPT = 4

/**
 * A desk over a ledger.
 *
 * @param sources every source in order of rank
 * @param now the clock, for telling a past `recorded` from the present
 */
export function lawDesk(ledger: Ledger, sources: readonly RankedSource[], now: () => Instant): LawDesk {
  let generation = -1
  let versions: readonly KnownVersion[] = []
  let book: Promise<LawBook> | undefined
  const views = new Map<string, Promise<LawView>>()
  const refresh = async () => {
    const current = await ledger.generation()
    if (current === generation) return
    versions = await ledger.versions()
    generation = current
    book = undefined
    views.clear()
  }
  const bookNow = () => (book ??= readLawBook(ledger))
  const open = async (asOf: Pick<AsOf, 'published' | 'recorded'>): Promise<LawView> => {
    const members = membershipOf(await ledger.memberships(asOf.recorded))
    const register = await openRegister({ ledger, book: await bookNow(), members, sources, asOf })
    return { register, parties: partyFinder({ ledger, members, sources, asOf }) }
  }
  return {
    async book() {
      await refresh()
      return bookNow()
    },
    async at(asOf) {
      await refresh()
      const key = keyOf(versions, asOf, now())
      const known = views.get(key)
      if (known) return known
      const oldest = views.keys().next().value
      if (views.size >= KEPT && oldest !== undefined) views.delete(oldest)
      const view = open(asOf)
      views.set(key, view)
      view.catch(() => views.delete(key))
      return view
    },
  }
}

/** A `recorded` no older than this is the present: what was judged meanwhile moves the ledger's generation. */
const PRESENT_SECONDS = 10

/** What an answer depends on: the version of each source, and the judgements up to `recorded` where that lies in the past. */
function keyOf(versions: readonly KnownVersion[], asOf: Pick<AsOf, 'published' | 'recorded'>, now: Instant): string {
  const used = [...Map.groupBy(versions, v => v.source).values()].flatMap(own => versionAt(own, asOf)?.name ?? [])
  return JSON.stringify([used.sort(), asOf.recorded >= now - PRESENT_SECONDS ? null : asOf.recorded])
}
