import { group } from './coordination.ts'
import { add } from './found.ts'
import type { Found, Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** Reads parties of an act just told whose verb is left out. */
export function readGapped(reading: Reading, sentence: Sentence): void {
  readDated(reading, sentence)
  readListed(reading, sentence)
}

const LISTS = new Set<Found['type']>(['listed', 'delisted', 'listing_announced', 'delisting_announced'])

/** "removes X from its list of A and Y from its list of B". */
function readListed(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const last = reading.found.findLast(f => f.sentence === sentence && LISTS.has(f.type))
  if (!last) return
  const after = reading.within({ start: last.target.end, end: sentence.end }).filter(m => ['party', 'name', 'state'].includes(m.kind))
  for (const [i, m] of after.entries()) {
    if (!grammar.gapAnd.test(doc.shadow.slice(0, m.start).slice(-20))) continue
    const targets = group(reading, after.slice(i))
    const end = targets.at(-1)?.end ?? m.end
    if (!grammar.gapList.test(doc.shadow.slice(end, sentence.end)) || grammar.barrier.test(doc.shadow.slice(last.target.end, m.start)))
      continue
    for (const target of targets)
      add(reading, { ...last, target, start: m.start, end: Math.max(end, last.end), confidence: last.confidence * 0.9 })
    return
  }
}

/** "A was listed in 2009 and B in 2005", "X banned A in 2001 and Y in 1992": the verb left out, party or authority and date given. */
function readDated(reading: Reading, sentence: Sentence): void {
  const { doc } = reading
  const last = reading.found.findLast(f => f.sentence === sentence && f.date !== null && f.dateBasis !== 'publication')
  if (!last) return
  const left = new Set(['party', 'name', 'state', 'seat'])
  for (const m of reading.within({ start: last.end, end: sentence.end }).filter(m => left.has(m.kind))) {
    const before = doc.shadow.slice(Math.max(0, m.start - 12), m.start)
    const date = reading.doc.mentions.find(d => d.kind === 'date' && d.start >= m.end && d.start - m.end <= 6)
    if (!reading.grammar.gapJoin.test(before) || !date?.date || !reading.grammar.gapDate.test(doc.text.slice(m.end, date.start))) continue
    if (reading.grammar.barrier.test(doc.shadow.slice(last.end, m.start))) continue
    const { name, entity } = reading.names.called(m)
    const acts = m.code !== undefined && m.code !== last.target.code && last.target.code === null
    if (m.code !== undefined && !acts) continue
    add(reading, {
      ...last,
      ...(acts ? { code: m.code } : { target: { ...last.target, start: m.start, end: m.end, name, entity, kind: m.kind, code: null } }),
      date: date.date,
      dateBasis: date.date.basis,
      start: m.start,
      end: date.end,
      confidence: last.confidence * 0.85,
    })
  }
}
