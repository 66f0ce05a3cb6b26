import type { ChangeItem, ChangesAnswer } from '../app-interface.ts'

type FeedSettings = { readonly title: string; readonly base: string; readonly self: string }

const WORDS = { added: 'Added', amended: 'Amended', removed: 'Removed' } as const

const idOf = (c: ChangeItem) => `urn:wholists:change:${encodeURIComponent(c.version)}:${c.kind}:${encodeURIComponent(c.record)}`
const titleOf = (c: ChangeItem) => `${c.relisted ? 'Relisted' : WORDS[c.kind]}: ${c.caption} (${c.sourceTitle})`
const linkOf = (c: ChangeItem, base: string) => `${base}/entity/${encodeURIComponent(c.entity)}`
const instantOf = (c: ChangeItem) =>
  /[zZ]|[+-]\d\d:\d\d$/.test(c.published) ? c.published : `${c.published.includes('T') ? c.published : `${c.published}T00:00:00`}Z`

// A recomputed reading or another form of the file is told apart from what the publisher did.
function textOf(c: ChangeItem): string {
  const fields = (c.fields ?? []).map(f => `${f.property}: ${f.was.join('; ') || '(nothing)'} → ${f.is.join('; ') || '(nothing)'}`)
  const number = c.reference === null ? [] : [`Reference ${c.reference}`]
  const cause = c.cause === 'source' ? [] : [`Cause: ${c.cause}`]
  return [...number, `Version ${c.version}, after ${c.before}`, ...cause, ...fields].join('\n')
}

/** The changes as a JSON Feed 1.1. */
export function jsonFeed({ changes }: ChangesAnswer, { title, base, self }: FeedSettings) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title}: changes`,
    home_page_url: `${base}/changes`,
    feed_url: self,
    items: changes.map(c => ({
      id: idOf(c),
      url: linkOf(c, base),
      title: titleOf(c),
      content_text: textOf(c),
      date_published: instantOf(c),
      tags: [c.kind, c.source],
    })),
  }
}

/** The changes as an Atom feed (RFC 4287). */
export function atomFeed({ changes }: ChangesAnswer, { title, base, self }: FeedSettings): string {
  const entries = changes.map(
    c => `<entry>
<id>${escaped(idOf(c))}</id>
<title>${escaped(titleOf(c))}</title>
<link href="${escaped(linkOf(c, base))}"/>
<updated>${escaped(instantOf(c))}</updated>
<category term="${c.kind}"/><category term="${escaped(c.source)}"/>
<content type="text">${escaped(textOf(c))}</content>
</entry>`,
  )
  const newest = changes[0]
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escaped(`${base}/api/changes/feed.atom`)}</id>
<title>${escaped(`${title}: changes`)}</title>
<author><name>${escaped(title)}</name></author>
<link rel="self" href="${escaped(self)}"/>
<link href="${escaped(`${base}/changes`)}"/>
<updated>${newest ? escaped(instantOf(newest)) : '1970-01-01T00:00:00Z'}</updated>
${entries.join('\n')}
</feed>
`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Control characters are no part of XML 1.0.
const escaped = (text: string) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, c => ENTITIES[c] ?? c)
