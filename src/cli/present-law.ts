import { styleText } from 'node:util'
import type { EventView, InstrumentAnswer, ListedAnswer, MatrixAnswer } from '../questions/index.ts'
import { statusWord } from './present-listings.ts'
import { table } from './table.ts'

/** The status of a party with an authority on a day, with the act, the boundaries and the proof. */
export function presentListed(answer: ListedAnswer, on: string): string {
  const lines = [`${answer.party} on ${on}: ${statusWord(answer.status)}${answer.list ? ` on ${answer.list}` : ''}`]
  if (answer.noEntryBy) lines.push(`  ${lastRead(answer.noEntryBy)}`)
  if (answer.instrument) lines.push(`  under ${answer.instrument}`)
  const { from, to } = answer.boundary
  if (from || to) lines.push(`  since ${from ?? 'a day not known'}${to ? `, until ${to}` : ''}`)
  if (answer.confidence) lines.push(`  evidence: ${answer.confidence}${answer.disputed ? ', disputed' : ''}`)
  for (const e of answer.evidence)
    lines.push(`    ${e.version}, record ${e.record}, ${e.field}${e.citations.length > 0 ? ` (${e.citations.join(', ')})` : ''}`)
  for (const { note } of answer.disagreement) lines.push(`  otherwise: ${note}`)
  if (answer.exemptions.length > 0) lines.push(`  exemptions to look at: ${answer.exemptions.join(', ')}`)
  if (answer.others.length > 0) {
    lines.push('  other lists of the authority:')
    for (const o of answer.others)
      lines.push(
        `    ${o.list}: ${statusWord(o.status)}${o.noEntryBy ? `; ${lastRead(o.noEntryBy)}` : ''}${o.boundary.from ? ` since ${o.boundary.from}` : ''}${o.boundary.to ? ` until ${o.boundary.to}` : ''}`,
      )
  }
  return lines.join('\n')
}

const lastRead = (day: string) => `no entry when last read, on ${day}`

/** A party's story, one line an event, oldest first. */
export function presentHistory(caption: string, events: readonly EventView[]): string {
  if (events.length === 0) return `${caption}: nothing is recorded.`
  const rows = events.map(e => [e.after ? `by ${e.day}` : e.day, e.kind, e.title, e.instruments.join(', ') || '–', marksOf(e)])
  return `${styleText('bold', caption)}\n${table(['Day', 'Event', 'What', 'Under', 'Evidence'], rows)}`
}

const marksOf = (event: EventView) => `${event.confidence}${event.evidence[0] ? ` ${event.evidence[0].version}` : ''}`

/** Who lists whom on a day. */
export function presentMatrix(answer: MatrixAnswer): string {
  const heads = [`On ${answer.on}`, ...answer.authorities.map(a => a.id)]
  const rows = answer.parties.map((party, i) => [
    party.caption,
    ...(answer.cells[i] ?? []).map(
      c =>
        `${c.noEntryBy ? `None by ${c.noEntryBy.slice(0, 7)}` : statusWord(c.status)}${c.disputed ? '*' : ''}${c.confidence === 'recalled' ? '°' : ''}`,
    ),
  ])
  return `${table(heads, rows)}\n${styleText('dim', '* disputed  ° recalled, not read. Unknown is never no; "None by": no entry when last read, unknown since.')}`
}

/** An instrument with what it acts on and what acts on it. */
export function presentInstrument(answer: InstrumentAnswer, on: string): string {
  const lines = [
    `${styleText('bold', answer.title)}${answer.number ? `  ${answer.number}` : ''}`,
    `  ${answer.id}, ${answer.type}, issued ${answer.issued} by ${answer.issuedBy}${answer.effective ? `, effective ${answer.effective}` : ''}`,
    `  in force on ${on}: ${answer.inForce === null ? 'not known' : answer.inForce ? 'yes' : 'no'}; evidence: ${answer.confidence}`,
  ]
  if (answer.note) lines.push(`  ${answer.note}`)
  const part = (title: string, direct: readonly string[], all: readonly string[]) => {
    if (direct.length === 0 && all.length === 0) return
    lines.push(`  ${title}:`)
    for (const id of direct) lines.push(`    ${lineOf(answer, id)}`)
    for (const id of all.filter(a => !direct.includes(a))) lines.push(styleText('dim', `      ${lineOf(answer, id)}`))
  }
  part('implements', answer.implements, answer.allImplements)
  part('implemented by', answer.implementedBy, answer.allImplementedBy)
  part('amends', answer.amends, answer.allAmends)
  part('amended by', answer.amendedBy, answer.allAmendedBy)
  part('repeals', answer.repeals, answer.allRepeals)
  part('repealed by', answer.repealedBy, answer.allRepealedBy)
  part('exempts from', answer.exempts, [])
  part('exemptions', answer.exemptions, answer.allExemptions)
  if (answer.designations.length > 0) lines.push(`  ${answer.designations.length} designations rest on it`)
  return lines.join('\n')
}

function lineOf(answer: InstrumentAnswer, id: string): string {
  const known = answer.titles[id]
  return known ? `${id}  ${known.issued}  ${known.number ? `${known.number}, ` : ''}${known.title}` : id
}
