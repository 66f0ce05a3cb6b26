import { Cursor, flag, isProblem, type Leaf, lettersOf } from '../../intake/index.ts'
import {
  type Link,
  type PartialDate,
  type Problem,
  partyBuilder,
  type RawRecord,
  type Reading,
  type Reference,
  readDates,
  type SourceFile,
} from '../../model/index.ts'
import { born, citizen, fillFrom, place, type Rule, remark, values } from '../rows/fill.ts'
import { itemsIn } from '../rows/items.ts'
import { designate, readingOf } from '../rows/reading.ts'
import { type Keyed, uniqueRecords } from '../rows/records.ts'
import { type SheetForm, sheetRecords } from '../rows/sheet-records.ts'
import programmes from './programmes.json' with { type: 'json' }

const both = (head: string, name: string): Readonly<Record<string, string>> => ({
  [`${head}hebrew`]: name,
  [`${head}english`]: name,
  [head]: name,
})
const COLUMNS: Readonly<Record<string, string>> = {
  internalseqid: 'number',
  linkedtointernalseqid: 'linked',
  ...both('nameofindividual', 'name'),
  nameofindividualarabic: 'name',
  ...both('organizationname', 'name'),
  ...Object.fromEntries(
    [2, 3, 4, 5, 6].flatMap(n => ['', 'hebrew', 'english', 'arabic'].map(lang => [`organizationname${n}${lang}`, 'alias'])),
  ),
  dobddmmyyyy: 'birthDate',
  nationalityresidency: 'nationality',
  individualid: 'papers',
  designation: 'role',
  designationtype: 'type',
  ...both('designatedby', 'by'),
  ...both('designationjustification', 'grounds'),
  dateofdesignationinisrael: 'designated',
  dateofdesignationinisraelddmmyyyy: 'designated',
  dateoftemporarydesignationddmmyyyy: 'temporary',
  dateofpermanentdesignationddmmyyyy: 'designated',
  dateofpermenantdesignationddmmyyyy: 'designated',
  datedesignationinwestbankddmmyyyy: 'westBank',
  foreigndesignation: 'foreign',
  foreigndesignationid: 'foreignNumber',
  seqnuminothercountries: 'foreignNumber',
  ...both('designatedbyabroad', 'abroad'),
  dateofforeigndesignationdateddmmyyyy: 'foreignDate',
  dateofforeigndesignationddmmyyyy: 'foreignDate',
  datedesignatedinothercountriesddmmyyyy: 'foreignDate',
  corporationid: 'registration',
  ...both('corporationtype', 'legalForm'),
  ...both('locationofformation', 'seat'),
  dateofcorporationddmmyyyy: 'founded',
  ...both('street', 'street'),
  ...both('cityvillage', 'city'),
  ...both('country', 'country'),
  telephone: 'phone',
  website: 'website',
  email: 'email',
  keyoperatives: 'operatives',
  publicrecordsreferences: 'information',
  additionalinformation: 'information',
  ...both('comments', 'information'),
}
/** A head without its language, number and form of date. */
const bare = (letters: string) => letters.replace(/ddmmyyyy|hebrew|english|arabic|\d/g, '')
const BARE: ReadonlyMap<string, string> = new Map(
  Object.entries(COLUMNS)
    .map(([head, name]) => [bare(head), name] as const)
    .toReversed(),
)
/** `="---"` and the like stand for no value. */
const NOTHING = /^(?:=?"?[-/\s]*"?)$/
/** "Cancelled on": stands in the cell of the date; the row stays. */
const CANCELLED = /בוטל(?:ה)?\s*ביום\s*([\d./-]+)/u

/** Parties under the number that the Bureau gives them. */
export async function* readDesignated(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  yield* uniqueRecords(rows(files))
}

const FORM: SheetForm = {
  columns: COLUMNS,
  isHead: cells => cells.some(cell => lettersOf(cell) === 'internalseqid'),
  unnamed: 'phone',
  otherColumn: letters => BARE.get(bare(letters)),
}

async function* rows(files: readonly SourceFile[]): AsyncGenerator<Keyed | Problem> {
  for (const file of files) {
    for await (const item of sheetRecords(file, FORM)) {
      if (isProblem(item)) {
        yield item
        continue
      }
      const { number = '', ...cells } = item.cells
      const kept = Object.entries(cells).flatMap(([name, text]) => {
        const lines = text.split('\n').filter(line => !NOTHING.test(line))
        return lines.length > 0 ? [[name, lines.join('\n')] as const] : []
      })
      if (number !== '' || kept.length > 0) yield { key: number.replace(/\D/g, ''), value: Object.fromEntries(kept), field: item.field }
    }
  }
}

