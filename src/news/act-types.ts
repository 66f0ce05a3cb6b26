import type { Act } from './language.ts'
import type { Modifier } from './nodes.ts'
import type { EventType } from './types.ts'

const AFTER: Readonly<Record<string, Partial<Record<Act, Act>>>> = {
  impose: {},
  lift: { list: 'delist', delist: 'list', suspend: 'list', renew: 'delist', exempt: 'exempt' },
  suspend: { list: 'suspend', delist: 'list' },
  renew: { list: 'renew', delist: 'delist', exempt: 'exempt', suspend: 'suspend' },
  uphold: { list: 'uphold', renew: 'uphold', delist: 'delist' },
  annul: { list: 'annul', renew: 'annul', delist: 'list' },
  challenge: { list: 'challenge', renew: 'challenge', delist: 'challenge' },
  amend: { list: 'amend' },
}

/** The act that is told once what is done to it is taken in: a ban that is lifted is a removal. */
export function actAfter(act: Act, governor: Modifier | null, court: boolean): Act {
  const next = governor ? (AFTER[governor.id]?.[act] ?? act) : act
  // Whoever is no court and undoes a listing removes it.
  if (governor?.id === 'annul' && act === 'list' && !court && !governor.passive) return 'delist'
  if (governor?.id === 'uphold' && act === 'list' && !court) return 'renew'
  if (next === 'renew' && court) return 'uphold'
  // A court that sets aside the removal of a listing keeps it.
  if (governor?.id === 'annul' && act === 'delist' && court) return 'uphold'
  return next
}

/** What an act is called once it is done. */
export const DONE: Readonly<Record<Act, EventType>> = {
  list: 'listed',
  delist: 'delisted',
  renew: 'renewed',
  amend: 'amended',
  suspend: 'suspended',
  exempt: 'exemption',
  ease: 'eased',
  annul: 'annulled',
  uphold: 'upheld',
  challenge: 'challenged',
}
