import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useEffect, useRef } from 'react'
import type { Judgement, Proposal } from '../../answers.ts'
import { send } from '../../ask/api.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { TextField } from '../../pieces/Field.tsx'
import { formText } from '../../pieces/form.ts'
import { Name } from '../../pieces/Name.tsx'
import { scoreText } from '../screen/Why.tsx'
import { PairTable } from './PairTable.tsx'

/** The words for a decision. */
export const VERDICT_WORDS: Readonly<Record<Judgement['verdict'], string>> = {
  same: 'One party',
  different: 'Two parties',
  unsure: 'Cannot tell',
}
const VERDICTS: readonly Judgement['verdict'][] = ['same', 'different', 'unsure']

type Props = {
  readonly proposal: Proposal
  readonly open: boolean
  readonly turn: () => void
  readonly decided: Judgement | undefined
  readonly reviewer: RefObject<HTMLInputElement | null>
  readonly keep: (judgement: Judgement) => void
}

/** One pair that waits: its line, and unfolded the two records and the form of the decision. */
export function PairReview({ proposal, open, turn, decided, reviewer, keep }: Props) {
  const { a, b, score } = proposal
  const head = useRef<HTMLButtonElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    // After a decision the next pair opens: the keys go on from there. The first one opens with the page and takes nothing.
    if (open && moved.current) head.current?.focus()
    moved.current = true
  }, [open])
  return (
    <li className="pair-item">
      <h3>
        <button ref={head} className="pair-line" type="button" aria-expanded={open} onClick={turn}>
          <span className="num">{score === null ? '–' : scoreText(score)}</span>
          <span>
            <Name text={a.caption} /> <span className="faint">and</span> <Name text={b.caption} />
            <span className="sub">
              {a.sourceTitle}; {b.sourceTitle}
            </span>
          </span>
          {decided ? <span className="kept">{VERDICT_WORDS[decided.verdict]}, kept</span> : null}
        </button>
      </h3>
      {open ? (
        <div className="pair-in">
          <PairTable proposal={proposal} />
          <Decide proposal={proposal} decided={decided} reviewer={reviewer} keep={keep} />
        </div>
      ) : null}
    </li>
  )
}

function Decide({ proposal, decided, reviewer, keep }: Pick<Props, 'proposal' | 'decided' | 'reviewer' | 'keep'>) {
  const decide = useMutation({
    mutationFn: (word: { readonly verdict: Judgement['verdict']; readonly reason: string; readonly by: string }) =>
      send<Judgement>('/api/identity/decide', { a: proposal.a.record, b: proposal.b.record, ...word }),
    onSuccess: keep,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = reviewer.current
    if (name && name.value.trim() === '') {
      name.setCustomValidity('Say who decides: the name is kept with the decision.')
      name.reportValidity()
      return
    }
    const button = (event.nativeEvent as SubmitEvent).submitter
    const verdict = VERDICTS.find(v => button?.getAttribute('value') === v) ?? 'unsure'
    decide.mutate({ verdict, reason: formText(new FormData(event.currentTarget), 'reason'), by: name?.value.trim() ?? '' })
  }
  return (
    <form className="decide" onSubmit={submit} aria-label="Decision">
      <TextField
        label={
          decided
            ? `Decided: ${VERDICT_WORDS[decided.verdict]}. A later word takes its place; the reason for it`
            : 'Reason, kept with the decision'
        }
        name="reason"
        required
        maxLength={2000}
      />
      <div className="acts-row">
        {VERDICTS.map(verdict => (
          <button
            key={verdict}
            className={verdict === 'unsure' ? 'btn plain' : 'btn'}
            type="submit"
            value={verdict}
            disabled={decide.isPending}
          >
            {VERDICT_WORDS[verdict]}
          </button>
        ))}
        <span className="quiet" role="status">
          {decide.isPending ? 'Keeping the decision …' : null}
        </span>
      </div>
      {decide.error ? <Failure error={decide.error} again={() => decide.reset()} /> : null}
    </form>
  )
}
