import type { Ending } from './endings.ts'
import type { GroupedEvent } from './grouping.ts'
import type { ChangeFound } from './types.ts'

/** All that happened between two versions. */
export type StepFound = {
  readonly changes: readonly (ChangeFound & { readonly lists: readonly string[]; readonly authority: string })[]
  readonly events: readonly GroupedEvent[]
}

/** A step without what its changes say: its events, and of each change what decides whether it is asked for. */
export type StepOutline = {
  readonly changes: readonly Pick<StepFound['changes'][number], 'kind' | 'event' | 'material' | 'entity' | 'lists' | 'authority'>[]
  readonly events: readonly GroupedEvent[]
}

/** Steps and endings looked at before; what versions say never changes, memberships and parsers may. */
export type StepCache = {
  outline(key: string): StepOutline | undefined
  found(key: string): StepFound | undefined
  set(key: string, found: StepFound): void
  /** The endings of some sources, looked for once. */
  ends(key: string, look: () => Promise<readonly Ending[]>): Promise<readonly Ending[]>
}

/** Changes kept whole; beyond it the steps looked at first are read again when their changes are shown. */
const KEPT = 5000

/** A cache for one index generation: the outlines of all steps, and the changes themselves of those asked for last. */
export function stepCache(): StepCache {
  const outlines = new Map<string, StepOutline>()
  const whole = new Map<string, StepFound>()
  const endings = new Map<string, Promise<readonly Ending[]>>()
  let size = 0
  return {
    outline: key => outlines.get(key),
    found: key => whole.get(key),
    set(key, found) {
      outlines.set(key, outlineOf(found))
      if (whole.has(key)) return
      whole.set(key, found)
      size += found.changes.length
      for (const [old, { changes }] of whole) {
        if (size <= KEPT || old === key) break
        whole.delete(old)
        size -= changes.length
      }
    },
    ends(key, look) {
      const known = endings.get(key)
      if (known) return known
      const looked = look()
      endings.set(key, looked)
      looked.catch(() => endings.delete(key))
      return looked
    },
  }
}

/** The outline of a step. */
export const outlineOf = ({ changes, events }: StepFound): StepOutline => ({
  changes: changes.map(({ kind, event, material, entity, lists, authority }) => ({ kind, event, material, entity, lists, authority })),
  events,
})
