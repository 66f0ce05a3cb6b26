import { flag, isProblem, readHtml, stop, toBody } from '../../intake/index.ts'
import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { type PageGroup, pageGroups } from './page.ts'
import { type ScheduleItem, scheduleItems } from './schedule.ts'

/**
 * What a page is: Schedule 2 to the Terrorism Act 2000 as legislation.gov.uk prints it, or the account of proscribed groups on
 * gov.uk. Neither states a day for the whole list.
 */
export function recogniseProscribed(head: FileHead): Recognised | undefined {
  const { text } = head
  if (!/<html\b|<!doctype html/i.test(text)) return undefined
  if (/class="[^"]*\bLeg\w+/.test(text) && /Proscribed Organi[sz]ations/i.test(text))
    return { source: 'uk-proscribed', part: 'schedule', rendition: 'html' }
  if (/class="[^"]*\bgovspeak\b/.test(text) && /proscribed[^<]{0,40}terrorist groups/i.test(text))
    return { source: 'uk-proscribed', part: 'page', rendition: 'html' }
  return undefined
}

/**
 * The organisations of Schedule 2 under their names, with what the page on gov.uk tells of them; organisations that the page
 * tells were removed are records of their own. A group of the page that the schedule does not name is told and is none: the
 * schedule is the law.
 */
export async function* readProscribed(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  let items: readonly ScheduleItem[] | undefined
  let groups: readonly PageGroup[] = []
  for (const file of files) {
    const page = await readHtml(file)
    if (isProblem(page)) {
      yield page
      return
    }
    const found = file.part === 'page' ? pageGroups(page) : scheduleItems(page)
    for (const problem of found.problems) yield problem
    if ('items' in found) items = found.items
    else groups = found.groups
  }
  if (!items) {
    yield stop('part.missing', 'files', files.map(file => file.part).join(), 'schedule')
    return
  }
  if (items.length === 0) yield stop('list.empty', 'Schedule 2', '0 items', 'about 100 items')
  yield* records(items, groups)
}

function* records(items: readonly ScheduleItem[], groups: readonly PageGroup[]): Generator<RawRecord | Problem> {
  const told = new Map(groups.filter(group => !group.removed).map(group => [keyOf(group.name), group]))
  const seen = new Set<string>()
  for (const item of items) {
    const key = keyOf(item.text)
    if (key === '') yield stop('record.no-key', 'Schedule 2', item.text, 'a name')
    else if (seen.size === seen.add(key).size)
      yield { ...flag('record.key-twice', 'Schedule 2', item.text, 'one item a name'), record: key }
    else yield { key, body: toBody({ ...item, page: told.get(key) }) }
    told.delete(key)
  }
  for (const group of told.values()) yield flag('parts.differ', 'page', group.name, 'an organisation of Schedule 2')
  for (const group of groups.filter(({ removed }) => removed)) {
    const key = `removed/${keyOf(group.name)}`
    if (seen.size < seen.add(key).size) yield { key, body: toBody({ page: group }) }
  }
}

// An organisation is known by its name without what follows it in brackets or after a comma.
const keyOf = (text: string) =>
  text
    .replace(/^the\s+/iu, '')
    .replace(/\s*[([].*$|,\s*including\b.*$/isu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
