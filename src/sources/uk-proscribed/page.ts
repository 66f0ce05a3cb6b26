import type { CheerioAPI } from 'cheerio'
import { stop } from '../../intake/index.ts'
import type { Problem } from '../../model/index.ts'

/** A group as the page on gov.uk tells of it. */
export type PageGroup = { readonly name: string; readonly day: string; readonly text: string; readonly removed: boolean }

/**
 * The groups of the page: a heading `Name (ABBR) - Proscribed March 2001` with the text below it, or a row of a table. Below the
 * heading on deproscribed organisations stand those that were removed.
 */
export function pageGroups($: CheerioAPI): { readonly groups: readonly PageGroup[]; readonly problems: readonly Problem[] } {
  const groups: PageGroup[] = []
  let removed = false
  const body = $('.govspeak').first()
  for (const element of body.children().toArray()) {
    const text = tidy($(element).text())
    if (element.tagName === 'h2') removed = /deproscribed|de-proscribed|removed/iu.test(text)
    else if (element.tagName === 'h3') {
      const heading = /^(.+?)\s*[-–—]\s*(?:proscribed|removed)\s+(.+)$/iu.exec(text)
      groups.push({ name: heading?.[1] ?? text, day: heading?.[2] ?? '', text: '', removed })
    } else if (element.tagName === 'table') {
      for (const row of $(element).find('tbody tr').toArray()) {
        const [name = '', day = '', ...rest] = $(row)
          .find('td, th')
          .toArray()
          .map(cell => tidy($(cell).text()))
        if (name !== '') groups.push({ name, day: day.replace(/^(?:proscribed|removed)\s+/iu, ''), text: rest.join(' '), removed })
      }
    } else if (element.tagName === 'p' && groups.length > 0) {
      const last = groups.pop()
      if (last) groups.push({ ...last, text: [last.text, text].filter(Boolean).join(' ') })
    }
  }
  return { groups, problems: groups.length === 0 ? [stop('html.form-unknown', '.govspeak', '0 groups', 'headings or rows of groups')] : [] }
}

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim()
