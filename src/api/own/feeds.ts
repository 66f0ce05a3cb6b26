import type { ChangeItem, ChangesAnswer, EventItem } from '../app-interface.ts'

type FeedSettings = { readonly title: string; readonly base: string; readonly self: string }

/** One entry of a feed. */
type Entry = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly text: string
  readonly updated: string
  readonly tags: readonly string[]
}

/** The entries of an answer: its events where it tells of any, else its changes. */
function entriesOf({ changes, events }: ChangesAnswer, base: string): readonly Entry[] {
  if (events) return events.map(e => eventEntry(e, base))
  return changes.map(c => changeEntry(c, base))
}

function eventEntry(e: EventItem, base: string): Entry {
  const [member] = e.members
  return {
    id: `urn:wholists:event:${encodeURIComponent(e.id)}`,
    url: e.count === 1 && member ? entityPage(base, member.entity) : changesPage(base, e),
    title: `${e.title} (${e.sourceTitle})`,
    text: [...eventLines(e), ...fieldLines(e.fields)].join('\n'),
    updated: instantOf(e),
    tags: [e.kind, e.source, ...(e.list === null ? [] : [e.list]), ...(e.material ? ['material'] : [])],
  }
}

function eventLines(e: EventItem): readonly string[] {
  const number = e.count === 1 && e.members[0]?.reference ? [`Reference ${e.members[0].reference}`] : []
  const when = e.interval.basis === 'stated' ? `On ${e.interval.by}, as stated` : `After ${e.interval.after}, by ${e.interval.by}`
  const remains = e.remains.length > 0 ? [`Stays on ${e.remains.join(', ')}`] : []
  const names = e.count > 1 ? [e.members.map(m => m.caption).join('; ')] : []
  return [...number, when, `Version ${e.version}, after ${e.before}`, ...causeLine(e), ...remains, ...names]
}

const WORDS = { added: 'Added', amended: 'Amended', removed: 'Removed' } as const

const changeEntry = (c: ChangeItem, base: string): Entry => ({
  id: `urn:wholists:change:${encodeURIComponent(c.version)}:${c.kind}:${encodeURIComponent(c.record)}`,
  url: entityPage(base, c.entity),
  title: `${c.relisted ? 'Relisted' : WORDS[c.kind]}: ${c.caption} (${c.sourceTitle})`,
  text: [
    ...(c.reference === null ? [] : [`Reference ${c.reference}`]),
    `Version ${c.version}, after ${c.before}`,
    ...causeLine(c),
    ...fieldLines(c.fields ?? []),
  ].join('\n'),
  updated: instantOf(c),
  tags: [c.kind, c.source],
})

const entityPage = (base: string, id: string) => `${base}/entity/${encodeURIComponent(id)}`
const changesPage = (base: string, e: EventItem) =>
  `${base}/changes?source=${encodeURIComponent(e.source)}&from=${encodeURIComponent(e.before)}&to=${encodeURIComponent(e.version)}`

// A recomputed reading or another form of the file is told apart from what the publisher did.
const causeLine = ({ cause }: { readonly cause: ChangeItem['cause'] }) => (cause === 'source' ? [] : [`Cause: ${cause}`])
const fieldLines = (fields: readonly Pick<EventItem['fields'][number], 'property' | 'was' | 'is'>[]) =>
  fields.map(f => `${f.property}: ${f.was.join('; ') || '(nothing)'} → ${f.is.join('; ') || '(nothing)'}`)

const instantOf = ({ published }: { readonly published: string }) =>
  /[zZ]|[+-]\d\d:\d\d$/.test(published) ? published : `${published.includes('T') ? published : `${published}T00:00:00`}Z`

/** What happened as a JSON Feed 1.1. */
export function jsonFeed(answer: ChangesAnswer, { title, base, self }: FeedSettings) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title}: changes`,
    home_page_url: `${base}/changes`,
    feed_url: self,
    items: entriesOf(answer, base).map(({ text, updated, ...entry }) => ({ ...entry, content_text: text, date_published: updated })),
  }
}

/** What happened as an Atom feed (RFC 4287). */
export function atomFeed(answer: ChangesAnswer, { title, base, self }: FeedSettings): string {
  const found = entriesOf(answer, base)
  const entries = found.map(
    e => `<entry>
<id>${escaped(e.id)}</id>
<title>${escaped(e.title)}</title>
<link href="${escaped(e.url)}"/>
<updated>${escaped(e.updated)}</updated>
${e.tags.map(tag => `<category term="${escaped(tag)}"/>`).join('')}
<content type="text">${escaped(e.text)}</content>
</entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escaped(`${base}/api/changes/feed.atom`)}</id>
<title>${escaped(`${title}: changes`)}</title>
<author><name>${escaped(title)}</name></author>
<link rel="self" href="${escaped(self)}"/>
<link href="${escaped(`${base}/changes`)}"/>
<updated>${escaped(found[0]?.updated ?? '1970-01-01T00:00:00Z')}</updated>
${entries.join('\n')}
</feed>
`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Control characters are no part of XML 1.0.
const escaped = (text: string) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, c => ENTITIES[c] ?? c)
