/** Elements of an entry in the form of 1.1 with their attributes and children; whatever else a file holds keeps it out. */
export const FORM: Readonly<Record<string, readonly string[]>> = {
  sanctionEntity:
    '@designationDate @designationDetails @unitedNationId @euReferenceNumber @logicalId remark regulation subjectType nameAlias citizenship birthdate identification address'.split(
      ' ',
    ),
  regulation:
    '@regulationType @organisationType @publicationDate @entryIntoForceDate @numberTitle @programme @logicalId publicationUrl'.split(' '),
  publicationUrl: [],
  subjectType: ['@code', '@classificationCode'],
  nameAlias:
    '@firstName @middleName @lastName @wholeName @function @gender @title @nameLanguage @strong @regulationLanguage @logicalId remark regulationSummary'.split(
      ' ',
    ),
  citizenship: '@region @countryIso2Code @countryDescription @regulationLanguage @logicalId remark regulationSummary'.split(' '),
  birthdate:
    '@circa @calendarType @city @zipCode @birthdate @dayOfMonth @monthOfYear @year @yearRangeFrom @yearRangeTo @region @place @countryIso2Code @countryDescription @regulationLanguage @logicalId remark regulationSummary'.split(
      ' ',
    ),
  identification:
    '@diplomatic @knownExpired @knownFalse @reportedLost @revokedByIssuer @issuedBy @issueDate @validFrom @validTo @latinNumber @nameOnDocument @number @region @identificationTypeCode @identificationTypeDescription @countryIso2Code @countryDescription @regulationLanguage @logicalId remark regulationSummary'.split(
      ' ',
    ),
  address:
    '@city @street @poBox @zipCode @region @place @asAtListingTime @countryIso2Code @countryDescription @regulationLanguage @logicalId remark contactInfo regulationSummary'.split(
      ' ',
    ),
  contactInfo: ['@key', '@value'],
  regulationSummary: '@regulationType @organisationType @publicationDate @entryIntoForceDate @numberTitle @programme @publicationUrl'.split(
    ' ',
  ),
  remark: [],
}

const REGULATION = [
  ['Regulation_Type', '@regulationType'],
  ['Regulation_OrganisationType', '@organisationType'],
  ['Regulation_PublicationDate', '@publicationDate'],
  ['Regulation_EntryIntoForceDate', '@entryIntoForceDate'],
  ['Regulation_NumberTitle', '@numberTitle'],
  ['Regulation_Programme', '@programme'],
] as const

/** Columns of the CSV file by block, with the attribute of the XML form that each stands for. */
export const COLUMNS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  NameAlias: [
    ['LastName', '@lastName'],
    ['FirstName', '@firstName'],
    ['MiddleName', '@middleName'],
    ['WholeName', '@wholeName'],
    ['NameLanguage', '@nameLanguage'],
    ['Gender', '@gender'],
    ['Title', '@title'],
    ['Function', '@function'],
  ],
  Address: [
    ['City', '@city'],
    ['Street', '@street'],
    ['PoBox', '@poBox'],
    ['ZipCode', '@zipCode'],
    ['Region', '@region'],
    ['Place', '@place'],
    ['AsAtListingTime', '@asAtListingTime'],
    ['CountryIso2Code', '@countryIso2Code'],
    ['CountryDescription', '@countryDescription'],
  ],
  BirthDate: [
    ['BirthDate', '@birthdate'],
    ['Day', '@dayOfMonth'],
    ['Month', '@monthOfYear'],
    ['Year', '@year'],
    ['YearRangeFrom', '@yearRangeFrom'],
    ['YearRangeTo', '@yearRangeTo'],
    ['Circa', '@circa'],
    ['CalendarType', '@calendarType'],
    ['ZipCode', '@zipCode'],
    ['Region', '@region'],
    ['Place', '@place'],
    ['City', '@city'],
    ['CountryIso2Code', '@countryIso2Code'],
    ['CountryDescription', '@countryDescription'],
  ],
  Identification: [
    ['Number', '@number'],
    ['Diplomatic', '@diplomatic'],
    ['KnownExpired', '@knownExpired'],
    ['KnownFalse', '@knownFalse'],
    ['ReportedLost', '@reportedLost'],
    ['RevokedByIssuer', '@revokedByIssuer'],
    ['IssuedBy', '@issuedBy'],
    ['IssuedDate', '@issueDate'],
    ['ValidFrom', '@validFrom'],
    ['ValidTo', '@validTo'],
    ['LatinNumber', '@latinNumber'],
    ['NameOnDocument', '@nameOnDocument'],
    ['TypeCode', '@identificationTypeCode'],
    ['TypeDescription', '@identificationTypeDescription'],
    ['Region', '@region'],
    ['CountryIso2Code', '@countryIso2Code'],
    ['CountryDescription', '@countryDescription'],
  ],
  Citizenship: [
    ['Region', '@region'],
    ['CountryIso2Code', '@countryIso2Code'],
    ['CountryDescription', '@countryDescription'],
  ],
}

/** Columns that every block closes with. */
const BLOCK_END = ['LogicalId', 'RegulationLanguage', 'Remark', ...REGULATION.map(([head]) => head), 'Regulation_PublicationUrl']

/** Columns of an act beside its address. */
export const ACT_COLUMNS = REGULATION

const ENTITY =
  'fileGenerationDate Entity_LogicalId Entity_EU_ReferenceNumber Entity_UnitedNationId Entity_DesignationDate Entity_DesignationDetails Entity_Remark Entity_SubjectType Entity_SubjectType_ClassificationCode'.split(
    ' ',
  )

/** Every head of the CSV file in no order. */
export const HEADS: readonly string[] = [
  ...ENTITY,
  ...REGULATION.map(([head]) => `Entity_${head}`),
  'Entity_Regulation_PublicationUrl',
  ...Object.entries(COLUMNS).flatMap(([block, columns]) =>
    [...columns.map(([head]) => head), ...BLOCK_END].map(head => `${block}_${head}`),
  ),
  'Address_ContactInfo',
]
