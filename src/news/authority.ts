import { ACTS, type Actor, codeOf } from './actor.ts'
import { bothMeant } from './allies.ts'
import { fromContext } from './authority-context.ts'
import type { Statement } from './compose.ts'
import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'
import type { Range, Sentence } from './sentences.ts'

/** The authority of a statement's act; the target's own State never lists itself. */
export function authorityOf(
  reading: Reading,
  statement: Statement,
  sentence: Sentence,
  target: Range & { readonly code: string | null; readonly name?: string },
): Actor | null {
  const tries = [owner, exempting, decider, agent, subject, classList, place, namedList, fromContext]
  for (const attempt of tries) {
    const actor = attempt(reading, statement, sentence, target)
    if (actor === NOBODY) return null
    if (actor && actor.code !== target.code) return { ...actor, code: whoListed(reading, statement, actor, target) ?? actor.code }
  }
  return null
}

/** "asks the authorities to take it off": of authorities that are not named, those that the text told to have listed the party. */
function whoListed(reading: Reading, { type }: Statement, actor: Actor, target: { readonly name?: string }): string | null {
  if (!type.startsWith('delist') || reading.digest || !(actor.basis === 'context' || actor.mention?.kind === 'generic')) return null
  const codes = new Set(
    reading.found.filter(f => f.type === 'listed' && f.factuality === 'done' && f.target.name === target.name).map(f => f.code),
  )
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}

/** Stands for those who are asked where nobody in particular is. */
const NOBODY: Actor = { code: '', mention: null, basis: 'context' }

/** One way to find who acts. */
export type Attempt = (
  reading: Reading,
  statement: Statement,
  sentence: Sentence,
  target: Range & { readonly code: string | null; readonly name?: string },
) => Actor | null

// "the EU's list", "US sanctions", "the British government's decision to designate": whose it is.
const owner: Attempt = (reading, { node, governor, operator }, sentence, target) => {
  const { doc } = reading
  if (node.tail) {
    const named = reading.grammar.onWhichActs.test(doc.shadow.slice(node.tail.start, node.tail.end))
    const inTail = reading
      .within({ start: node.tail.start, end: node.tail.end + 60 })
      .filter(m => ACTS.has(m.kind) && (m.kind !== 'generic' || reading.grammar.councils.test(doc.text.slice(m.start, m.end)) || named))
    const owning = inTail.find(
      m =>
        (m.start < (node.tail?.end ?? 0) ||
          (m.kind !== 'demonym' && reading.grammar.placedIn.test(doc.text.slice(node.tail?.end ?? 0, m.start)))) &&
        !inside(m, target),
    )
    const owner = owning && codeOf(reading, owning)
    if (owning && owner && !reading.grammar.byBefore.test(doc.text.slice(0, owning.start).slice(-8)))
      return { code: owner, mention: owning, basis: 'owner' }
  }
  const named = node.tail && reading.within(node.tail).find(m => m.kind === 'list' && m.code && !m.weak)
  if (named?.code && node.frame === 'keep-on-list') return { code: named.code, mention: named, basis: 'list' }
  if (node.kind !== 'noun') return null
  const before = reading
    .within({ start: Math.max(0, node.start - 90), end: node.start })
    .filter(m => ACTS.has(m.kind) && m.code && !inside(m, target))
  const last = before.at(-1)
  if (!last || (governor && governor.start < node.start && last.start < governor.start)) return null
  // Who asks for an act does not own it.
  if (operator?.id === 'call' && last.start < operator.start && operator.start < node.start) return null
  // "X adopts the EU's sanctions": they become X's.
  if (governor?.id === 'impose' && !governor.passive && governor.form !== 'noun') {
    const acting = nearest(reading, { start: sentence.start, end: governor.start }, target)
    if (acting && acting.code !== last.code) return null
  }
  return reading.grammar.ownerGap.test(doc.text.slice(last.end, node.start)) && last.code
    ? { code: last.code, mention: last, basis: 'owner' }
    : null
}

// "an exemption from X's travel ban": whose measure it is.
const exempting: Attempt = (reading, { node }, sentence) => {
  const from = node.act === 'exempt' ? reading.grammar.exemptFrom.exec(reading.doc.shadow.slice(node.end, sentence.end)) : null
  const at = node.end + (from?.[0].length ?? 0)
  const mention = from && reading.doc.mentions.find(m => m.start === at && m.code)
  return mention?.code ? { code: mention.code, mention, basis: 'owner' } : null
}

