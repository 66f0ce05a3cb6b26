import { Cursor, flag } from '../../intake/index.ts'
import {
  captionOf,
  type Designation,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Reference,
  readDates,
} from '../../model/index.ts'
import { addNote, type Draft, isFiller } from '../printed/fill.ts'
import { walletsIn } from '../printed/wallets.ts'
import { addFacts, schemaOfKind } from '../uk-list/facts.ts'
import { addNames } from '../uk-list/names.ts'
import { regimeOf } from '../uk-list/regimes.ts'
import { unNumbersIn } from '../un-sc/quoted.ts'
import { referenceKey } from '../un-sc/read.ts'
import { REPEATED } from './form.tables.ts'

/** The reading of one designation of the UK Sanctions List. */
export function parseDesignation(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const problems: Problem[] = []
  const party = partyBuilder(`uk-fcdo:${raw.key}`, schemaOfKind(record, problems))
  const draft: Draft = { party, problems }
  addNames(draft, record)
  const wallets = [...record.children('wallet'), ...record.children('other')].flatMap(said =>
    walletsIn({ text: said.peek(), field: said.fieldOf('') }, party.id),
  )
  addFacts(draft, record)
  const references: Reference[] = [
    ...record
      .takeAll('un')
      .flatMap(({ text, field }): readonly Reference[] =>
        isFiller(text) ? [] : [{ party: party.id, scheme: 'un', value: referenceKey(text), field }],
      ),
    ...record
      .takeAll('ofsi')
      .flatMap(({ text, field }): readonly Reference[] =>
        /\d/u.test(text) ? [{ party: party.id, scheme: 'uk', value: `OFSI ${text}`, field }] : [],
      ),
  ]
  for (const leaf of record.takeAll('other')) {
    addNote(draft, leaf, leaf.text)
    references.push(...unNumbersIn(leaf, party.id))
  }
  const grounds = record
    .takeAll('reasons')
    .map(({ text }) => text.replaceAll('&amp;', '&'))
    .join(' ')
  for (const kind of REPEATED) record.skip(kind)
  const designations = record.children('listing').map(listing => designationOf(draft, listing, grounds))
  if (captionOf(party.build()) === party.id) {
    problems.push(flag('name.missing', 'name', raw.key, 'a name'))
    party.addClean('name', raw.key, raw.key, 'UniqueID')
  }
  return {
    parties: [party.build(), ...wallets],
    designations,
    instruments: [],
    links: [],
    references: [...new Map(references.map(reference => [`${reference.scheme} ${reference.value}`, reference])).values()],
    unread: record.unread(),
    problems: [...party.problems, ...problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

function designationOf({ party, problems }: Draft, listing: Cursor, grounds: string): Designation {
  const regime = listing.takeLeaf('regime') ?? { field: listing.fieldOf('regime'), text: '' }
  const known = regimeOf(regime.text)
  if (!known) problems.push(flag('programme.unmapped', regime.field, regime.text, 'a regime of regimes.json'))
  const day = listing.takeLeaf('designated')
  const [from] = day ? readDates(day.text, 'dmy') : []
  if (day && !from) problems.push(flag('date.unreadable', day.field, day.text, 'a day'))
  const updated = listing.takeLeaf('updated')
  const [changed] = updated ? readDates(updated.text, 'dmy') : []
  if (updated && changed) party.addClean('modifiedAt', changed.earliest, updated.text, updated.field)
  const source = listing.take('source')
  const imposed = listing
    .take('imposed')
    .split(/\s*[|]\s*/u)
    .filter(Boolean)
    .join(', ')
  const name = regime.text || 'UK'
  party.addClean('program', name, name, regime.field)
  party.addClean('topics', 'sanction', name, regime.field)
  if (known?.terrorism) party.addClean('topics', 'crime.terror', name, regime.field)
  const note = [imposed, source === '' ? '' : `designated by ${source.replace('|', ' and ')}`].filter(Boolean).join('; ')
  return {
    party: party.id,
    list: known?.list ?? 'gb-sanctions',
    programme: name,
    status: 'listed',
    ...(from ? { from } : {}),
    instruments: known?.instruments ?? [],
    confidence: 'read',
    ...(note === '' ? {} : { note }),
    ...(grounds === '' ? {} : { grounds }),
    field: day?.field ?? regime.field,
  }
}
