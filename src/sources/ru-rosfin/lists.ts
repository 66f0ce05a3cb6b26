import type { FileHead, Instant, Recognised } from '../../model/index.ts'
import { readDates, startOfDay } from '../../model/index.ts'

/** A list of the Service: the id of its source. */
export type List = 'ru-rosfin' | 'ru-rosfin-removed' | 'ru-rosfin-un' | 'ru-rosfin-wmd' | 'ru-rosfin-mvk'

/** What each list is on in law, and the programme that its entries are under; of terrorists and extremists the mark decides. */
export const LISTS: Readonly<Record<List, { readonly list: string; readonly programme: string }>> = {
  'ru-rosfin': { list: 'ru-rosfin-terror', programme: 'Экстремист' },
  'ru-rosfin-removed': { list: 'ru-rosfin-terror', programme: 'Экстремист' },
  'ru-rosfin-un': { list: 'ru-rosfin-un', programme: 'Перечень СБ ООН' },
  'ru-rosfin-wmd': { list: 'ru-rosfin-wmd', programme: 'Перечень ОМУ' },
  'ru-rosfin-mvk': { list: 'ru-rosfin-mvk', programme: 'Решения МВК' },
}

/**
 * What a page of the Service or a file of the personal account is, with the day it states. Files of the second form share one
 * root: decisions have a part of their own, the mark of terrorism stands only on the main list, the number of the United
 * Nations without it only on theirs; the list on weapons is told by the name of its file alone.
 */
export function recogniseList(head: FileHead, source: List): Recognised | undefined {
  const found = listOf(head)
  if (found?.source !== source) return undefined
  const day = found.day === undefined ? undefined : instantOf(found.day)
  return { source, part: 'main', rendition: found.rendition, ...(day === undefined ? {} : { published: day }) }
}

type Found = { readonly source: List; readonly rendition: string; readonly day: string | undefined }

function listOf({ text, name }: FileHead): Found | undefined {
  if (/<Перечень[\s>]/u.test(text)) {
    const day = /<ДатаПеречня>([^<]+)</u.exec(text)?.[1]
    if (/<СписокАктуальныхРешений/u.test(text)) return { source: 'ru-rosfin-mvk', rendition: 'xml-mvk', day }
    if (!/<АктуальныйПеречень/u.test(text)) return undefined
    const marked = /<Террорист>/u.test(text)
    const source =
      !marked && /<УНС>/u.test(text) ? 'ru-rosfin-un' : !marked && /ОМУ|ОМП|omu|wmd/iu.test(name) ? 'ru-rosfin-wmd' : 'ru-rosfin'
    return { source, rendition: 'xml-2', day }
  }
  if (/<TERRORISTS_CATALOG\b/i.test(text))
    return { source: 'ru-rosfin', rendition: 'xml-1', day: /<TERRORISTS_CATALOG\b[^>]*\bDATE="([^"]+)"/i.exec(text)?.[1] }
  const day = /Дата последнего изменения перечня:\s*([\d.]+)/u.exec(text)?.[1]
  if (/оружия\s+массового\s+уничтожения/iu.test(text) && /<table\b/i.test(text) && /Идентификатор|ООН/u.test(text))
    return { source: 'ru-rosfin-wmd', rendition: 'html', day }
  if (!/terrorist-list/.test(text)) return undefined
  if (/id="russian(?:UL|FL)"/.test(text) && /действующие/iu.test(text)) return { source: 'ru-rosfin', rendition: 'html', day }
  if (/id="russian(?:UL|FL)"/.test(text) && /исключ[её]нные/iu.test(text)) return { source: 'ru-rosfin-removed', rendition: 'html', day }
  if (/id="foreign(?:UL|FL)"/.test(text) && /Совета Безопасности ООН/iu.test(text))
    return { source: 'ru-rosfin-un', rendition: 'html', day }
  return undefined
}

function instantOf(day: string): Instant | undefined {
  const [date] = readDates(day, 'dmy')
  return date && startOfDay(date.earliest)
}
