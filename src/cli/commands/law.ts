import type { Command } from 'commander'
import { isDay, WhoListsError } from '../../model/index.ts'
import type { ListedAnswer } from '../../questions/index.ts'
import { presentEntity } from '../present-entity.ts'
import { presentHistory, presentInstrument, presentListed, presentMatrix } from '../present-law.ts'
import type { ListedAsked, Product, Terminal } from '../product.ts'
import { printer, withProduct } from '../run.ts'

type Times = { readonly json?: boolean; readonly valid?: string; readonly published?: string; readonly recorded?: string }

/** Questions answered in one go by `listed --jsonl`: enough to be fast, few enough to stream. */
const LINES_AT_ONCE = 2000

/** Adds `entity`, `history`, `listed`, `matrix`, `instrument`: parties and the law they are under. */
export function addLaw(program: Command, terminal: Terminal): void {
  addEntity(program, terminal)
  addHistory(program, terminal)
  addListed(program, terminal)
  addMatrix(program, terminal)
  addInstrument(program, terminal)
}

const times = (command: Command) =>
  command
    .option('--valid <day>', 'in force on that day, as known today')
    .option('--published <day>', 'as the publishers had it at the end of that day')
    .option('--recorded <day>', 'with only what had been taken in here by then')
    .option('--json', 'print JSON')

function addEntity(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  times(
    program.command('entity').summary('everything about an entity').argument('<id>', 'an entity, a record or a party of the curated base'),
  ).action((id: string, o: Times) =>
    withProduct(terminal, { write: false }, async product => {
      const answer = await followed(id, at => product.entityAnswer(at, timesOf(o)))
      print(o.json, answer, () => presentEntity(answer))
      return 0
    }),
  )
}

function addHistory(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  times(program.command('history').summary('its story over all sources').argument('<id>')).action((id: string, o: Times) =>
    withProduct(terminal, { write: false }, async product => {
      const answer = await followed(id, at => product.history(at, timesOf(o)))
      print(o.json, answer, () => presentHistory(answer.caption, answer.events))
      return 0
    }),
  )
}

function addListed(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('listed')
    .summary('the status of a party with an authority on a day')
    .argument('[party]', 'an entity id, a party of the curated base, or an exact name')
    .option('--authority <a>', 'an authority or a jurisdiction: un, eu, us, uk, ru …')
    .option('--list <l>', 'one list of it')
    .option('--on <day>', 'the day; today when none is given')
    .option('--jsonl', 'read questions {authority, list?, party, on} from standard input, one a line')
    .option('--json', 'print JSON')
    .action((party: string | undefined, o: { authority?: string; list?: string; on?: string; jsonl?: boolean; json?: boolean }) =>
      withProduct(terminal, { write: false }, async product => {
        if (o.jsonl) return answerLines(terminal, product)
        if (!party || !o.authority)
          throw new WhoListsError('input.invalid', { what: 'listed', expected: 'PARTY --authority A', seen: party ?? 'no party' })
        const on = o.on ?? today()
        if (!isDay(on)) throw new WhoListsError('input.invalid', { what: '--on', expected: 'a day as YYYY-MM-DD', seen: on })
        const [answer] = await product.listedMany([{ party, authority: o.authority, on, ...(o.list ? { list: o.list } : {}) }])
        if (!answer) throw new Error('no answer to one question')
        print(o.json, answer, () => presentListed(answer, on))
        return answer.status === 'unknown' ? 1 : 0
      }),
    )
}

function addMatrix(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('matrix')
    .summary('who lists whom on a day')
    .argument('[party...]', 'parties; those of the curated base when none is named')
    .option('--authority <a...>', 'authorities or jurisdictions')
    .option('--on <day>', 'the day; today when none is given')
    .option('--json', 'print JSON')
    .action((parties: string[], o: { authority?: string[]; on?: string; json?: boolean }) =>
      withProduct(terminal, { write: false }, async product => {
        const answer = await product.matrix({ parties, authorities: o.authority ?? [], on: o.on ?? null, asOf: {} })
        print(o.json, answer, () => presentMatrix(answer))
        return 0
      }),
    )
}

