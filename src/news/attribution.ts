import { type Actor, codeOf } from './actor.ts'
import type { Statement } from './compose.ts'
import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** Who says or asks for what a statement tells, where that is not the authority itself. */
export function attributionOf(reading: Reading, { operator }: Statement, sentence: Sentence, actor: Actor): string | null {
  const { doc, tools } = reading
  const speakers = reading.within(sentence).filter(m => ['body', 'state', 'holder', 'generic', 'seat', 'name', 'party'].includes(m.kind))
  const name = (m: Mention) => doc.text.slice(m.start, m.end).replace(reading.grammar.article, '')
  if (operator?.id === 'call') {
    const before = speakers.filter(m => m.end <= operator.start && codeOf(reading, m) !== actor.code)
    const by = reading.grammar.byWhom.exec(doc.text.slice(operator.end, sentence.end))
    const who = before.slice(-2).map(name)
    return who.length > 0 ? who.join('; ') : (by?.[1] ?? null)
  }
  for (const match of doc.shadow.slice(sentence.start, sentence.end).matchAll(/[\p{L}]+/gu)) {
    if (!tools.frames.says.has(match[0].toLowerCase())) continue
    const at = sentence.start + match.index
    const speaker = speakers.findLast(m => m.end <= at && at - m.end < 30) ?? speakers.find(m => m.start >= at && m.start - at < 20)
    if (speaker && (speaker !== actor.mention || speaker.kind === 'body')) return name(speaker)
    const officials = reading.grammar.officials.exec(doc.text.slice(sentence.start, at).trimEnd().replace(reading.grammar.haveEnd, ''))
    if (officials?.[1]) return officials[1].trim()
  }
  return null
}
