import { BLANK, type Clause, clauseStart, subjectZones, windowAfter } from './clause.ts'
import type { CompiledAct, Trigger, VerbForm } from './frames.ts'
import type { ActNode, Voice } from './nodes.ts'
import type { Range } from './sentences.ts'

/** The act that a verb names at its place, or null where the word does not name it there. */
export function verbNode(clause: Clause, at: Range, trigger: Extract<Trigger, { role: 'act' }>): ActNode | null {
  const { shadow, about, cued, grammar } = clause
  const { frame } = trigger
  if (frame.not === trigger.form || grammar.wayFor.test(shadow.slice(at.end))) return null
  const before = shadow.slice(0, at.start)
  if (frame.follows && !clause.follows && !grammar.listedHere.test(before) && !/\uE00B/u.test(shadow.slice(at.end))) return null
  // "was put": a verb whose past is its base.
  const form = trigger.form === 'base' && grammar.be.test(before) ? 'past' : trigger.form
  const told = /[\uE005\uE006],?\s*(?:which|whom|that)\s[^,;]*$/u.test(before.slice(-60)) && grammar.relativeObject.test(before)
  const passiveKnown = frame.known && form === 'past' && grammar.partyBefore.test(before)
  // "bans the Example Front": the name tells what is banned.
  const armed = frame.partyOnly === true && grammar.armedObject.test(clause.text.slice(at.end))
  const object = (frame.partyOnly || frame.known) && grammar.objectParty.test(shadow.slice(at.end))
  if (frame.cue && !cued && !told && !passiveKnown && !object && !armed) return null
  if (form === 'past' && grammar.describing.test(shadow.slice(at.end)) && !grammar.be.test(before)) return null
  if (!grammar.relativeObject.test(before) && isNounHere(clause, at, form)) return null
  // "its listing of X": the noun.
  if (form === 'ing' && grammar.ownIng.test(before) && grammar.ofAfter.test(shadow.slice(at.end))) return null
  if (form === 'past' && before.endsWith('-')) return null
  // "organisations designated as terrorist": nobody is named.
  if (form === 'past' && grammar.describedBefore.test(before) && !grammar.be.test(before) && !grammar.byAfter.test(shadow.slice(at.end)))
    return null
  if (grammar.partitive.test(before) || grammar.duty.test(before) || grammar.wouldBeFirst.test(before)) return null
  // "The list includes X": told by what the list is.
  const member = frame.follows && (form === 'base' || form === 's') && grammar.membersVerb.test(shadow.slice(at.start, at.end))
  if (member && !grammar.infinitive.test(before)) return null
  const voice = voiceOf(clause, at, form)
  const window = windowAfter(clause, at.end)
  if (
    frame.subject &&
    !(voice === 'passive' && frame.subject.test(before.slice(clauseStart(clause, at.start))) && grammar.beenBefore.test(before))
  )
    return null
  const base = {
    ...BLANK,
    act: frame.act,
    frame: frame.id,
    form,
    voice,
    ...at,
    partyOnly: (frame.partyOnly ?? false) && !armed && !frame.relaxed?.test(about),
  }
  // "X, which Washington designated a terrorist organisation": whom is said before the pronoun.
  const relative = voice === 'active' ? grammar.relativeObject.exec(before) : null
  const node = frame.direct
    ? directNode(clause, base, { at, window, relative: relative !== null })
    : tailNode(clause, base, { at, window, frame })
  if (!node || !relative || named(shadow, node)) return node
  return { ...node, zones: [{ start: clauseStart(clause, relative.index), end: relative.index }] }
}

/** "Three banks were blacklisted: A, B and C", "deleted three persons: A, B and C": those meant follow. */
function membersAfter({ shadow, grammar }: Clause, at: number): readonly Range[] {
  const match = grammar.passiveMembers.exec(shadow.slice(at))
  return match ? [{ start: at + match[0].length, end: shadow.length }] : []
}

/** Characters of the subject that follows its verb, in languages that begin with the verb. */
function subjectAfter({ shadow, frames }: Clause, at: number): number {
  if (!frames.file.verbFirst) return 0
  return /^\s+[\uE001\uE002\uE009\uE00A]+(?:\s+[\uE003]+)?/u.exec(shadow.slice(at))?.[0].length ?? 0
}

