import { type Body, isProblem, readCsv, withHeads } from '../../intake/index.ts'
import type { Problem, SourceFile } from '../../model/index.ts'
import { ACT_COLUMNS, COLUMNS, HEADS } from './form.tables.ts'
import type { Entry } from './read.ts'

const NAMES: Readonly<Record<string, string>> = {
  NameAlias: 'nameAlias',
  Address: 'address',
  BirthDate: 'birthdate',
  Identification: 'identification',
  Citizenship: 'citizenship',
}

type Cells = Readonly<Record<string, string>>
type Draft = { readonly entity: Record<string, Body>; readonly blocks: Map<string, Map<string, Body>> }

/**
 * The entries of the CSV form as those of the XML form. An entry stands on several rows; each block of a row is kept under its
 * own logical id, so that it makes no difference how many blocks a row carries.
 */
export async function* readCsvEntries(file: SourceFile): AsyncGenerator<Entry | Problem> {
  const entries = new Map<string, Draft>()
  for await (const row of withHeads(readCsv(file, { delimiter: ';', encoding: 'utf-8' }), HEADS)) {
    if (isProblem(row)) {
      yield row
      continue
    }
    const { cells } = row
    const key = [cells['Entity_LogicalId'], cells['Entity_Regulation_Programme']].join('/')
    const draft = entries.get(key) ?? { entity: entityOf(cells), blocks: new Map() }
    entries.set(key, draft)
    for (const block of Object.keys(NAMES)) addBlock(draft, block, cells)
  }
  for (const [key, { entity, blocks }] of entries) {
    const children = [...blocks].map(([name, bodies]) => [name, inOrder([...bodies.values()])] as const)
    yield { key: key.slice(0, key.indexOf('/')), body: { ...entity, ...Object.fromEntries(children) } }
  }
}

const inOrder = (bodies: readonly Body[]) =>
  bodies
    .map(body => [JSON.stringify(body), body] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, body]) => body)

// The columns of the kind of subject stand the other way round than their names say.
function entityOf(cells: Cells): Record<string, Body> {
  const kinds = [cells['Entity_SubjectType'] ?? '', cells['Entity_SubjectType_ClassificationCode'] ?? '']
  return filled({
    '@logicalId': cells['Entity_LogicalId'] ?? '',
    '@euReferenceNumber': cells['Entity_EU_ReferenceNumber'] ?? '',
    '@unitedNationId': cells['Entity_UnitedNationId'] ?? '',
    '@designationDate': cells['Entity_DesignationDate'] ?? '',
    '@designationDetails': cells['Entity_DesignationDetails'] ?? '',
    remark: brackets(cells['Entity_Remark'] ?? ''),
    subjectType: [
      filled({ '@classificationCode': kinds.find(kind => kind.length === 1) ?? '', '@code': kinds.find(kind => kind.length > 1) ?? '' }),
    ],
    regulation: [
      {
        ...act(cells, 'Entity_'),
        ...filled({
          publicationUrl: (cells['Entity_Regulation_PublicationUrl'] ?? '') === '' ? [] : [cells['Entity_Regulation_PublicationUrl'] ?? ''],
        }),
      },
    ],
  })
}

function addBlock({ blocks }: Draft, block: string, cells: Cells): void {
  const at = (head: string) => cells[`${block}_${head}`] ?? ''
  const facts = filled(Object.fromEntries((COLUMNS[block] ?? []).map(([head, attribute]) => [attribute, at(head)])))
  if (Object.keys(facts).length === 0 && at('LogicalId') === '') return
  const body = {
    ...facts,
    ...filled({
      '@logicalId': at('LogicalId'),
      '@regulationLanguage': at('RegulationLanguage'),
      remark: brackets(at('Remark')),
      contactInfo: block === 'Address' ? contacts(at('ContactInfo')) : [],
      regulationSummary: [{ ...act(cells, `${block}_`), ...filled({ '@publicationUrl': at('Regulation_PublicationUrl') }) }],
    }),
  }
  const name = NAMES[block] ?? block
  const known = blocks.get(name) ?? new Map<string, Body>()
  blocks.set(name, known.set(at('LogicalId') || JSON.stringify(body), body))
}

const act = (cells: Cells, prefix: string) =>
  filled(Object.fromEntries(ACT_COLUMNS.map(([head, attribute]) => [attribute, cells[prefix + head] ?? ''])))

function filled(body: Readonly<Record<string, Body>>): Record<string, Body> {
  const out: Record<string, Body> = {}
  for (const [key, value] of Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (typeof value === 'string' ? value.trim() !== '' : Object.keys(value).length > 0)
      out[key] = typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : value
  }
  return out
}

// Several remarks stand in a row of round brackets.
function brackets(text: string): readonly string[] {
  const plain = text.trim()
  if (!/^\(.*\)$/su.test(plain)) return plain === '' ? [] : [plain]
  return plain
    .slice(1, -1)
    .split(/\)\s*\((?![^()]*\)\))/u)
    .map(part => part.replace(/\s+/gu, ' ').trim())
    .filter(part => part !== '')
    .sort()
}

// `PHONE+7 495 000 00 00EMAILinfo@example.orgWEBwww.example.org`
function contacts(text: string): readonly Body[] {
  return inOrder(
    [...text.matchAll(/(PHONE|EMAIL|FAX|WEB)(.*?)(?=PHONE|EMAIL|FAX|WEB|$)/gsu)].map(([, key = '', value = '']) =>
      filled({ '@key': key, '@value': value }),
    ),
  )
}
