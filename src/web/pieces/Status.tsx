import type { ReactNode } from 'react'
import type { AnswerStatus, Listing } from '../answers.ts'
import { useWords } from '../language/words.ts'

/** The id of the mark that stands for a status; not yet listed shares the ring with no entry. */
export const markOf = (status: AnswerStatus): string => `#m-${status === 'not-listed' ? 'never' : status}`

/** The role of a status in colour and style. */
export const toneOf = (status: AnswerStatus): string => (status === 'not-listed' ? 'never' : status)

/** A status as mark and word; `children` replace the word where a sentence needs another. */
export function Status({ status, children }: { readonly status: AnswerStatus; readonly children?: ReactNode }) {
  const words = useWords()
  return (
    <span className="st" data-s={toneOf(status)}>
      <svg aria-hidden="true">
        <use href={markOf(status)} />
      </svg>
      {children ?? words.status[status]}
    </span>
  )
}

/** Tags for what is not read in a source: recalled, disputed. Nothing where it was read. */
export function Confidence({ of }: { readonly of: Pick<Listing, 'confidence' | 'disputed'> }) {
  const words = useWords()
  return (
    <>
      {of.confidence === 'recalled' ? (
        <span className="conf" data-c="recalled" title={words.recalledHelp}>
          {words.recalled}
        </span>
      ) : null}
      {of.confidence === 'recalled' && of.disputed ? ' ' : null}
      {of.disputed ? (
        <span className="conf" data-c="disputed" title={words.disputedHelp}>
          {words.disputed}
        </span>
      ) : null}
    </>
  )
}
