import type { Annotated } from './annotate.ts'
import type { CompiledAct, Frames, Trigger, VerbForm } from './frames.ts'
import type { Act, Governor, Operator } from './language.ts'
import type { Range } from './sentences.ts'

/** How a verb stands in its clause. */
export type Voice = 'active' | 'passive' | 'inverted'

/** An act named in a sentence. Places are offsets in the text. */
export type ActNode = Range & {
  readonly act: Act
  readonly kind: 'verb' | 'noun' | 'status'
  readonly frame: string
  readonly form: VerbForm
  readonly voice: Voice
  /** Where the target is named, in order of preference; empty where only an earlier mention can tell. */
  readonly zones: readonly Range[]
  /** The words that name the list or class, where there are any. */
  readonly tail: Range | null
  readonly partyOnly: boolean
  readonly examples: boolean
  readonly sanctions: boolean
  /** True where the act's class or list was spelt out, not only implied by the verb. */
  readonly explicit: boolean
  /** True where the noun means nothing unless something is said about it. */
  readonly governed: boolean
}

/** Something done to, or said about, an act. */
export type Modifier = Range & {
  readonly role: 'governor' | 'operator'
  readonly id: Governor['id'] | Operator['id']
  readonly form: VerbForm | 'noun' | 'phrase'
  readonly passive: boolean
}

/** What stands in a sentence: acts and modifiers in order. */
export type SentenceNodes = { readonly acts: readonly ActNode[]; readonly modifiers: readonly Modifier[] }

/** Where one thought ends within a sentence. */
export const BARRIER =
  /;|:\s|\.\s|,\s+(?:while|but|although|though|which|who|whereas|where|citing|saying|after|despite|amid)\b|\s(?:while|although|though|because|whereas|despite|citing|saying)\s/u
const BE =
  /(?:\b(?:is|are|was|were|been|being|be|gets?|got|become|became|stands?)\s+(?:(?:\w+ly|not|also|still|first|further|now|again|only|no longer|already|once|to be|never|recently|jointly|collectively)\s+)*)$/iu
