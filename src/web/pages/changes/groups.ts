import type { ChangeItem } from '../../answers.ts'

/** Changes of one kind that came with one version. */
export type ChangeGroup = {
  readonly version: string
  readonly kind: ChangeItem['kind']
  readonly first: ChangeItem
  readonly changes: readonly ChangeItem[]
}

const ORDER: readonly ChangeItem['kind'][] = ['added', 'removed', 'amended']

/** Changes gathered by version and kind, in the order the versions come; a mass change is one group. */
export function groupChanges(changes: readonly ChangeItem[]): readonly ChangeGroup[] {
  const byVersion = Map.groupBy(changes, change => change.version)
  return [...byVersion].flatMap(([version, some]) =>
    ORDER.flatMap(kind => {
      const ofKind = some.filter(c => c.kind === kind)
      const [first] = ofKind
      return first ? [{ version, kind, first, changes: ofKind }] : []
    }),
  )
}
