/** Types of number in the register, and the property each stands for; others are plain numbers. */
export const NUMBERS: Readonly<Record<string, string>> = {
  'tax:inn': 'innCode',
  'tax:number': 'taxNumber',
  'tax:rnokpp': 'taxNumber',
  'tax:ipn': 'taxNumber',
  'reg:odrn': 'ogrnCode',
  'reg:odrnip': 'ogrnCode',
  'reg:okpo': 'okpoCode',
  'reg:edrpou': 'registrationNumber',
  'reg:reg_snils': 'socialSecurityNumber',
  'reg:reg_uscc_cn': 'uscCode',
  'doc:passport': 'passportNumber',
  'doc:d_passport': 'passportNumber',
  'doc:residence': 'idNumber',
}

/** Attributes by their key in Ukrainian, and what each is; others are kept as remarks. */
export const ATTRIBUTES: readonly (readonly [RegExp, string])[] = [
  [/^дата народження/iu, 'born'],
  [/^місце народження/iu, 'birthPlace'],
  [/^місце (?:проживання|реєстрації|перебування)/iu, 'address'],
  [/^місцезнаходження/iu, 'address'],
  [/^(?:зайнятість|посада)/iu, 'position'],
  [/^(?:колишн\S+ (?:назва|найменування)|попередн\S+ (?:назва|найменування))/iu, 'previousName'],
  [/^(?:IMO|ІМО)/iu, 'imoNumber'],
  [/^інша інформація/iu, 'notes'],
]

/** Ukrainian months in other cases, by their stems, and in the case that dates have. */
export const MONTHS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})січ\p{L}*/iu, 'січня'],
  [/(?<!\p{L})лют\p{L}*/iu, 'лютого'],
  [/(?<!\p{L})берез\p{L}*/iu, 'березня'],
  [/(?<!\p{L})квіт\p{L}*/iu, 'квітня'],
  [/(?<!\p{L})трав\p{L}*/iu, 'травня'],
  [/(?<!\p{L})черв\p{L}*/iu, 'червня'],
  [/(?<!\p{L})лип\p{L}*/iu, 'липня'],
  [/(?<!\p{L})серп\p{L}*/iu, 'серпня'],
  [/(?<!\p{L})верес\p{L}*/iu, 'вересня'],
  [/(?<!\p{L})жовт\p{L}*/iu, 'жовтня'],
  [/(?<!\p{L})листопад\p{L}*/iu, 'листопада'],
  [/(?<!\p{L})груд\p{L}*/iu, 'грудня'],
]

/** Codes of the register's own for occupied areas of Ukraine. */
export const AREAS: ReadonlySet<string> = new Set(['LN', 'DN'])