// `1: OMAR 2: SPECIMEN` are the parts of one name; further names stand on lines of their own or after semicolons.
const names =
  (property: 'name' | 'alias'): Rule =>
  (party, { text, field }) => {
    for (const line of text.split('\n')) {
      const joined = line.replace(/\s*\d+:\s*/g, ' ').trim()
      for (const name of joined.split(/;\s*/)) party.add(property, name, field)
    }
  }

const lines = (text: string) => text.split('\n').map(line => line.replace(/^•\s*/u, ''))
const RULES: Readonly<Record<string, Rule>> = {
  name: names('name'),
  alias: names('alias'),
  birthDate: born('dmy'),
  founded: born('dmy'),
  nationality: citizen,
  country: citizen,
  role: remark('Designation'),
  by: remark('Designated by'),
  grounds: remark('Justification'),
  foreign: remark('Designated abroad'),
  abroad: remark('Designated abroad by'),
  foreignDate: remark('Designated abroad on'),
  westBank: remark('Designated in the West Bank on'),
  registration: values('registrationNumber'),
  legalForm: values('legalForm', lines),
  seat: place(false),
  street: values('address', lines),
  city: values('address', lines),
  phone: values('phone', lines),
  website: values('website', lines),
  email: values('email', lines),
  operatives: remark('Key operatives'),
  information: remark(),
}

/** The reading of one party; a designation cancelled in the cell of its date has ended. */
export function parseDesignated(raw: RawRecord, source: string): Reading {
  const record = new Cursor(raw.body)
  const party = partyBuilder(`${source}:${raw.key}`, source.endsWith('persons') ? 'Person' : 'Organization')
  const problems: Problem[] = [...fillFrom(party, record, RULES)]
  const papers = record.takeLeaf('papers')
  if (papers) addPapers(papers, text => party.add('idNumber', text, papers.field), problems)
  const [temporary, permanent] = [dayIn(record.takeLeaf('temporary'), problems), dayIn(record.takeLeaf('designated'), problems)]
  const from = [temporary.from, permanent.from].filter(date => date !== undefined).sort((a, b) => (a.earliest < b.earliest ? -1 : 1))[0]
  const to = permanent.to ?? temporary.to
  const type = source.endsWith('persons') ? 'Designated individuals' : record.take('type')
  const { designation, problems: unknown } = designate(party, [programmes, type || 'Terror organization', 'il-nbctf'], {
    field: 'designated',
    status: to ? 'delisted' : 'listed',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  })
  const links = record
    .takeAll('linked')
    .flatMap(({ text, field }) => text.split(/;\s*/).map((number): Link => link([party.id, `${source}:${number.trim()}`], text, field)))
  return readingOf(raw.key, record, [party], {
    designations: [designation],
    links,
    references: referencesOf(party.id, record),
    problems: [...problems, ...unknown],
  })
}

const link = ([from, to]: readonly [string, string], text: string, field: string): Link => ({
  schema: 'UnknownLink',
  from,
  to,
  statements: [{ property: 'role', value: 'Linked', text, field }],
})

function addPapers({ text, field }: Leaf, add: (number: string) => void, problems: Problem[]): void {
  for (const item of itemsIn(text.replace(/id number:\s*/gi, ''))) {
    if (/\d/.test(item)) add(item)
    else problems.push(flag('identifier.unreadable', field, item, 'a number'))
  }
}

function dayIn(leaf: Leaf | undefined, problems: Problem[]): { readonly from?: PartialDate; readonly to?: PartialDate } {
  if (!leaf) return {}
  const cancelled = CANCELLED.exec(leaf.text)
  const plain = leaf.text.replace(CANCELLED, '').trim()
  const [from] = plain === '' ? [] : readDates(plain, 'dmy')
  const [to] = cancelled?.[1] ? readDates(cancelled[1], 'dmy') : []
  if ((plain !== '' && !from) || (cancelled && !to)) problems.push(flag('date.unreadable', leaf.field, leaf.text, 'dd/mm/yyyy'))
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

// The number of a designation abroad: `QDi.999` is one of the United Nations.
const referencesOf = (party: string, record: Cursor): readonly Reference[] =>
  record
    .takeAll('foreignNumber')
    .flatMap(({ text, field }) =>
      [...text.matchAll(/\b[A-Z]{2}[ie]\.\d{3}\b/g)].map(([value]) => ({ party, scheme: 'un' as const, value, field })),
    )
