import { cleanIdentifier } from './clean/index.ts'
import { openProperties } from './ftm.ts'
import { isListNumber } from './list-number.ts'

/** What a person types into a form or keeps in a table, without knowing the model. */
export type PlainQuery = {
  readonly names: readonly string[]
  /** A schema, or Thing where it is not known what is looked for. */
  readonly schema: string
  readonly birthDates?: readonly string[]
  readonly countries?: readonly string[]
  readonly genders?: readonly string[]
  /** Numbers of any kind: passports, registrations, IMO numbers, wallet addresses. */
  readonly ids?: readonly string[]
}

/** A query in the words of the model. */
export type ModelQuery = { readonly schema: string; readonly properties: Readonly<Record<string, readonly string[]>> }

/** Properties that hold a number, by what they are. */
const NUMBERS: readonly string[] = [
  'idNumber',
  'passportNumber',
  'registrationNumber',
  'taxNumber',
  'imoNumber',
  'mmsi',
  'leiCode',
  'innCode',
  'ogrnCode',
  'swiftBic',
  'isin',
  'publicKey',
]

const WALLET = /^(0x[0-9a-f]{40}|(bc|tb|ltc)1[a-z0-9]{20,80}|[13LTDXrA4][1-9A-HJ-NP-Za-km-z]{25,95})$/i

// A number of one word behind the word that says what it is: "IMO 9074729", "passport no. AB123456".
const LABELLED = /^(?:imo[\s.:#-]*|(?:mmsi|lei|inn|ogrn|isin|passport|id)(?:\s+(?:no|nr|number))?[\s.:#-]+)(?=\S*\d)(\S{5,})$/iu

/**
 * A query of the model from plain fields. A number goes to every property that it can be a number of, since the caller need not
 * know which, and one that was typed for a name is no name; what is said of no schema follows from the fields, for a thing has no
 * birth date and no number.
 */
export function plainQuery(plain: PlainQuery): ModelQuery {
  const [names, typed] = [plain.names.filter(n => !isNumber(n)), plain.names.filter(isNumber)]
  const ids = [
    ...(plain.ids ?? []),
    ...typed.map(n => n.trim().replace(LABELLED, (all, number: string) => (/^imo/i.test(all) ? `IMO ${number}` : number))),
  ]
  const schema = plain.schema === 'Thing' ? schemaFor({ ...plain, ids }) : plain.schema
  const known = openProperties(schema)
  const properties: Record<string, readonly string[]> = {
    name: names,
    birthDate: plain.birthDates ?? [],
    country: plain.countries ?? [],
    gender: plain.genders ?? [],
  }
  for (const name of NUMBERS) {
    const property = known.get(name)
    if (property) properties[name] = ids.filter(id => cleanIdentifier(property, id) !== undefined)
  }
  const given = Object.entries(properties).map(([name, values]) => [name, values.filter(v => v.trim() !== '')] as const)
  return { schema, properties: Object.fromEntries(given.filter(([, values]) => values.length > 0)) }
}

// What nobody is called: a number that says what it is, a wallet address, an entry's number on a list, a number with check digits.
function isNumber(text: string): boolean {
  const number = text.trim()
  return (
    WALLET.test(number) ||
    isListNumber(number) ||
    LABELLED.test(number) ||
    CHECKED.some(name => cleanIdentifier({ name }, number) !== undefined)
  )
}

const CHECKED = ['imoNumber', 'leiCode', 'isin', 'innCode', 'ogrnCode']

// Seven digits may be an IMO number, a passport or a register's number: only "IMO" before them says which.
function schemaFor({ birthDates = [], genders = [], ids = [] }: PlainQuery): string {
  if ([...birthDates, ...genders].some(v => v.trim() !== '')) return 'Person'
  const numbers = ids.map(id => id.trim()).filter(id => id !== '')
  if (numbers.length === 0) return 'Thing'
  if (numbers.every(id => WALLET.test(id))) return 'CryptoWallet'
  const isImo = (id: string) => cleanIdentifier({ name: 'imoNumber' }, id) !== undefined
  if (numbers.every(id => isImo(id) && /^imo/i.test(id))) return 'Vessel'
  return numbers.some(isImo) ? 'Thing' : 'LegalEntity'
}

/** Whether that says anything that somebody could be found by; nothing found for signs and blanks would read as if they had been looked for. */
export const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
