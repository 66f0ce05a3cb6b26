import type { KnownVersion, Ledger } from '../ledger/index.ts'
import { endOfDay, isDay, OPEN, startOfDay, WhoListsError } from '../model/index.ts'
import { instantText } from './as-of.ts'
import { presentChange } from './diff.ts'
import type { ChangeView } from './types.ts'

/** What is asked of the changes over all sources. */
export type ChangesAsked = {
  readonly since: string | null
  readonly until: string | null
  readonly sources: readonly string[]
  readonly kinds: readonly ('added' | 'amended' | 'removed')[]
  readonly limit: number
  readonly offset: number
}

/** A change of a source between two accepted versions that follow each other. */
export type ChangeFound = ChangeView & {
  readonly kind: 'added' | 'amended' | 'removed'
  readonly source: string
  readonly version: string
  readonly published: string
  readonly before: string
  readonly recorded: string
  /** Hashes of the raw files before and after: what the change was seen in. */
  readonly filesBefore: readonly string[]
  readonly filesAfter: readonly string[]
}

/**
 * Changes between versions that follow each other, newest first.
 *
 * The first version of a source changes nothing: nothing is known of the state before.
 *
 * @throws input.invalid where `since` or `until` is no day
 */
export async function changesOf(
  ledger: Ledger,
  asked: ChangesAsked,
): Promise<{ readonly changes: readonly ChangeFound[]; readonly total: number }> {
  const from = asked.since === null ? 0 : startOfDay(day('since', asked.since))
  const to = asked.until === null ? OPEN : endOfDay(day('until', asked.until))
  const steps = (await stepsOf(ledger, asked.sources)).filter(({ after }) => after.published >= from && after.published <= to)
  steps.sort((a, b) => b.after.published - a.after.published || (a.after.source < b.after.source ? -1 : 1))
  const found: ChangeFound[] = []
  let total = 0
  for (const { before, after } of steps) {
    const diff = await ledger.diff(after.source, before.name, after.name)
    for (const change of diff.changes) {
      if (asked.kinds.length > 0 && !asked.kinds.includes(change.kind)) continue
      total += 1
      if (total <= asked.offset || found.length >= asked.limit) continue
      found.push({
        ...presentChange(change),
        kind: change.kind,
        source: after.source,
        version: after.name,
        published: instantText(after.published),
        before: before.name,
        recorded: instantText(after.accepted),
        filesBefore: hashes(before),
        filesAfter: hashes(after),
      })
    }
  }
  return { changes: found, total }
}

const hashes = (version: KnownVersion) => version.files.map(f => f.sha256)

function day(what: string, text: string): string {
  const head = text.slice(0, 10)
  if (!isDay(head)) throw new WhoListsError('input.invalid', { what, expected: 'a day as YYYY-MM-DD', seen: text })
  return head
}

async function stepsOf(ledger: Ledger, sources: readonly string[]) {
  const versions = (await ledger.versions()).filter(v => v.accepted < OPEN && (sources.length === 0 || sources.includes(v.source)))
  const steps: { readonly before: KnownVersion; readonly after: KnownVersion }[] = []
  for (const own of Map.groupBy(versions, v => v.source).values()) {
    own.sort((a, b) => a.published - b.published)
    own.forEach((after, i) => {
      const before = own[i - 1]
      if (before) steps.push({ before, after })
    })
  }
  return steps
}
