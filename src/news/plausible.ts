import type { Actor } from './actor.ts'
import type { Statement } from './compose.ts'
import { sameTarget } from './found.ts'
import type { Reading } from './reading.ts'
import type { Target } from './target.ts'

const isEffect = ({ doc, grammar }: Reading, { start, end, form }: NonNullable<Statement['governor']>) =>
  form === 'participle' && grammar.takesEffect.test(doc.shadow.slice(start, end))

const announcedBefore = ({ found }: Reading, target: Target, { code }: Actor) =>
  found.some(f => f.type.endsWith('_announced') && f.code === code && sameTarget(f.target, target))

/** "has kept it on the list since 2002": since when a listing stands. */
export const isSince = ({ doc, grammar }: Reading, { start, frame }: Statement['node']): boolean =>
  frame === 'keep-on-list' && grammar.sinceAfter.test(doc.shadow.slice(start, start + 120))

const mayGoOn = ({ doc, grammar }: Reading, { start, end }: { readonly start: number; readonly end: number }) =>
  grammar.mayGoOn.test(doc.text.slice(start, end))

/** Whether a reader would take a statement for news of a party: not where the name is none, nor where authority or party are mere guesses. */
export function plausible(reading: Reading, { node, governor, operator }: Statement, target: Target, actor: Actor): boolean {
  if (target.kind === 'name' && target.name.length < 3) return false
  const guessed = actor.basis === 'context'
  const told = !reading.digest && reading.found.some(f => f.code === actor.code)
  if (
    guessed &&
    target.kind === 'name' &&
    !node.explicit &&
    !told &&
    !(reading.cued && reading.grammar.dayAfter.test(reading.doc.shadow.slice(node.end)))
  )
    return false
  const dated = told && reading.grammar.datedNoun.test(reading.doc.shadow.slice(node.end, node.end + 120))
  const ofYear = reading.grammar.yearAfter.test(reading.doc.shadow.slice(node.end, node.end + 40))
  if (guessed && node.kind === 'noun' && !node.explicit && !governor && !operator && !dated && !ofYear) return false
  // "may be extended": that it could go on is no news.
  if (node.frame === 'pronoun' && governor?.id === 'renew' && operator?.form === 'phrase' && mayGoOn(reading, operator)) return false
  // "some of them would need a waiver": of whom, from whom is not said.
  if (guessed && target.anaphoric && node.act === 'exempt') return false
  // "will apply the asset freeze": carried out for another, not imposed.
  if (target.anaphoric && node.sanctions && governor && reading.grammar.carriesOut.test(reading.doc.shadow.slice(governor.start)))
    return false
  // "The designation takes effect on 5 May": of the listing that was announced.
  if (target.anaphoric && governor && isEffect(reading, governor) && announcedBefore(reading, target, actor)) return false
  // "Any organisation may apply to be removed": nobody in particular.
  const whole = target.anaphoric ? reading.doc.sentences.find(s => node.start >= s.start && node.end <= s.end) : undefined
  if (whole && reading.grammar.anyone.test(reading.doc.shadow.slice(whole.start, node.start))) return false
  // "a law that lets courts ban a group": no group in particular.
  if (target.anaphoric && reading.grammar.lawLets.test(reading.doc.shadow.slice(Math.max(0, node.start - 160), node.start))) return false
  // "They remain designated": no news of its own where nobody is named.
  if (target.anaphoric && node.act === 'renew' && (node.kind === 'status' || node.frame === 'keep-on-list') && !isSince(reading, node))
    return false
  if (target.anaphoric && node.sanctions && node.zones.length === 0 && !governor) return false
  if (target.anaphoric && node.kind === 'noun' && !governor && (!operator || operator.form === 'noun') && !ofYear) return false
  if (
    node.frame === 'list-direct' &&
    target.kind === 'name' &&
    !reading.tools.frames.cue.test(reading.doc.text.slice(node.start, node.end + 200))
  )
    return false
  return true
}
