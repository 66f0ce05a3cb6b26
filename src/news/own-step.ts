import { codeOf } from './actor.ts'
import type { Statement } from './compose.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'

/**
 * A statement as what it comes to: "The minister asked Parliament to ban X" and "The government proposes to ban X" are a
 * government's own steps, not somebody's request.
 */
export function withOwnStep(reading: Reading, statement: Statement, sentence: Sentence): Statement {
  const { operator, type, node } = statement
  if (type !== 'listing_called' || !operator || operator.form === 'noun') return statement
  const { doc, grammar } = reading
  const who = reading.within({ start: sentence.start, end: operator.start }).findLast(m => m.kind === 'body' || m.kind === 'holder')
  const asked = doc.mentions.find(m => m.start >= operator.end && m.start - operator.end <= 5)
  const parliament = asked && grammar.parliament.test(doc.text.slice(asked.start, asked.end))
  const executive = who && (who.kind === 'holder' || grammar.executive.test(doc.text.slice(who.start, who.end)))
  const weighs =
    executive && node.kind === 'verb' && !operator.passive && grammar.proposes.test(doc.shadow.slice(operator.start, node.start))
  if (weighs) return { ...statement, type: 'listing_considered', factuality: 'considered' }
  return parliament && executive && codeOf(reading, asked) === who.code
    ? { ...statement, type: 'listing_announced', factuality: 'planned' }
    : statement
}
