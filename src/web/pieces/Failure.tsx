import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Failed } from '../ask/api.ts'
import { useWords, WordsContext } from '../language/words.ts'

function BreakMark() {
  return (
    <svg className="brk" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M1 12h7M16 12h7M9 18l6-12" fill="none" stroke="currentColor" strokeWidth="2.6" />
    </svg>
  )
}

type BoxProps = {
  readonly title: string
  readonly id?: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly level?: 2 | 3
}

/** The frame of a failure: ink, never the red of a listing. Read out at once. */
export function FailureBox({ title, id, children, actions, level = 2 }: BoxProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="failure" role="alert">
      <Heading {...(id ? { id } : {})}>
        <BreakMark />
        {title}
      </Heading>
      {children}
      {actions ? <div className="acts">{actions}</div> : null}
    </div>
  )
}

type Props = {
  readonly error: unknown
  readonly again: () => void
  /** True where the question was about a name, which a failure says nothing about. */
  readonly ofName?: boolean
  /** In place of what is said of a question that was not answered. */
  readonly title?: string
  readonly action?: string
}

/** A question that was not answered: what happened, that it says nothing about the name, the code, what to do. */
export function Failure({ error, again, ofName = false, title, action }: Props) {
  const words = useWords()
  const failed = error instanceof Failed ? error : null
  const unreachable = failed?.status === 0
  const detail = failed && !unreachable ? failed.message : words.failure.unreachable
  const remedy = failed && !unreachable ? failed.remedy : words.failure.unreachableRemedy
  return (
    <FailureBox
      title={title ?? (ofName ? words.failure.title : words.failure.other)}
      actions={
        <button className="btn" type="button" onClick={again}>
          {action ?? words.failure.again}
        </button>
      }
    >
      <p>
        {detail} {ofName && !detail.includes('says nothing') ? words.failure.saysNothing : null}
      </p>
      {remedy ? <p>{remedy}</p> : null}
      <p className="quiet">
        {words.failure.code} <code>{failed?.code ?? 'page.broken'}</code>
        {failed?.retryAfterSeconds ? `. ${words.failure.retry(failed.retryAfterSeconds)}` : null}
      </p>
    </FailureBox>
  )
}

type Broken = { readonly error: unknown }

/** Shows a failure in place of a page that broke while it was drawn; an empty page would look like an empty answer. */
export class Guard extends Component<{ readonly children: ReactNode }, Broken> {
  static override contextType = WordsContext
  declare context: React.ContextType<typeof WordsContext>
  override state: Broken = { error: null }

  static getDerivedStateFromError(error: unknown): Broken {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    if (this.state.error === null) return this.props.children
    const { failure } = this.context
    return (
      <FailureBox
        title={failure.page}
        actions={
          <button className="btn" type="button" onClick={() => location.reload()}>
            {failure.again}
          </button>
        }
      >
        <p>{failure.pageRemedy}</p>
        <p className="quiet">
          {failure.code} <code>page.broken</code>
        </p>
      </FailureBox>
    )
  }
}
