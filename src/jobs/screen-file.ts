import { WhoListsError } from '../model/index.ts'
import type { QueryAnswer, ScreeningContext } from '../questions/index.ts'
import { type Columns, queryOf, type RowQuery, recogniseColumns, tells } from './file-columns.ts'
import { tableRows } from './file-rows.ts'

/** What the screening of a table tells as it goes. */
export type FileEvent =
  | { readonly type: 'columns'; readonly columns: Columns['columns']; readonly rows: number | null }
  | { readonly type: 'row'; readonly row: number; readonly name: string; readonly answer: QueryAnswer }
  | { readonly type: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly type: 'problem'; readonly row: number | null; readonly code: string; readonly message: string }
  | {
      readonly type: 'end'
      readonly rows: number
      readonly matched: number
      readonly possible: number
      readonly failed: number
      readonly context: ScreeningContext
    }

/** A table to screen. `columns`: properties by head where the caller says so; `schema`: what the rows are where no column says it. */
export type TableToScreen = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly columns: Readonly<Record<string, string>>
  readonly schema: string | null
  /** True where the first row is data already. */
  readonly headless?: boolean
  /** True asks only what the columns hold, also where none holds a name yet; nothing is screened. */
  readonly recognise?: boolean
}

/** What screens a batch and waits. */
export type ScreenWith = {
  readonly screen: (
    queries: readonly (RowQuery & { readonly id: string })[],
  ) => Promise<{ readonly answers: readonly string[]; readonly context: ScreeningContext }>
  readonly wait: (ms: number) => Promise<void>
}

/** Rows screened together: large enough to keep the workers busy, small enough that others come between. */
const BATCH = 50
/** How often a batch that was refused for want of room is tried again. */
const TRIES = 20

type Numbered = { readonly row: number; readonly query: RowQuery }

/**
 * Screens the rows of a table and tells of each. Rows count from 1 as the file shows them, its heads included. A row that
 * cannot be screened is told as a problem and counted as failed, never passed over.
 *
 * @throws input.invalid where the file is no table or no column holds a name
 */
export async function* screenTable(table: TableToScreen, by: ScreenWith): AsyncGenerator<FileEvent> {
  const { rows, problems } = await tableRows(table.name, table.bytes)
  const [first] = rows
  if (!first) throw new WhoListsError('input.invalid', { what: table.name, expected: 'a table with rows', seen: 'nothing' })
  const columns = recogniseColumns(
    rows.map(row => row.cells),
    table.columns,
    table.headless,
  )
  const body = rows.slice(columns.above)
  if (!table.recognise && !tells(columns.columns)) throw noNameColumn(table.name, columns.columns)
  yield { type: 'columns', columns: columns.columns, rows: body.length }
  if (table.recognise) return
  for (const p of problems) yield { type: 'problem', row: null, code: p.code, message: p.seen }
  const counts = { matched: 0, possible: 0, failed: 0 }
  let context: ScreeningContext | undefined
  let done = 0
  for (let at = 0; at < body.length; at += BATCH) {
    const batch: Numbered[] = []
    for (const row of body.slice(at, at + BATCH)) {
      const { query, unknownType } = queryOf(row.cells, columns, table.schema)
      if (unknownType !== null) yield { type: 'problem', row: row.line, code: 'row.unknown-type', message: unknownType }
      if (query) batch.push({ row: row.line, query })
      else yield { type: 'problem', row: row.line, ...NOTHING_TO_SCREEN }
      if (!query) counts.failed++
    }
    for await (const outcome of screenBatch(batch, by)) {
      if ('failed' in outcome) {
        counts.failed++
        yield { type: 'problem', row: outcome.row, code: outcome.failed.code, message: outcome.failed.message }
        continue
      }
      const { answer } = outcome
      if (context && context.index !== outcome.context.index)
        yield {
          type: 'problem',
          row: outcome.row,
          code: 'index.renewed',
          message: `From this row on the index ${outcome.context.index} answers.`,
        }
      context = outcome.context
      if (answer.results.some(r => r.match)) counts.matched++
      else if (answer.results.length > 0) counts.possible++
      yield { type: 'row', row: outcome.row, name: outcome.name, answer }
    }
    done += Math.min(BATCH, body.length - at)
    yield { type: 'progress', done, total: body.length }
  }
  if (!context) context = (await by.screen([])).context
  yield { type: 'end', rows: body.length, ...counts, context }
}

const NOTHING_TO_SCREEN = { code: 'row.nothing-to-screen', message: 'The row has neither a name nor a number to look for.' } as const

const noNameColumn = (name: string, columns: readonly { readonly head: string }[]) =>
  new WhoListsError('input.invalid', {
    what: `the heads of ${name}`,
    expected: 'a column "name"',
    seen: columns
      .map(c => c.head)
      .join(', ')
      .slice(0, 200),
  })

type Outcome =
  | { readonly row: number; readonly name: string; readonly answer: QueryAnswer; readonly context: ScreeningContext }
  | { readonly row: number; readonly failed: { readonly code: string; readonly message: string } }

async function* screenBatch(batch: readonly Numbered[], by: ScreenWith): AsyncGenerator<Outcome> {
  const [first, ...others] = batch
  if (!first) return
  const screened = await patiently(batch, by).catch((error: unknown) => {
    if (error instanceof WhoListsError && error.blame !== 'unavailable') return error
    throw error
  })
  if (!(screened instanceof WhoListsError)) {
    const { answers, context } = screened
    for (const [i, { row, query }] of batch.entries())
      yield { row, name: nameOf(query), answer: JSON.parse(answers[i] ?? 'null') as QueryAnswer, context }
  } else if (others.length === 0) {
    yield { row: first.row, failed: { code: screened.code, message: screened.message } }
  } else {
    // One row that cannot be screened must not cost its neighbours: each is tried alone.
    for (const single of batch) yield* screenBatch([single], by)
  }
}

async function patiently(batch: readonly Numbered[], by: ScreenWith) {
  const queries = batch.map(({ row, query }) => ({ id: String(row), ...query }))
  for (let tries = 1; ; tries++) {
    try {
      return await by.screen(queries)
    } catch (error) {
      if (!(error instanceof WhoListsError) || error.code !== 'overloaded' || tries >= TRIES) throw error
      await by.wait(Number(error.details['seconds'] ?? 1) * 1000)
    }
  }
}

const nameOf = ({ properties }: RowQuery) =>
  properties['name']?.[0] ?? [...(properties['firstName'] ?? []), ...(properties['lastName'] ?? [])].join(' ')
