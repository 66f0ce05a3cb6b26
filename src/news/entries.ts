import type { Annotated } from './annotate.ts'
import type { Reading } from './reading.ts'
import type { Range } from './sentences.ts'
import type { Target } from './target.ts'

/** Where a notice spells out an entry of its list: the name as written, cleaned of numbering. */
export type Entry = Range & { readonly name: string }

const NUMBERING = /\s*\b[1-6]\s*:\s*/gu

/** The entries that a notice spells out, each in a paragraph or line of its own. */
export function entriesOf(text: string, pattern: RegExp): readonly Entry[] {
  const entries: Entry[] = []
  for (const match of text.matchAll(pattern)) {
    const raw = match.groups?.['name'] ?? ''
    const name = raw
      .replace(NUMBERING, ' ')
      .replace(/\bna\b/giu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
    if (name.length < 3) continue
    const start = match.index + match[0].length - raw.length
    entries.push({ start, end: start + raw.trimEnd().length, name })
  }
  return entries
}

/** The entries that an act is done to, where its words only say "the entry below", "two entries"; none where they say no such thing. */
export function entriesAfter(reading: Reading, at: number, zones: readonly Range[]): readonly Target[] {
  const { doc, grammar } = reading
  const meant = zones.some(z => grammar.entries.test(doc.shadow.slice(z.start, z.end)))
  if (!meant) return []
  const after = doc.entries.filter(e => e.start > at)
  const next = reading.doc.sentences.find(
    s => s.start > at && grammar.entryActs.test(doc.shadow.slice(s.start, s.end)) && after.some(e => e.start < s.start),
  )
  return after.filter(e => !next || e.start < next.start).map(entry => entryTarget(doc, entry))
}

/** An entry as a target, linked where its name is. */
export function entryTarget({ mentions }: Annotated, entry: Entry): Target {
  const inside = mentions.find(
    m => m.entity && m.start >= entry.start && m.end <= entry.end && m.end - m.start >= (entry.end - entry.start) * 0.7,
  )
  return {
    start: entry.start,
    end: entry.end,
    name: entry.name,
    entity: inside?.entity ?? null,
    kind: 'name',
    code: null,
    anaphoric: false,
  }
}
