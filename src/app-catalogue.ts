import type { DatasetView } from './api/index.ts'
import type { OpenedEngine } from './app-engine.ts'
import { catalogueOf, coverageIn, resolveAsOf, scopeNamed } from './questions/index.ts'

/** The catalogue of a generation. */
export async function catalogueNow(engine: OpenedEngine): Promise<readonly DatasetView[]> {
  const carried = new Map<string, Set<string>>()
  for (const { source, lists } of engine.index.classes) {
    const known = carried.get(source) ?? new Set()
    for (const list of lists) known.add(list)
    carried.set(source, known)
  }
  const { versions } = coverageIn(engine, scopeNamed(engine, 'default'), resolveAsOf({}, engine.now()))
  return catalogueOf({
    sources: [...engine.sources.values()],
    versions: engine.versions,
    lists: (await engine.desk.book()).lists,
    carried: new Map([...carried].map(([source, lists]) => [source, [...lists].sort()])),
    indexed: new Map(versions.map(v => [v.source, v.version])),
    counts: countsOf(engine),
  })
}

function countsOf(engine: OpenedEngine) {
  const rows = ['datasets', 'scope'].flatMap(field => {
    const values = engine.store.valuesOf(field)
    const sql = `SELECT v.value AS scope, count(*) AS entities, sum(e.target) AS targets FROM ${values} v JOIN entity e ON e.id = v.entity GROUP BY 1`
    return values === null ? [] : engine.store.all<{ scope: string; entities: number; targets: number }>(sql)
  })
  const counts = new Map<string, { entities: number; targets: number }>()
  for (const { scope, entities, targets } of rows) {
    const name = scope.includes(' ') ? scope.slice(scope.indexOf(' ') + 1) : scope
    const known = counts.get(name) ?? { entities: 0, targets: 0 }
    counts.set(name, { entities: known.entities + entities, targets: known.targets + targets })
  }
  return counts
}
