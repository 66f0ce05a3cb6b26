import { cleanIdentifier } from './clean/index.ts'
import { schemaOf } from './ftm.ts'

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

/**
 * A query of the model from plain fields. A number goes to every property that it can be a number of, since the caller need not
 * know which; what is said of no schema follows from the fields, for a thing has no birth date and no number.
 */
export function plainQuery(plain: PlainQuery): ModelQuery {
  const schema = plain.schema === 'Thing' ? schemaFor(plain) : plain.schema
  const known = schemaOf(schema)?.properties
  const properties: Record<string, readonly string[]> = {
    name: plain.names,
    birthDate: plain.birthDates ?? [],
    country: plain.countries ?? [],
    gender: plain.genders ?? [],
  }
  for (const name of NUMBERS) {
    const property = known?.get(name)
    if (property) properties[name] = (plain.ids ?? []).filter(id => cleanIdentifier(property, id) !== undefined)
  }
  const given = Object.entries(properties).map(([name, values]) => [name, values.filter(v => v.trim() !== '')] as const)
  return { schema, properties: Object.fromEntries(given.filter(([, values]) => values.length > 0)) }
}

function schemaFor({ birthDates = [], genders = [], ids = [] }: PlainQuery): string {
  if ([...birthDates, ...genders].some(v => v.trim() !== '')) return 'Person'
  const numbers = ids.map(id => id.trim()).filter(id => id !== '')
  if (numbers.length === 0) return 'Thing'
  if (numbers.every(id => WALLET.test(id))) return 'CryptoWallet'
  if (numbers.every(id => cleanIdentifier({ name: 'imoNumber' }, id) !== undefined)) return 'Vessel'
  return 'LegalEntity'
}
