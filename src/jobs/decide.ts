import { MACHINE, newestVerdicts, type ResolverRead, readResolver, resolverLines } from '../identity/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { type Instant, type Judgement, WhoListsError } from '../model/index.ts'

/** A person's word on two records. */
export type Decision = Pick<Judgement, 'a' | 'b' | 'verdict' | 'reason' | 'by'>

/**
 * Keeps a person's word on two records; it holds until a later one on the same pair.
 *
 * @throws entity.unknown where a record was never held; input.invalid where both are one, or reason or name are missing
 */
export async function decide(given: { readonly ledger: Ledger; readonly now: () => Instant }, decision: Decision): Promise<Judgement> {
  const { a, b } = decision
  if (a === b) throw new WhoListsError('input.invalid', { what: 'decide', expected: 'two records', seen: `${a} twice` })
  const signed = signedBy(decision)
  for (const id of [a, b]) if (!(await isRecord(given.ledger, id))) throw new WhoListsError('entity.unknown', { id })
  const judgement: Judgement = { ...decision, ...signed, recorded: given.now() }
  await given.ledger.judge([judgement])
  return judgement
}

/** How a judgement says that it stands again because a person's word was taken back. */
const TAKEN_BACK = 'decision taken back by '

/**
 * Takes a person's word on two records back: what the matcher last said of them holds again, and the pair waits for a person
 * where it had said nothing. The word itself stays in the record of judgements.
 *
 * @throws input.invalid where no person's word holds on the pair, or reason or name are missing
 */
export async function takeBack(
  given: { readonly ledger: Ledger; readonly now: () => Instant },
  asked: Omit<Decision, 'verdict'>,
): Promise<Judgement> {
  const { a, b } = asked
  const { reason, by } = signedBy(asked)
  const ofPair = (await given.ledger.judgements(a)).filter(j => (j.a === a && j.b === b) || (j.a === b && j.b === a))
  const newest = ofPair.at(-1)
  if (!newest || newest.by === MACHINE)
    throw new WhoListsError('input.invalid', { what: 'undo', expected: 'a pair on which a decision holds', seen: `${a} and ${b}` })
  const before = ofPair.findLast(j => j.by === MACHINE && !j.reason.includes(TAKEN_BACK))
  const said = before ?? { a, b, verdict: 'unsure' as const, reason: 'the pair was never compared', by: MACHINE }
  const judgement: Judgement = { ...said, reason: `${said.reason}; ${TAKEN_BACK}${by}: ${reason}`, recorded: given.now() }
  await given.ledger.judge([judgement])
  return judgement
}

// Whoever judges says who they are and why; the matcher's own name is not to be borrowed.
function signedBy(word: Pick<Decision, 'reason' | 'by'>): Pick<Decision, 'reason' | 'by'> {
  const [reason, by] = [word.reason.trim(), word.by.trim()]
  if (reason === '') throw new WhoListsError('input.invalid', { what: 'reason', expected: 'why it is so', seen: 'nothing' })
  if (by === '' || by === MACHINE)
    throw new WhoListsError('input.invalid', { what: 'by', expected: 'the name of who decides', seen: by === '' ? 'nothing' : by })
  return { reason, by }
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
