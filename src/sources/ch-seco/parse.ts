import { Cursor, flag } from '../../intake/index.ts'
import { type Link, type Problem, partyBuilder, type RawRecord, type Reading, type Reference } from '../../model/index.ts'
import { addNote, type Draft } from '../printed/fill.ts'
import { isUnNumber, unNumbersIn } from '../un-sc/quoted.ts'
import { referenceKey } from '../un-sc/read.ts'
import { addIdentity } from './identities.ts'
import { designationsOf } from './listing.ts'
import { addProse } from './prose.ts'

/** The reading of one target. What `added` and `removed` repeat of it is history, which versions tell. */
export function parseTarget(raw: RawRecord): Reading {
  const record = new Cursor(raw.body)
  const problems: Problem[] = []
  const [kind, subject] =
    (['individual', 'entity', 'object'] as const).flatMap(name => record.children(name).map(child => [name, child] as const))[0] ?? []
  const party = partyBuilder(`ch-seco:${raw.key}`, schemaOf(kind, subject, problems))
  const draft: Draft = { party, problems }
  const links: Link[] = []
  const grounds: string[] = []
  const quoted: Reference[] = []
  if (subject) {
    const sex = subject.takeLeaf('@sex')
    if (sex) party.add('gender', sex.text, sex.field)
    const identities = subject
      .children('identity')
      .toSorted((a, b) => (a.peek('@main') === 'true' ? 0 : 1) - (b.peek('@main') === 'true' ? 0 : 1))
    for (const identity of identities) addIdentity(draft, identity)
    for (const leaf of subject.takeAll('justification')) grounds.push(leaf.text)
    for (const leaf of subject.takeAll('other-information')) {
      addProse(draft, leaf)
      quoted.push(...unNumbersIn(leaf, party.id))
    }
    for (const relation of subject.children('relation')) links.push(linkOf(party.id, relation))
  }
  const designations = designationsOf(party.id, record, grounds.join(' '), problems)
  for (const { designation, terrorism } of designations) {
    const { programme, status, field } = designation
    party.addClean('program', programme, programme, field)
    if (status !== 'listed') continue
    party.addClean('topics', 'sanction', programme, field)
    if (terrorism) party.addClean('topics', 'crime.terror', programme, field)
  }
  const references = [...referencesOf(draft, record), ...quoted]
  skipForm(record)
  return {
    parties: [party.build()],
    designations: designations.map(({ designation }) => designation),
    instruments: [],
    links,
    references,
    unread: record.unread(),
    problems: [...party.problems, ...problems].map(problem => ({ ...problem, record: raw.key })),
  }
}

// Numbers of the publisher's own system say nothing of a party.
function skipForm(record: Cursor): void {
  record.skip('@ssid')
  for (const kind of ['individual', 'entity', 'object']) {
    for (const path of [
      'identity',
      'justification',
      'other-information',
      'relation',
      'identity/name',
      'identity/day-month-year',
      'identity/nationality',
      'identity/place-of-birth',
      'identity/address',
      'identity/identification-document',
    ]) {
      record.skip(`${kind}/${path}/@ssid`)
      record.skip(`${kind}/${path}/@place-id`)
      record.skip(`${kind}/${path}/place/@ssid`)
    }
  }
}

function schemaOf(kind: string | undefined, subject: Cursor | undefined, problems: Problem[]): string {
  if (kind === 'individual') return 'Person'
  if (kind === 'entity') return 'Organization'
  const type = subject?.takeLeaf('@object-type')
  if (type?.text === 'vessel') return 'Vessel'
  if (type?.text === 'aircraft') return 'Airplane'
  problems.push(flag('schema.unknown', type?.field ?? 'target', type?.text ?? kind ?? '', 'individual, entity, vessel or aircraft'))
  return 'LegalEntity'
}

function linkOf(from: string, relation: Cursor): Link {
  const type = relation.takeLeaf('@relation-type') ?? { field: relation.fieldOf('@relation-type'), text: 'related-to' }
  const remark = relation.takeLeaf('remark') ?? type
  return {
    schema: 'UnknownLink',
    from,
    to: `ch-seco:${relation.take('@target-id')}`,
    statements: [{ property: 'role', value: remark.text, text: remark.text, field: remark.field }],
  }
}

const EU = /^EU\.\d+\.\d+$/u

function referencesOf(draft: Draft, record: Cursor): readonly Reference[] {
  return record.takeAll('foreign-identifier').flatMap((leaf): readonly Reference[] => {
    const text = leaf.text.trim()
    const party = draft.party.id
    if (isUnNumber(text)) return [{ party, scheme: 'un', value: referenceKey(text), field: leaf.field }]
    if (EU.test(text)) return [{ party, scheme: 'eu', value: text, field: leaf.field }]
    addNote(draft, leaf, text, 'Identifier of another list')
    return []
  })
}
