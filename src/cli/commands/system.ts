import type { Command } from 'commander'
import { WhoListsError } from '../../model/index.ts'
import type { PairAsked, Terminal } from '../product.ts'
import { guarded, withProduct } from '../run.ts'
import { table } from '../table.ts'

/** What `serve`, `config` and `compare` ask of the process they run in. */
export type System = {
  readonly serve: (flags: { readonly host?: string; readonly port?: string }) => Promise<void>
  readonly settings: () => readonly {
    readonly variable: string
    readonly value: string
    readonly origin: string
    readonly meaning: string
  }[]
  /** Compares pairs, in order; needs no data. */
  readonly compare: (pairs: readonly PairAsked[], explain: boolean) => Promise<readonly unknown[]>
}

/** Pairs compared in one go. */
const PAIRS_AT_ONCE = 1000

/** Adds `serve`, `rebuild`, `config`, `compare`. */
export function addSystem(program: Command, terminal: Terminal, system: System): void {
  program
    .command('serve')
    .summary('HTTP interface and pages on one port')
    .option('--host <address>', 'the address to listen on')
    .option('--port <n>', 'the port; 0 for a free one')
    .action((o: { host?: string; port?: string }) => guarded(terminal, () => system.serve(o)))

  program
    .command('rebuild')
    .summary('derive everything anew from what arrived and was judged')
    .action(() =>
      withProduct(terminal, { write: true }, async product => {
        await product.rebuild()
        terminal.out('Readings, joins and index are built anew.')
        return 0
      }),
    )

  program
    .command('config')
    .summary('each setting with its value and origin')
    .option('--json', 'print JSON')
    .action((o: { json?: boolean }) => {
      const settings = system.settings()
      const rows = settings.map(s => [s.variable, s.value || '(empty)', s.origin, s.meaning])
      terminal.out(o.json ? JSON.stringify(settings, null, 2) : table(['Variable', 'Value', 'Origin', 'Meaning'], rows))
    })

  program
    .command('compare')
    .summary('score pairs: JSON lines {schema, name1, name2} or {schema, query, candidate} in, {score} out')
    .option('--explain', 'with the alignment')
    .action((o: { explain?: boolean }) => guarded(terminal, () => compareLines(terminal, system, o.explain ?? false)))
}

async function compareLines(terminal: Terminal, system: System, explain: boolean): Promise<void> {
  let waiting: PairAsked[] = []
  let line = 0
  const flush = async () => {
    const scored = await system.compare(waiting, explain)
    if (scored.length > 0) terminal.out(scored.map(a => JSON.stringify(a)).join('\n'))
    waiting = []
  }
  for await (const text of terminal.readInput()) {
    line += 1
    if (text.trim() === '') continue
    waiting.push(readPair(text, line))
    if (waiting.length >= PAIRS_AT_ONCE) await flush()
  }
  await flush()
}

function readPair(text: string, line: number): PairAsked {
  const fail = () =>
    new WhoListsError('input.invalid', {
      what: `line ${line}`,
      expected: '{"schema", "name1", "name2"} or {"schema", "query": {…}, "candidate": {…}}',
      seen: text.slice(0, 80),
    })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw fail()
  }
  const pair = (value ?? {}) as PairAsked
  const names = typeof pair.name1 === 'string' && typeof pair.name2 === 'string'
  const sides = typeof pair.query === 'object' && pair.query !== null && typeof pair.candidate === 'object' && pair.candidate !== null
  if (typeof pair.schema !== 'string' || !(names || sides)) throw fail()
  return pair
}
