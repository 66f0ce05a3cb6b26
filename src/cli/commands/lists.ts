import type { Command } from 'commander'
import type { ChangesAsked } from '../../api/index.ts'
import { type WhoListsError as Failure, WhoListsError } from '../../model/index.ts'
import { EVENT_KINDS } from '../../questions/index.ts'
import { presentChanges, presentImport, presentOutcome, presentUpdates } from '../present-import.ts'
import { presentDiff, presentSources } from '../present-sources.ts'
import type { ImportReport, Terminal } from '../product.ts'
import { printer, withProduct } from '../run.ts'

type Json = { readonly json?: boolean }

/** Adds `import`, `update`, `sources`, `accept`, `diff`, `changes`: what arrives and what it changes. */
export function addLists(program: Command, terminal: Terminal): void {
  addImport(program, terminal)
  addUpdate(program, terminal)
  addSources(program, terminal)
  addAccept(program, terminal)
  addDiff(program, terminal)
  addChanges(program, terminal)
}

function addImport(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('import')
    .summary('import files or folders of versions, in any order')
    .argument('<path...>', 'files or folders; source and day are recognised from the content where it tells')
    .option('--source <id>', 'the source they are of; own-NAME makes or replaces a list of your own')
    .option('--published <day>', 'the day of publication, where the content does not state it')
    .option('--mapping <file>', 'how the columns of a list of your own become properties; kept for later imports')
    .option('--json', 'print JSON')
    .action((paths: string[], o: Json & { source?: string; published?: string; mapping?: string }) =>
      withProduct(terminal, { write: true }, async product => {
        const request = {
          paths,
          ...(o.source ? { source: o.source } : {}),
          ...(o.published ? { published: o.published } : {}),
          ...(o.mapping ? { mapping: o.mapping } : {}),
        }
        const report = await product.importPaths(request, outcome => {
          if (!o.json) terminal.out(presentOutcome(outcome))
        })
        print(o.json, report, () => presentImport(report))
        return importStatus(report)
      }),
    )
}

/** 3 where a source failed, was refused, or is left alone for a while as it keeps failing; else 0. */
export const exitOfUpdates = (updates: readonly { readonly outcome: string }[]): number =>
  updates.some(u => ['failed', 'refused', 'waiting'].includes(u.outcome)) ? 3 : 0

function addUpdate(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('update')
    .summary('fetch what has changed from the publishers, and import it')
    .argument('[source...]', 'sources; all of them when none is named')
    .option('--force', 'ask for whole files even where nothing has changed')
    .option('--json', 'print JSON')
    .action((sources: string[], o: Json & { force?: boolean }) =>
      withProduct(terminal, { write: true }, async product => {
        const updates = await product.updateSources(sources, o.force ?? false)
        print(o.json, updates, () => presentUpdates(updates))
        return exitOfUpdates(updates)
      }),
    )
}

function addSources(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('sources')
    .summary('each source: newest version, age, counts, problems')
    .option('--held', 'only versions that are held, with the reason')
    .option('--json', 'print JSON')
    .action((o: Json & { held?: boolean }) =>
      withProduct(terminal, { write: false }, async product => {
        const answer = await product.sources()
        print(o.json, answer, () => presentSources(answer, o.held ?? false))
        return 0
      }),
    )
}

function addAccept(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('accept')
    .summary('bring a held version into force')
    .argument('<version>', 'its name, SOURCE/YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why it is right; kept with your name')
    .option('--json', 'print JSON')
    .action((version: string, o: Json & { reason: string }) =>
      withProduct(terminal, { write: true }, async product => {
        const taken = await product.accept(version, o.reason)
        print(o.json, taken, () => `${taken.version} is in force.`)
        return 0
      }),
    )
}

function addDiff(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('diff')
    .summary('what was added, amended and removed between two versions')
    .argument('<source>')
    .argument('<from>', 'the day of a version, YYYY-MM-DD')
    .argument('<to>', 'the day of a version')
    .option('--json', 'print JSON')
    .action((source: string, from: string, to: string, o: Json) =>
      withProduct(terminal, { write: false }, async product => {
        const diff = await product.diff(source, from, to)
        print(o.json, diff, () => presentDiff(diff))
        return 0
      }),
    )
}

function addChanges(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('changes')
    .summary('what changed over all sources, newest first')
    .option('--since <day>', 'changes of versions published since that day')
    .option('--until <day>', 'changes of versions published by that day')
    .option('--source <id...>', 'only of these sources')
    .option('--kind <kind...>', `only of these kinds: added, amended, removed, ${EVENT_KINDS.join(', ')}`)
    .option('--party <id...>', 'only of these parties')
    .option('--list <id...>', 'only of these lists')
    .option('--authority <id...>', 'only of these authorities')
    .option('--material', 'leave out what is only wording, form or a fault of the publication')
    .option('--published <day>', 'as the lists told it by that day')
    .option('--recorded <day>', 'with only what had been accepted and judged here by that day')
    .option('--limit <n>', 'changes', '100')
    .option('--json', 'print JSON')
    .action((o: Json & ChangesOptions) =>
      withProduct(terminal, { write: false }, async product => {
        const answer = await product.changes({
          since: o.since ?? null,
          until: o.until ?? null,
          sources: o.source ?? [],
          kinds: kindsOf(o.kind ?? []),
          parties: o.party ?? [],
          lists: o.list ?? [],
          authorities: o.authority ?? [],
          material: o.material ?? false,
          limit: Number(o.limit),
          offset: 0,
          asOf: { ...(o.published ? { published: o.published } : {}), ...(o.recorded ? { recorded: o.recorded } : {}) },
        })
        print(o.json, answer, () => presentChanges(answer))
        return 0
      }),
    )
}

type ChangesOptions = {
  readonly since?: string
  readonly until?: string
  readonly source?: string[]
  readonly kind?: string[]
  readonly party?: string[]
  readonly list?: string[]
  readonly authority?: string[]
  readonly published?: string
  readonly recorded?: string
  readonly material?: boolean
  readonly limit: string
}

const KINDS: readonly string[] = ['added', ...EVENT_KINDS]

function kindsOf(asked: readonly string[]): ChangesAsked['kinds'] {
  const odd = asked.find(kind => !KINDS.includes(kind))
  if (odd !== undefined) throw new WhoListsError('input.invalid', { what: '--kind', expected: KINDS.join(', '), seen: odd })
  return asked as ChangesAsked['kinds']
}

// Held is done; a refusal is bad input where nothing at all came in.
function importStatus(report: ImportReport): number {
  const refused = report.versions.filter(v => v.outcome === 'refused')
  if (report.versions.length === 0) throw nothingFound()
  return refused.length > 0 ? 2 : 0
}

const nothingFound = (): Failure => new WhoListsError('input.invalid', { what: 'import', expected: 'at least one file', seen: 'none' })
