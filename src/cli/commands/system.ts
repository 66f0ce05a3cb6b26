import type { Command } from 'commander'
import type { Terminal } from '../product.ts'
import { guarded, withProduct } from '../run.ts'
import { table } from '../table.ts'
import { addCompare, type ComparePairs } from './compare.ts'

/** What `serve`, `config` and `compare` ask of the process they run in. */
export type System = {
  readonly serve: (flags: { readonly host?: string; readonly port?: string }) => Promise<void>
  readonly settings: () => readonly {
    readonly variable: string
    readonly value: string
    readonly origin: string
    readonly meaning: string
  }[]
  readonly compare: ComparePairs
}

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

  addCompare(program, terminal, system.compare)
}
