import type { Command } from 'commander'
import { isDay, WhoListsError } from '../../model/index.ts'
import { presentKept, presentReplay } from '../present-audit.ts'
import type { Product, Terminal } from '../product.ts'
import { withProduct } from '../run.ts'

type Erasing = { readonly erase?: string; readonly eraseBefore?: string; readonly json?: boolean }

/** Adds `replay` and `screenings`: kept screenings, asked again, listed and erased. */
export function addAudit(program: Command, terminal: Terminal): void {
  program
    .command('replay')
    .summary('answer a kept screening again, of the lists as they were held then, and compare the bytes')
    .argument('<id>', 'its id, as "screen --keep" told it')
    .option('--json', 'print JSON')
    .action((id: string, o: { json?: boolean }) =>
      withProduct(terminal, { write: false }, async product => {
        const replayed = await product.replay(id)
        terminal.out(o.json ? JSON.stringify(replayed, null, 2) : presentReplay(replayed))
        return replayed.outcome === 'same' && replayed.sealed ? 0 : 1
      }),
    )

  program
    .command('screenings')
    .summary('the screenings that are kept; or erase some')
    .option('--erase <id>', 'erase one')
    .option('--erase-before <day>', 'erase all that were kept before that day')
    .option('--json', 'print JSON')
    .action((o: Erasing) =>
      withProduct(terminal, { write: false }, async product => {
        if (o.erase !== undefined || o.eraseBefore !== undefined) return erase(terminal, product, o)
        const kept = await product.keptScreenings()
        terminal.out(o.json ? JSON.stringify(kept, null, 2) : presentKept(kept))
        return 0
      }),
    )
}

async function erase(terminal: Terminal, product: Product, { erase: id, eraseBefore: before, json }: Erasing): Promise<number> {
  if (before !== undefined && !isDay(before))
    throw new WhoListsError('input.invalid', { what: '--erase-before', expected: 'a day as YYYY-MM-DD', seen: before })
  const erased = [
    ...(id === undefined ? [] : await product.eraseScreenings({ id })),
    ...(before === undefined ? [] : await product.eraseScreenings({ before })),
  ]
  terminal.out(json ? JSON.stringify({ erased }) : `${erased.length} kept ${erased.length === 1 ? 'screening' : 'screenings'} erased.`)
  return 0
}