const NOUN_BEFORE =
  /(?:(?<![\p{L}])(?:the|a|an|its|their|his|her|this|that|these|those|of|on|from|in|by|no|new|terror\w*|black|under|any|such|existing|current|same|official|federal|national|unified|updated|sanctions|consolidated|for|with|and its|U\.S\.|arms|travel)\s+|['’]s?\s+|[\uE001\uE003]\s+|-)$/iu
/** A linked party right after the word. */
const OBJECT_PARTY = /^\s+(?:(?:on|against|of)\s+)?(?:the\s+|all\s+|any\s+|activities\s+of\s+|militant\s+group\s+)*\uE005/u
/** "banned organisations", "listed persons": a participle that only describes. */
const ADJECTIVE =
  /^\s+(?:terror\w*\s+)?(?:organi[sz]ations?|groups?|entit(?:y|ies)|persons?|individuals?|lists?|nationals?|part(?:y|ies))\b/iu
const WORD = /[\p{L}][\p{L}-]*/gu

/** Acts and modifiers of one sentence. */
export function nodesOf(doc: Annotated, sentence: Range, frames: Frames, documentCued = false): SentenceNodes {
  const shadow = doc.shadow.slice(sentence.start, sentence.end)
  const cued = documentCued || frames.cue.test(shadow) || frames.cue.test(doc.text.slice(sentence.start, sentence.end))
  const text = doc.text.slice(sentence.start, sentence.end)
  const acts: ActNode[] = []
  const modifiers: Modifier[] = []
  for (const match of shadow.matchAll(WORD)) {
    const triggers = frames.triggers.get(match[0].toLowerCase())
    if (!triggers) continue
    const at = { start: match.index, end: match.index + match[0].length }
    let taken = false
    for (const trigger of triggers) {
      if (trigger.role === 'act' && !taken) {
        const node = verbNode(shadow, at, trigger, { cued, text })
        if (node) {
          acts.push(moved(node, sentence.start))
          taken = true
        }
      } else if (trigger.role === 'noun') {
        const node = nounNode(shadow, at, trigger, { cued, frames })
        if (node) acts.push(moved(node, sentence.start))
      } else if (trigger.role === 'governor' || trigger.role === 'operator') {
        const modifier = modifierOf(shadow, at, trigger)
        if (modifier) modifiers.push({ ...modifier, start: modifier.start + sentence.start, end: modifier.end + sentence.start })
      }
    }
  }
  for (const { frame, pattern } of frames.phrases)
    for (const m of shadow.matchAll(pattern))
      modifiers.push({
        role: 'operator',
        id: frame.id,
        form: 'phrase',
        passive: false,
        start: sentence.start + m.index,
        end: sentence.start + m.index + m[0].length,
      })
  for (const node of statusNodes(shadow, frames, cued)) acts.push(moved(node, sentence.start))
  acts.sort((a, b) => a.start - b.start)
  const nouns = acts.filter(a => a.kind === 'noun')
  const outside = modifiers.filter(m => !nouns.some(n => m.start < n.end && m.end > n.start)).sort((a, b) => a.start - b.start)
  return { acts: withoutOverlap(acts), modifiers: outside }
}

// "the list", "its ban", "US sanctions on": the noun, not the verb.
function isNounHere(shadow: string, at: Range, form: VerbForm): boolean {
  if (form !== 'base' && form !== 's') return false
  const before = shadow.slice(0, at.start)
  if (form === 'base')
    return NOUN_BEFORE.test(/[\uE001\uE003]\s+$/u.test(before) && !NOUNISH.test(shadow.slice(at.start, at.end)) ? '' : before)
  if (
    !/^(?:sanctions|bans|lists|names|labels|blocks|targets|places|returns|files|rules|hits|brands|freezes)$/iu.test(
      shadow.slice(at.start, at.end),
    )
  )
    return false
  return NOUN_BEFORE.test(before) && !(/[\uE001-\uE00A]\s+$/u.test(before) && DIRECT.test(shadow.slice(at.end)))
}

/** Verbs that are nouns too. */
const NOUNISH = /^(?:ban|list|name|label|block|target|place|return|file|hit|brand|freeze|sanction|cut|keep)$/iu
const DIRECT = /^\s*(?:the\s+|[a-z-]+\s+){0,4}[\uE001\uE003-\uE006]/u

const shifted = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by })
const moved = (node: ActNode, by: number): ActNode => ({
  ...node,
  ...shifted(node, by),
  zones: node.zones.map(z => shifted(z, by)),
  tail: node.tail && shifted(node.tail, by),
})

const windowAfter = (shadow: string, at: number): string => {
  const rest = shadow.slice(at, at + 320)
  const barrier = BARRIER.exec(rest)
  return barrier ? rest.slice(0, barrier.index) : rest
}

const BLANK = { kind: 'verb', partyOnly: false, examples: false, sanctions: false, explicit: false, governed: false } as const

function verbNode(
  shadow: string,
  at: Range,
  trigger: Extract<Trigger, { role: 'act' }>,
  { cued, text }: { readonly cued: boolean; readonly text: string },
): ActNode | null {
  const { frame } = trigger
  const before = shadow.slice(0, at.start)
  // "was put": a verb whose past is its base.
  const form = trigger.form === 'base' && BE.test(before) ? 'past' : trigger.form
  if (frame.cue && !cued && !(frame.partyOnly && OBJECT_PARTY.test(shadow.slice(at.end)))) return null
  if (form === 'past' && ADJECTIVE.test(shadow.slice(at.end)) && !BE.test(before)) return null
  if (isNounHere(shadow, at, form)) return null
  if (form === 'past' && before.endsWith('-')) return null
  const voice = voiceOf(shadow, at, form)
  const window = windowAfter(shadow, at.end)
  const base = {
    ...BLANK,
    act: frame.act,
    frame: frame.id,
    form,
    voice,
    ...at,
    partyOnly: (frame.partyOnly ?? false) && !(frame.relaxed && new RegExp(frame.relaxed, 'iu').test(text)),
  }
  if (frame.direct) return directNode(base, shadow, at, window)
  return tailNode(base, shadow, at, { window, frame })
}

type Base = Omit<ActNode, 'zones' | 'tail'>

