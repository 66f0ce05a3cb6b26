import { Command } from 'commander'
import { addAudit } from './commands/audit.ts'
import { addIdentity } from './commands/identity.ts'
import { addLaw } from './commands/law.ts'
import { addLists } from './commands/lists.ts'
import { addNews } from './commands/news.ts'
import { addScreen } from './commands/screen.ts'
import { addSystem, type System } from './commands/system.ts'
import type { Terminal } from './product.ts'
import { guarded } from './run.ts'

export type { System } from './commands/system.ts'
export type * from './product.ts'
export { showProgress } from './progress.ts'

/** The whole command line, ready to parse. */
export function commandLine(terminal: Terminal, system: System, version: string): Command {
  const program = new Command('wholists')
    .description('Who lists whom, since when, under which law, on what evidence.')
    .version(version)
    .showHelpAfterError('("wholists --help" and "wholists COMMAND --help" tell more)')
    .configureOutput({ writeOut: text => terminal.out(text.trimEnd()), writeErr: text => terminal.err(text.trimEnd()) })
    .exitOverride(error => {
      // Help and version end well; anything else commander refuses is bad input.
      terminal.end(['commander.helpDisplayed', 'commander.version', 'commander.help'].includes(error.code) ? 0 : 2)
      throw error
    })
  addScreen(program, terminal)
  addLists(program, terminal)
  addLaw(program, terminal)
  addNews(program, terminal)
  addAudit(program, terminal)
  addIdentity(program, terminal)
  addSystem(program, terminal, system)
  return program
}

/** Runs one command line; every failure is told on standard error and ends with its exit code. */
export function runCommandLine(args: readonly string[], terminal: Terminal, system: System, version: string): Promise<void> {
  return guarded(terminal, async () => {
    try {
      await commandLine(terminal, system, version).parseAsync([...args], { from: 'user' })
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')) return
      throw error
    }
  })
}
