import type { Fetched, FetchNote } from '../intake/index.ts'
import type { Address } from '../model/index.ts'
import type { Imported } from './import.ts'
import type { AddressState, UpdateOutcome } from './update-state.ts'

/** True for what an answer had that its source is to show. */
export const isOdd = ({ code }: FetchNote) => code === 'moved' || code === 'compression-refused' || code === 'packed'

/** What an update came to, from what became of its versions. */
export function outcomeOf(versions: readonly Imported[]): UpdateOutcome {
  const outcomes = new Set(versions.map(v => v.outcome))
  if (outcomes.has('accepted')) return outcomes.has('refused') ? 'refused' : 'updated'
  if (outcomes.has('held')) return 'held'
  return outcomes.has('same') && !outcomes.has('refused') ? 'unchanged' : 'refused'
}

/** What is kept of an answer. */
export const stateOf = (fetched: Fetched, known: AddressState | undefined): AddressState =>
  fetched.outcome === 'fetched'
    ? { validators: fetched.validators, sha256: fetched.sha256, header: fetched.header, finalUrl: fetched.finalUrl }
    : { validators: {}, sha256: '', header: null, ...known, finalUrl: fetched.finalUrl }

/** The name the publisher gives the file; where the address has none, the part and the form. Numbers keep two of one name apart. */
export function fileName(address: Address, index: number): string {
  const last = new URL(address.url).pathname.split('/').filter(Boolean).at(-1) ?? ''
  const name = last.replace(/[^\w.-]/g, '_')
  const named = /\.\w{2,5}$/.test(name) ? name : `${address.part}.${address.rendition.replace(/\W+/g, '-')}`
  return `${String(index + 1).padStart(2, '0')}-${named}`
}
