/** What each element may contain, by name. An element that is missing here may contain nothing. */
export type Structure = Readonly<Record<string, readonly string[]>>

const entry = (...more: readonly string[]) => ['uid', ...more]

/** The entries of `sdn.xml` and `consolidated.xml`. */
export const STANDARD: Structure = {
  sdnEntry: [
    'uid',
    'firstName',
    'lastName',
    'title',
    'sdnType',
    'remarks',
    'programList',
    'idList',
    'akaList',
    'addressList',
    'nationalityList',
    'citizenshipList',
    'dateOfBirthList',
    'placeOfBirthList',
    'vesselInfo',
  ],
  programList: ['program'],
  idList: ['id'],
  id: entry('idType', 'idNumber', 'idCountry', 'issueDate', 'expirationDate'),
  akaList: ['aka'],
  aka: entry('type', 'category', 'lastName', 'firstName'),
  addressList: ['address'],
  address: entry('address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country'),
  nationalityList: ['nationality'],
  nationality: entry('country', 'mainEntry'),
  citizenshipList: ['citizenship'],
  citizenship: entry('country', 'mainEntry'),
  dateOfBirthList: ['dateOfBirthItem'],
  dateOfBirthItem: entry('dateOfBirth', 'mainEntry'),
  placeOfBirthList: ['placeOfBirthItem'],
  placeOfBirthItem: entry('placeOfBirth', 'mainEntry'),
  vesselInfo: ['callSign', 'vesselType', 'vesselFlag', 'vesselOwner', 'tonnage', 'grossRegisteredTonnage'],
}

const PERIOD = ['fromDateBegin', 'fromDateEnd', 'toDateBegin', 'toDateEnd', 'isApproximate', 'isDateRange']

/** The parties of the enhanced XML. */
export const ENHANCED: Structure = {
  entity: [
    'generalInfo',
    'sanctionsLists',
    'sanctionsPrograms',
    'sanctionsTypes',
    'legalAuthorities',
    'names',
    'addresses',
    'features',
    'identityDocuments',
    'relationships',
  ],
  generalInfo: ['identityId', 'entityType', 'title', 'remarks'],
  sanctionsLists: ['sanctionsList'],
  sanctionsPrograms: ['sanctionsProgram'],
  sanctionsTypes: ['sanctionsType'],
  legalAuthorities: ['legalAuthority'],
  names: ['name'],
  name: ['isPrimary', 'aliasType', 'isLowQuality', 'translations'],
  translations: ['translation'],
  translation: ['isPrimary', 'script', 'formattedFirstName', 'formattedLastName', 'formattedFullName', 'nameParts', 'addressParts'],
  nameParts: ['namePart'],
  namePart: ['type', 'value'],
  addresses: ['address'],
  address: ['country', 'translations'],
  addressParts: ['addressPart'],
  addressPart: ['type', 'value'],
  features: ['feature'],
  feature: ['type', 'versionId', 'value', 'valueDate', 'valueRefId', 'isPrimary', 'reliability'],
  valueDate: PERIOD,
  identityDocuments: ['identityDocument'],
  identityDocument: [
    'type',
    'name',
    'documentNumber',
    'isValid',
    'issuingCountry',
    'issuingLocation',
    'issueDate',
    'expirationDate',
    'idFeatures',
  ],
  issueDate: PERIOD,
  expirationDate: PERIOD,
  idFeatures: ['idFeature'],
  relationships: ['relationship'],
  relationship: ['type', 'relatedEntity', 'quality'],
}

const POINT = ['Year', 'Month', 'Day']
const BOUND = ['From', 'To']

/**
 * The parts of the advanced XML that parties are made of.
 *
 * @source the publisher's schema of ADVANCED_XML
 */
export const ADVANCED: Structure = {
  DistinctParty: ['Comment', 'Profile'],
  Profile: ['Identity', 'Feature', 'SanctionsEntryReference', 'ExternalReference'],
  Identity: ['Alias', 'NamePartGroups'],
  Alias: ['DocumentedName'],
  DocumentedName: ['DocumentedNamePart'],
  DocumentedNamePart: ['NamePartValue'],
  NamePartGroups: ['MasterNamePartGroup'],
  MasterNamePartGroup: ['NamePartGroup'],
  Feature: ['FeatureVersion', 'IdentityReference'],
  FeatureVersion: ['Comment', 'DatePeriod', 'VersionDetail', 'VersionLocation'],
  ExternalReference: ['SubLink'],
  DatePeriod: ['Comment', 'Start', 'End', 'DurationMinimum', 'DurationMaximum'],
  Start: BOUND,
  End: BOUND,
  From: POINT,
  To: POINT,
  Date: POINT,
  Location: ['LocationAreaCode', 'LocationCountry', 'LocationPart', 'FeatureVersionReference', 'IDRegDocumentReference'],
  LocationPart: ['LocationPartValue'],
  LocationPartValue: ['Comment', 'Value'],
  IDRegDocument: ['Comment', 'IDRegistrationNo', 'IssuingAuthority', 'DocumentDate', 'DocumentedNameReference'],
  DocumentDate: ['DatePeriod'],
  ProfileRelationship: ['Comment', 'DatePeriod'],
  SanctionsEntry: ['Comment', 'LimitationsToListing', 'EntryEvent', 'SanctionsMeasure', 'SupportingInfo'],
  EntryEvent: ['Comment', 'Date'],
  SanctionsMeasure: ['Comment', 'DatePeriod'],
}
