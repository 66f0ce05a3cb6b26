import { styleText } from 'node:util'
import type { Follow, FollowBook } from '../jobs/index.ts'
import type { IdentityAnswer, ProposedSide } from '../questions/index.ts'
import { table } from './table.ts'

/** How records are joined, and each proposal with both records side by side. */
export function presentIdentity({ figures, proposals, total }: IdentityAnswer): string {
  const { automatic, decided } = figures
  const lines = [
    `${figures.records} records make ${figures.entities} entities of several records.`,
    `By the matcher: ${automatic.same} same, ${automatic.unsure} unsure. By people: ${decided.same} same, ${decided.different} different, ${decided.unsure} unsure.`,
    `${total} pairs wait for a person.`,
  ]
  for (const { a, b, score, reason } of proposals) {
    const properties = [...new Set([...Object.keys(a.facts), ...Object.keys(b.facts)])]
    const row = (name: string, of: (side: ProposedSide) => string) => [`  ${name}`, of(a), of(b)]
    lines.push(
      '',
      `${styleText('bold', `${a.caption} / ${b.caption}`)}${score === null ? '' : `  ${score.toFixed(2)}`}`,
      `  ${reason}`,
      table([], [row('record', s => s.record), ...properties.map(p => row(p, s => (s.facts[p] ?? []).slice(0, 4).join('; ') || '–'))]),
    )
  }
  return lines.join('\n')
}

const nameOf = ({ what }: Follow) => (what.kind === 'party' ? what.id : `${what.kind}:${what.id}`)

const feedOf = ({ what }: Follow) => `/api/changes/feed.json?${what.kind}=${encodeURIComponent(what.id)}`

/** A follow just made; the signing key is shown this once. */
export function presentFollow(follow: Follow): string {
  const webhook = follow.webhook === null ? [] : [`Messages go to ${follow.webhook}.`, `They are signed with this key: ${follow.secret}`]
  return [`${nameOf(follow)} is followed as ${follow.id}.`, ...webhook, `Feed: ${feedOf(follow)}`].join('\n')
}

/** Who follows what, and how many messages wait. */
export function presentFollows({ follows, outbox }: FollowBook): string {
  if (follows.length === 0) return 'Nothing is followed.'
  const rows = follows.map(f => {
    const waiting = outbox.filter(d => d.follow === f.id)
    const failure = waiting.find(d => d.failure !== null)?.failure
    return [f.id, nameOf(f), f.webhook ?? feedOf(f), waiting.length > 0 ? `${waiting.length} waiting${failure ? `: ${failure}` : ''}` : '']
  })
  return table(['Id', 'Followed', 'Told by', 'State'], rows)
}