function addInstrument(program: Command, terminal: Terminal): void {
  const print = printer(terminal)
  program
    .command('instrument')
    .summary('the lineage of an act: what it implements, what carries it out, what ended it, exemptions')
    .argument('[id]', 'its id, such as unscr-1267')
    .option('--on <day>', 'whether it was in force on that day; today when none is given')
    .option('--find <text>', 'search titles and numbers instead')
    .option('--json', 'print JSON')
    .action((id: string | undefined, o: { on?: string; find?: string; json?: boolean }) =>
      withProduct(terminal, { write: false }, async product => {
        if (o.find) {
          const found = await product.findInstruments(o.find, 50)
          print(
            o.json,
            found,
            () => found.map(i => `${i.id}  ${i.issued}  ${i.number ?? ''}  ${i.title}`).join('\n') || 'No instrument found.',
          )
          return found.length > 0 ? 0 : 1
        }
        if (!id) throw new WhoListsError('input.invalid', { what: 'instrument', expected: 'an id or --find TEXT', seen: 'neither' })
        const on = o.on ?? today()
        if (!isDay(on)) throw new WhoListsError('input.invalid', { what: '--on', expected: 'a day as YYYY-MM-DD', seen: on })
        const answer = await product.instrument(id, on)
        print(o.json, answer, () => presentInstrument(answer, on))
        return 0
      }),
    )
}

const today = () => new Date().toISOString().slice(0, 10)

const timesOf = (o: Times) => ({
  ...(o.valid ? { valid: o.valid } : {}),
  ...(o.published ? { published: o.published } : {}),
  ...(o.recorded ? { recorded: o.recorded } : {}),
})

// Every member's id leads to the entity it belongs to.
async function followed<T extends object>(id: string, ask: (id: string) => Promise<T | { readonly movedTo: string } | null>): Promise<T> {
  const first = await ask(id)
  const answer = first && 'movedTo' in first ? await ask(first.movedTo) : first
  if (!answer || 'movedTo' in answer) throw new WhoListsError('entity.unknown', { id })
  return answer
}

/** A question that could not be asked or answered: its line says why, and the others go on. */
type Unanswered = {
  readonly status: 'unknown'
  readonly list: null
  readonly instrument: null
  readonly boundary: { from: null; to: null }
  readonly evidence: readonly []
  readonly others: readonly []
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string }
}

const unanswered = (error: WhoListsError): Unanswered => ({
  status: 'unknown',
  list: null,
  instrument: null,
  boundary: { from: null, to: null },
  evidence: [],
  others: [],
  error: { code: error.code, message: error.message, remedy: error.remedy },
})

async function answerLines(terminal: Terminal, product: Product): Promise<number> {
  let waiting: (ListedAsked | WhoListsError)[] = []
  let [unknown, broken, line] = [0, 0, 0]
  const flush = async () => {
    const answers = await answerAll(product, waiting)
    unknown += answers.filter(a => a.status === 'unknown').length
    if (answers.length > 0) terminal.out(answers.map(a => JSON.stringify(a)).join('\n'))
    waiting = []
  }
  for await (const text of terminal.readInput()) {
    line += 1
    if (text.trim() === '') continue
    const question = readQuestion(text, line)
    if (question instanceof WhoListsError) broken += 1
    waiting.push(question)
    if (waiting.length >= LINES_AT_ONCE) await flush()
  }
  await flush()
  return broken > 0 ? 2 : unknown > 0 ? 1 : 0
}

// All at once is quick; where one question is at fault, each is asked alone, so that it costs only itself.
async function answerAll(
  product: Product,
  waiting: readonly (ListedAsked | WhoListsError)[],
): Promise<readonly (ListedAnswer | Unanswered)[]> {
  const questions = waiting.filter((q): q is ListedAsked => !(q instanceof WhoListsError))
  try {
    const answers = [...(await product.listedMany(questions))]
    return waiting.map(q => (q instanceof WhoListsError ? unanswered(q) : (answers.shift() as ListedAnswer)))
  } catch (error) {
    if (!(error instanceof WhoListsError) || error.blame !== 'caller' || questions.length === 1) {
      if (error instanceof WhoListsError && error.blame === 'caller')
        return waiting.map(q => unanswered(q instanceof WhoListsError ? q : error))
      throw error
    }
  }
  const out: (ListedAnswer | Unanswered)[] = []
  for (const question of waiting) out.push(...(await answerAll(product, [question])))
  return out
}

function readQuestion(text: string, line: number): ListedAsked | WhoListsError {
  const fail = (seen: string) =>
    new WhoListsError('input.invalid', { what: `line ${line}`, expected: '{"authority": …, "party": …, "on": "YYYY-MM-DD"}', seen })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail(text.slice(0, 80))
  }
  const { authority, party, on, list } = (value ?? {}) as Record<string, unknown>
  if (typeof authority !== 'string' || typeof party !== 'string' || typeof on !== 'string' || !isDay(on)) return fail(text.slice(0, 80))
  return { authority, party, on, ...(typeof list === 'string' ? { list } : {}) }
}