// "in answer to X's decision to list it": who decides.
const decider: Attempt = (reading, { node }, sentence, target) => {
  if (node.kind !== 'verb') return null
  const last = reading
    .within({ start: Math.max(sentence.start, node.start - 60), end: node.start })
    .findLast(m => ACTS.has(m.kind) && m.code && !inside(m, target))
  return last?.code && reading.grammar.deciderGap.test(reading.doc.shadow.slice(last.end, node.start))
    ? { code: last.code, mention: last, basis: 'owner' }
    : null
}

const agent: Attempt = (reading, { node, governor }, sentence) => {
  const from = Math.max(node.end, governor?.end ?? 0)
  for (const start of [from, node.end]) {
    const by = reading.grammar.byAgent.exec(reading.doc.shadow.slice(start, sentence.end))
    if (by && start === node.end && reading.grammar.secondAct.test(by[0])) continue
    if (!by || (node.voice === 'active' && !governor?.passive && by[0].length > 12)) continue
    const at = start + by[0].length
    const mention = reading.doc.mentions.find(m => m.start >= at && m.start <= at + 30 && ACTS.has(m.kind) && m.end <= sentence.end)
    const code = mention && codeOf(reading, mention)
    if (mention && code) return { code, mention, basis: 'agent' }
  }
  return null
}

const subject: Attempt = (reading, statement, sentence, target) => {
  const after = reading.tools.frames.file.verbFirst ? subjectAfterVerb(reading, statement, target) : null
  if (after) return after
  const { node, governor, operator, reacted, refused, type } = statement
  if (reacted) return null
  const action = Math.min(governor && !governor.passive ? governor.start : node.start, node.start)
  // "A, B and C remain on it": those meant by a subject do not act.
  const zone =
    target.code === null ? undefined : node.zones.find(z => z.start <= target.start && z.end >= target.end && z.end <= node.start)
  const before = (at: number) => nearest(reading, { start: sentence.start, end: at }, zone ? { ...zone, code: target.code } : target)
  const lead = reading.doc.shadow.slice(sentence.start, action)
  const acts = governor && !governor.passive && governor.start < node.start ? governor : node
  const participle = acts.form === 'ing' && !operator && reading.grammar.participleNext.test(lead)
  if (participle || reading.grammar.pronounActs.test(reading.doc.shadow.slice(sentence.start, node.start))) {
    const first = foremost(reading, { start: clauseOf(reading, sentence, node.start), end: node.start }, target)
    if (first) return first
  }
  const both = bothMeant(reading, sentence.start, action)
  if (both?.code) return { code: both.code, mention: both, basis: 'subject' }
  if (operator?.id === 'call' && operator.end <= action && type !== 'listing_considered') {
    if (reading.grammar.nobodyAsked.test(reading.doc.text.slice(operator.end, action))) return NOBODY
    const told = reading.grammar.tellsAfter.exec(reading.doc.shadow.slice(node.end, sentence.end))
    const end = node.end + (told?.[0].length ?? 0)
    const asked =
      addressee(reading, operator, { start: action, end: node.end }, target) ??
      (told ? foremost(reading, { start: end, end: sentence.end }, target) : null)
    // "X is urged by Y to list it": whom Y urges is the subject.
    const urged = operator.passive ? before(operator.start) : null
    if (urged && reading.grammar.byNear.test(reading.doc.text.slice(operator.end, operator.end + 4))) return urged
    // Who refuses a request is who was asked.
    return asked ?? (refused && refused.start < operator.start ? before(refused.start) : null)
  }
  // Who vetoes what a body would decide is not the body.
  if (operator?.id === 'deny' && reading.grammar.vetoed.test(reading.doc.shadow.slice(operator.start, operator.end))) {
    const body = reading
      .within({ start: operator.end, end: sentence.end })
      .find(m => (m.code === 'un' || m.code === 'eu') && !inside(m, target))
    if (body?.code) return { code: body.code, mention: body, basis: 'agent' }
    const told = reading.found.findLast(f => f.code === 'un' || f.code === 'eu')
    if (told && !reading.digest) return { code: told.code, mention: null, basis: 'context' }
  }
  const said = operator && operator.form !== 'phrase' && operator.end <= action
  if (node.voice === 'passive' && node.kind !== 'noun') return said ? before(operator.start) : announcer(reading, sentence, node)
  return (said ? before(operator.start) : null) ?? before(action)
}