/** Whether a party or another name stands where the target is looked for. */
const named = (shadow: string, { zones }: ActNode) =>
  zones.slice(0, 1).some(z => /[\uE001\uE005\uE006]/u.test(shadow.slice(z.start, z.end)))

type Base = Omit<ActNode, 'zones' | 'tail'>

type Direct = { readonly at: Range; readonly window: string; readonly relative: boolean }

function directNode(clause: Clause, base: Base, { at, window, relative }: Direct): ActNode | null {
  const { shadow, grammar } = clause
  if (base.voice === 'active') {
    const stop = grammar.directStop.exec(window)
    const zone = {
      start: at.end + (base.form === 'past' ? subjectAfter(clause, at.end) : 0),
      end: at.end + (stop ? stop.index : window.length),
    }
    const members = /[\uE001\uE005\uE006]/u.test(shadow.slice(zone.start, zone.end)) ? [] : membersAfter(clause, at.end)
    if (members.length > 0) return { ...base, zones: members, tail: null }
    if (!relative && !grammar.directTarget.test(shadow.slice(zone.start, zone.end))) return null
    return { ...base, zones: [zone], tail: null }
  }
  return { ...base, zones: [...subjectZones(clause, at, base.voice), ...membersAfter(clause, at.end)], tail: null }
}

type Place = { readonly at: Range; readonly window: string; readonly frame: CompiledAct }

function tailNode(clause: Clause, base: Base, { at, window, frame }: Place): ActNode | null {
  const { shadow, grammar } = clause
  const passive = base.voice !== 'active'
  const open = passive ? window.slice(0, 140) : window
  const match = frame.tail?.exec(open)
  if (!match) return null
  // The class begins at "as", not at the words of the target before it.
  const as = frame.asClass ? match[0].search(grammar.asClass) : -1
  const tail = { start: at.end + match.index + Math.max(0, as), end: at.end + match.index + match[0].length }
  const gap = shadow.slice(at.end, tail.start)
  // Between an active verb and its list stands the target; a passive verb has it before.
  // "considers removing X from its list of terrorist groups": another act is considered.
  if (frame.asClass && grammar.ingNext.test(gap)) return null
  if (frame.asClass && grammar.toClause.test(gap) && !grammar.toBe.test(gap)) return null
  const named = { ...base, tail, explicit: true, examples: frame.zone === 'examples' }
  if (frame.zone === 'after-tail') {
    // "two groups in its place: A and B"
    const open = /^:\s/u.test(shadow.slice(at.end + window.length))
    const stop = base.act === 'ease' ? grammar.easedStop.exec(shadow.slice(tail.end, at.end + window.length)) : null
    if (stop) return { ...named, zones: [{ start: tail.end, end: tail.end + stop.index }] }
    return { ...named, zones: [{ start: tail.end, end: open ? shadow.length : at.end + window.length }] }
  }
  if (frame.zone === 'own-tail') return passive ? null : { ...named, zones: [tail] }
  if (frame.zone === 'examples') return { ...named, zones: [] }
  if (base.voice === 'inverted') return { ...named, zones: [{ start: tail.end, end: shadow.length }] }
  if (passive) return { ...named, zones: [...subjectZones(clause, at, base.voice), ...membersAfter(clause, tail.end)] }
  const second = frame.asClass ? grammar.classBefore.exec(gap) : null
  const acting = base.form === 'past' ? subjectAfter(clause, at.end) : 0
  // "designates the X group a terrorist organisation": the group noun is the target's.
  const own = frame.asClass ? (grammar.ownClass.exec(shadow.slice(tail.start, tail.end))?.[0].length ?? 0) : 0
  const after = { start: at.end + (second ? second.index + second[0].length : acting), end: tail.start + own }
  // "declared the movement terrorist": whom is said within the class.
  const meant = /[\uE001-\uE006]/u.test(gap) || (!frame.asClass && grammar.objectPronoun.test(gap))
  const lists = [meant ? after : { start: at.end, end: tail.end }]
  // "re-lists five groups as terrorist organisations …: A, B and C": the members follow.
  const members = grammar.memberNouns.test(shadow.slice(at.end, tail.end + 40)) ? /^[^;.]{0,120}?:\s/u.exec(shadow.slice(tail.end)) : null
  // "removes one name from the list, that of X"
  const thatOf = grammar.thatOf.exec(shadow.slice(tail.end))
  if (thatOf && !/[\uE005\uE006]/u.test(gap)) lists.unshift({ start: tail.end + thatOf[0].length, end: shadow.length })
  if (members && !/[\uE005\uE006]/u.test(gap)) lists.unshift({ start: tail.end + members[0].length, end: shadow.length })
  if (!/[\uE001-\uE006]/u.test(gap) && grammar.remaining.test(shadow.slice(at.start, at.end)))
    return { ...named, zones: subjectZones(clause, at, 'passive') }
  // "designate as terrorist organisations A and B", "deleted from the list the names of A and B": those meant follow.
  const elsewhere = (frame.asClass || gap.trim() === '') && !grammar.objectPronoun.test(shadow.slice(at.end, tail.end))
  if (elsewhere && !/[\uE001-\uE006]/u.test(gap)) lists.push({ start: tail.end, end: at.end + window.length })
  return { ...named, zones: lists }
}

