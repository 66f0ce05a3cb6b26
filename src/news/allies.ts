import { ACTS, type Actor } from './actor.ts'
import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'

/** Further authorities that act together with the one found: "X and Y add Z to their lists", "considered so by X, Y and Z". */
export function alliesOf(reading: Reading, actor: Actor, act: number): readonly Actor[] {
  const { mention } = actor
  if (mention === null || (mention.kind !== 'state' && mention.kind !== 'seat' && mention.code !== 'eu' && mention.code !== 'un')) return []
  if (actor.basis === 'agent' || actor.basis === 'place' || (actor.basis === 'owner' && mention.kind === 'state'))
    return alongside(reading, actor, mention, 1)
  return actor.basis === 'subject' ? [...alongside(reading, actor, mention, -1), ...together(reading, actor, mention, act)] : []
}

/** "X, which together with Y and Z regards it as such": Y and Z. */
function together(reading: Reading, actor: Actor, mention: Mention, act: number): readonly Actor[] {
  const { doc, grammar } = reading
  const words = grammar.togetherWith.exec(doc.shadow.slice(mention.end, act))
  if (!words) return []
  const from = mention.end + words[0].length
  const named = doc.mentions.filter(m => m.start >= from && m.end <= act && m.code && m.code !== actor.code && ACTS.has(m.kind))
  return named.map(m => ({ ...actor, code: m.code ?? '', mention: m }))
}

/** "Both countries have listed it": the last of the States that were named together before. */
export function bothMeant(reading: Reading, from: number, at: number): Mention | null {
  const { doc, grammar } = reading
  if (!grammar.bothStates.test(doc.shadow.slice(from, at))) return null
  const states = doc.mentions.filter(m => m.end <= from && m.code && (m.kind === 'state' || m.kind === 'seat'))
  for (let i = states.length - 1; i > 0; i--) {
    const [before, last] = [states[i - 1] as Mention, states[i] as Mention]
    if (before.code !== last.code && grammar.allied.test(doc.text.slice(before.end, last.start))) return last
  }
  return null
}

function alongside(reading: Reading, actor: Actor, mention: Mention, step: 1 | -1): readonly Actor[] {
  const { doc, grammar } = reading
  const allies: Actor[] = []
  const acting = doc.mentions.filter(m => m.kind === 'state' || m.kind === 'body' || m.kind === 'seat')
  let last = mention
  for (let i = acting.indexOf(mention) + step; i >= 0 && i < acting.length; i += step) {
    const m = acting[i] as Mention
    const [before, after] = step > 0 ? [last, m] : [m, last]
    if (!grammar.allied.test(doc.text.slice(before.end, after.start)) || !m.code || m.code === actor.code) break
    // "on the list of X, and Y has said": a clause of its own.
    if (step > 0 && grammar.speaksNext.test(doc.shadow.slice(m.end, m.end + 20))) break
    if (step < 0 && grammar.placeBefore.test(doc.text.slice(Math.max(0, m.start - 16), m.start))) return []
    allies.push({ ...actor, code: m.code, mention: m })
    last = m
  }
  return allies
}
