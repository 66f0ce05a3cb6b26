import type { Leaf } from '../../intake/index.ts'
import { nameParts, type PartyBuilder } from '../../model/index.ts'

const LANGUAGES: Readonly<Record<string, string>> = {
  russian: 'ru',
  belarusian: 'be',
  belarussian: 'be',
  ukrainian: 'uk',
  arabic: 'ar',
  persian: 'fa',
  farsi: 'fa',
  spanish: 'es',
  burmese: 'my',
  hebrew: 'he',
  chinese: 'zh',
}
const LABEL = new RegExp(`\\b(${Object.keys(LANGUAGES).join('|')})\\s*:\\s*`, 'giu')
/** What follows a comma and belongs to the name before it: `Air Bagan Holdings Co., Ltd.` */
const BEHIND = /,\s*(?!\s|(?:Ltd|Limited|Inc|LLC|L\.L\.C|Co|Corp|Pte|PJSC|JSC|OJSC|OAO|S\.?A|GmbH|FZE|FZC|FZ-LLC|Jr|Sr)\b)/u

/**
 * Adds aliases: names parted by commas or semicolons, under a label for their language where there is one. `or` and a slash part
 * names where whole ones stand on both sides; between spellings of one word they stay.
 */
export function addAliases(party: PartyBuilder, { text, field }: Leaf): void {
  for (const { lang, names } of byLanguage(text)) {
    for (const listed of names.split(/;\s*/u).flatMap(part => part.split(BEHIND))) {
      for (const name of alternatives(listed))
        for (const part of nameParts(name))
          party.add(
            part.as === 'nickname' ? 'weakAlias' : part.as === 'former' ? 'previousName' : 'alias',
            part.text,
            field,
            lang ? { lang } : {},
          )
    }
  }
}

function byLanguage(text: string): readonly { readonly lang: string | undefined; readonly names: string }[] {
  const labels = [...text.matchAll(LABEL)]
  const first = { lang: undefined, names: text.slice(0, labels[0]?.index) }
  const rest = labels.map((label, i) => ({
    lang: LANGUAGES[(label[1] ?? '').toLowerCase()],
    names: text.slice(label.index + label[0].length, labels[i + 1]?.index),
  }))
  return [first, ...rest]
    .map(({ lang, names }) => ({ lang, names: names.replace(/^[\s,;]+|[\s,;]+$/gu, '') }))
    .filter(({ names }) => names !== '')
}

function alternatives(text: string): readonly string[] {
  const parts = text
    .split(/\s+or\s+|\s*\/\s*/u)
    .map(part => part.trim())
    .filter(Boolean)
  return parts.length > 1 && parts.every(part => part.includes(' ')) ? parts : [text.trim()].filter(Boolean)
}
