import { styleText } from 'node:util'
import type { EntityAnswer } from '../questions/index.ts'
import { presentIncomplete, presentListings, presentVersions } from './present-listings.ts'
import { table } from './table.ts'

/** Everything about an entity: names, listings, what each source says, links, what was not searched. */
export function presentEntity(answer: EntityAnswer): string {
  const { entity } = answer
  const out = [`${styleText('bold', entity.caption)}  ${entity.schema}  ${styleText('dim', entity.id)}`]
  out.push(
    '',
    table(
      [],
      answer.names.slice(0, 40).map(n => [`  ${n.text}`, n.kind, n.lang ?? '', n.sources.join(', ')]),
    ),
  )
  if (answer.names.length > 40) out.push(`  and ${answer.names.length - 40} more names`)
  out.push('', `Listings as of ${answer.asOf.valid}`, presentListings(answer.listings))
  for (const record of answer.records) {
    out.push(
      '',
      `${record.sourceTitle}  ${record.id}${record.reference ? `, number ${record.reference}` : ''}  ${styleText('dim', record.version)}`,
    )
    if (record.joined) out.push(`  joined: ${record.joined.reason} (${record.joined.by})`)
    const rows = record.statements.filter(s => !['name', 'alias', 'weakAlias', 'previousName'].includes(s.property))
    out.push(
      table(
        [],
        rows.map(s => [`  ${s.label}`, s.value, s.text === s.value ? '' : styleText('dim', `“${s.text.slice(0, 60)}”`)]),
      ),
    )
  }
  if (answer.links.length > 0)
    out.push(
      '',
      'Links',
      table(
        [],
        answer.links.map(l => [`  ${l.role}`, l.otherCaption, l.text]),
      ),
    )
  if (answer.incomplete.length > 0) out.push('', 'Not searched as it should be:', presentIncomplete(answer.incomplete))
  out.push('', styleText('dim', `Stands on ${presentVersions(answer.versions)}.`))
  return out.join('\n')
}
