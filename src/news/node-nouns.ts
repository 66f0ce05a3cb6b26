import { BLANK, type Clause, subjectZones, windowAfter } from './clause.ts'
import type { CompiledNoun, Trigger } from './frames.ts'
import type { ActNode, Modifier } from './nodes.ts'
import type { Range } from './sentences.ts'

/** The act that a noun names at its place, or null where the word does not name it there. */
export function nounNode(clause: Clause, at: Range, { frame, rest }: Extract<Trigger, { role: 'noun' }>): ActNode | null {
  const { shadow, cued, grammar } = clause
  const end = at.end + (rest ? rest.length + 1 : 0)
  if (rest && !follows(shadow, at.end + 1, rest)) return null
  const group = grammar.linkedName.test(shadow.slice(end)) && grammar.groupCue.test(clause.text)
  if (frame.cue && !cued && !group && !grammar.objectParty.test(shadow.slice(end)) && !grammar.banOnGroup.test(shadow.slice(end)))
    return null
  // "Sanctions Regulations", "sanctions committee": the word only describes.
  if (frame.sanctions && grammar.describedBySanctions.test(shadow.slice(end))) return null
  const place = { start: at.start, end }
  const before = shadow.slice(0, at.start)
  // "the list of persons under sanctions": the word only describes them.
  if (frame.sanctions && grammar.personsUnder.test(before)) return null
  const window = windowAfter(clause, end)
  const tail = frame.tail?.exec(window)
  if (frame.tail && !tail && !(frame.loose && cued && !grammar.removalOf.test(window))) return null
  if (frame.bare && (!grammar.bareBefore.test(before) || grammar.bareBreak.test(window))) return null
  if (frame.unless?.test(window)) return null
  if (frame.act === 'exempt' && grammar.needsNone.test(before)) return null
  const zones = zonesOf(clause, { start: at.start, end }, frame, tail ?? null)
  const compound = /[\uE00B]\s+$/u.test(before)
  return {
    ...BLANK,
    kind: 'noun',
    act: frame.act,
    frame: `noun:${shadow.slice(at.start, end).toLowerCase()}`,
    form: 'base',
    voice: 'active',
    ...place,
    zones,
    tail: tail ? { start: end + tail.index, end: end + tail.index + tail[0].length } : null,
    sanctions: frame.sanctions ?? false,
    governed: frame.governed ?? false,
    ...(frame.only ? { only: frame.only } : {}),
    ...(frame.bare ? { bare: true } : {}),
    explicit: tail !== undefined && tail !== null ? true : compound,
  }
}

/** Where the party of an act's noun is named, in order of preference. */
function zonesOf(clause: Clause, at: Range, frame: CompiledNoun, tail: RegExpExecArray | null): readonly Range[] {
  const { shadow, frames, grammar } = clause
  const { end } = at
  const before = shadow.slice(0, at.start)
  const window = windowAfter(clause, end)
  const zones: Range[] = []
  const exempt = frame.act === 'exempt'
  const after = frame.bare ? null : (exempt ? grammar.exemptLink : frames.nounLink).exec(window)
  // "announced the ban on 5 May": when, not whom.
  const dated = after && /^\uE007/u.test(window.slice(after[0].length))
  if (after && !dated && !grammar.ownBan.test(window.slice(after[0].length))) {
    const stop = (exempt ? grammar.exemptStop : frames.nounStop).exec(window.slice(after[0].length))
    const stopped = tail && tail.index > after[0].length ? tail.index : stop ? after[0].length + stop.index : window.length
    zones.push({ start: end + after[0].length, end: end + stopped })
  }
  // "Travel bans were placed on X": whom is said after the passive.
  const passive = after ? null : grammar.nounPassive.exec(window)
  if (passive) {
    const rest = window.slice(passive[0].length)
    const stop = frames.nounStop.exec(rest)
    zones.push({ start: end + passive[0].length, end: end + passive[0].length + (stop?.index ?? rest.length) })
  }
  // "sanctions on sales of phones to X": X.
  const dealings = frame.sanctions ? grammar.dealings.exec(window) : null
  if (dealings) zones.unshift({ start: end + dealings[0].length, end: end + window.length })
  const possessive = grammar.possessor.exec(before)
  if (possessive) zones.push({ start: possessive.index, end: at.start })
  const owner = possessive ? null : grammar.ownerWords.exec(before)
  if (owner) zones.push({ start: owner.index, end: at.start })
  // "granted him an exemption"
  const dative = exempt ? grammar.dative.exec(before) : null
  if (dative) return [{ start: dative.index, end: at.start }]
  // "X was granted an exemption": X.
  const granted = exempt ? grammar.grantedTo.exec(before) : null
  if (granted) return subjectZones(clause, { start: granted.index, end: at.start }, 'passive')
  if (frame.act === 'exempt' && zones.length === 0 && grammar.frontedFor.test(shadow)) zones.push({ start: 0, end: at.start })
  const titled = grammar.titleName.exec(shadow.slice(end))
  if (titled) zones.unshift({ start: end + titled[0].length, end: shadow.length })
  const members = zones.length === 0 && frame.governed ? grammar.passiveMembers.exec(shadow.slice(end)) : null
  if (members) zones.push({ start: end + members[0].length, end: shadow.length })
  return zones
}

