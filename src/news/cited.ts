import type { Statement } from './compose.ts'
import type { Found, Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** The legal act that a statement cites, or the kind of act it names. */
export function citedBy(reading: Reading, statement: Statement, sentence: Sentence): Found['instrument'] {
  const { doc, tools } = reading
  const cited = reading.within(sentence).filter(m => m.kind === 'instrument')
  const at = statement.node.start
  const nearest = cited.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
  if (nearest?.instrument) return { text: nearest.instrument.text, id: nearest.instrument.id }
  const next = doc.sentences[doc.sentences.indexOf(sentence) + 1]
  const following =
    next && next.paragraph === sentence.paragraph
      ? doc.mentions.find(m => m.kind === 'instrument' && m.start >= next.start && m.start < next.start + 3)
      : undefined
  if (following?.instrument) return { text: following.instrument.text, id: following.instrument.id }
  const clause = doc.text.slice(sentence.start, sentence.end)
  const court = reading
    .within(sentence)
    .find(m => (m.kind === 'body' || m.kind === 'generic') && tools.frames.court.test(doc.text.slice(m.start, m.end)))
  if (court) return { text: `${doc.text.slice(court.start, court.end).replace(reading.grammar.article, '')} ruling`, id: null }
  const act = reading.grammar.bareAct.exec(clause)
  return act ? { text: act[0], id: null } : null
}
