import { attestationsSuite } from './suite-attestations.ts'
import { changesSuite } from './suite-changes.ts'
import { historiesSuite } from './suite-histories.ts'
import { judgementsSuite } from './suite-judgements.ts'
import { kitOf, type LedgerStore } from './suite-kit.ts'
import { versionsSuite } from './suite-versions.ts'

/** Runs every test that a store behind the `Ledger` interface must pass. */
export function ledgerSuite(store: LedgerStore): void {
  const kit = kitOf(store)
  versionsSuite(kit)
  changesSuite(kit)
  attestationsSuite(kit)
  judgementsSuite(kit)
  historiesSuite(kit)
}