function directNode(base: Base, shadow: string, at: Range, window: string): ActNode | null {
  if (base.voice === 'active') {
    const stop = /\s(?:as|for|over|because|in|under|after|with|following|from|by|amid|when|if|to|on|against|since)\s/u.exec(window)
    const zone = { start: at.end, end: at.end + (stop ? stop.index : window.length) }
    if (!/^\s*(?:[^\s;:]+\s+){0,7}?[\uE001\uE003-\uE006]|^\s*(?:them|it|him|her|the\s)/u.test(shadow.slice(zone.start, zone.end)))
      return null
    return { ...base, zones: [zone], tail: null }
  }
  return { ...base, zones: subjectZones(shadow, at, base.voice), tail: null }
}

function tailNode(
  base: Base,
  shadow: string,
  at: Range,
  { window, frame }: { readonly window: string; readonly frame: CompiledAct },
): ActNode | null {
  const passive = base.voice !== 'active'
  const open = passive ? window.slice(0, 140) : window
  const match = frame.tail?.exec(open)
  if (!match) return null
  // The class begins at "as", not at the words of the target before it.
  const as = frame.asClass ? match[0].search(/\bas\s/u) : -1
  const tail = { start: at.end + match.index + Math.max(0, as), end: at.end + match.index + match[0].length }
  const gap = shadow.slice(at.end, tail.start)
  // Between an active verb and its list stands the target; a passive verb has it before.
  if (frame.asClass && /\b(?:to|that)\s/u.test(gap) && !/\bto be\b/u.test(gap)) return null
  const named = { ...base, tail, explicit: true, examples: frame.zone === 'examples' }
  if (frame.zone === 'after-tail') return { ...named, zones: [{ start: tail.end, end: at.end + window.length }] }
  if (frame.zone === 'examples') return { ...named, zones: [] }
  if (base.voice === 'inverted') return { ...named, zones: [{ start: tail.end, end: shadow.length }] }
  if (passive) return { ...named, zones: subjectZones(shadow, at, base.voice) }
  const after = { start: at.end, end: tail.start }
  // "declared the movement terrorist": whom is said within the class.
  const lists = [/[\uE001-\uE006]/u.test(gap) ? after : { start: at.end, end: tail.end }]
  // "re-lists five groups as terrorist organisations …: A, B and C": the members follow.
  const members = /^[^;.]{0,120}?:\s/u.exec(shadow.slice(tail.end))
  if (members && !/[\uE005\uE006]/u.test(gap)) lists.unshift({ start: tail.end + members[0].length, end: shadow.length })
  if (!/[\uE001-\uE006]/u.test(gap) && /^(?:remain|stay)/u.test(shadow.slice(at.start, at.end)))
    return { ...named, zones: subjectZones(shadow, at, 'passive') }
  return { ...named, zones: lists }
}

function voiceOf(shadow: string, at: Range, form: VerbForm): Voice {
  if (form === 'participle') return 'passive'
  if (form !== 'past') return 'active'
  const before = shadow.slice(0, at.start)
  if (BE.test(before)) return 'passive'
  if (/\bhav(?:e|ing)\s+(?:[^\s,;]+\s+){1,12}$/u.test(before) && /\bto have\b/u.test(before.slice(-120))) return 'passive'
  const after = shadow.slice(at.end)
  if (before.trim() === '' && /^[^.;]{0,80}?\b(?:was|were|is|are)\b/u.test(after)) return 'inverted'
  if (/^\s+(?:[\w-]+\s+){0,2}?by\s/u.test(after)) return 'passive'
  // "the group, banned in Russia since 2003": a participle right after a party.
  if (
    /[\uE005\uE006]\)?,?\s+(?:(?:also|first|already|long|once|now|since|currently)\s+)?$/u.test(before) &&
    /^\s+(?:in|on|under|as|since|from)\s/u.test(after) &&
    !/[\uE001-\uE004\uE009\uE00A]/u.test(before.slice(-30))
  )
    return 'passive'
  return 'active'
}

/** Where a passive verb's target stands: before it, back to the clause's beginning. */
function subjectZones(shadow: string, at: Range, voice: Voice): readonly Range[] {
  if (voice === 'inverted') return [{ start: at.end, end: shadow.length }]
  const before = shadow.slice(0, at.start)
  const barriers = [
    ...before.matchAll(/[;:]|\.\s|,\s+(?:and|but|while|which|where|after|although)\s|\s(?:where|while|that|after|although|because)\s/gu),
  ]
  const last = barriers.findLast(b =>
    /[\uE001\uE005\uE006]|\b(?:it|they|he|she|which|who|group|movement|organi[sz]ation)\b/u.test(before.slice(b.index + b[0].length)),
  )
  return [{ start: last ? last.index + last[0].length : 0, end: at.start }]
}

