import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answers, answersOver } from '../../src/app-answers.ts'
import { asWriter, importPaths, openData } from '../../src/app-data.ts'
import { type OpenedEngine, openEngine } from '../../src/app-engine.ts'
import { readConfig } from '../../src/config.ts'
import { acceptVersion, currentGeneration } from '../../src/jobs/index.ts'
import { openScreener, type QueryAsked, type Screener, type ScreeningOptions, scopeNamed } from '../../src/questions/index.ts'

/** A whole installation in a folder of its own: data folder, index, answers. `close` removes it. */
export type Installation = {
  readonly folder: string
  readonly engine: OpenedEngine
  readonly answers: Answers
  readonly screener: Screener
  screen(query: QueryAsked, options?: Partial<ScreeningOptions>): ReturnType<Screener['one']>
  close(): Promise<void>
}

/** Takes files in, also those that are held for being small, then opens the installation they make. @throws Error where one is refused */
export async function installation(paths: readonly string[], source?: string): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-'))
  const config = readConfig({ data: join(folder, 'data') }, {})
  const quiet = () => undefined
  const { versions } = await asWriter(config, quiet, async data => {
    const report = await importPaths(data, { paths, ...(source ? { source } : {}) }, quiet)
    for (const { version, outcome } of report.versions)
      if (outcome === 'held' && version) await acceptVersion(data, version, { reason: 'a small file for a test', by: 'test' })
    return report
  })
  const odd = versions.find(v => v.outcome !== 'accepted' && v.outcome !== 'held')
  if (odd) throw new Error(`${odd.version ?? odd.files.join(', ')}: ${odd.outcome}: ${odd.message}`)
  const data = await openData(config, true)
  const generation = currentGeneration(config.data)
  if (!generation) throw new Error('no generation was built')
  const engine = await openEngine(data, generation)
  const screener = openScreener(engine)
  const usual: ScreeningOptions = {
    scope: scopeNamed(engine, 'default'),
    limit: 5,
    threshold: 0.7,
    cutoff: 0.5,
    asOf: {},
    topics: [],
    excludedSchemata: [],
    excludedIds: [],
    changedSince: null,
    weights: {},
    config: {},
    listings: true,
  }
  return {
    folder,
    engine,
    answers: answersOver(() => engine),
    screener,
    screen: (query, options = {}) => screener.one(query, { ...usual, ...options }),
    async close() {
      engine.close()
      await data.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