// "X rejects calls by Y to talk with Z, which it banned": the pronoun stands for the subject of the whole.
function foremost(reading: Reading, range: Range, target: Range): Actor | null {
  const { doc, grammar } = reading
  const mention = reading
    .within(range)
    .find(
      m =>
        ACTS.has(m.kind) &&
        m.kind !== 'demonym' &&
        !inside(m, target) &&
        !grammar.placeBefore.test(doc.text.slice(Math.max(0, m.start - 16), m.start)),
    )
  const code = mention && codeOf(reading, mention)
  return mention && code ? { code, mention: null, basis: 'subject' } : null
}

const clauseOf = ({ doc }: Reading, sentence: Range, at: number) =>
  Math.max(sentence.start, doc.shadow.slice(sentence.start, at).lastIndexOf(';') + sentence.start + 1)

// "X announced that Y has been removed": who announces an act is taken to be whose it is.
function announcer(reading: Reading, sentence: Sentence, node: Range): Actor | null {
  const { doc, grammar } = reading
  const match = grammar.announcedThat.exec(doc.shadow.slice(sentence.start, node.start))
  const mention = match && doc.mentions.find(m => m.end === sentence.start + match.index + 1)
  const code = mention && codeOf(reading, mention)
  return mention && code ? { code, mention, basis: 'place' } : null
}

// In languages that begin with the verb: whom the text names right after it.
function subjectAfterVerb(reading: Reading, { node, governor, operator }: Statement, target: Range): Actor | null {
  const verb = [operator, governor, node].find(v => v !== null && v.form === 'past')
  const mention =
    verb && reading.doc.mentions.find(m => m.start > verb.end && m.start - verb.end <= 2 && ACTS.has(m.kind) && !inside(m, target))
  const code = mention && codeOf(reading, mention)
  return mention && code ? { code, mention, basis: 'subject' } : null
}

// "urges the EU to list", "a bid by A and B at the UN to list": who is asked stands between, after who asks.
function addressee(reading: Reading, operator: Range, action: Range, target: Range): Actor | null {
  const by = reading.grammar.byList.exec(reading.doc.shadow.slice(operator.end, action.start))
  const from = operator.end + (by?.[0].length ?? 0)
  const mention = reading
    .within({ start: from, end: action.start })
    .find(
      m => ACTS.has(m.kind) && !inside(m, target) && (m.code || m.kind === 'generic') && !byNear(reading, from, m) && !isTitle(reading, m),
    )
  const code = mention && codeOf(reading, mention)
  return mention && code ? { code, mention, basis: 'agent' } : null
}

// "President X": a title names nobody who is asked.
const isTitle = ({ doc }: Reading, m: Mention) => m.kind === 'generic' && /^ [\uE004-\uE006]/u.test(doc.shadow.slice(m.end, m.end + 2))

const byNear = (reading: Reading, from: number, m: Range) => reading.grammar.byNear.test(reading.doc.text.slice(from, m.start))

function nearest(reading: Reading, range: Range, target: Range & { readonly code: string | null }): Actor | null {
  const { doc } = reading
  // "X, which consists of Y and Z, acts": X.
  const aside = reading.grammar.closedAside.exec(doc.shadow.slice(range.start, range.end))
  const end = aside ? range.start + aside.index + 1 : range.end
  const candidates = reading.within({ start: range.start, end }).filter(m => ACTS.has(m.kind) && !inside(m, target))
  for (const mention of candidates.toReversed()) {
    const before = doc.text.slice(Math.max(0, mention.start - 16), mention.start)
    if (mention.kind === 'state' && reading.grammar.possessedNext.test(doc.shadow.slice(mention.end, mention.end + 60))) continue
    const placed =
      reading.grammar.placeBefore.test(before) ||
      (reading.grammar.placeCoordinated.test(doc.shadow.slice(Math.max(0, mention.start - 80), mention.start)) &&
        !reading.grammar.speaksNext.test(doc.shadow.slice(mention.end, mention.end + 20))) ||
      (mention.kind === 'demonym' && !reading.grammar.demonymActs.test(doc.text.slice(mention.end, mention.end + 14)))
    // "X and Y list it": right before the act the word is its verb.
    const acts = range.end - mention.end <= 1
    if (
      placed ||
      (mention.kind === 'state' && !acts && reading.tools.frames.attributive.test(doc.text.slice(mention.end, mention.end + 16)))
    )
      continue
    const code = codeOf(reading, mention)
    // "endorses the X deal and lifts sanctions on X": X does not act on itself.
    if (code && code !== target.code) return { code, mention, basis: 'subject' }
  }
  return null
}

