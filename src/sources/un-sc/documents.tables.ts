/** Kinds of document by the words that name them, the most telling first; whatever else is an identity document. */
export const DOCUMENTS: readonly (readonly [RegExp, 'passportNumber' | 'idNumber' | 'socialSecurityNumber' | 'taxNumber'])[] = [
  [/social\s+security|\bSSN\b/iu, 'socialSecurityNumber'],
  [/fiscal\s+code|tax(?:payer)?\b|codice\s+fiscale/iu, 'taxNumber'],
  [
    /driv(?:er|ing)|licen[cs]e|ration\s+card|birth\s+certificate|identity|identification|identit|tazkira|national\s+number|card/iu,
    'idNumber',
  ],
  [/passp|pasaporte|passeport|laissez-passer|travel\s+document|reiseausweis/iu, 'passportNumber'],
]
