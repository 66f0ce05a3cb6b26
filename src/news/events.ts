import type { Mention } from './annotate.ts'
import { type Actor, alliesOf, authorityOf, codeOf } from './authority.ts'
import { type Statement, statementsOf } from './compose.ts'
import { confidenceOf } from './confidence.ts'
import type { ActNode, Modifier } from './nodes.ts'
import { BARRIER, nodesOf } from './nodes.ts'
import type { Found, Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { type Target, targetOf, targetsOf } from './targets.ts'
import { whenOf } from './when.ts'

/** Reads the acts of a sentence and adds what it finds to the reading. */
export function readActs(reading: Reading, sentence: Sentence): void {
  const { doc, tools } = reading
  const { frames } = tools
  const text = doc.shadow.slice(sentence.start, sentence.end)
  if (frames.forbidden.test(doc.text.slice(sentence.start, sentence.end)) && !(frames.lists.length > 0 && hasList(doc.shadow, sentence)))
    return
  const { acts, modifiers } = nodesOf(doc, sentence, frames, reading.cued)
  const isCourt = courtIn(reading, sentence)
  const made: { readonly statement: Statement; readonly node: ActNode }[] = []
  const unlawful = frames.unlawful.exec(doc.shadow.slice(sentence.start, sentence.end))
  const court =
    unlawful !== null &&
    reading.within(sentence).some(m => (m.kind === 'body' || m.kind === 'generic') && frames.court.test(doc.text.slice(m.start, m.end)))
  for (const node of acts) {
    const quashed = court && unlawful !== null && sentence.start + unlawful.index > node.end
    for (const statement of statementsOf(doc.shadow, node, modifiers, isCourt, quashed)) made.push({ statement, node })
  }
  const heads = made.map(m => m.statement.governor?.start ?? m.node.start)
  for (const { statement } of withoutEmbedded(made, doc.shadow)) addStatement(reading, statement, sentence, heads)
  readHearing(reading, sentence)
  readAdopted(reading, sentence)
  readLicence(reading, sentence)
  readSame(reading, sentence)
  readGapped(reading, sentence)
  void text
}

const hasList = (shadow: string, { start, end }: Sentence) => shadow.slice(start, end).includes('\uE00B')

/** An act that another one is done to ("overturns the addition of …") is told by the outer one. */
function withoutEmbedded<T extends { readonly statement: Statement; readonly node: ActNode }>(
  made: readonly T[],
  shadow: string,
): readonly T[] {
  return made.filter(({ statement, node }) => {
    if (statement.governor || statement.operator) return true
    return !made.some(other => {
      if (other.node === node || other.node.end > node.start) return false
      const gap = shadow.slice(other.node.end, node.start)
      return node.kind === 'noun' && other.node.zones.some(z => z.start <= node.start && z.end >= node.end) && gap.length < 120
    })
  })
}

function courtIn(reading: Reading, sentence: Sentence): (at: number) => boolean {
  const { doc, tools } = reading
  const mentions = reading.within(sentence).filter(m => ['body', 'generic', 'name'].includes(m.kind))
  return at => {
    const before = mentions.filter(m => m.end <= at)
    const by = mentions.find(m => m.start > at && /\bby\s+(?:the\s+|an?\s+)?$/u.test(doc.text.slice(Math.max(0, m.start - 12), m.start)))
    const subject = before.findLast(m => m.kind !== 'name') ?? before.at(-1)
    return [by, subject].some(
      m =>
        m !== undefined &&
        tools.frames.court.test(doc.text.slice(m.start, m.end)) &&
        !/criminal court|rights court/iu.test(doc.text.slice(m.start, m.end)),
    )
  }
}

function addStatement(reading: Reading, statement: Statement, sentence: Sentence, heads: readonly number[]): void {
  const targets = askedFor(reading, statement, sentence) ?? targetsOf(reading, statement.node)
  for (const target of targets) {
    const actor = authorityOf(reading, statement, sentence, target)
    if (!actor || actor.code === target.code) continue
    if (!plausible(reading, statement, target, actor)) continue
    const when = whenOf(reading, statement, sentence, heads)
    const type = statement.type === 'delisted' && target.code && statement.node.sanctions ? 'eased' : statement.type
    for (const { code } of [actor, ...alliesOf(reading, actor)])
      add(reading, {
        type,
        code,
        target,
        date: when.date,
        dateBasis: when.basis,
        factuality: statement.factuality,
        attribution: attributionOf(reading, statement, sentence, actor),
        instrument: instrumentOf(reading, statement, sentence),
        sentence,
        ...quoteOf(reading, statement, sentence, target, actor),
        confidence: confidenceOf({ statement, target, actor, when }),
      })
  }
}

/** "X asks Y to remove it", "an appeal by X against its designation": who asks is who is meant. */
function askedFor(reading: Reading, { node, operator, governor }: Statement, sentence: Sentence): readonly Target[] | null {
  const { doc } = reading
  const asks = operator?.id === 'call' ? operator : governor?.id === 'challenge' ? governor : null
  const isParty = (m: Mention) => m.kind === 'party' || m.kind === 'name' || m.kind === 'state'
  const own = /\b(?:it|them|him|her|its|their|his)\b/iu
  const between = asks ? doc.shadow.slice(Math.max(asks.end, node.start - 40), node.tail?.start ?? node.end + 12) : ''
  if (!asks || !own.test(between)) return null
  const zoned = node.zones.flatMap(z => reading.within(z).filter(m => m.start >= asks.end))
  if (zoned.some(isParty)) return null
  const by = /^\s+(?:by|from|of)\s+(?:the\s+)?/u.exec(doc.shadow.slice(asks.end, node.start))
  const who = by
    ? reading.within({ start: asks.end, end: node.start }).find(isParty)
    : reading.within({ start: sentence.start, end: asks.start }).findLast(m => isParty(m) || m.kind === 'body')
  if (!who || (who.kind === 'body' && !node.explicit)) return null
  return [targetOf(reading, who.kind === 'body' ? { ...who, kind: 'state' } : who)]
}

/** What no reader would take for a listing: a name that is no party, an authority only guessed for an unknown name. */
function plausible(reading: Reading, { node, governor, operator }: Statement, target: Target, actor: Actor): boolean {
  if (target.kind === 'name' && target.name.length < 3) return false
  const guessed = actor.basis === 'context'
  if (guessed && target.kind === 'name' && !node.explicit) return false
  if (guessed && node.kind === 'noun' && !node.explicit && !governor && !operator) return false
  if (target.anaphoric && node.kind === 'noun' && !governor && !operator) return false
  if (
    node.frame === 'list-direct' &&
    target.kind === 'name' &&
    !reading.tools.frames.cue.test(reading.doc.text.slice(node.start, node.end + 200))
  )
    return false
  return true
}

/** Adds an event unless the text has told the very same before; of two tellings the better dated one stands. */
export function add(reading: Reading, event: Found): void {
  const same = reading.found.findIndex(
    f =>
      f.type === event.type &&
      f.code === event.code &&
      sameTarget(f.target, event.target) &&
      (event.factuality === 'denied') === (f.factuality === 'denied') &&
      (f.date?.date === event.date?.date || (sameDay(f, event) && f.dateBasis !== 'text') || event.date === null),
  )
  if (same < 0) reading.found.push(event)
  else if (reading.found[same]?.date === null && event.date !== null) reading.found[same] = event
}

const sameDay = (a: Found, b: Found) => a.dateBasis === 'publication' && (b.dateBasis === 'publication' || b.dateBasis === 'relative')
const sameTarget = (a: Target, b: Target) => (a.entity !== null && a.entity === b.entity) || a.name.toLowerCase() === b.name.toLowerCase()

function quoteOf(
  reading: Reading,
  { node, governor, operator, head }: Statement,
  sentence: Sentence,
  target: Target,
  actor: Actor,
): { start: number; end: number } {
  const parts = [node, node.tail, governor, operator, head, actor.mention, target].filter(
    p => p !== null && p.start >= sentence.start && p.end <= sentence.end,
  ) as readonly { start: number; end: number }[]
  const start = Math.min(...parts.map(p => p.start))
  const end = Math.max(...parts.map(p => p.end))
  const { text } = reading.doc
  return { start: wordStart(text, start, sentence.start), end: closing(text, end, sentence.end) }
}

const wordStart = (text: string, at: number, from: number) => {
  let i = at
  while (i > from && /[\p{L}\p{N}"“]/u.test(text[i - 1] ?? '')) i -= 1
  return i
}

function closing(text: string, at: number, to: number): number {
  let i = at
  while (i < to && /[\p{L}\p{N}"”]/u.test(text[i] ?? '')) i += 1
  return i
}

function attributionOf(reading: Reading, { operator }: Statement, sentence: Sentence, actor: Actor): string | null {
  const { doc, tools } = reading
  const speakers = reading.within(sentence).filter(m => ['body', 'state', 'holder', 'generic', 'seat', 'name', 'party'].includes(m.kind))
  const name = (m: Mention) => doc.text.slice(m.start, m.end).replace(/^(?:the|its|a)\s+/iu, '')
  if (operator?.id === 'call') {
    const before = speakers.filter(m => m.end <= operator.start && codeOf(reading, m) !== actor.code)
    const by = /\bby\s+(?:the\s+)?([^,;.]{3,60}?)\s+(?:to|for)\b/u.exec(doc.text.slice(operator.end, sentence.end))
    const who = before.slice(-2).map(name)
    return who.length > 0 ? who.join('; ') : (by?.[1] ?? null)
  }
  for (const match of doc.shadow.slice(sentence.start, sentence.end).matchAll(/[\p{L}]+/gu)) {
    if (!tools.frames.says.has(match[0].toLowerCase())) continue
    const at = sentence.start + match.index
    const speaker = speakers.findLast(m => m.end <= at && at - m.end < 30) ?? speakers.find(m => m.start >= at && m.start - at < 20)
    if (speaker && (speaker !== actor.mention || speaker.kind === 'body')) return name(speaker)
    const officials = /(\p{Ll}*\s?officials)\s*$/u.exec(
      doc.text
        .slice(sentence.start, at)
        .trimEnd()
        .replace(/\s+(?:have|has)$/u, ''),
    )
    if (officials?.[1]) return officials[1].trim()
  }
  return null
}

function instrumentOf(reading: Reading, statement: Statement, sentence: Sentence): Found['instrument'] {
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
  if (court) return { text: `${doc.text.slice(court.start, court.end).replace(/^(?:the|a)\s+/iu, '')} ruling`, id: null }
  const act = /\b(?:(?:presidential|executive|federal)\s+)?(?:decree|order)\b/iu.exec(clause)
  return act ? { text: act[0], id: null } : null
}

const OUTCOMES = new Set(['upheld', 'annulled', 'challenged', 'suspended'])

/** A court that hears or orders something about a listing, without an outcome yet; or a party that goes to court over it. */
function readHearing(reading: Reading, sentence: Sentence): void {
  const { doc, tools } = reading
  const match = tools.frames.hearing.exec(doc.shadow.slice(sentence.start, sentence.end))
  const court = reading
    .within(sentence)
    .find(m => (m.kind === 'body' || m.kind === 'generic') && tools.frames.court.test(doc.text.slice(m.start, m.end)))
  const here = reading.found.filter(f => f.sentence === sentence)
  const asked = here.find(f => f.type === 'delisting_called' || f.type === 'listing_called')
  if (!match || !court || !asked || here.some(f => OUTCOMES.has(f.type))) return
  const code = codeOf(reading, court)
  if (!code) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  const instrument = { text: `${doc.text.slice(court.start, court.end).replace(/^(?:the|a)\s+/iu, '')} order`, id: null }
  add(reading, {
    ...asked,
    type: 'challenged',
    code,
    date: date ?? asked.date,
    dateBasis: date ? date.basis : asked.dateBasis,
    factuality: 'done',
    attribution: null,
    instrument,
    start: Math.min(court.start, asked.start),
    end: Math.max(court.end, asked.end),
  })
  reading.found[reading.found.indexOf(asked)] = { ...asked, date: null, dateBasis: 'none' }
}

/** The Security Council adopts a resolution that names a party: the act by which it is listed. */
function readAdopted(reading: Reading, sentence: Sentence): void {
  const { doc, tools } = reading
  const match = tools.frames.adopt.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match || reading.found.some(f => f.sentence === sentence && f.code === 'un')) return
  const at = sentence.start + match.index
  const actor = reading.within({ start: sentence.start, end: at }).findLast(m => m.code === 'un' && m.kind !== 'list')
  const act = reading.within({ start: at, end: sentence.end }).find(m => m.kind === 'instrument')
  const party = reading.within({ start: act?.end ?? at, end: sentence.end }).find(m => m.kind === 'party')
  if (!actor || !act?.instrument?.id || !party || !/\bwhich\b|sanction|list|designat/iu.test(doc.text.slice(act.end, sentence.end))) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  const { name, entity } = reading.names.called(party)
  add(reading, {
    type: 'listed',
    code: 'un',
    target: { start: party.start, end: party.end, name, entity, kind: party.kind, code: null, anaphoric: false },
    date,
    dateBasis: date ? date.basis : 'none',
    factuality: 'done',
    attribution: null,
    instrument: { text: act.instrument.text, id: act.instrument.id },
    sentence,
    start: Math.min(actor.start, date ? sentence.start : actor.start),
    end: party.end,
    confidence: 0.75,
  })
}

/** A licence that is cited by its number and lets dealings with a party through. */
function readLicence(reading: Reading, sentence: Sentence): void {
  const { doc } = reading
  const licence = reading.within(sentence).find(m => m.kind === 'instrument' && /licen[cs]e|^GL/iu.test(m.instrument?.text ?? ''))
  if (!licence?.instrument || reading.found.some(f => f.sentence === sentence && f.type === 'exemption')) return
  const lets = /\b(?:authori[sz]|permit|allow|exempt|cover|extend)\w*\b/iu.test(doc.shadow.slice(licence.end, sentence.end))
  const issued = /\b(?:issu|publish|renew|replac|amend|extend)\w*\b/iu.test(doc.shadow.slice(sentence.start, sentence.end))
  const parties = reading.within({ start: licence.end, end: sentence.end }).filter(m => m.kind === 'party')
  const actor = reading
    .within(sentence)
    .find(m => m.code && (m.kind === 'body' || m.kind === 'holder' || (m.kind === 'state' && m.start < licence.start)))
  const code = actor?.code ?? reading.found.at(-1)?.code ?? reading.tools.frames.laws.find(l => l.pattern.test(doc.text))?.code
  if (!(lets || issued) || !code) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  const news = /\b(?:issues|has issued|have issued|publishes)\b/u.test(doc.text.slice(sentence.start, sentence.end))
  const today = reading.published && news ? { date: reading.published, precision: 'day' as const } : null
  for (const m of parties)
    add(reading, {
      type: 'exemption',
      code,
      target: targetOf(reading, m),
      date: date ?? today,
      dateBasis: date ? date.basis : today ? 'publication' : 'none',
      factuality: 'done',
      attribution: null,
      instrument: { text: licence.instrument.text, id: licence.instrument.id },
      sentence,
      start: Math.min(licence.start, actor?.start ?? licence.start),
      end: m.end,
      confidence: 0.7,
    })
}

/** "X took the same step": the act just told, by another authority. */
function readSame(reading: Reading, sentence: Sentence): void {
  const { doc, tools } = reading
  const match = tools.frames.same.exec(doc.shadow.slice(sentence.start, sentence.end))
  const here =
    match && reading.found.findLast(f => f.sentence === sentence && f.end <= sentence.start + match.index && f.factuality === 'done')
  // The act meant is the newest one that the text reports as done, not its background.
  const before =
    here ??
    reading.found.findLast(
      f =>
        f.factuality === 'done' &&
        ['listed', 'delisted', 'suspended', 'renewed'].includes(f.type) &&
        f.dateBasis !== 'none' &&
        f.sentence !== sentence &&
        recent(reading, f),
    ) ??
    reading.found.findLast(f => f.sentence !== sentence)
  if (!match || !before) return
  const at = sentence.start + match.index
  const actor = reading
    .within({ start: sentence.start, end: at })
    .filter(m => m.code && m.kind !== 'list')
    .at(-1)
  if (!actor?.code || actor.code === before.code) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  add(reading, {
    ...before,
    code: actor.code,
    date,
    dateBasis: date ? date.basis : 'none',
    attribution: null,
    instrument: null,
    sentence,
    start: actor.start,
    end: closing(doc.text, at + match[0].length, sentence.end),
    confidence: before.confidence * 0.8,
  })
}

const recent = ({ published }: Reading, { date }: Found) =>
  date !== null && published !== null && date.date.slice(0, 4) === published.slice(0, 4)

/** "A was listed in 2009 and B in 2005": the verb left out, party and date given. */
function readGapped(reading: Reading, sentence: Sentence): void {
  const { doc } = reading
  const last = reading.found.findLast(f => f.sentence === sentence && f.date !== null && f.dateBasis !== 'publication')
  if (!last) return
  const parties = reading.within({ start: last.end, end: sentence.end }).filter(m => m.kind === 'party' || m.kind === 'name')
  for (const m of parties) {
    const before = doc.shadow.slice(Math.max(0, m.start - 12), m.start)
    const date = reading.doc.mentions.find(d => d.kind === 'date' && d.start >= m.end && d.start - m.end <= 6)
    if (
      !/(?:,|;|\band)\s+(?:the\s+)?$/u.test(before) ||
      !date?.date ||
      !/^\s+(?:in|on|since)?\s*$/u.test(doc.text.slice(m.end, date.start))
    )
      continue
    if (BARRIER.test(doc.shadow.slice(last.end, m.start))) continue
    const { name, entity } = reading.names.called(m)
    add(reading, {
      ...last,
      target: { ...last.target, start: m.start, end: m.end, name, entity, kind: m.kind, code: null },
      date: date.date,
      dateBasis: date.date.basis,
      start: m.start,
      end: date.end,
      confidence: last.confidence * 0.85,
    })
  }
}

export type { Modifier }
