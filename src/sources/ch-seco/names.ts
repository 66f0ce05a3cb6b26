import { type Cursor, flag, type Leaf } from '../../intake/index.ts'
import { type Draft, fits } from '../printed/fill.ts'
import { LANGUAGES } from './languages.tables.ts'

/** Parts of a name with the property each is besides standing in the whole. */
const PARTS: Readonly<Record<string, string | null>> = {
  'given-name': 'firstName',
  'further-given-name': 'middleName',
  'father-name': 'fatherName',
  'grand-father-name': 'middleName',
  'family-name': 'lastName',
  'tribal-name': null,
  suffix: 'nameSuffix',
  'whole-name': null,
  other: null,
  'maiden-name': null,
  title: null,
}

type Part = {
  readonly order: number
  readonly type: string
  readonly value: Leaf
  readonly variants: readonly (Leaf & { readonly lang: string; readonly script: string })[]
}
type Kind = 'name' | 'alias' | 'weakAlias' | 'previousName'

/**
 * Adds the names of an identity. A spelling variant takes the place of its part alone: whole names of one language and script
 * are put together part by part, the plain value standing where a part has no variant.
 */
export function addNames(draft: Draft, identity: Cursor, main: boolean): void {
  const plainFirst = (name: Cursor) => (/^(?:eng)?$/u.test(name.peek('@lang')) ? 0 : 1)
  const inOrder = identity
    .children('name')
    .toSorted((a, b) => plainFirst(a) - plainFirst(b) || Number(a.peek('@ssid')) - Number(b.peek('@ssid')))
  for (const name of inOrder) {
    const kind = kindOf(draft, name, main)
    const lang = LANGUAGES[name.take('@lang')]
    const parts = partsOf(draft, name)
    addWhole(draft, { kind, parts: parts.map(part => ({ ...part, text: part.value.text })), lang })
    const further: Kind = kind === 'name' ? 'alias' : kind
    for (const [key, group] of Map.groupBy(
      parts.flatMap(part => part.variants),
      variant => `${variant.lang} ${variant.script}`,
    )) {
      const longest = Math.max(...parts.map(part => part.variants.filter(v => group.includes(v)).length))
      for (let i = 0; i < longest; i++) {
        const spelt = parts.map(part => {
          const own = part.variants.filter(variant => group.includes(variant))
          return { ...part, text: (own[i] ?? own[0] ?? part.value).text }
        })
        addWhole(draft, { kind: further, parts: spelt, lang: LANGUAGES[key.split(' ')[0] ?? ''] })
      }
    }
    if (kind === 'weakAlias') continue
    for (const { type, value } of parts) {
      const property = PARTS[type]
      if (property && fits(draft.party, property)) draft.party.add(property, value.text, value.field)
    }
  }
}

function kindOf(draft: Draft, name: Cursor, main: boolean): Kind {
  const type = name.take('@name-type')
  const quality = name.take('@quality')
  if (!['', 'good', 'low'].includes(quality))
    draft.problems.push(flag('alias.quality-unknown', name.fieldOf('@quality'), quality, 'good or low'))
  if (type === 'formerly-known-as') return 'previousName'
  if (type === 'primary-name' && main) return 'name'
  if (!['primary-name', 'alias'].includes(type))
    draft.problems.push(flag('name.type-unknown', name.fieldOf('@name-type'), type, 'a known type of name'))
  return quality === 'low' ? 'weakAlias' : 'alias'
}

function partsOf(draft: Draft, name: Cursor): readonly Part[] {
  return name
    .children('name-part')
    .flatMap(part => {
      const type = part.take('@name-part-type')
      if (!Object.hasOwn(PARTS, type))
        draft.problems.push(flag('name.part-unknown', part.fieldOf('@name-part-type'), type, 'a known part of a name'))
      const order = Number(part.take('@order')) || 0
      const variants = part.children('spelling-variant').flatMap(variant => {
        const leaf = variant.takeLeaf()
        variant.take('@spelling-variant-type')
        const [lang, script] = [variant.take('@lang'), variant.take('@script')]
        return leaf ? [{ ...leaf, lang, script }] : []
      })
      const value = part.takeLeaf('value')
      return value ? [{ order, type, value, variants }] : []
    })
    .toSorted((a, b) => a.order - b.order)
}

type Whole = { readonly kind: Kind; readonly parts: readonly (Part & { readonly text: string })[]; readonly lang: string | undefined }

// A title is no part of the name; a maiden name makes another name in place of the surname.
function addWhole({ party }: Draft, { kind, parts, lang }: Whole): void {
  const [first] = parts
  if (!first) return
  const options = lang ? { lang } : {}
  const whole = (without: readonly string[]) =>
    parts
      .filter(part => !without.includes(part.type))
      .map(part => part.text)
      .join(' ')
  party.add(kind, whole(['title', 'maiden-name']), first.value.field, options)
  if (parts.some(part => part.type === 'maiden-name'))
    party.add(kind === 'name' ? 'alias' : kind, whole(['title', 'family-name']), first.value.field, options)
  for (const title of parts.filter(part => part.type === 'title'))
    if (fits(party, 'title')) party.add('title', title.text, title.value.field, options)
}
