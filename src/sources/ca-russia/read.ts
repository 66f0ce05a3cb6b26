import { flag, isProblem, stop, toBody, type XmlElement } from '../../intake/index.ts'
import type { Problem, RawRecord, SourceFile } from '../../model/index.ts'
import { childOf, inForceSince, insertedOn, lawId, plain, readBlocks, within } from '../justice-laws/read.ts'

/** Titles of schedules and of their parts that name parties. */
const PERSONS = /^individuals\b/iu
const BODIES = /^entities\b/iu
const PARTIES = /^(?:persons|individuals|entities)\b/iu
const THINGS = /\b(?:goods|services|technolog\w+)\b/iu
const SHIP_HEADS = ['Item', 'IMO number', 'Vessel name', 'Type', 'Build date']

/**
 * The parties of the schedules: persons and entities as items of lists, ships as rows of a table. Schedules of goods and
 * services hold items too, within their tables; they are no parties. Provisions not in force stand in a schedule of their own,
 * which is left out.
 */
export async function* readRussia(files: readonly SourceFile[]): AsyncGenerator<RawRecord | Problem> {
  let count = 0
  for (const file of files) {
    for await (const block of readBlocks(file)) {
      if (isProblem(block)) {
        yield block
        continue
      }
      if (block.name !== 'Schedule' || block.attributes['id'] === 'RelatedProvs') continue
      for (const item of partiesOf(block)) {
        yield item
        if (!isProblem(item)) count++
      }
    }
  }
  if (count === 0) yield stop('list.empty', 'Schedule', '0 parties', 'thousands of parties')
}

function* partiesOf(schedule: XmlElement): Generator<RawRecord | Problem> {
  const heading = childOf(schedule, 'ScheduleFormHeading')
  const title = heading ? plain(childOf(heading, 'TitleText')) : ''
  const label = heading ? plain(childOf(heading, 'Label')) : ''
  let part = ''
  let named = title
  for (const child of schedule.children) {
    if (child.name === 'Heading') {
      part = plain(childOf(child, 'Label'))
      named = plain(childOf(child, 'TitleText'))
    }
    if (child.name !== 'List' || THINGS.test(named)) continue
    if (!PARTIES.test(title)) yield stop('schedule.unknown', label, title || named, 'a schedule of persons, entities or goods')
    const kind = kindOf(named)
    if (kind === '') yield flag('schema.unknown', `${label} ${part}`, title, 'individuals or entities')
    for (const item of within(child, 'Item'))
      yield* recordOf(item, { frame: child, schedule: [label, part].filter(Boolean).join(', '), kind })
  }
  for (const table of within(schedule, 'table')) if (plain(childOf(table, 'title')) === 'Ships') yield* shipsOf(table, label)
}

const kindOf = (title: string) => (PERSONS.test(title) ? 'individual' : BODIES.test(title) ? 'entity' : '')

type Place = { readonly frame: XmlElement; readonly schedule: string; readonly kind: string }

function* recordOf(item: XmlElement, { frame, schedule, kind }: Place): Generator<RawRecord | Problem> {
  if (within(item, 'Repealed').length > 0) return
  const text = plain(childOf(item, 'Text'))
  if (lawId(item) === '') yield stop('record.no-key', schedule, text, 'lims:fid')
  else
    yield {
      key: lawId(item),
      body: toBody({
        kind,
        schedule,
        item: plain(childOf(item, 'Label')),
        text,
        since: inForceSince(item),
        inserted: insertedOn(item, frame),
      }),
    }
}

function* shipsOf(table: XmlElement, schedule: string): Generator<RawRecord | Problem> {
  const [head] = within(table, 'thead').flatMap(thead => within(thead, 'row'))
  const heads = head ? within(head, 'entry').map(plain) : []
  if (heads.join('|') !== SHIP_HEADS.join('|')) {
    yield stop('table.head-unknown', schedule, heads.join(' | '), SHIP_HEADS.join(' | '))
    return
  }
  for (const body of within(table, 'tbody')) {
    for (const row of within(body, 'row')) {
      if (within(row, 'Repealed').length > 0) continue
      const [item = '', imo = '', name = '', type = '', built = ''] = within(row, 'entry').map(plain)
      const number = /^\d{7}$/u.exec(imo)?.[0]
      if (!number) yield stop('record.no-key', `${schedule}, item ${item}`, [imo, name].join(' '), 'an IMO number')
      else
        yield {
          key: `imo-${number}`,
          body: toBody({
            kind: 'ship',
            schedule,
            item,
            text: name,
            imo,
            type,
            built,
            since: inForceSince(row),
            inserted: insertedOn(row, body),
          }),
        }
    }
  }
}
