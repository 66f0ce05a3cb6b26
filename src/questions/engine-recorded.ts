import { asRecorded } from '../ledger/index.ts'
import type { Instant } from '../model/index.ts'
import type { Engine } from './engine.ts'
import { lawDesk } from './listed-desk.ts'
import { membershipOf } from './members.ts'

/**
 * An engine whose ledger, versions, entities and law are those of a recorded instant: what was accepted or judged later is not
 * there. Its index is the one given, which must be of that state too; the entity store is that of the engine, so only questions
 * that name their times may be asked of it.
 */
export async function engineAsRecorded(engine: Engine, recorded: Instant): Promise<Engine> {
  const ledger = asRecorded(engine.ledger, recorded)
  return {
    ...engine,
    ledger,
    versions: await ledger.versions(),
    membership: membershipOf(await ledger.memberships(recorded)),
    desk: lawDesk(ledger, [...engine.sources.values()], engine.now),
  }
}
