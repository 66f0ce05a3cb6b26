import type { Command } from 'commander'
import { WhoListsError } from '../../model/index.ts'
import { presentFollow, presentFollows, presentIdentity } from '../present-identity.ts'
import type { Terminal } from '../product.ts'
import { printer, withProduct } from '../run.ts'

type Json = { readonly json?: boolean }

/** Adds `identity`, `decide`, `follow`: who is the same party, and who is told of what happens. */
export function addIdentity(program: Command, terminal: Terminal): void {
  addJoins(program, terminal)
  addDecide(program, terminal)
  addFollow(program, terminal)
}

function addJoins(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('identity')
    .summary('how records are joined, and pairs that wait for a person')
    .option('--limit <n>', 'proposals', '20')
    .option('--offset <n>', 'proposals to pass over', '0')
    .option('--export', "print every judgement in the format of OpenSanctions' resolver")
    .option('--import <file>', 'take in decisions in that format; - reads standard input')
    .option('--json', 'print JSON')
    .action((o: Json & { limit: string; offset: string; export?: boolean; import?: string }) =>
      withProduct(terminal, { write: o.import !== undefined }, async product => {
        if (o.export) {
          const lines = await product.exportDecisions()
          if (lines.length > 0) terminal.out(lines.join('\n'))
          return 0
        }
        if (o.import !== undefined) {
          const taken = await product.importDecisions(await linesOf(terminal, o.import))
          const broken = taken.broken.map(b => `\nline ${b.line} could not be read: ${b.text}`).join('')
          print(o.json, taken, () => `${taken.kept} kept, ${taken.known} known already, ${taken.unknown} about ids not held here.${broken}`)
          return taken.broken.length > 0 ? 2 : 0
        }
        const answer = await product.identity({ limit: Number(o.limit), offset: Number(o.offset) })
        print(o.json, answer, () => presentIdentity(answer))
        return 0
      }),
    )
}

function addDecide(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('decide')
    .summary('say of two records whether they are one party; a later word takes its place')
    .argument('<a>', 'a record, such as un-sc:TAi.002')
    .argument('<b>')
    .argument('<verdict>', 'same, different or unsure')
    .requiredOption('--reason <text>', 'why; kept with your name')
    .option('--json', 'print JSON')
    .action((a: string, b: string, seen: string, o: Json & { reason: string }) =>
      withProduct(terminal, { write: true }, async product => {
        const verdict = (['same', 'different', 'unsure'] as const).find(v => v === seen)
        if (!verdict) throw new WhoListsError('input.invalid', { what: 'verdict', expected: 'same, different or unsure', seen })
        const judgement = await product.decide({ a, b, verdict, reason: o.reason })
        print(o.json, judgement, () => `${a} and ${b}: ${verdict}, says ${judgement.by}.`)
        return 0
      }),
    )
}

function addFollow(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('follow')
    .summary('be told of what happens to a party, on a list, or by an authority')
    .argument('[what]', 'a party by any of its ids, list:ID, or authority:ID')
    .option('--webhook <url>', 'post each message there, signed; without it the feed is read')
    .option('--everything', 'also what is only wording, form or a fault of the publication')
    .option('--list', 'who follows what, and what is on its way')
    .option('--remove <id>', 'follow no longer')
    .option('--json', 'print JSON')
    .action((what: string | undefined, o: Json & { webhook?: string; everything?: boolean; list?: boolean; remove?: string }) =>
      withProduct(terminal, { write: o.list !== true }, async product => {
        if (o.list) {
          const { follows, outbox } = await product.follows()
          const shown = { follows: follows.map(({ secret: _, ...rest }) => rest), outbox: outbox.map(({ body: _, ...rest }) => rest) }
          print(o.json, shown, () => presentFollows({ follows, outbox }))
          return 0
        }
        if (o.remove !== undefined) {
          await product.unfollow(o.remove)
          print(o.json, { removed: o.remove }, () => `${o.remove} is followed no longer.`)
          return 0
        }
        if (!what)
          throw new WhoListsError('input.invalid', { what: 'follow', expected: 'a party, list:ID or authority:ID', seen: 'nothing' })
        const follow = await product.follow({ what, webhook: o.webhook ?? null, everything: o.everything ?? false })
        print(o.json, follow, () => presentFollow(follow))
        return 0
      }),
    )
}

async function linesOf(terminal: Terminal, file: string): Promise<readonly string[]> {
  const lines: string[] = []
  if (file === '-') {
    for await (const line of terminal.readInput()) lines.push(line)
    return lines
  }
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of terminal.openFile(file)) text += decoder.decode(chunk, { stream: true })
  return (text + decoder.decode()).split('\n')
}
