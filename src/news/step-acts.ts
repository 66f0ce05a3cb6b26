import { codeOf } from './actor.ts'
import { isNews, topicOf } from './discourse.ts'
import { add, dayBeside } from './found.ts'
import type { Mention } from './mentions.ts'
import { closing } from './quote.ts'
import type { Found, Reading } from './reading.ts'
import type { Range, Sentence } from './sentences.ts'
import type { EventType } from './types.ts'

const LISTING = new Set<EventType>(['listed', 'listing_announced', 'listing_considered', 'renewed', 'upheld'])
const DELISTING = new Set<EventType>(['delisted', 'delisting_announced', 'delisting_considered', 'suspended'])

/** Reads what is said of the act just told as of "the step", "it", "that": done by others too, asked for, refused. */
export function readStepActs(reading: Reading, sentence: Sentence): void {
  readAsDid(reading, sentence)
  readCalled(reading, sentence)
  readAskedSame(reading, sentence)
  readRefused(reading, sentence)
  readLeft(reading, sentence)
  readFailed(reading, sentence)
  readReviewed(reading, sentence)
}

/** "A similar request in August failed": another exemption for whom one was just told of, refused. */
function readFailed(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.failedRequest.exec(doc.shadow.slice(sentence.start, sentence.end))
  const told = reading.found.findLast(f => f.type === 'exemption' && f.sentence.paragraph >= sentence.paragraph - 1)
  if (!match || !told || told.sentence === sentence || reading.digest) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  add(reading, {
    ...told,
    date,
    dateBasis: date ? date.basis : 'none',
    factuality: 'denied',
    attribution: null,
    instrument: null,
    sentence,
    start: sentence.start + match.index,
    end: closing(doc.text, sentence.start + match.index + match[0].length, sentence.end),
    confidence: told.confidence * 0.85,
  })
}

/** "… whether X can be banned, as Germany did in 2023": the act that is weighed here was done by another authority. */
function readAsDid(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.asDid.exec(doc.shadow.slice(sentence.start, sentence.end))
  const told = reading.found.findLast(
    f => f.sentence === sentence && (LISTING.has(f.type) || DELISTING.has(f.type) || f.type === 'listing_called'),
  )
  if (!match || !told) return
  const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
  const actor = reading.within(at).find(m => m.code !== undefined && m.kind !== 'list')
  if (!actor?.code || actor.code === told.code) return
  const date = doc.mentions.find(d => d.kind === 'date' && d.start >= at.end && d.start - at.end <= 8)?.date ?? null
  add(reading, {
    ...told,
    type: DELISTING.has(told.type) ? 'delisted' : 'listed',
    code: actor.code,
    date,
    dateBasis: date ? date.basis : 'none',
    factuality: 'done',
    attribution: null,
    instrument: null,
    start: at.start,
    end: closing(doc.text, at.end, sentence.end),
    confidence: told.confidence * 0.85,
  })
}

/** "X had pressed for the step", "Y wants it reversed": somebody asks for the act just told, or for its end. */
function readCalled(reading: Reading, sentence: Sentence): void {
  if (reading.found.some(f => f.sentence === sentence && f.type.endsWith('_called'))) return
  const shadow = reading.doc.shadow.slice(sentence.start, sentence.end)
  // "X had pressed for the step; Y called for it in May": two who ask.
  let from = sentence.start
  for (const part of shadow.split(';')) {
    readCalledIn(reading, sentence, { start: from, end: from + part.length })
    from += part.length + 1
  }
}

function readCalledIn(reading: Reading, sentence: Sentence, part: Range): void {
  const { doc, grammar } = reading
  const shadow = doc.shadow.slice(part.start, part.end)
  const back = grammar.calledBack.exec(shadow)
  const match = back ?? grammar.calledStep.exec(shadow)
  if (!match) return
  const at = part.start + match.index
  const first = reading.digest ? sentence.paragraph : sentence.paragraph - 1
  // "urged London to lift it": who is asked decides whose act is meant.
  const asked = reading.within({ start: at, end: at + match[0].length }).find(m => m.code !== undefined && m.kind !== 'list')
  const all = reading.found.filter(
    f => f.end <= at && (LISTING.has(f.type) || DELISTING.has(f.type)) && f.factuality !== 'denied' && (!asked || f.code === asked.code),
  )
  const near = asked ? all : all.filter(f => f.sentence.paragraph >= first)
  // The step meant is the news that the text reports, not its background.
  const told = near.findLast(f => isNews(reading, f)) ?? (reading.digest ? undefined : all.find(f => isNews(reading, f))) ?? near.at(-1)
  if (!told) return
  const listing = LISTING.has(told.type) === (back === null)
  const date = reading.within(part).find(m => m.kind === 'date')?.date ?? null
  const speaker = reading
    .within({ start: part.start, end: at })
    .findLast(m => ['body', 'state', 'generic', 'name', 'party', 'seat'].includes(m.kind))
  add(reading, {
    ...told,
    type: listing ? 'listing_called' : 'delisting_called',
    target: { ...(topicTold(reading, told) ?? told).target, anaphoric: true },
    date,
    dateBasis: date ? date.basis : 'none',
    factuality: 'requested',
    attribution: speaker ? doc.text.slice(speaker.start, speaker.end).replace(grammar.article, '') : null,
    instrument: null,
    sentence,
    start: speaker?.start ?? at,
    end: closing(doc.text, at + match[0].length, sentence.end),
    confidence: told.confidence * 0.85,
  })
}

