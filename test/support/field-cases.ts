import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIndex, comparableOf, type IndexRecord, openIndex, openSearcher } from '../../src/candidates/index.ts'
import { OPEN } from '../../src/model/index.ts'
import { comparePair, type Example, MATCHER_VERSION, prepareQuery, screen } from '../../src/screen/index.ts'

const CASES = join(import.meta.dirname, '../../../shared/cases/matching.jsonl')

/** Whether the cases from the field stand beside the checkout. */
export const hasFieldCases = existsSync(CASES)

/** A case from the field about names or screening, with the right answer. */
export type Case = {
  readonly id: string
  readonly area: string
  readonly confidence: 'stated' | 'judged'
  readonly input: Partial<{ schema: string; name1: string; name2: string; query: Example; listed: readonly (Example & { id: string })[] }>
  readonly expect: Partial<{
    match: boolean
    top: string
    order: readonly string[]
    found: readonly string[]
    scoreDiffers: readonly string[]
    queryProperties: Readonly<Record<string, readonly string[]>>
  }>
}

/** The cases from the field that are about names and screening; those about the interface are left out. */
export function matchingCases(): readonly Case[] {
  return readFileSync(CASES, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Case)
    .filter(c => c.area !== 'api')
}

/** What is answered otherwise than a case says; empty where it is answered right. */
export const faultsOf = async (c: Case): Promise<readonly string[]> => (c.input.listed ? await screenCase(c) : pairCase(c))

function pairCase({ input, expect }: Case): readonly string[] {
  const { score } = comparePair({ schema: input.schema ?? '', name1: input.name1 ?? '', name2: input.name2 ?? '' })
  return expect.match === undefined || score >= 0.7 === expect.match ? [] : [`${input.name1} | ${input.name2} scores ${score.toFixed(3)}`]
}

async function screenCase({ input, expect }: Case): Promise<readonly string[]> {
  const listed = input.listed ?? []
  const index = openIndex(await buildIndex(listed.map(recordOf), { generation: 'case', matcher: MATCHER_VERSION }))
  const query = prepareQuery(input.query as Example)
  const low = { filter: { instants: new Map([['list', null]]), limit: 10 }, cutoff: 0.05 }
  const { results } = screen(index, openSearcher(index), query, low)
  const seen = results.map(r => `${r.entity} ${r.score.toFixed(3)}/${r.rank.toFixed(3)}`).join(', ') || 'nothing'
  const ids = results.map(r => r.entity.slice(5))
  const rank = (id: string) => results.find(r => r.entity.endsWith(`:${id}`))
  const faults: string[] = []
  const expectThat = (holds: boolean, what: string) => {
    if (!holds) faults.push(`${what}, got ${seen}`)
  }
  if (expect.match !== undefined) expectThat((results[0]?.match ?? false) === expect.match, `match ${expect.match}`)
  if (expect.top) expectThat(ids[0] === expect.top, `first ${expect.top}`)
  if (expect.found)
    expectThat(
      expect.found.every(id => ids.includes(id)),
      `found ${expect.found.join()}`,
    )
  if (expect.order) expectThat(ids.join() === expect.order.join(), `order ${expect.order.join()}`)
  if (expect.scoreDiffers)
    expectThat(new Set(expect.scoreDiffers.map(id => rank(id)?.rank)).size === expect.scoreDiffers.length, 'different ranks')
  for (const [property, values] of Object.entries(expect.queryProperties ?? {}))
    expectThat(query.properties[property]?.join() === values.join(), `${property} ${values.join()}`)
  return faults
}

function recordOf({ id, schema, properties }: Example & { id: string }): IndexRecord {
  const cleaned = prepareQuery({ schema, properties })
  return {
    record: `list:${id}`,
    source: 'list',
    content: 1,
    since: 0,
    until: OPEN,
    schema,
    lists: [],
    topics: [],
    ...comparableOf(schema, cleaned.properties),
  }
}
