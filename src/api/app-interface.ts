import type { Decision, DecisionsTaken, Follow } from '../jobs/index.ts'
import type { Day, Judgement } from '../model/index.ts'
import type {
  DecisionsAnswer,
  DiffAnswer,
  EntityAnswer,
  EntityJson,
  EventView,
  IdentityAnswer,
  InstrumentAnswer,
  ListedAnswer,
  ListLine,
  MatrixAnswer,
  ProposalsAsked,
  ReadAnswer,
  SignalsAnswer,
  SourcesAnswer,
} from '../questions/index.ts'
import type {
  AdjacentPage,
  AsOfAsked,
  ChangesAnswer,
  ChangesAsked,
  DatasetView,
  EntityFound,
  FileScreeningEvent,
  FileToScreen,
  FollowsAnswer,
  InstrumentLine,
  MatcherView,
  Progress,
  QueryExample,
  Readiness,
  Scope,
  ScreenBatch,
  ScreenOptions,
  SearchAnswer,
  SearchRequest,
  StatementRequest,
  StatementRow,
  WorkerFigures,
} from './app-shapes.ts'

export type * from './app-shapes.ts'
export type { DecisionsTaken, Follow }

/**
 * All that the HTTP interface asks of the product. The app implements it; failures are `WhoListsError`s.
 * Nothing here blocks the main thread: what scores or scans runs in workers.
 */
export type App = {
  /** Screens a batch in the workers. @throws overloaded, index.not-ready, screening.failed, input.invalid */
  screen(queries: readonly QueryExample[], options: ScreenOptions): Promise<ScreenBatch>
  /** The same, and keeps each question with its answer: `kept` are the ids, in order. @throws as `screen`, and data.full */
  screenAndKeep(queries: readonly QueryExample[], options: ScreenOptions): Promise<ScreenBatch & { readonly kept: readonly string[] }>
  /** Screens the rows of an uploaded table. @throws input.invalid */
  screenFile(file: FileToScreen, options: ScreenOptions): AsyncIterable<FileScreeningEvent>
  /** @throws search.invalid, index.not-ready */
  search(request: SearchRequest): Promise<SearchAnswer>
  /** Entities whose names have a word for each word of the prefix, the last one unfinished. */
  suggest(scope: Scope, prefix: string, limit: number): Promise<readonly EntityJson[]>
  /** The entity in yente's shape; `nested` puts neighbours in place of their ids and adds the reverse properties. */
  entity(id: string, options: { readonly nested: boolean; readonly asOf: AsOfAsked }): Promise<EntityFound | null>
  /** First-degree neighbours by property. `property` null: every property that has any. */
  adjacent(
    id: string,
    options: { readonly property: string | null; readonly sort: SearchRequest['sort']; readonly limit: number; readonly offset: number },
  ): Promise<
    { readonly entity: EntityJson; readonly adjacent: Readonly<Record<string, AdjacentPage>> } | { readonly movedTo: string } | null
  >
  statements(
    request: StatementRequest,
  ): Promise<{ readonly total: { readonly value: number; readonly relation: 'eq' }; readonly results: readonly StatementRow[] }>
  /** The catalogue as it now is: collections, sources, lists. Called on every request: keep it at hand until something changes. */
  catalog(): readonly DatasetView[]
  matcher(): MatcherView

  /** Everything about an entity. */
  entityAnswer(id: string, asOf: AsOfAsked): Promise<EntityAnswer | { readonly movedTo: string } | null>
  history(
    id: string,
    asOf: AsOfAsked,
  ): Promise<{ readonly id: string; readonly caption: string; readonly events: readonly EventView[] } | { readonly movedTo: string } | null>
  sources(): Promise<SourcesAnswer>
  accept(version: string, reason: string): Promise<{ readonly version: string; readonly outcome: string }>
  /** @throws party.unknown, party.ambiguous, authority.unknown, input.invalid */
  listed(
    question: { readonly party: string; readonly authority: string; readonly list: string | null; readonly on: Day | null } & Omit<
      AsOfAsked,
      'valid'
    >,
  ): Promise<ListedAnswer>
  /** Every list in law that is known. */
  lists(): Promise<readonly ListLine[]>
  matrix(question: {
    readonly parties: readonly string[]
    readonly authorities: readonly string[]
    readonly on: Day | null
    readonly asOf: AsOfAsked
  }): Promise<MatrixAnswer>
  changes(question: ChangesAsked): Promise<ChangesAnswer>
  diff(source: string, from: string, to: string): Promise<DiffAnswer>
  /** `on`: the day whose force and lineage are asked; today where left out. @throws instrument.unknown */
  instrument(id: string, on?: Day | null): Promise<InstrumentAnswer>
  findInstruments(text: string, limit: number): Promise<readonly InstrumentLine[]>
  /** How records are joined, and pairs that wait for a person. */
  identity(asked: ProposalsAsked): Promise<IdentityAnswer>
  /** What people decided, newest first. */
  decisions(page: { readonly limit: number; readonly offset: number }): Promise<DecisionsAnswer>
  /** Keeps a person's word on two records; records are joined anew soon after. @throws entity.unknown, input.invalid */
  decide(decision: Decision): Promise<Judgement>
  /** Takes a person's word back: what the matcher said before holds again. @throws input.invalid */
  takeBack(pair: Omit<Decision, 'verdict'>): Promise<Judgement>
  /** Takes in the lines of a resolver file. */
  importDecisions(lines: readonly string[]): Promise<DecisionsTaken>
  /** The newest judgement on each pair as lines of a resolver file. */
  exportDecisions(): Promise<readonly string[]>
  /** What is followed, without signing keys. */
  follows(): Promise<FollowsAnswer>
  /** Follows a party, `list:ID` or `authority:ID` from now on. @throws entity.unknown, authority.unknown, input.invalid */
  follow(asked: { readonly what: string; readonly webhook: string; readonly everything: boolean }): Promise<Follow>
  /** Follows no longer. @throws input.invalid */
  unfollow(id: string): Promise<void>
  /** Pending changes with their evidence; with `on` as they stood on that day. @throws party.unknown, party.ambiguous, authority.unknown */
  signals(question: {
    readonly party: string | null
    readonly authority: string | null
    readonly on?: Day | null
    readonly limit: number
  }): Promise<SignalsAnswer>
  /** Claims found in a text or at an address. */
  read(document: {
    readonly text: string | null
    readonly url: string | null
    readonly html: string | null
    /** What is known of a text beside it. */
    readonly about?: { readonly title?: string; readonly publisher?: string; readonly published?: Day }
  }): Promise<ReadAnswer>

  readiness(): Promise<Readiness>
  /** Fetches and imports; resolves when done. `force` rebuilds the index even where nothing changed. */
  update(options: { readonly sources: readonly string[]; readonly force: boolean }): Promise<void>
  /** Tells of progress until the returned function is called. */
  onProgress(listener: (progress: Progress) => void): () => void
  workerFigures(): WorkerFigures
}
