import type { AnswerStatus, MatrixAnswer } from '../../answers.ts'

/** A party on which authorities part ways: who lists it, who suspended it, who took it off, who has no entry. */
export type Divergence = {
  readonly party: MatrixAnswer['parties'][number]
  /** Columns by status, in the order a sentence tells them; statuses that no authority holds are left out. */
  readonly by: readonly { readonly status: AnswerStatus; readonly columns: readonly number[] }[]
}

const TOLD: readonly AnswerStatus[] = ['listed', 'suspended', 'delisted', 'never']

/**
 * Parties that some authority lists and another has suspended, taken off, or never entered though its list was read. What is
 * unknown parts nobody: it may be a listing.
 */
export const divergences = ({ parties, cells }: MatrixAnswer): readonly Divergence[] =>
  parties.flatMap((party, row) => {
    const statuses = (cells[row] ?? []).map(cell => cell.status)
    const by = TOLD.map(status => ({ status, columns: statuses.flatMap((s, column) => (s === status ? [column] : [])) })).filter(
      ({ columns }) => columns.length > 0,
    )
    return by.length > 1 && by[0]?.status === 'listed' ? [{ party, by }] : []
  })
