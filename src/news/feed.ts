import type { XmlElement } from '../intake/index.ts'
import { isProblem, memoryFile, readJson, readXml, stop } from '../intake/index.ts'
import type { Day, Problem, SourceFile } from '../model/index.ts'
import { dayIn } from './page.ts'

/** One entry of a feed. `text` is what the feed itself gives of it, markup and all. */
export type FeedEntry = { readonly url: string; readonly title: string | null; readonly published: Day | null; readonly text: string }

/** A feed that is watched, as `data/news/feeds.json` holds it. */
export type Feed = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly url: string
  /** When it is asked (cron, UTC). */
  readonly schedule: string
  /** Whether the publisher allows whole texts to be kept; else an excerpt and the address are. */
  readonly whole: boolean
}

/** Entries beyond these are not read: feeds hold the newest few dozen. */
const MAX_ENTRIES = 500
const MAX_BYTES = 32 * 1024 * 1024

/** The entries of an RSS, Atom or JSON feed, as far as it can be read, and what was wrong with it. */
export async function readFeed(
  file: SourceFile,
  base: string,
): Promise<{ readonly entries: readonly FeedEntry[]; readonly problems: readonly Problem[] }> {
  if (file.sizeBytes > MAX_BYTES) return { entries: [], problems: [stop('feed.too-long', file.name, `${file.sizeBytes} bytes`, 'a feed')] }
  let head = ''
  for await (const piece of file.open()) {
    head = Buffer.from(piece)
      .subarray(0, 512)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart()
    break
  }
  return head.startsWith('{') ? jsonFeed(file, base) : xmlFeed(file, base)
}

async function xmlFeed(file: SourceFile, base: string) {
  const entries: FeedEntry[] = []
  const problems: Problem[] = []
  for await (const item of readXml(file, ['item', 'entry'], { maxRecordLength: 4 * 1024 * 1024 })) {
    if (isProblem(item)) {
      problems.push(item)
      continue
    }
    if (item.kind !== 'record' || entries.length >= MAX_ENTRIES) continue
    const entry = entryOf(item.element, base)
    if (entry) entries.push(entry)
  }
  return { entries, problems }
}

/** The address of a page, or null where it is none of the web's. */
function pageAddress(address: string, base: string): string | null {
  const url = URL.canParse(address, base) ? new URL(address, base) : null
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}

function entryOf(element: XmlElement, base: string): FeedEntry | null {
  const text = (...names: readonly string[]) => {
    for (const name of names) {
      const found = element.children.find(c => c.name === name && c.text !== '')
      if (found) return found.text
    }
    return ''
  }
  const links = element.children.filter(c => c.name === 'link')
  const alternate = links.find(l => l.attributes['href'] && (l.attributes['rel'] ?? 'alternate') === 'alternate')
  const address = alternate?.attributes['href'] ?? links.find(l => l.text !== '')?.text ?? text('guid', 'id')
  const url = pageAddress(address, base)
  if (url === null) return null
  return {
    url,
    title: text('title') || null,
    published: dayIn(text('pubDate', 'published', 'date', 'updated')),
    text: text('encoded', 'content', 'description', 'summary'),
  }
}

async function jsonFeed(file: SourceFile, base: string) {
  const read = await readJson(file, MAX_BYTES)
  if (isProblem(read)) return { entries: [], problems: [read] }
  const { items } = read.value as { readonly items?: unknown }
  if (!Array.isArray(items)) return { entries: [], problems: [stop('feed.no-items', file.name, '', 'a JSON feed with "items"')] }
  const objects = items.filter((i): i is Readonly<Record<string, unknown>> => typeof i === 'object' && i !== null)
  const entries = objects.slice(0, MAX_ENTRIES).flatMap(item => {
    const text = (name: string) => (typeof item[name] === 'string' ? item[name] : '')
    const address = text('url') || text('external_url') || text('id')
    const url = pageAddress(address, base)
    if (url === null) return []
    return [
      {
        url,
        title: text('title') || null,
        published: dayIn(text('date_published') || text('date_modified')),
        text: text('content_html') || text('content_text') || text('summary'),
      },
    ]
  })
  return { entries, problems: [] }
}

/** What a feed gives of an entry as a document of its own. */
export const entryFile = (entry: FeedEntry): SourceFile => {
  const body = /<[a-z]/i.test(entry.text) ? entry.text : `<p>${entry.text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`
  return memoryFile(entry.url, `<html><body><article>${body}</article></body></html>`)
}
