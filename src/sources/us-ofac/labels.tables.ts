/** What a labelled value of OFAC means: how it is read, and the property that holds it. */
export type Meaning =
  /** One value, cleaned by the property's type. `company`: only companies have it. */
  | { readonly as: 'value'; readonly property: string; readonly company?: true }
  /** A document with number, issuing country and dates; `property` holds the number on the party itself. */
  | { readonly as: 'document'; readonly property: string; readonly schema?: 'Passport'; readonly company?: true }
  /** A name beside the first: a weak alias, a former or a later name. */
  | { readonly as: 'name'; readonly kind: 'aka' | 'fka' | 'nka' }
  /** Another party, named in words. */
  | { readonly as: 'link'; readonly schema: 'UnknownLink' | 'Ownership'; readonly role: string }
  /** The address of a wallet. */
  | { readonly as: 'wallet' }
  /** A further programme of the party. */
  | { readonly as: 'programme' }
  /** The day a directive or list took the party up; says since when it is on the non-SDN list. */
  | { readonly as: 'listing-day'; readonly note: true }
  /** Words about what the listing means: kept as a note and on the designation. */
  | { readonly as: 'measure' }
  /** Words kept as a note with their label. */
  | { readonly as: 'note' }

const value = (property: string): Meaning => ({ as: 'value', property })
const companyValue = (property: string): Meaning => ({ as: 'value', property, company: true })
const document = (property: string): Meaning => ({ as: 'document', property })
const companyDocument = (property: string): Meaning => ({ as: 'document', property, company: true })
const PASSPORT: Meaning = { as: 'document', property: 'passportNumber', schema: 'Passport' }
const NOTE: Meaning = { as: 'note' }
const MEASURE: Meaning = { as: 'measure' }
const LISTING: Meaning = { as: 'listing-day', note: true }

/** Beginning of every wallet's label; the currency follows. */
export const WALLET_LABEL = 'Digital Currency Address -'

/** Currencies whose wallets OFAC has listed so far, by its own sign. */
export const CURRENCIES = new Set([
  'XBT',
  'BTC',
  'ETH',
  'XMR',
  'LTC',
  'ZEC',
  'DASH',
  'BTG',
  'ETC',
  'BSV',
  'BCH',
  'XVG',
  'USDT',
  'XRP',
  'TRX',
  'USDC',
  'ARB',
  'BSC',
  'BNB',
  'DOGE',
  'SOL',
])

/**
 * Labels of remarks, of `idType` in the standard XML, and of features and documents in the enhanced and advanced XML: one
 * vocabulary. Keys are without a closing colon or dash.
 *
 * @source OFAC's reference values (ENHANCED_XML, referenceValues and featureTypes) and the remarks of SDN.CSV from 2018 on
 */
