import type { Command } from 'commander'
import { presentRead, presentSignals } from '../present-news.ts'
import type { Terminal } from '../product.ts'
import { withProduct } from '../run.ts'

/** Adds `read` and `signals`: what articles and notices say, and what is about to change. */
export function addNews(program: Command, terminal: Terminal): void {
  program
    .command('read')
    .summary('claims found in an article or notice')
    .argument('<what>', 'a file (text, HTML, PDF, or a JSON document), an address, or - for standard input')
    .option('--keep', 'keep the claims, so that signals rest on them')
    .option('--json', 'print JSON')
    .action((what: string, o: { json?: boolean; keep?: boolean }) =>
      withProduct(terminal, { write: o.keep ?? false }, async product => {
        const answer = await product.readFrom(what, terminal.readInput, o.keep ?? false)
        terminal.out(o.json ? JSON.stringify(answer, null, 2) : presentRead(answer))
        return answer.events.length > 0 ? 0 : 1
      }),
    )

  program
    .command('signals')
    .summary('pending changes with their evidence')
    .option('--party <id>', 'only of this party')
    .option('--authority <a>', 'only of this authority')
    .option('--on <day>', 'as they stood on that day')
    .option('--json', 'print JSON')
    .action((o: { party?: string; authority?: string; on?: string; json?: boolean }) =>
      withProduct(terminal, { write: false }, async product => {
        const answer = await product.signals({ party: o.party ?? null, authority: o.authority ?? null, on: o.on ?? null, limit: 100 })
        terminal.out(o.json ? JSON.stringify(answer, null, 2) : presentSignals(answer))
        return answer.signals.length > 0 ? 0 : 1
      }),
    )
}
