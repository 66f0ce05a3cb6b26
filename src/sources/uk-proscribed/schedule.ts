import type { CheerioAPI } from 'cheerio'
import { stop } from '../../intake/index.ts'
import type { Problem } from '../../model/index.ts'

/** An item of the schedule: its words without marks of amendment, and the note on how it came in. */
export type ScheduleItem = { readonly text: string; readonly inserted?: string }

/**
 * The items of Schedule 2. Marks of footnotes and the brackets around amendments are no words of the law; a repealed item is a
 * row of dots. A footnote tells when an item came in only where the amendment holds the whole item.
 */
export function scheduleItems($: CheerioAPI): { readonly items: readonly ScheduleItem[]; readonly problems: readonly Problem[] } {
  const lists = $('.LegUnorderedList')
  if (lists.length !== 1)
    return { items: [], problems: [stop('html.form-unknown', '.LegUnorderedList', `${lists.length} lists`, 'one list')] }
  const items = lists
    .find('.LegListTextStandard')
    .toArray()
    .flatMap((element): readonly ScheduleItem[] => {
      const item = $(element).clone()
      const notes = item
        .find('.LegCommentaryLink')
        .toArray()
        .flatMap(link => noteOf($, $(link).attr('href') ?? ''))
      item.find('.LegCommentaryLink, .LegChangeDelimiter, .LegTextRepeal').remove()
      const text = tidy(item.text())
      if (text === '' || /^[.\s]+$/u.test(text)) return []
      const whole = item
        .find('.LegAddition')
        .toArray()
        .map(part => tidy($(part).text()))
      const inserted = whole.length === 1 && whole[0] === text ? notes.find(note => /\b(?:inserted|added)\b/iu.test(note)) : undefined
      return [inserted === undefined ? { text } : { text, inserted }]
    })
  return { items, problems: [] }
}

function noteOf($: CheerioAPI, href: string): readonly string[] {
  const id = href.startsWith('#') ? href.slice(1) : ''
  if (!/^[\w-]+$/.test(id)) return []
  return [tidy($(`[id="${id}"]`).text())].filter(text => text !== '')
}

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim()