export const LABELS: Readonly<Record<string, Meaning>> = {
  // Persons
  DOB: value('birthDate'),
  Birthdate: value('birthDate'),
  POB: value('birthPlace'),
  'Place of Birth': value('birthPlace'),
  nationality: value('nationality'),
  'Nationality Country': value('nationality'),
  citizen: value('citizenship'),
  'Citizenship Country': value('citizenship'),
  Gender: value('gender'),
  Title: value('position'),
  Tribe: value('ethnicity'),
  // Names and ties
  'a.k.a.': { as: 'name', kind: 'aka' },
  'f.k.a.': { as: 'name', kind: 'fka' },
  'n.k.a.': { as: 'name', kind: 'nka' },
  'Linked To': { as: 'link', schema: 'UnknownLink', role: 'Linked To' },
  'Vessel Owner': { as: 'link', schema: 'Ownership', role: 'Vessel Owner' },
  'Aircraft Operator': { as: 'link', schema: 'UnknownLink', role: 'Aircraft Operator' },
  // Contact
  Website: value('website'),
  'Email Address': value('email'),
  EMAIL: value('email'),
  'Phone Number': value('phone'),
  Telephone: value('phone'),
  PHONE: value('phone'),
  'Phone No.': value('phone'),
  Fax: value('phone'),
  FAX: value('phone'),
  TELEX: NOTE,
  'Temporary suspension of deportation No.': NOTE,
  TGMS: NOTE,
  Location: value('address'),
  // Organisations
  'Organization Established Date': value('incorporationDate'),
  'Organization Type': value('sector'),
  'Target Type': value('classification'),
  'SWIFT/BIC': value('swiftBic'),
  'D-U-N-S Number': value('dunsCode'),
  'BIK (RU)': companyValue('bikCode'),
  'MICEX Code': companyValue('ticker'),
  'Equity Ticker': companyValue('ticker'),
  ISIN: companyValue('isinCode'),
  'Issuer Name': NOTE,
  'UN/LOCODE': NOTE,
  'Nationality of Registration': value('jurisdiction'),
  'Registration Country': value('jurisdiction'),
  // Ships
  'Vessel Call Sign': value('callSign'),
  'Other Vessel Call Sign': value('callSign'),
  'VESSEL TYPE': value('type'),
  'Other Vessel Type': value('type'),
  'Vessel Flag': value('flag'),
  'Other Vessel Flag': value('flag'),
  'Former Vessel Flag': value('pastFlags'),
  'Vessel Tonnage': value('tonnage'),
  'Vessel Gross Registered Tonnage': value('grossRegisteredTonnage'),
  'Vessel Year of Build': value('buildDate'),
  MMSI: value('mmsi'),
  'Vessel Registration Identification': value('imoNumber'),
  'International Maritime Organization No.': value('imoNumber'),
  // Aircraft
  'Aircraft Construction Number (also called L/N or S/N or F/N)': value('serialNumber'),
  "Aircraft Manufacturer's Serial Number (MSN)": value('serialNumber'),
  'Aircraft Serial Identification': value('serialNumber'),
  'Aircraft Manufacture Date': value('buildDate'),
  'Aircraft Mode S Transponder Code': value('icaoCode'),
  'Aircraft Model': value('model'),
  'Aircraft Tail Number': value('registrationNumber'),
  'Previous Aircraft Tail Number': value('registrationNumber'),
  // Measures
  'Secondary sanctions risk': MEASURE,
  'Additional Sanctions Information': MEASURE,
  'IFCA Determination': MEASURE,
  'CAATSA Section 235 Information': MEASURE,
  'Executive Order 13662 Directive Determination': MEASURE,
  'Executive Order 13846 information': MEASURE,
  'Executive Order 14014 Directive Information': MEASURE,
  'Executive Order 14024 Directive Information': MEASURE,
  'Executive Order 14059 information': MEASURE,
  'PEESA Information': MEASURE,
  'HKAA Section 6 Information': MEASURE,
  'PAIPA Section 2 Information': MEASURE,
  'Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions': MEASURE,
  'For more information, please see': NOTE,
  'Additional Program Tags': { as: 'programme' },
  'Listing Date (CMIC)': LISTING,
  'Listing Date (EO 14014 Directive 1)': LISTING,
  'Listing Date (EO 14024 Directive 1a)': LISTING,
  'Listing Date (EO 14024 Directive 2)': LISTING,
  'Listing Date (EO 14024 Directive 3)': LISTING,
  'Effective Date (CMIC)': MEASURE,
  'Purchase/Sales For Divestment Date (CMIC)': MEASURE,
  'Effective Date (EO 14014 Directive 1)': MEASURE,
  'Effective Date (EO 14024 Directive 1a)': MEASURE,
  'Effective Date (EO 14024 Directive 2)': MEASURE,
  'Effective Date (EO 14024 Directive 3)': MEASURE,
  // Passports and papers of persons
  Passport: PASSPORT,
  'Diplomatic Passport': PASSPORT,
  'British National Overseas Passport': PASSPORT,
  'Stateless Person Passport': PASSPORT,
  'Travel Document Number': document('idNumber'),
  SSN: document('socialSecurityNumber'),
  'National ID No.': document('idNumber'),
  'Cedula No.': document('idNumber'),
  'D.N.I.': document('idNumber'),
  'N.I.E.': document('idNumber'),
  'C.U.R.P.': document('idNumber'),
  'C.U.I.P.': document('idNumber'),
  'C.U.I.': document('idNumber'),
  'C.I.N.': document('idNumber'),
  'I.F.E.': document('idNumber'),
  'LE Number': document('idNumber'),
  "Driver's License No.": document('idNumber'),
  'Bosnian Personal ID No.': document('idNumber'),
  'Credencial electoral': document('idNumber'),
  'Electoral Registry No.': document('idNumber'),
  'Kenyan ID No.': document('idNumber'),
  'Moroccan Personal ID No.': document('idNumber'),
  'Public Security and Immigration No.': document('idNumber'),
  'Immigration No.': document('idNumber'),
  'Identification Number': document('idNumber'),
  'National Foreign ID Number': document('idNumber'),
  'Cartilla de Servicio Militar Nacional': document('idNumber'),
  'Personal ID Card': document('idNumber'),
  VisaNumberID: document('idNumber'),
  'Residency Number': document('idNumber'),
  'CNP (Personal Numerical Code)': document('idNumber'),
  'Romanian Permanent Resident': document('idNumber'),
  'Pilot License Number': document('idNumber'),
  'Turkish Identification Number': document('idNumber'),
  'Turkish Identificiation Number': document('idNumber'),
  'Stateless Person ID Card': document('idNumber'),
  'Refugee ID Card': document('idNumber'),
  'Numero de Identidad': document('idNumber'),
  'Tazkira National ID Card': document('idNumber'),
  "Citizen's Card Number": document('idNumber'),
  'UAE Identification': document('idNumber'),
  'Birth Certificate Number': document('idNumber'),
  "Seafarer's Identification Document": document('idNumber'),
  'Military Registration Number': document('idNumber'),
  'Chinese Commercial Code': document('idNumber'),
  'Serial No.': document('idNumber'),
  'File Number': document('idNumber'),
  // Tax numbers
  'Tax ID No.': document('taxNumber'),
  'R.F.C.': document('taxNumber'),
  RFC: document('taxNumber'),
  'NIT #': document('taxNumber'),
  'US FEIN': document('taxNumber'),
  'RUC #': document('taxNumber'),
  'C.I.F.': document('taxNumber'),
  'RIF #': document('taxNumber'),
  'Italian Fiscal Code': document('taxNumber'),
  'Fiscal Code': document('taxNumber'),
  'C.U.I.T.': document('taxNumber'),
  'Paraguayan tax identification number': document('taxNumber'),
  'Numero Unico de Identificacao Tributaria (NUIT)': document('taxNumber'),
  'Romanian Tax Registration': document('taxNumber'),
  'N.I.F.': document('taxNumber'),
  RTN: document('taxNumber'),
  RSIN: document('taxNumber'),
  'V.A.T. Number': document('vatCode'),
  // Registers
  'Registration ID': document('registrationNumber'),
  'Registration Number': document('registrationNumber'),
  'Registered Charity No.': document('registrationNumber'),
  'Public Registration Number': document('registrationNumber'),
  'Government Gazette Number': document('registrationNumber'),
  'Central Registration System Number': document('registrationNumber'),
  'Organization Code': document('registrationNumber'),
  'Registration Certificate Number (Dubai)': document('registrationNumber'),
  'Trademark number': document('registrationNumber'),
  'Russian State Individual Business Registration Number Pattern (OGRNIP)': document('registrationNumber'),
  'Legal Entity Number': document('leiCode'),
  'Unified Social Credit Code (USCC)': document('uscCode'),
  'United Social Credit Code Certificate (USCCC)': document('uscCode'),
  'Business Registration Document #': companyDocument('registrationNumber'),
  'Business Registration Number': companyDocument('registrationNumber'),
  'Business Number': companyDocument('registrationNumber'),
  'UK Company Number': companyDocument('registrationNumber'),
  'Company Number': companyDocument('registrationNumber'),
  'C.R. No.': companyDocument('registrationNumber'),
  'Commercial Registry Number': companyDocument('registrationNumber'),
  'Certificate of Incorporation Number': companyDocument('registrationNumber'),
  'Matricula Mercantil No': companyDocument('registrationNumber'),
  'Folio Mercantil No.': companyDocument('registrationNumber'),
  'Romanian C.R.': companyDocument('registrationNumber'),
  'Branch Unit Number': companyDocument('registrationNumber'),
  'Enterprise Number': companyDocument('registrationNumber'),
  'Chamber of Commerce Number': companyDocument('registrationNumber'),
  'Economic Register Number (CBLS)': companyDocument('registrationNumber'),
  'Dubai Chamber of Commerce Membership No.': companyDocument('registrationNumber'),
  'Istanbul Chamber of Comm. No.': companyDocument('registrationNumber'),
  'Trade License No.': companyDocument('licenseNumber'),
  License: document('licenseNumber'),
  'Tourism License No.': document('licenseNumber'),
  'SRE Permit No.': document('licenseNumber'),
  'Permit Number': document('licenseNumber'),
  'MSB Registration Number': document('licenseNumber'),
  'Afghan Money Service Provider License Number': document('licenseNumber'),
}

/** Labels that only features of the XML forms use; in remarks these words open a free text. */
export const FEATURE_ONLY = new Set([
  'Birthdate',
  'Place of Birth',
  'Nationality Country',
  'Citizenship Country',
  'Title',
  'Location',
  'VESSEL TYPE',
  'Vessel Call Sign',
  'Vessel Flag',
  'Vessel Owner',
  'Vessel Tonnage',
  'Vessel Gross Registered Tonnage',
])
