import { Cursor, flag, type Leaf } from '../../intake/index.ts'
import { type Designation, type Problem, partyBuilder, type RawRecord, type Reading, type Reference, readDates } from '../../model/index.ts'
import { addNote, type Draft } from '../printed/fill.ts'
import { addFact, addFacts, schemaOfKind } from '../uk-list/facts.ts'
import { addNames } from '../uk-list/names.ts'
import { regimeOf } from '../uk-list/regimes.ts'
import { unNumbersIn } from '../un-sc/quoted.ts'

/** Labels within Other Information, with the kind of value each opens. */
const LABELS: Readonly<Record<string, string>> = {
  'UK Sanctions List Ref': 'ukRef',
  'UN Ref': 'unRef',
  'UK Statement of Reasons': 'reasons',
  'Phone number': 'phone',
  'Email address': 'email',
  Website: 'website',
  'Type of entity': 'entityType',
  Subsidiaries: 'subsidiary',
  'Parent company': 'parent',
  Gender: 'gender',
  'IMO number': 'imo',
  'Current owners': 'owner',
  'Previous owners': 'previousOwner',
  'Flag of ship': 'flag',
  'Previous flags': 'previousFlag',
  'Type of ship': 'shipType',
  'Tonnage of ship': 'tonnage',
  'Length of ship': 'length',
  'Year built': 'yearBuilt',
  'Business Reg No': 'regNo',
  'Hull identification number': 'hull',
}
const LABEL = new RegExp(`\\((${Object.keys(LABELS).join('|')})\\)\\s*:`, 'gu')

/** The reading of one group of the consolidated list. */
export function parseGroup(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const problems: Problem[] = []
  const party = partyBuilder(`uk-ofsi:${raw.key}`, schemaOfKind(record, problems))
  const draft: Draft = { party, problems }
  const old = record.children('name').some(name => /^prime alias$/iu.test(name.peek('type')))
  addNames(draft, record)
  addFacts(draft, record)
  const grounds: string[] = []
  const references: Reference[] = [{ party: party.id, scheme: 'uk', value: `OFSI ${raw.key}`, field: 'Group ID' }]
  for (const leaf of record.takeAll('other')) {
    const { parts, rest } = labelledParts(leaf)
    references.push(...unNumbersIn(leaf, party.id))
    for (const { kind, text } of parts) {
      const part = { field: leaf.field, text }
      if (kind === 'ukRef') references.push(...ukReference(draft, part))
      else if (kind === 'unRef') addNote(draft, leaf, text.replace(/^\S+\s*/u, ''))
      else if (kind === 'reasons') grounds.push(text)
      else if (kind === 'phone') addFact(draft, kind, { ...part, text: text.replace(/\.\s+/gu, '; ') })
      else addFact(draft, kind, { ...part, text: text.replace(/\.$/u, '') })
    }
    addNote(draft, leaf, rest)
  }
  const designations = record.children('listing').map(listing => designationOf(draft, listing, { old, grounds: grounds.join(' ') }))
  return {
    parties: [party.build()],
    designations,
    instruments: [],
    links: [],
    references: [...new Map(references.map(reference => [`${reference.scheme} ${reference.value}`, reference])).values()],
    unread: record.unread(),
    problems: [...party.problems, ...problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

function labelledParts({ text }: Leaf): {
  readonly parts: readonly { readonly kind: string; readonly text: string }[]
  readonly rest: string
} {
  const found = [...text.matchAll(LABEL)]
  const parts = found.map((label, i) => ({
    kind: LABELS[label[1] ?? ''] ?? '',
    text: text.slice(label.index + label[0].length, found[i + 1]?.index).trim(),
  }))
  return { parts: parts.filter(part => part.text !== ''), rest: text.slice(0, found[0]?.index).trim() }
}

// The number of the UK Sanctions List; words after it are a remark.
function ukReference(draft: Draft, { field, text }: Leaf): readonly Reference[] {
  const number = /^[A-Z]{3}\d{4}\b/u.exec(text)?.[0]
  if (!number) {
    draft.problems.push(flag('reference.unreadable', field, text, 'three letters and four digits'))
    return []
  }
  addNote(draft, { field, text }, text.slice(number.length).trim())
  return [{ party: draft.party.id, scheme: 'uk', value: number, field }]
}

function designationOf(
  { party, problems }: Draft,
  listing: Cursor,
  { old, grounds }: { readonly old: boolean; readonly grounds: string },
): Designation {
  const regime = listing.takeLeaf('regime') ?? { field: listing.fieldOf('regime'), text: '' }
  const known = regimeOf(regime.text)
  if (!known) problems.push(flag('programme.unmapped', regime.field, regime.text, 'a regime of regimes.json'))
  const listed = listing.takeLeaf('listedOn')
  const designated = listing.takeLeaf('designated')
  const updated = listing.takeLeaf('updated')
  const day = listed ?? designated
  const [from] = day ? readDates(day.text, 'dmy') : []
  if (day && !from) problems.push(flag('date.unreadable', day.field, day.text, 'a day'))
  const [changed] = updated ? readDates(updated.text, 'dmy') : []
  if (updated && changed) party.addClean('modifiedAt', changed.earliest, updated.text, updated.field)
  party.addClean('program', regime.text || 'UK', regime.text || 'UK', regime.field)
  party.addClean('topics', 'sanction', regime.text || 'UK', regime.field)
  if (known?.terrorism) party.addClean('topics', 'crime.terror', regime.text, regime.field)
  return {
    party: party.id,
    list: known?.list ?? 'gb-ofsi-cons',
    programme: regime.text || 'UK',
    status: 'listed',
    ...(from ? { from } : {}),
    instruments: old ? (known?.before ?? []) : (known?.instruments ?? []),
    confidence: 'read',
    ...(designated ? { note: `designated under the regulations on ${designated.text}` } : {}),
    ...(grounds === '' ? {} : { grounds }),
    field: day?.field ?? regime.field,
  }
}