/** Of several acts told of, the one on the party that the text is about. */
function topicTold(reading: Reading, told: Found): Found | undefined {
  const topic = topicOf(reading)
  return topic ? reading.found.findLast(f => f.target.name === topic.name && f.code === told.code) : undefined
}

/** "X has asked the committee to do so": somebody asks another authority for the act just told. */
function readAskedSame(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.askedSame.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match) return
  const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
  const acts = (m: Mention) => m.kind !== 'list' && m.kind !== 'demonym' && codeOf(reading, m) !== null
  const asked = reading.within({ start: at.end, end: sentence.end }).find(acts)
  const code = asked && asked.start - at.end <= 4 ? codeOf(reading, asked) : null
  const first = reading.digest ? sentence.paragraph : sentence.paragraph - 1
  const told = reading.found.findLast(
    f => f.start < at.start && f.sentence.paragraph >= first && (LISTING.has(f.type) || DELISTING.has(f.type)) && f.code !== '',
  )
  if (!code || !told || told.target.code === code || (told.code === code && told.factuality === 'done')) return
  const speakers = reading.within({ start: sentence.start, end: at.start }).filter(acts)
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  add(reading, {
    ...told,
    type: LISTING.has(told.type) ? 'listing_called' : 'delisting_called',
    code,
    ...dayBeside(reading, told, date),
    factuality: 'requested',
    attribution:
      speakers
        .slice(-2)
        .map(m => doc.text.slice(m.start, m.end).replace(grammar.article, ''))
        .join('; ') || null,
    instrument: null,
    sentence,
    start: speakers.at(-1)?.start ?? at.start,
    end: closing(doc.text, asked?.end ?? at.end, sentence.end),
    confidence: told.confidence * 0.85,
  })
}

/** "Its new minister says that he will review the decision": the listing just told may end. */
function readReviewed(reading: Reading, sentence: Sentence): void {
  const { doc, grammar, tools } = reading
  const match = grammar.reviewsStep.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match) return
  const at = sentence.start + match.index
  const told = reading.found.findLast(f => f.end <= at && f.sentence.paragraph === sentence.paragraph && LISTING.has(f.type))
  const who = reading.within({ start: sentence.start, end: at }).findLast(m => m.kind !== 'demonym' && codeOf(reading, m) !== null)
  if (!told || told.factuality === 'denied' || !who || codeOf(reading, who) !== told.code) return
  if (tools.frames.court.test(doc.text.slice(who.start, who.end))) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  add(reading, {
    ...told,
    type: 'delisting_considered',
    target: { ...told.target, anaphoric: true },
    ...dayBeside(reading, told, date),
    factuality: 'considered',
    instrument: null,
    sentence,
    start: at,
    end: closing(doc.text, at + match[0].length, sentence.end),
    confidence: told.confidence * 0.85,
  })
}

/** "Ankara ruled that out": what was just asked for is refused. */
function readRefused(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.deniedStep.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match) return
  const at = sentence.start + match.index
  const open = grammar.notRefused.test(doc.shadow.slice(sentence.start, at))
  const first = reading.digest ? sentence.paragraph : sentence.paragraph - 1
  const asked = reading.found.findLast(f => f.end <= at && f.sentence.paragraph >= first && f.type.endsWith('_called'))
  const actor = reading.within({ start: sentence.start, end: at }).findLast(m => m.code !== undefined && m.kind !== 'list')
  if (!asked || !actor || actor.code !== asked.code) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  add(reading, {
    ...asked,
    type: `${asked.type === 'listing_called' ? 'list' : 'delist'}${open ? 'ing_considered' : 'ed'}`,
    date: date ?? asked.date,
    dateBasis: date ? date.basis : asked.dateBasis,
    factuality: open ? 'considered' : 'denied',
    attribution: null,
    instrument: null,
    sentence,
    start: actor.start,
    end: closing(doc.text, at + match[0].length, sentence.end),
    confidence: asked.confidence * 0.85,
  })
}

/** "X, which lists it, does not intend to change that": the listing just told stays. */
function readLeft(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.leftAsIs.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match) return
  const at = sentence.start + match.index
  const told = reading.found.findLast(f => f.end <= at && f.sentence.paragraph === sentence.paragraph && LISTING.has(f.type))
  const actor = reading.within({ start: sentence.start, end: at }).find(m => m.code !== undefined && m.kind !== 'list')
  if (!told || told.factuality !== 'done' || (actor && actor.code !== told.code)) return
  add(reading, {
    ...told,
    type: 'delisted',
    target: { ...told.target, anaphoric: true },
    date: null,
    dateBasis: 'none',
    factuality: 'denied',
    instrument: null,
    sentence,
    start: at,
    end: closing(doc.text, at + match[0].length, sentence.end),
    confidence: told.confidence * 0.85,
  })
}
