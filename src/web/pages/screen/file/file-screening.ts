import { useRef, useState } from 'react'
import type { FileScreeningEvent, QueryAnswer } from '../../../answers.ts'
import { Failed, queryString, reach, readLines } from '../../../ask/api.ts'

type Event<T extends FileScreeningEvent['type']> = Extract<FileScreeningEvent, { readonly type: T }>

/** One row of a screened file with what was found for it. */
export type ScreenedRow = { readonly row: number; readonly name: string; readonly results: QueryAnswer['results'] }
/** A row that could not be screened: a failure, never "nothing found". */
export type RowProblem = { readonly row: number | null; readonly code: string; readonly message: string }

/** Problems that did not keep a row from being screened: what was assumed of the file, a kind of party that is not known. */
const NOTES: ReadonlySet<string> = new Set(['row.unknown-type', 'index.renewed'])

/** True where a row was not screened; false for what is only to be known. */
export const isUnscreened = ({ row, code }: RowProblem): boolean => row !== null && !NOTES.has(code)

/** How far the screening of a file is. */
export type FileScreening =
  | { readonly step: 'choose' }
  | { readonly step: 'recognising'; readonly file: File }
  | {
      readonly step: 'columns'
      readonly file: File
      readonly columns: Event<'columns'>['columns']
      readonly rows: number | null
      readonly headless: boolean
    }
  | { readonly step: 'running' | 'done' | 'stopped'; readonly file: File; readonly progress: Progress; readonly end: Event<'end'> | null }
  | { readonly step: 'failed'; readonly file: File; readonly error: unknown; readonly progress: Progress | null }

/** What has been answered so far. */
export type Progress = {
  readonly done: number
  readonly total: number | null
  readonly rows: readonly ScreenedRow[]
  readonly problems: readonly RowProblem[]
}

/** The choices of the reader: which column holds what, and what the rows are. */
export type Mapping = {
  readonly columns: Readonly<Record<string, string>>
  readonly headless: boolean
  readonly schema: string
  readonly threshold: number
}

/** How often a running screening is drawn: often enough to see it move. */
const DRAW_MS = 120

/** The screening of a file, and the ways to drive it. */
export function useFileScreening() {
  const [state, setState] = useState<FileScreening>({ step: 'choose' })
  const running = useRef<AbortController | null>(null)
  const begin = () => {
    running.current?.abort()
    running.current = new AbortController()
    return running.current
  }

  /** Asks the server what the columns hold, and leaves it at that. */
  const recognise = async (file: File, headless = false) => {
    const controller = begin()
    setState({ step: 'recognising', file })
    try {
      for await (const event of events(file, { recognise: true, headless }, controller.signal)) {
        if (event.type === 'columns') {
          setState({ step: 'columns', file, columns: event.columns, rows: event.rows, headless })
          break
        }
        if (event.type === 'failure') throw new Failed(event, 200)
      }
    } catch (error) {
      if (!controller.signal.aborted) setState({ step: 'failed', file, error, progress: null })
    } finally {
      controller.abort()
    }
  }

  const run = async (file: File, mapping: Mapping) => {
    const controller = begin()
    const progress = { done: 0, total: null as number | null, rows: [] as ScreenedRow[], problems: [] as RowProblem[] }
    const copy = (): Progress => ({ ...progress, rows: [...progress.rows], problems: [...progress.problems] })
    setState({ step: 'running', file, progress: copy(), end: null })
    let drawn = 0
    try {
      for await (const event of events(file, paramsOf(mapping), controller.signal)) {
        if (event.type === 'end') {
          setState({ step: 'done', file, progress: copy(), end: event })
          return
        }
        take(progress, event)
        if (performance.now() - drawn > DRAW_MS) {
          drawn = performance.now()
          setState({ step: 'running', file, progress: copy(), end: null })
        }
      }
      throw new Failed(
        { code: 'screening.broken-off', detail: 'The answer broke off before the last row.', remedy: 'Screen the file again.' },
        200,
      )
    } catch (error) {
      if (controller.signal.aborted) setState({ step: 'stopped', file, progress: copy(), end: null })
      else setState({ step: 'failed', file, error, progress: copy() })
    }
  }
  return { state, recognise, run, stop: () => running.current?.abort(), restart: () => (begin(), setState({ step: 'choose' })) }
}

type Taking = { done: number; total: number | null; rows: ScreenedRow[]; problems: RowProblem[] }

function take(progress: Taking, event: FileScreeningEvent): void {
  switch (event.type) {
    case 'columns':
      progress.total = event.rows
      return
    case 'row':
      progress.rows.push({ row: event.row, name: event.name, results: event.answer.results })
      progress.done = Math.max(progress.done, progress.rows.length + progress.problems.filter(isUnscreened).length)
      return
    case 'progress':
      progress.done = event.done
      progress.total = event.total
      return
    case 'problem':
      progress.problems.push(event)
      return
    case 'failure':
      throw new Failed(event, 200)
    case 'end':
  }
}

const paramsOf = ({ columns, headless, schema, threshold }: Mapping) => ({
  schema,
  headless,
  threshold,
  column: Object.entries(columns).map(([head, property]) => `${property === '' ? '-' : property}:${head}`),
})

async function* events(file: File, params: Parameters<typeof queryString>[0], signal: AbortSignal) {
  const body = new FormData()
  body.append('file', file)
  const response = await reach(`/api/screen-file${queryString({ ...params, limit: 5 })}`, { method: 'POST', body, signal })
  yield* readLines<FileScreeningEvent>(response)
}