// "banned in Russia", "in Russia the movement is outlawed".
const place: Attempt = (reading, { node }, sentence, target) => {
  // "Pakistan, where the group has been banned since 2002"
  const where = reading
    .within({ start: sentence.start, end: node.start })
    .findLast(
      m => (m.kind === 'state' || m.kind === 'seat') && reading.grammar.whereClause.test(reading.doc.shadow.slice(m.end, node.start)),
    )
  if (where?.code && !inside(where, target)) return { code: where.code, mention: where, basis: 'place' }
  const within = reading.within(sentence).filter(
    m =>
      (m.kind === 'state' || (m.kind === 'body' && m.code === 'eu') || (m.kind === 'seat' && node.voice === 'passive')) &&
      !inside(m, target) &&
      // "killed in X; Y was listed": a place holds for its own clause, unless the sentence begins with it.
      !(m.start - sentence.start > 8 && reading.doc.text.slice(m.end, node.start).includes(';')) &&
      !(m.start >= node.end && reading.doc.text.slice(node.end, m.start).includes(';')) &&
      reading.grammar.inPlace.test(reading.doc.text.slice(Math.max(0, m.start - 14), m.start)) &&
      !reading.grammar.aboutPlace.test(reading.doc.text.slice(Math.max(0, m.start - 40), m.start)) &&
      !reading.grammar.placeClause.test(reading.doc.shadow.slice(node.end, Math.max(node.end, m.start))),
  )
  // "is listed under X law"
  const ruled = reading
    .within(sentence)
    .find(m => m.kind === 'demonym' && reading.grammar.underLaw.test(reading.doc.shadow.slice(Math.max(0, m.start - 10), m.end + 24)))
  if (ruled?.code && within.length === 0) return { code: ruled.code, mention: ruled, basis: 'place' }
  const near = within.toSorted((a, b) => Math.abs(a.start - node.start) - Math.abs(b.start - node.start))[0]
  return near?.code ? { code: near.code, mention: near, basis: 'place' } : null
}

// "the designation of X in Y as a Specially Designated Global Terrorist": who keeps the list that names the class.
const classList: Attempt = (reading, { node }, sentence) => {
  const range = node.kind === 'noun' ? { start: node.end, end: sentence.end } : node.tail
  const list = range && reading.within(range).find(m => m.kind === 'list' && m.code && !m.weak)
  return list?.code ? { code: list.code, mention: list, basis: 'list' } : null
}

const namedList: Attempt = (reading, { node }, sentence) => {
  const { doc } = reading
  const list = reading.within(sentence).find(m => m.kind === 'list' && m.code)
  // A list that many keep is whose the text told of.
  const others = !reading.digest && reading.found.length > 0 && reading.found.every(f => f.code !== list?.code)
  const told = list?.weak === true && (others || reading.found.some(f => f.sentence === sentence))
  if (list?.code && !told) return { code: list.code, mention: list, basis: 'list' }
  const text = doc.text.slice(sentence.start, sentence.end)
  const law = reading.tools.frames.laws.find(l => l.pattern.test(text))
  if (law) return { code: law.code, mention: null, basis: 'list' }
  // "taken off the list": the list that was named before.
  const bare = node.tail && reading.grammar.bareList.test(doc.text.slice(node.tail.start, node.tail.end))
  const before = bare && !reading.digest ? doc.mentions.findLast(m => m.kind === 'list' && m.code && m.end <= node.start) : undefined
  return before?.code ? { code: before.code, mention: null, basis: 'list' } : null
}

const inside = (m: Range, target: Range) => m.start < target.end && m.end > target.start
