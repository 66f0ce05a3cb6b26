import { newestVerdicts, type ResolverRead, readResolver, resolverLines } from '../identity/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { type Instant, type Judgement, WhoListsError } from '../model/index.ts'

/** A person's word on two records. */
export type Decision = Pick<Judgement, 'a' | 'b' | 'verdict' | 'reason' | 'by'>

/**
 * Keeps a person's word on two records; it holds until a later one on the same pair.
 *
 * @throws entity.unknown where a record was never held; input.invalid where both are one or no reason is given
 */
export async function decide(given: { readonly ledger: Ledger; readonly now: () => Instant }, decision: Decision): Promise<Judgement> {
  const { a, b, reason } = decision
  if (a === b) throw new WhoListsError('input.invalid', { what: 'decide', expected: 'two records', seen: `${a} twice` })
  if (reason.trim() === '') throw new WhoListsError('input.invalid', { what: 'reason', expected: 'why it is so', seen: 'nothing' })
  for (const id of [a, b]) if (!(await isRecord(given.ledger, id))) throw new WhoListsError('entity.unknown', { id })
  const judgement: Judgement = { ...decision, reason: reason.trim(), recorded: given.now() }
  await given.ledger.judge([judgement])
  return judgement
}

/** What was taken in from a resolver file: judgements that were new, and what it said of ids unknown here. */
export type DecisionsTaken = { readonly kept: number; readonly known: number } & Pick<ResolverRead, 'unknown' | 'broken'>

/** Takes in the decisions of a resolver file; what holds already is not kept twice. */
export async function importDecisions(
  given: { readonly ledger: Ledger; readonly now: () => Instant },
  lines: readonly string[],
): Promise<DecisionsTaken> {
  const { ledger, now } = given
  const held = new Map<string, boolean>()
  for (const id of lines.flatMap(idsIn)) if (!held.has(id)) held.set(id, await isRecord(ledger, id))
  const { judgements, unknown, broken } = readResolver(lines, id => held.get(id) === true, now())
  const newest = newestVerdicts(await ledger.judgements())
  const verdicts = new Map([...newest.values()].flatMap(j => [`${j.a} ${j.b}`, `${j.b} ${j.a}`].map(key => [key, j] as const)))
  const fresh = judgements.filter(j => verdicts.get(`${j.a} ${j.b}`)?.verdict !== j.verdict)
  if (fresh.length > 0) await ledger.judge(fresh)
  return { kept: fresh.length, known: judgements.length - fresh.length, unknown, broken }
}

/** The newest judgement on each pair as lines of a resolver file: people's and automatic ones. */
export const exportDecisions = async (ledger: Ledger): Promise<readonly string[]> =>
  resolverLines(newestVerdicts(await ledger.judgements()).values())

const isRecord = async (ledger: Ledger, id: string): Promise<boolean> =>
  id.includes(':') &&
  ((await ledger.recordHistory(id)).length > 0 ||
    (id.includes('/') && (await ledger.recordHistory(id.slice(0, id.lastIndexOf('/')))).length > 0))

function idsIn(line: string): readonly string[] {
  try {
    const row = JSON.parse(line) as unknown
    return Array.isArray(row) ? row.slice(0, 2).filter((id): id is string => typeof id === 'string') : []
  } catch {
    return []
  }
}
