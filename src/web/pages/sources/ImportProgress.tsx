import type { SourcesAnswer } from '../../answers.ts'
import { useWords } from '../../language/words.ts'

/** The steps of an import in their order, with the words a server may use for each. */
const STEPS: readonly { readonly word: string; readonly phases: RegExp }[] = [
  { word: 'fetching', phases: /fetch|download/i },
  { word: 'archiving', phases: /archiv/i },
  { word: 'reading', phases: /read|pars/i },
  { word: 'checking', phases: /check|bound/i },
  { word: 'comparing', phases: /compar|commit|stag|stor/i },
  { word: 'joining', phases: /join/i },
  { word: 'index', phases: /index|swap/i },
]

type Props = { readonly importing: NonNullable<SourcesAnswer['importing']>; readonly sources: SourcesAnswer['sources'] }

/** The import under way: which source, which step, how far. Searches meanwhile stand on the version before. */
export function ImportProgress({ importing, sources }: Props) {
  const { count } = useWords()
  const source = sources.find(s => s.id === importing.source)
  const title = source?.title ?? importing.source
  const now = STEPS.findIndex(step => step.phases.test(importing.phase))
  const total = importing.total
  return (
    <section className="imp" aria-labelledby="im">
      <h2 className="vh" id="im">
        Import under way
      </h2>
      <div className="imp-row">
        <div>
          <b>{title}</b>
          <p>{source?.publisher}</p>
        </div>
        <div>
          <progress {...(total === null ? {} : { max: total, value: importing.done })} aria-label={`Records read of ${title}`} />
          {now >= 0 ? (
            <ol className="steps">
              {STEPS.map((step, index) => (
                <li
                  key={step.word}
                  {...(index < now ? { 'data-done': '' } : {})}
                  {...(index === now ? { 'data-now': '', 'aria-current': 'step' as const } : {})}
                >
                  {step.word}
                </li>
              ))}
            </ol>
          ) : (
            <p className="steps">{importing.phase}</p>
          )}
        </div>
        <p className="num">{total === null ? `${count(importing.done)} records` : `${count(importing.done)} of ${count(total)} records`}</p>
      </div>
      <p className="quiet">
        {source?.newest
          ? 'Searches go on with the version before until the new index is swapped in.'
          : 'Until it is done, searches go on without this source and say so.'}
      </p>
    </section>
  )
}