function nounNode(
  shadow: string,
  at: Range,
  { frame, rest }: Extract<Trigger, { role: 'noun' }>,
  { cued, frames }: { readonly cued: boolean; readonly frames: Frames },
): ActNode | null {
  const end = at.end + (rest ? rest.length + 1 : 0)
  if (rest && shadow.slice(at.end + 1, end).toLowerCase() !== rest) return null
  if (frame.cue && !cued && !OBJECT_PARTY.test(shadow.slice(end))) return null
  // "Sanctions Regulations", "sanctions committee": the word only describes.
  if (frame.sanctions && /^\s+(?:[Rr]egulations?|lists?|committees?|monitors?|experts?|laws?|evasion|relief)\b/u.test(shadow.slice(end)))
    return null
  const place = { start: at.start, end }
  const before = shadow.slice(0, at.start)
  const window = windowAfter(shadow, end)
  const tail = frame.tail?.exec(window)
  if (frame.tail && !tail && !(frame.loose && cued)) return null
  const zones: Range[] = []
  const after = frames.nounLink.exec(window)
  if (after) {
    const stop = frames.nounStop.exec(window.slice(after[0].length))
    const stopped = tail && tail.index > after[0].length ? tail.index : stop ? after[0].length + stop.index : window.length
    zones.push({ start: end + after[0].length, end: end + stopped })
  }
  const possessive = /[\uE001\uE005\uE006]+(?:['’]s?|s['’])?\s+(?:[\p{L}-]+\s+){0,4}$/u.exec(before)
  if (possessive) zones.push({ start: possessive.index, end: at.start })
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
    explicit: tail !== undefined && tail !== null ? true : compound,
  }
}

function* statusNodes(shadow: string, frames: Frames, cued: boolean): Iterable<ActNode> {
  for (const { act, pattern, cue } of frames.statuses) {
    if (cue && !cued) continue
    const match = pattern.exec(shadow)
    if (!match) continue
    const at = { start: match.index, end: match.index + match[0].length }
    yield {
      ...BLANK,
      kind: 'status',
      act,
      frame: 'status',
      form: /\bhad\b/.test(match[0]) ? 'past' : 'base',
      voice: 'passive',
      ...at,
      zones: subjectZones(shadow, at, 'passive'),
      tail: at,
      explicit: true,
    }
  }
}

function modifierOf(shadow: string, at: Range, trigger: Extract<Trigger, { role: 'governor' | 'operator' }>): Modifier | null {
  const end = at.end + (trigger.rest ? trigger.rest.length + 1 : 0)
  if (trigger.rest && shadow.slice(at.end + 1, end).toLowerCase() !== trigger.rest) return null
  const before = shadow.slice(0, at.start)
  if (trigger.form === 'base' && NOUN_BEFORE.test(before)) return null
  if (
    trigger.role === 'governor' &&
    trigger.form === 'noun' &&
    !(trigger.frame.id === 'challenge' ? /^\s+(?:of|to|by|against|from)\b/u : /^\s+(?:of|to)\b/u).test(shadow.slice(end)) &&
    !/['’]s?\s+(?:\w+\s+)?$/u.test(before)
  )
    return null
  if (trigger.form === 'noun' && /\bto\s+$/u.test(before) && !/\b(?:of|for)\b/u.test(shadow.slice(end, end + 5))) return null
  const passive = trigger.form === 'participle' || (trigger.form === 'past' && BE.test(before))
  const title = trigger.form === 'base' && before.trim() === ''
  return { role: trigger.role, id: trigger.frame.id, form: title ? 'noun' : trigger.form, passive, start: at.start, end }
}

// A verb and a status in the same words are one act; the status is wider and knows more.
function withoutOverlap(acts: readonly ActNode[]): readonly ActNode[] {
  const statuses = acts.filter(a => a.kind === 'status')
  const compound = (a: ActNode, i: number) => a.kind === 'noun' && acts[i + 1]?.kind === 'noun' && (acts[i + 1]?.start ?? 0) - a.end <= 1
  return acts
    .filter((a, i) => !compound(a, i))
    .filter(a => a.kind === 'status' || !statuses.some(s => a.start >= s.start && a.end <= s.end))
}