/** Whether words stand at a place, whole. */
const follows = (shadow: string, at: number, words: string) =>
  shadow.slice(at, at + words.length).toLowerCase() === words && !/\p{L}/u.test(shadow[at + words.length] ?? '')

/** Acts that a state tells of: "is on the list", "is no longer banned". */
export function* statusNodes(clause: Clause): Iterable<ActNode> {
  const { shadow, frames, cued, grammar } = clause
  for (const { act, pattern, cue } of frames.statuses) {
    if (cue && !cued) continue
    for (const match of shadow.matchAll(pattern)) {
      if (grammar.whyIs.test(shadow.slice(0, match.index))) continue
      const at = { start: match.index, end: match.index + match[0].length }
      yield {
        ...BLANK,
        kind: 'status',
        act,
        frame: 'status',
        form: grammar.had.test(match[0]) ? 'past' : 'base',
        voice: 'passive',
        ...at,
        // "on which it was placed": the pronoun is the target.
        zones: grammar.onWhichActs.test(match[0])
          ? [{ start: at.end - 4, end: at.end }]
          : grammar.onWhich.test(match[0])
            ? [at]
            : subjectZones(clause, at, 'passive'),
        tail: at,
        explicit: true,
      }
    }
  }
}

/** "its successor restored it": a pronoun that stands for an act told before. */
export function pronounNode({ shadow, follows, grammar }: Clause): ActNode | null {
  const match = follows ? grammar.actPronoun.exec(shadow) : null
  if (!match) return null
  const start = match.index + match[0].length
  const place = { start, end: start + 2 }
  return {
    ...BLANK,
    kind: 'noun',
    act: 'list',
    frame: 'pronoun',
    form: 'base',
    voice: 'active',
    ...place,
    zones: [],
    tail: null,
    governed: true,
  }
}

/** What a word does to an act or says of one, or null where it does neither there. */
export function modifierOf(
  { shadow, text, frames, grammar }: Clause,
  at: Range,
  trigger: Extract<Trigger, { role: 'governor' | 'operator' }>,
): Modifier | null {
  // "called in May for": when it was done may stand between the two words.
  const dated = trigger.rest ? (grammar.datedVerb.exec(shadow.slice(at.end))?.[0].length ?? 0) : 0
  const end = at.end + (trigger.rest ? dated + trigger.rest.length + 1 : 0)
  if (trigger.rest && !follows(shadow, at.end + dated + 1, trigger.rest)) return null
  const before = shadow.slice(0, at.start)
  // "X and Y impose": after the names of several States a base form is their verb.
  const acting = /[\uE001\uE003]\s+$/u.test(before) && !grammar.nounVerbs.test(shadow.slice(at.start, at.end))
  if (trigger.form === 'base' && !acting && grammar.nounBefore.test(before)) return null
  // "the earlier petition": the noun, where nothing before it takes a verb.
  if (trigger.form === 'base' && before.trim() !== '' && frames.file.grammar?.['baseContext'] && !grammar.baseContext.test(before))
    return null
  if (grammar.courtOf.test(text.slice(0, at.start))) return null
  // "the ban of 2001, reviewed since, is": only tells how it stands.
  if (trigger.form === 'past' && /,\s+$/u.test(before) && grammar.participleAside.test(shadow.slice(end))) return null
  // "measures that were not made public": told, not taken.
  if (grammar.madePublic.test(shadow.slice(end)) || grammar.wayFor.test(shadow.slice(end))) return null
  if (trigger.frame.id === 'call' && grammar.isApply.test(shadow.slice(at.start, at.end)) && grammar.appliesTo.test(shadow.slice(end)))
    return null
  if (trigger.frame.id === 'renew' && grammar.underReview.test(shadow.slice(end))) return null
  if (
    trigger.role === 'governor' &&
    trigger.form === 'noun' &&
    !(trigger.frame.id === 'challenge' ? grammar.challengeOf : grammar.nounOf).test(shadow.slice(end)) &&
    !grammar.possessive.test(before)
  )
    return null
  if (trigger.form === 'noun' && trigger.frame.id === 'call' && grammar.prefaced.test(before)) return null
  const plural = shadow.slice(at.start, at.end).endsWith('s')
  if (
    trigger.form === 'noun' &&
    !plural &&
    (grammar.infinitive.test(before) || grammar.modal.test(before)) &&
    !grammar.objectOf.test(shadow.slice(end, end + 5))
  )
    return null
  const past = trigger.form === 'past'
  const passive =
    trigger.form === 'participle' ||
    (past && (grammar.be.test(before) || (grammar.headline.test(shadow.slice(end)) && grammar.actBefore.test(before))))
  if (trigger.role === 'operator' && trigger.form === 'noun' && grammar.merelyAsked.test(shadow.slice(end))) return null
  const title = trigger.form === 'base' && before.trim() === ''
  return { role: trigger.role, id: trigger.frame.id, form: title ? 'noun' : trigger.form, passive, start: at.start, end }
}
