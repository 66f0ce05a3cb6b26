import type { Command } from 'commander'
import { WhoListsError } from '../../model/index.ts'
import type { PairAsked, Terminal } from '../product.ts'
import { guarded } from '../run.ts'

/** The scores of pairs in order, or why one has none; needs no data. */
export type ComparePairs = (pairs: readonly PairAsked[], explain: boolean) => Promise<readonly (object | WhoListsError)[]>

/** Pairs compared in one go. */
const PAIRS_AT_ONCE = 1000

/** Adds `compare`. */
export function addCompare(program: Command, terminal: Terminal, compare: ComparePairs): void {
  program
    .command('compare')
    .summary('score pairs: JSON lines {schema, name1, name2} or {schema, query, candidate} in, {score} out')
    .argument('[file]', 'the pairs; else standard input')
    .option('--explain', 'with the alignment')
    .action((file: string | undefined, o: { explain?: boolean }) =>
      guarded(terminal, async () => {
        const lines = terminal.readInput(file === '-' ? undefined : file)
        terminal.end(await compareLines(terminal, lines, pairs => compare(pairs, o.explain ?? false)))
      }),
    )
}

// One line out for each line in, so that answers can be laid beside questions: a pair that has no score says why.
async function compareLines(
  terminal: Terminal,
  lines: AsyncIterable<string>,
  compare: (pairs: readonly PairAsked[]) => ReturnType<ComparePairs>,
): Promise<number> {
  let waiting: (PairAsked | WhoListsError)[] = []
  let [line, broken] = [0, 0]
  const flush = async () => {
    const scored = [...(await compare(waiting.filter((pair): pair is PairAsked => !(pair instanceof WhoListsError))))]
    const answers = waiting.map(pair => (pair instanceof WhoListsError ? pair : scored.shift()))
    broken += answers.filter(answer => answer instanceof WhoListsError).length
    if (answers.length > 0)
      terminal.out(answers.map(answer => JSON.stringify(answer instanceof WhoListsError ? unscored(answer) : answer)).join('\n'))
    waiting = []
  }
  for await (const text of lines) {
    line += 1
    if (text.trim() === '') continue
    waiting.push(readPair(text, line))
    if (waiting.length >= PAIRS_AT_ONCE) await flush()
  }
  await flush()
  if (broken > 0) terminal.err(`${broken === 1 ? 'One pair has' : `${broken} pairs have`} no score; the lines say why.`)
  return broken > 0 ? 2 : 0
}

const unscored = (error: WhoListsError) => ({ score: null, error: { code: error.code, message: error.message, remedy: error.remedy } })

function readPair(text: string, line: number): PairAsked | WhoListsError {
  const pair = pairIn(text)
  return (
    pair ??
    new WhoListsError('input.invalid', {
      what: `line ${line}`,
      expected: '{"schema", "name1", "name2"} or {"schema", "query": {…}, "candidate": {…}}, each a party\'s properties',
      seen: text.slice(0, 80),
    })
  )
}

function pairIn(text: string): PairAsked | undefined {
  const pair = objectIn(text)
  if (!pair) return undefined
  const { name1, name2 } = pair
  const schema = pair['schema'] ?? (isRecord(pair['query']) ? pair['query']['schema'] : undefined)
  if (typeof schema !== 'string') return undefined
  if (typeof name1 === 'string' && typeof name2 === 'string') return { schema, name1, name2 }
  const [query, candidate] = [propertiesIn(pair['query']), propertiesIn(pair['candidate'])]
  return query && candidate ? { schema, query, candidate } : undefined
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

// Properties alone, or the whole FollowTheMoney entity with them inside; one value may stand without brackets.
function propertiesIn(side: unknown): PairAsked['query'] {
  if (!isRecord(side)) return undefined
  const given = isRecord(side['properties']) ? side['properties'] : side
  const read = Object.entries(given).map(([name, value]) => [name, [value].flat()] as const)
  if (!read.every(([, values]) => values.every(v => typeof v === 'string'))) return undefined
  return Object.fromEntries(read) as PairAsked['query']
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
