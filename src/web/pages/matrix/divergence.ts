import type { MatrixAnswer } from '../../answers.ts'

/** What an authority says of a party; `once-never`: it had no entry when its list was last read, which is unknown since. */
export type Stand = 'listed' | 'suspended' | 'delisted' | 'never' | 'once-never'

/** A party on which authorities part ways: who lists it, who suspended it, who took it off, who has or had no entry. */
export type Divergence = {
  readonly party: MatrixAnswer['parties'][number]
  /** Columns by stand, in the order a sentence tells them; stands that no authority takes are left out. */
  readonly by: readonly { readonly stand: Stand; readonly columns: readonly number[] }[]
}

const TOLD: readonly Stand[] = ['listed', 'suspended', 'delisted', 'never', 'once-never']

/**
 * Parties that some authority lists and another has suspended, taken off, or had no entry of when its list was last read. What
 * was never read parts nobody: it may be a listing.
 */
export const divergences = ({ parties, cells }: MatrixAnswer): readonly Divergence[] =>
  parties.flatMap((party, row) => {
    const stands = (cells[row] ?? []).map(cell => (cell.noEntryBy ? 'once-never' : cell.status))
    const by = TOLD.map(stand => ({ stand, columns: stands.flatMap((s, column) => (s === stand ? [column] : [])) })).filter(
      ({ columns }) => columns.length > 0,
    )
    return by.length > 1 && by[0]?.stand === 'listed' ? [{ party, by }] : []
  })
