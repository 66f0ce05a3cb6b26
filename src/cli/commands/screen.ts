import type { Command } from 'commander'
import { plainQuery, saysSomething, WhoListsError } from '../../model/index.ts'
import type { ScreenAnswer } from '../../questions/index.ts'
import { answerHeads, answerLines } from '../answers-csv.ts'
import { presentScreen } from '../present-screen.ts'
import type { NameAsked, Product, ScreenSettings, Terminal } from '../product.ts'
import { withProduct } from '../run.ts'

type Options = {
  readonly schema: string
  readonly birthDate?: string
  readonly country?: string
  readonly id?: string
  readonly valid?: string
  readonly published?: string
  readonly recorded?: string
  readonly scope: string
  readonly limit: string
  readonly threshold: string
  readonly file?: string
  readonly out?: string
  readonly keep?: boolean
  readonly json?: boolean
}

/** Adds `screen`: who lists this name, and why it matched. */
export function addScreen(program: Command, terminal: Terminal): void {
  program
    .command('screen')
    .summary('who lists this name, since when, under which act, and why it matched')
    .argument('[name...]', 'one name; quote it where it has blanks, several arguments are screened one by one')
    .option('--schema <schema>', 'Person, Organization, Company, Vessel, CryptoWallet … or Thing', 'Thing')
    .option('--birth-date <date>', '1961, 1961-02 or 1961-02-03')
    .option('--country <country>', 'a country by name or code')
    .option('--id <number>', 'a passport, registration, vessel number or wallet address')
    .option('--valid <day>', 'in force on that day, as known today')
    .option('--published <day>', 'as the publishers had it at the end of that day')
    .option('--recorded <day>', 'with only what had been taken in here by the end of that day')
    .option('--scope <scope>', 'default, sanctions, terrorism, a source or a list', 'default')
    .option('--limit <n>', 'results a name', '5')
    .option('--threshold <score>', 'from this score on it is a match', '0.7')
    .option('--file <csv>', 'screen each row of a CSV file; its heads name the columns (name, birth date, country, id, schema)')
    .option('--out <csv>', 'write the answers of --file here instead of to the terminal')
    .option('--keep', 'keep question and answer, so that "wholists replay" can answer again to the same bytes')
    .option('--json', 'print JSON')
    .action((names: string[], options: Options) => {
      if (options.file && options.keep)
        throw new WhoListsError('input.invalid', { what: '--keep', expected: 'names, not a file', seen: '--file' })
      if (options.file) return screenFile(terminal, options.file, options)
      const blank = names.find(name => !saysSomething(name))
      if ((names.length === 0 && !options.id) || blank !== undefined)
        throw new WhoListsError('input.invalid', {
          what: 'screen',
          expected: 'a name with letters or digits, --id or --file',
          seen: blank === undefined ? 'nothing' : JSON.stringify(blank),
        })
      return screenNames(terminal, names.length > 0 ? names : [''], options)
    })
}

const screenNames = (terminal: Terminal, names: readonly string[], options: Options) =>
  withProduct(terminal, { write: false }, async product => {
    const asked = names.map(name => question(name, options))
    if (options.keep) return keepNames(terminal, product, asked, options)
    const answers = await product.screenNames(asked, settingsOf(options))
    if (options.json) for (const answer of answers) terminal.out(JSON.stringify(answer, null, 2))
    else answers.forEach((answer, i) => terminal.out(presentScreen(answer, asked[i]?.name ?? '')))
    return exitOf(answers)
  })

async function keepNames(terminal: Terminal, product: Product, asked: readonly NameAsked[], options: Options): Promise<number> {
  const kept = await product.keepScreenings(asked, settingsOf(options))
  kept.forEach(({ id, answer }, i) => {
    if (options.json) terminal.out(JSON.stringify({ ...answer, kept: id }, null, 2))
    else terminal.out(`${presentScreen(answer, asked[i]?.name ?? '')}\nKept as ${id}; "wholists replay ${id}" answers again.`)
  })
  return exitOf(kept.map(k => k.answer))
}

const given = (value: string | undefined) => (value === undefined ? [] : [value])

const question = (name: string, { schema, birthDate, country, id }: Options): NameAsked => ({
  name: name || (id ?? ''),
  ...plainQuery({ names: [name], schema, birthDates: given(birthDate), countries: given(country), ids: given(id) }),
})

function settingsOf(o: Options): ScreenSettings {
  const threshold = Number(o.threshold)
  if (!(threshold >= 0 && threshold <= 1))
    throw new WhoListsError('input.invalid', { what: '--threshold', expected: 'a score from 0 to 1', seen: o.threshold })
  const limit = Number(o.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new WhoListsError('input.invalid', { what: '--limit', expected: 'a whole number from 1 to 500', seen: o.limit })
  return {
    scope: o.scope,
    limit,
    threshold,
    cutoff: Math.min(0.5, threshold - 0.01),
    asOf: {
      ...(o.valid ? { valid: o.valid } : {}),
      ...(o.published ? { published: o.published } : {}),
      ...(o.recorded ? { recorded: o.recorded } : {}),
    },
  }
}

/** 0 where something matched; 1 where nothing did and all was searched; 3 where nothing did and not all was. */
export function exitOf(answers: readonly ScreenAnswer[]): number {
  if (answers.some(a => a.results.some(r => r.match))) return 0
  return answers.some(a => a.unsearched) ? 3 : 1
}

// Rows are written as they are answered; the file appears whole at the end.
function screenFile(terminal: Terminal, path: string, options: Options): Promise<void> {
  return withProduct(terminal, { write: false }, async (product, progress) => {
    const table = { name: path, bytes: terminal.openFile(path), columns: {}, schema: options.schema }
    const out = options.out ? await terminal.writeFile(options.out) : { write: terminal.out, close: async () => undefined }
    if (!options.json) out.write(answerHeads())
    let status = 3
    for await (const event of product.screenTable(table, settingsOf(options))) {
      if (event.type === 'row') out.write(options.json ? JSON.stringify(event) : answerLines(event))
      else if (event.type === 'progress') progress({ source: null, phase: 'screening', done: event.done, total: event.total })
      else if (event.type === 'problem') terminal.err(event.message)
      else if (event.type === 'end') {
        status = event.matched > 0 ? 0 : event.failed > 0 || event.context.unsearched ? 3 : 1
        terminal.err(
          `${event.rows} rows screened: ${event.matched} with a match, ${event.possible} with a weak match, ${event.failed} not screened.${options.out ? ` Written to ${options.out}.` : ''}`,
        )
        if (event.context.incomplete.length > 0)
          terminal.err(`Not searched as it should be: ${event.context.incomplete.map(i => `${i.source} (${i.reason})`).join(', ')}.`)
      }
    }
    await out.close()
    return status
  })
}