function voiceOf({ shadow, grammar }: Clause, at: Range, form: VerbForm): Voice {
  if (form === 'participle') return 'passive'
  if (form !== 'past') return 'active'
  const before = shadow.slice(0, at.start)
  if (grammar.be.test(before)) return 'passive'
  if (grammar.have.test(before) && grammar.toHave.test(before.slice(-120))) return 'passive'
  if (grammar.wantedDone.test(before) && /[\uE005\uE006]\s+$/u.test(before)) return 'passive'
  const after = shadow.slice(at.end)
  if (before.trim() === '' && grammar.finite.test(after)) return 'inverted'
  if (grammar.byAfter.test(after)) return 'passive'
  // "was designated in 1982 and removed in 2015"
  if (grammar.andPassive.test(before) && grammar.participleLinks.test(after)) return 'passive'
  // "the group, banned in Russia since 2003": a participle right after a party.
  if (grammar.afterParty.test(before) && grammar.participleLinks.test(after) && !/[\uE001-\uE004\uE009\uE00A]/u.test(before.slice(-30)))
    return 'passive'
  return 'active'
}

// "the list", "its ban", "US sanctions on": the noun, not the verb.
function isNounHere({ shadow, grammar }: Clause, at: Range, form: VerbForm): boolean {
  if (form !== 'base' && form !== 's') return false
  // "list it", "list the group": whom it is done to stands right after it.
  if (grammar.objectPronoun.test(shadow.slice(at.end))) return false
  const before = shadow.slice(0, at.start)
  // "an order that sanctions X": the pronoun is the subject.
  if (form === 's' && grammar.relativeSubject.test(before) && grammar.directObject.test(shadow.slice(at.end))) return false
  // "X and Y ban the Z": a base form between States and a party is their verb.
  if (form === 'base' && /\uE001\s+$/u.test(before) && /^\s+(?:the\s+)?[\uE005\uE006]/u.test(shadow.slice(at.end))) return false
  // "X and Y freeze the assets of Z"
  if (form === 'base' && grammar.verbObject.test(shadow.slice(at.end)) && grammar.statesTogether.test(before.slice(-80))) return false
  if (form === 'base' && grammar.nounVerbs.test(shadow.slice(at.start, at.end)) && grammar.nounAfter.test(shadow.slice(at.end))) return true
  if (form === 'base')
    return grammar.nounBefore.test(
      /[\uE001\uE003]\s+$/u.test(before) && !grammar.nounVerbs.test(shadow.slice(at.start, at.end)) ? '' : before,
    )
  if (!grammar.nounForms.test(shadow.slice(at.start, at.end))) return false
  if (grammar.nounAfter.test(shadow.slice(at.end))) return true
  return grammar.nounBefore.test(before) && !(/[\uE001-\uE00A]\s+$/u.test(before) && grammar.directObject.test(shadow.slice(at.end)))
}
