import type { Body, XmlElement } from '../../intake/index.ts'
import type { Entry } from './read.ts'

const OWN = ['@Id', '@Entity_id', '@legal_basis', '@reg_date', '@pdf_link', '@programme']

/** Elements of the form 1.0 with their attributes and children. */
export const OLD_FORM: Readonly<Record<string, readonly string[]>> = {
  ENTITY: [
    '@Id',
    '@Type',
    '@legal_basis',
    '@reg_date',
    '@pdf_link',
    '@programme',
    '@remark',
    'NAME',
    'BIRTH',
    'PASSPORT',
    'CITIZEN',
    'ADDRESS',
  ],
  NAME: [...OWN, 'LASTNAME', 'FIRSTNAME', 'MIDDLENAME', 'WHOLENAME', 'GENDER', 'TITLE', 'FUNCTION', 'LANGUAGE'],
  BIRTH: [...OWN, 'DATE', 'PLACE', 'COUNTRY'],
  PASSPORT: [...OWN, 'NUMBER', 'COUNTRY'],
  CITIZEN: [...OWN, 'COUNTRY'],
  ADDRESS: [...OWN, 'NUMBER', 'STREET', 'ZIPCODE', 'CITY', 'COUNTRY', 'OTHER'],
  ...Object.fromEntries(
    'LASTNAME FIRSTNAME MIDDLENAME WHOLENAME GENDER TITLE FUNCTION LANGUAGE DATE PLACE COUNTRY NUMBER STREET ZIPCODE CITY OTHER'
      .split(' ')
      .map(name => [name, []]),
  ),
}

/**
 * An entry of the form 1.0 as one of 1.1, so that the same facts read the same. A passport's number has its type and a
 * remark behind it: `AD000001 (passport-National passport) ((passport))`.
 */
export function* entryOfOldForm(entity: XmlElement): Generator<Entry> {
  const { Id = '', Type = '', remark = '' } = entity.attributes
  const each = (name: string, of: (child: XmlElement) => Body): readonly Body[] =>
    entity.children
      .filter(child => child.name === name)
      .map(child => withoutEmpty({ ...(of(child) as object), '@logicalId': child.attributes['Id'] ?? '', regulationSummary: [act(child)] }))
  yield {
    key: Id.trim(),
    body: withoutEmpty({
      '@logicalId': Id,
      remark: remark.trim() === '' ? [] : [remark],
      regulation: [{ ...act(entity), '@programme': entity.attributes['programme'] ?? '' }],
      subjectType: [{ '@classificationCode': Type, '@code': Type === 'P' ? 'person' : Type === 'E' ? 'enterprise' : Type }],
      nameAlias: each('NAME', nameOf),
      birthdate: each('BIRTH', birthOf),
      identification: each('PASSPORT', passportOf),
      citizenship: each('CITIZEN', child => ({ '@countryIso2Code': textAt(child, 'COUNTRY') })),
      address: each('ADDRESS', addressOf),
    }),
  }
}

const textAt = (element: XmlElement, name: string) => element.children.find(child => child.name === name)?.text ?? ''

const act = ({ attributes }: XmlElement) =>
  withoutEmpty({
    '@numberTitle': attributes['legal_basis'] ?? '',
    '@publicationDate': attributes['reg_date'] ?? '',
    '@publicationUrl': attributes['pdf_link'] ?? '',
  }) as Readonly<Record<string, Body>>

const nameOf = (child: XmlElement): Body => ({
  '@firstName': textAt(child, 'FIRSTNAME'),
  '@middleName': textAt(child, 'MIDDLENAME'),
  '@lastName': textAt(child, 'LASTNAME'),
  '@wholeName': textAt(child, 'WHOLENAME'),
  '@gender': textAt(child, 'GENDER'),
  '@title': textAt(child, 'TITLE'),
  '@function': textAt(child, 'FUNCTION'),
  '@nameLanguage': textAt(child, 'LANGUAGE'),
})

const birthOf = (child: XmlElement): Body => ({
  '@birthdate': textAt(child, 'DATE'),
  '@city': textAt(child, 'PLACE'),
  '@countryIso2Code': textAt(child, 'COUNTRY'),
})

function passportOf(child: XmlElement): Body {
  const text = textAt(child, 'NUMBER')
  const found = /^(.*?)\s*\(([a-zA-Z]+)-([^()]*)\)\s*(.*)$/su.exec(text)
  return {
    '@number': found?.[1] ?? text,
    '@identificationTypeCode': found?.[2] ?? '',
    '@identificationTypeDescription': found?.[3] ?? '',
    remark: found?.[4] ? [found[4]] : [],
    '@countryIso2Code': textAt(child, 'COUNTRY'),
  }
}

const addressOf = (child: XmlElement): Body => ({
  '@street': [textAt(child, 'NUMBER'), textAt(child, 'STREET')].filter(Boolean).join(' '),
  '@zipCode': textAt(child, 'ZIPCODE'),
  '@city': textAt(child, 'CITY'),
  '@countryIso2Code': textAt(child, 'COUNTRY'),
  remark: textAt(child, 'OTHER') === '' ? [] : [textAt(child, 'OTHER')],
})

function withoutEmpty(body: Readonly<Record<string, Body>>): Body {
  const out: Record<string, Body> = {}
  for (const [key, value] of Object.entries(body)) {
    if (typeof value === 'string' ? value.trim() !== '' : Object.keys(value).length > 0)
      out[key] = typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : value
  }
  return out
}
