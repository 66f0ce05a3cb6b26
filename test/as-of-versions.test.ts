// Each version of ten years, one by one: what a ledger answers when it holds the versions up to a day is what a ledger that holds
// all of them answers as published on that day, whatever the order in which they came in.
import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { asPublished } from '../src/ledger/index.ts'
import { type AsOf, type Day, endOfDay } from '../src/model/index.ts'
import { changesOf, type Engine, entitiesAt, lawDesk, listedMany, matrix, membershipOf } from '../src/questions/index.ts'
import { collect, loadSources } from '../src/sources/index.ts'
import { BASE_FOLDER, type TemporaryLedger, temporaryLedger } from './support/temporary-ledger.ts'

const LISTS = join(import.meta.dirname, '../../shared/lists')
const REAL = existsSync(LISTS) ? false : 'the real lists are not beside this checkout'

type Asked = { readonly source: string; readonly authority: string; readonly every: number }

async function openBase(source: string): Promise<TemporaryLedger> {
  const all = await loadSources()
  const base = await temporaryLedger({ sources: collect([all.sourceOf(source), all.sourceOf('facts')]) })
  await base.take(BASE_FOLDER)
  return base
}

/** Answers as lines of JSON. */
type Told = Readonly<Record<'entities' | 'answers' | 'cells' | 'changes' | 'events', readonly string[]>>

/** What is answered as published on a day: entities with their properties, statuses, the matrix, and all that had changed. */
async function told(base: TemporaryLedger, { source, authority, every }: Asked, day: Day): Promise<Told> {
  const { ledger, now } = base
  const asOf: AsOf = { valid: day, published: endOfDay(day), recorded: now(), validAsked: false }
  const sources = [...base.sources.all]
  const ids: string[] = []
  const entities: string[] = []
  for await (const { entity, members, inForce } of entitiesAt({ ledger, sources: sources.filter(s => s.id === source), asOf })) {
    if (!members.some(m => m.source === source)) continue
    entities.push(JSON.stringify([entity, inForce]))
    ids.push(entity.id)
  }
  // The order of entities is that of their arrival.
  const parties = ids.sort().filter((_, i) => i % every === 0)
  const view = await lawDesk(ledger, sources, now).at(asOf)
  const answers = await listedMany(
    view,
    parties.map(party => ({ party, authority, on: day })),
  )
  const cells = await matrix(view, { parties: parties.slice(0, 25), authorities: [], on: day }, async id => id)
  const then = asPublished(ledger, asOf.published)
  const membership: Engine['membership'] = membershipOf(new Map())
  const context = { ledger: then, sources: new Map(sources.map(s => [s.id, s])), membership, lists: new Map(), now: () => asOf.published }
  const { changes, events } = await changesOf(context, {
    since: null,
    until: null,
    sources: [source],
    kinds: [],
    limit: 100_000,
    offset: 0,
  })
  const without = <T extends { readonly recorded: string }>({ recorded: _, ...rest }: T) => rest
  const lines = (of: readonly object[]) => of.map(one => JSON.stringify(one))
  return {
    entities: entities.sort(),
    answers: lines(answers),
    cells: lines([cells]),
    changes: lines(changes.map(without)),
    events: lines(events.map(without)),
  }
}

async function replayed(folder: string, asked: Asked): Promise<number> {
  const files = readdirSync(join(LISTS, folder))
    .sort()
    .map(name => join(LISTS, folder, name))
  const [growing, whole] = [await openBase(asked.source), await openBase(asked.source)]
  try {
    // Out of order: every second version first, then the others from the end.
    const order = [...files.filter((_, i) => i % 2 === 0), ...files.filter((_, i) => i % 2 === 1).reverse()]
    for (const path of order) await takeAll(whole, path)
    for (const path of files) {
      await takeAll(growing, path)
      const day = /\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0] ?? ''
      compare(await told(whole, asked, day), await told(growing, asked, day), `${asked.source} as of ${day}`)
    }
    return files.length
  } finally {
    await growing.close()
    await whole.close()
  }
}

function compare(given: Told, due: Told, place: string): void {
  for (const part of ['entities', 'answers', 'cells', 'changes', 'events'] as const) {
    const other = due[part].findIndex((line, i) => line !== given[part][i])
    if (other >= 0) assert.equal(given[part][other], due[part][other], `${part} ${place}`)
    assert.equal(given[part].length, due[part].length, `${part} ${place}`)
  }
}

async function takeAll(base: TemporaryLedger, path: string): Promise<void> {
  const { versions } = await base.take(path)
  for (const { version, outcome } of versions) {
    assert.notEqual(outcome, 'refused')
    if (outcome === 'held' && version) await base.ledger.accept(version, 'a step in a test', 'test', base.now())
  }
}

test('each of the eight versions of Canada’s terrorist entities answers as a ledger of that day', { skip: REAL }, async () => {
  const asked = { source: 'ca-terrorists', authority: 'ca', every: 1 }
  assert.equal(await replayed('ca-justice/listed-terrorist-entities-sor-2002-284', asked), 8)
})

test('each of twenty versions of ten years of the United Nations’ list answers as a ledger of that day', { skip: REAL }, async () => {
  assert.equal(await replayed('un-sc/consolidated', { source: 'un-sc', authority: 'un', every: 5 }), 20)
})
