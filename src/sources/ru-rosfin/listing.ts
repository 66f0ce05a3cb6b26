import type { PartialDate, PartyBuilder } from '../../model/index.ts'
import { type Rule } from '../rows/fill.ts'
import { designate } from '../rows/reading.ts'
import { splitNames } from '../rows/russian-names.ts'
import { LISTS, type List } from './lists.ts'
import programmes from './programmes.json' with { type: 'json' }

/** What a form says of a listing; `terror` is the mark of terrorism, without which the main list holds extremists. */
export type Said = {
  readonly terror?: boolean
  readonly from?: PartialDate
  readonly to?: PartialDate
  readonly ended?: boolean
  readonly grounds?: string
  readonly field: string
}

/** The designation of a subject on a list of the Service; what stands on the list of the removed has ended. */
export function listing(party: PartyBuilder, source: List, { terror, from, to, ended, grounds, field }: Said) {
  const { list, programme } = LISTS[source]
  const wording = programme === 'Экстремист' && terror ? 'Террорист' : programme
  return designate(party, [programmes, wording, list], {
    field,
    status: ended || to || source === 'ru-rosfin-removed' ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(grounds ? { grounds } : {}),
  })
}

/** Other names of a subject; those of persons are written in the order surname, given name, patronymic. */
export const otherNames: Rule = (party, { text, field }) => {
  for (const name of text.split(/;\s*/u).flatMap(splitNames)) party.add('alias', name, field)
}
