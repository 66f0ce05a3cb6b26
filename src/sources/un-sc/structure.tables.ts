const ADDRESS = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE']
const ALIAS = ['QUALITY', 'ALIAS_NAME', 'DATE_OF_BIRTH', 'CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH', 'NOTE']
const DOCUMENT = [
  'TYPE_OF_DOCUMENT',
  'TYPE_OF_DOCUMENT2',
  'NUMBER',
  'COUNTRY_OF_ISSUE',
  'ISSUING_COUNTRY',
  'CITY_OF_ISSUE',
  'DATE_OF_ISSUE',
  'NOTE',
]

/** Every element of an entry and what it may contain. Whatever else a file holds is reported and keeps it from coming into force. */
export const STRUCTURE: Readonly<Record<string, readonly string[]>> = {
  DATAID: [],
  VERSIONNUM: [],
  FIRST_NAME: [],
  SECOND_NAME: [],
  THIRD_NAME: [],
  FOURTH_NAME: [],
  UN_LIST_TYPE: [],
  REFERENCE_NUMBER: [],
  LISTED_ON: [],
  SUBMITTED_ON: [],
  SUBMITTED_BY: [],
  GENDER: [],
  NAME_ORIGINAL_SCRIPT: [],
  COMMENTS1: [],
  NATIONALITY2: [],
  TITLE: ['VALUE'],
  DESIGNATION: ['VALUE'],
  NATIONALITY: ['VALUE'],
  LIST_TYPE: ['VALUE'],
  LAST_DAY_UPDATED: ['VALUE'],
  INDIVIDUAL_ALIAS: ALIAS,
  INDIVIDUAL_ADDRESS: ADDRESS,
  INDIVIDUAL_DATE_OF_BIRTH: ['TYPE_OF_DATE', 'DATE', 'YEAR', 'FROM_YEAR', 'TO_YEAR', 'NOTE'],
  INDIVIDUAL_PLACE_OF_BIRTH: ADDRESS,
  INDIVIDUAL_DOCUMENT: DOCUMENT,
  ENTITY_ALIAS: ALIAS,
  ENTITY_ADDRESS: ADDRESS,
  SORT_KEY: [],
  SORT_KEY_LAST_MOD: [],
  // Marks of the publisher's own system, seen in one file of 2024.
  ADDRESS: [],
  PASSPORT: [],
  GOODQUALITY: [],
}

/** Elements around the entries. */
export const OUTER: ReadonlySet<string> = new Set(['CONSOLIDATED_LIST', 'CONSOLIDATED_LIST/INDIVIDUALS', 'CONSOLIDATED_LIST/ENTITIES'])
