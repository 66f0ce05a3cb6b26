import { firstRows, flag, hasHeads, isProblem, lettersOf, note, readCsv, stop, toBody, withHeads } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { ACTS } from './acts.ts'

const SHARED_HEADS =
  'recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,previousName,country,nationality,jurisdiction,birthDate,birthPlace,position,passportNumber,gender,appearance,ethnicity,fatherName,motherName,incorporationDate,legalForm,sector,registrationNumber,taxNumber,idNumber,innCode,ogrnCode,kppCode,okpoCode,leiCode,swiftBic,ticker,imoNumber,mmsi,flag,address,phone,email,website,notes'.split(
    ',',
  )
/** Heads that no other table has together. */
const TELLING_HEADS = ['recordId', 'programKey', 'annex', 'measure', 'weakAlias', 'imoNumber']
const ACT_HEADS = ['celex', ...SHARED_HEADS]
const AMENDMENT_HEADS = ['amendedCelex', 'amendmentCelex', ...SHARED_HEADS]

/** The source of the annexes of one act. */
export const sourceOfAct = (celex: string): string => `eu-oj-${celex.toLowerCase()}`

/** The source of amending acts, whatever act they amend. */
export const AMENDMENTS = 'eu-oj-amendments'

/**
 * What a file of annexes is: those of one consolidated act, or the additions of an amending act. The files carry no day of
 * their own; it stands in their name.
 */
export function recogniseAnnex(head: FileHead): Recognised | undefined {
  const [heads = [], first = []] = firstRows(head.text, 2)
  if (!hasHeads(heads, TELLING_HEADS)) return undefined
  if (hasHeads(heads, AMENDMENT_HEADS.slice(0, 2))) return { source: AMENDMENTS, part: 'main', rendition: 'csv' }
  const celex = first[heads.findIndex(name => lettersOf(name) === 'celex')]?.trim() ?? ''
  return ACTS.has(celex) ? { source: sourceOfAct(celex), part: 'main', rendition: 'csv' } : undefined
}

/**
 * The entries of annexes. An entry's number in its annex is no identity: numbers are given anew when an act is consolidated.
 * The key is the act and annex with the IMO number of a ship, or else the name; where two entries share it, with the birth
 * date, the numbers, the address and the day of listing as far as needed to tell them apart.
 *
 * @param celex the act whose annexes these must be; null for amendments
 */
export async function* readAnnexes(files: readonly SourceFile[], celex: string | null): AsyncGenerator<RawRecord | Problem> {
  const byKey = new Map<string, Cells[]>()
  for (const file of files) {
    for await (const row of withHeads(readCsv(file, { encoding: 'utf-8' }), celex === null ? AMENDMENT_HEADS : ACT_HEADS)) {
      if (isProblem(row)) {
        yield row
        continue
      }
      const cells = plainCells(row.cells)
      const act = cells[celex === null ? 'amendedCelex' : 'celex'] ?? ''
      if (celex === null ? !ACTS.has(act) : act !== celex)
        yield stop('version.not-this-source', celex === null ? 'amendedCelex' : 'celex', act, celex ?? 'an act of acts.json')
      if (!cells['name'] && !cells['imoNumber']) {
        yield stop('record.no-key', `${file.name}:${row.line}`, Object.values(cells).filter(Boolean).join(' | '), 'a name')
        continue
      }
      const key = [act, annexOf(cells), identity(cells)].join('/')
      byKey.set(key, [...(byKey.get(key) ?? []), cells])
    }
  }
  if (byKey.size === 0) yield stop('list.empty', files[0]?.name ?? '', '0 entries', 'entries')
  for (const [key, rows] of byKey) yield* records(key, rows)
}

type Cells = Readonly<Record<string, string>>

// Hard blanks and blanks around a cell are the printer's; line breaks part what a cell holds.
const plainCells = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).map(([head, cell]) => [head, cell.replace(/[^\S\n]+/gu, ' ').trim()]))

/** Columns that tell entries of one name apart, the most telling first. */
const TELLING = ['birthDate', 'idNumber', 'registrationNumber', 'taxNumber', 'passportNumber', 'address', 'startDate', 'reason', 'recordId']

function* records(key: string, rows: readonly Cells[]): Generator<RawRecord | Problem> {
  if (rows.length === 1 && rows[0]) {
    yield { key, body: toBody(filled(rows[0])) }
    return
  }
  const distinct = new Map(rows.map(row => [toBody(filled(row)), row] as const))
  if (distinct.size < rows.length) yield { ...note('record.twice', 'name', rows[0]?.['name'] ?? '', 'one row an entry'), record: key }
  if (distinct.size === 1) {
    for (const body of distinct.keys()) yield { key, body }
    return
  }
  yield { ...flag('record.key-twice', 'name', rows[0]?.['name'] ?? '', 'one entry a name'), record: key }
  const all = [...distinct]
  const column = TELLING.find(name => new Set(all.map(([, row]) => slug(row[name] ?? ''))).size === all.length)
  const inOrder = all.toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [i, [body, row]] of inOrder.entries()) yield { key: `${key}~${column ? slug(row[column] ?? '') : i + 1}`, body }
}

const filled = (row: Cells): Cells => Object.fromEntries(Object.entries(row).filter(([, value]) => value.trim() !== ''))
const annexOf = ({ annex = '' }: Cells) => annex.trim().toLowerCase()

function identity({ imoNumber = '', name = '' }: Cells): string {
  const imo = /\d{7}/.exec(imoNumber)?.[0]
  return imo ? `imo-${imo}` : slug(name)
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 120)
