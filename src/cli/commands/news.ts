import type { Command } from 'commander'
import { presentRead } from '../present-news.ts'
import type { Terminal } from '../product.ts'
import { withProduct } from '../run.ts'

/** Adds `read`: what articles and notices say of listings. */
export function addNews(program: Command, terminal: Terminal): void {
  program
    .command('read')
    .summary('claims found in an article or notice')
    .argument('<what>', 'a file (text, HTML, PDF, or a JSON document), an address, or - for standard input')
    .option('--json', 'print JSON')
    .action((what: string, o: { json?: boolean }) =>
      withProduct(terminal, { write: false }, async product => {
        const answer = await product.readFrom(what, terminal.readInput)
        terminal.out(o.json ? JSON.stringify(answer, null, 2) : presentRead(answer))
        return answer.events.length > 0 ? 0 : 1
      }),
    )
}
