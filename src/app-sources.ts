import type { Data } from './app-data.ts'
import { currentGeneration, readFetchStates, type SourceState } from './jobs/index.ts'
import { OPEN } from './model/index.ts'
import { instantText, type LastFetch, type SourcesAnswer, sourcesAnswer } from './questions/index.ts'

/** Each source as it stands now, with what the curated base holds and the generation that answers. */
export async function sourcesNow(data: Data, importing: SourcesAnswer['importing']): Promise<SourcesAnswer> {
  const { ledger, sources, config, now } = data
  const generation = currentGeneration(config.data)
  return sourcesAnswer({
    ledger,
    sources: sources.all,
    fetches: new Map([...(await readFetchStates(config.data))].map(([id, state]) => [id, lastFetch(state)])),
    now: now(),
    importing,
    index: generation && {
      generation: generation.name,
      names: generation.names,
      records: generation.records,
      entities: generation.entities,
    },
    base: await baseCounts(data),
  })
}

const lastFetch = ({ at, outcome, detail, failures, notBefore }: SourceState): LastFetch => ({
  at: instantText(at),
  outcome,
  detail,
  failures,
  notBefore: notBefore === null ? null : instantText(notBefore),
})

async function baseCounts({ ledger }: Data): Promise<SourcesAnswer['base']> {
  const counts = { parties: 0, designations: 0, instruments: 0, lists: 0, authorities: 0 }
  if (!(await ledger.versionAt('facts', { published: OPEN - 1, recorded: OPEN - 1 }))) return counts
  for await (const { reading } of ledger.state('facts', OPEN - 1)) {
    counts.parties += reading.parties.length
    counts.designations += reading.designations.length
    counts.instruments += reading.instruments.length
    counts.lists += reading.lists?.length ?? 0
    counts.authorities += reading.authorities?.length ?? 0
  }
  return counts
}
