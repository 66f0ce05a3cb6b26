import { codeOf } from './actor.ts'
import { alliesOf } from './allies.ts'

import type { DateFound } from './dates.ts'
import { topicOf } from './discourse.ts'
import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { targetOf } from './target.ts'
import type { EventType } from './types.ts'

/** Events between which and a relation no reader would see a listing: a relation is only told towards a listed party. */
const LISTINGS = new Set<EventType>([
  'listed',
  'renewed',
  'delisted',
  'suspended',
  'listing_called',
  'listing_considered',
  'listing_announced',
  'delisting_called',
  'delisting_considered',
  'delisting_announced',
  'annulled',
  'upheld',
  'challenged',
  'amended',
])
const ACTS = new Set(['state', 'body', 'holder', 'seat', 'generic', 'demonym'])

/**
 * Reads how States deal with parties that are listed, or that the document speaks of as to be listed or removed.
 *
 * @param isListed whether an entity is known to be listed by a jurisdiction
 */
export function readRelations(reading: Reading, sentence: Sentence, isListed: (entity: string) => boolean): void {
  const { doc, tools } = reading
  if (!mayRelate(reading, sentence)) return
  const shadow = doc.shadow.slice(sentence.start, sentence.end)
  for (const { frame, pattern, forbid } of tools.frames.relations) {
    if (forbid?.test(shadow)) continue
    pattern.lastIndex = 0
    for (const match of shadow.matchAll(pattern)) {
      const at = sentence.start + match.index
      const end = at + match[0].length
      if (reading.found.some(f => f.sentence === sentence && at < f.end && end > f.start && f.type !== frame.type && LISTINGS.has(f.type)))
        continue
      const before = doc.shadow.slice(Math.max(sentence.start, at - 90), at)
      // "No State had done so when X accredited Y": a clause of its own.
      const clause = doc.text.slice(sentence.start, at).split(reading.grammar.freshClause).at(-1) ?? ''
      if (reading.grammar.noState.test(clause.slice(-90)) || reading.grammar.nobodyActs.test(clause)) continue
      if (reading.grammar.purposeBefore.test(before.slice(-40)) || reading.grammar.askedBefore.test(before)) continue
      const noun = (frame.nouns ?? []).includes(match[0].toLowerCase())
      if (
        noun &&
        frame.type === 'recognition' &&
        !reading.grammar.nounLinked.test(doc.shadow.slice(end)) &&
        !reading.grammar.deniedBefore.test(before) &&
        !reading.grammar.shortOf.test(doc.shadow.slice(sentence.start, at)) &&
        !reading.grammar.possessive.test(doc.shadow.slice(0, at))
      )
        continue
      if (frame.type === 'talks' && reading.grammar.failedTalks.test(doc.shadow.slice(end))) continue
      if (frame.type === 'accreditation' && sentBy(reading, sentence, at, end)) continue
      const party = partyNear(reading, sentence, at, end, frame.type, isListed)
      if (!party) continue
      const passive = reading.grammar.beenInvited.test(doc.shadow.slice(sentence.start, at))
      const actor = actorNear(reading, sentence, at, end, party) ?? (passive ? actorTold(reading, sentence, party) : null)
      if (!actor) continue
      addRelation(reading, sentence, {
        type: frame.type,
        at,
        end,
        party,
        actor,
        noun,
      })
      break
    }
  }
}

/** Whether anybody is named whom a relation could be told towards: in the item of a digest, else in the document. */
function mayRelate({ doc, digest, found, within }: Reading, { paragraph }: Sentence): boolean {
  if (!digest) return found.length > 0 || doc.mentions.some(m => m.kind === 'party')
  const mine = doc.sentences.filter(s => s.paragraph === paragraph)
  return found.some(f => f.sentence.paragraph === paragraph) || mine.some(s => within(s).some(m => m.kind === 'party'))
}

/** "The Taliban appoints an ambassador": the party itself sends, and no State accredits. */
function sentBy(reading: Reading, sentence: Sentence, at: number, end: number): boolean {
  if (!reading.grammar.ownsSubject.test(reading.doc.shadow.slice(at, end))) return false
  const before = reading.within({ start: sentence.start, end: at }).filter(m => m.kind === 'party' || ACTS.has(m.kind))
  const last = before.at(-1)
  // "the Taliban government": the word only describes the party before it.
  const described = last?.kind === 'generic' ? before.at(-2) : undefined
  return last?.kind === 'party' || (described?.kind === 'party' && (last?.start ?? 0) - described.end <= 1)
}

type Relation = {
  readonly type: EventType
  readonly at: number
  readonly end: number
  readonly party: Mention
  readonly actor: { readonly code: string; readonly mention: Mention }
  readonly noun: boolean
}

function partyNear(
  reading: Reading,
  sentence: Sentence,
  at: number,
  end: number,
  type: string,
  isListed: (entity: string) => boolean,
): Mention | null {
  const hostile = type === 'hostility'
  const concerned = new Set(reading.found.filter(f => LISTINGS.has(f.type)).map(f => f.target.entity ?? f.target.code ?? f.target.name))
  const fits = (m: Mention) => {
    if (m.kind === 'state') return hostile && concerned.has(m.code ?? '')
    // "meets the president; they agree on X": no meeting with X.
    if (m.kind !== 'party' || hostile || (m.start >= end && reading.doc.shadow.slice(end, m.start).includes(';'))) return false
    const { entity, name } = reading.names.called(m)
    return concerned.has(entity ?? name) || (m.known === true && entity !== null && isListed(entity))
  }
  const fitsHere = (m: Mention) =>
    fits(m) &&
    (type !== 'recognition' ||
      m.start >= end ||
      reading.grammar.shortOf.test(reading.doc.shadow.slice(sentence.start, at)) ||
      reading.grammar.recognised.test(reading.doc.text.slice(at, end)))
  // "a delegation of X led by Y": X.
  const leads = (m: Mention) => reading.grammar.ledBy.test(reading.doc.text.slice(Math.max(sentence.start, m.start - 60), m.start))
  const fitting = reading.within(sentence).filter(fitsHere)
  const all = fitting.some(m => !leads(m)) ? fitting.filter(m => !leads(m)) : fitting
  const near = all.toSorted((a, b) => distance(a, at, end) - distance(b, at, end))[0] ?? null
  const owner = near && ownerOf(reading, near)
  if (owner) return owner
  if (near) return near
  // "has not recognised the government in X", "have accepted ambassadors but not recognised its government": the text's topic.
  if (type === 'accreditation' && reading.grammar.newEnvoy.test(reading.doc.text.slice(at, Math.min(sentence.end, end + 40))))
    return topicMention(reading, fits)
  const governs = type === 'recognition' || type === 'accreditation'
  if (governs && reading.grammar.itsGovernment.test(reading.doc.text.slice(end, Math.min(sentence.end, end + 100))))
    return topicMention(reading, fits)
  // "to take in an envoy when the movement came to power", "received its delegation": the party the paragraph is about.
  reading.tools.frames.anaphor.lastIndex = 0
  const refers =
    type === 'accreditation'
      ? reading.tools.frames.anaphor.test(reading.doc.shadow.slice(end, sentence.end))
      : reading.grammar.withThem.test(reading.doc.shadow.slice(at, Math.min(sentence.end, end + 40)))
  // "The group has been invited": the party the paragraph is about.
  const subject = reading.doc.shadow.slice(sentence.start, at)
  reading.tools.frames.anaphor.lastIndex = 0
  const invited = subject.length < 40 && reading.grammar.beenInvited.test(subject) && reading.tools.frames.anaphor.test(subject)
  if (hostile || !(refers || invited)) return null
  const before = reading.doc.mentions.filter(
    m =>
      fits(m) &&
      m.end <= at &&
      m.start >= at - 500 &&
      reading.doc.sentences.some(s => s.paragraph === sentence.paragraph && m.start >= s.start && m.end <= s.end),
  )
  return before.at(-1) ?? null
}

/** "the movement's foreign minister, X": the movement, for whom X stands. */
function ownerOf(reading: Reading, near: Mention): Mention | null {
  const { doc, grammar } = reading
  const match = grammar.ownedBy.exec(doc.shadow.slice(Math.max(0, near.start - 80), near.start))
  if (!match) return null
  const from = Math.max(0, near.start - 80) + match.index
  const named = doc.mentions.find(m => m.kind === 'party' && m.start >= from && m.end <= near.start)
  return named ?? topicMention(reading, m => m.kind === 'party')
}

/** The first mention of the party that the document is about. */
function topicMention(reading: Reading, fits: (m: Mention) => boolean): Mention | null {
  const topic = topicOf(reading)
  return reading.doc.mentions.find(m => fits(m) && topic !== null && reading.names.called(m).entity === topic.entity) ?? null
}

const distance = (m: Mention, at: number, end: number) => (m.start >= end ? m.start - end : at - m.end)

/** Who did what the paragraph told of a party before: a passive without an agent goes on with it. */
function actorTold({ found, doc, names }: Reading, { paragraph }: Sentence, party: Mention): Relation['actor'] | null {
  const { entity, name } = names.called(party)
  const told = found.findLast(f => f.sentence.paragraph === paragraph && (f.target.entity ?? f.target.name) === (entity ?? name))
  const mention = told && doc.mentions.find(m => m.code === told.code)
  return mention ? { code: told.code, mention: party } : null
}

function actorNear(
  reading: Reading,
  sentence: Sentence,
  at: number,
  end: number,
  party: Mention,
): { readonly code: string; readonly mention: Mention } | null {
  const { doc } = reading
  // "the X government", "meets Syrian President Y": the words around a party that only say what it is do not act.
  const describes = (m: Mention) =>
    (m.start >= party.end && m.start - party.end <= 1) || (m.start >= end && m.end <= party.start && party.start - m.end <= 1)
  const all = reading.within(sentence).filter(m => ACTS.has(m.kind) && m !== party && m.kind !== 'demonym' && !describes(m))
  const coded = all.flatMap(mention => {
    const code = codeOf(reading, mention)
    return code && code !== party.code ? [{ code, mention }] : []
  })
  // "Moscow went further. It accredited …": whom the sentence before began with.
  if (coded.length === 0 && reading.grammar.pronounFirst.test(doc.shadow.slice(sentence.start, at)))
    return actorBefore(reading, sentence, party)
  const before = coded.filter(
    c => c.mention.end <= at && !reading.grammar.relationAway.test(doc.text.slice(Math.max(0, c.mention.start - 10), c.mention.start)),
  )
  // "X did this, but does not meet": the sentence's first actor goes on acting.
  const first = before[0]
  if (first && reading.grammar.goesOn.test(doc.text.slice(first.mention.end, end + 1))) return first
  const clause = before.findLast(c => !reading.grammar.newClause.test(doc.text.slice(c.mention.end, at)))
  if (clause) return clause
  // "the Taliban's invitation to a forum in Kazan, Russia": who invites is where it is held.
  const after = coded.find(c => c.mention.start >= end && !/\b(?:to|for|of)\s+(?:the\s+)?$/u.test(doc.text.slice(end, c.mention.start)))
  return after ?? before.at(-1) ?? null
}

/** Who acts in the sentence before, as its first words. */
function actorBefore(reading: Reading, sentence: Sentence, party: Mention): { readonly code: string; readonly mention: Mention } | null {
  const { sentences } = reading.doc
  const last = sentences[sentences.indexOf(sentence) - 1]
  const mention = last && reading.within(last).find(m => ACTS.has(m.kind) && m.kind !== 'demonym')
  const code = mention && codeOf(reading, mention)
  return mention && code && code !== party.code && mention.start - last.start < 12 ? { code, mention } : null
}

/** The nearest date that another clause does not keep for itself. */
function dateNear(reading: Reading, sentence: Sentence, at: number, end: number): DateFound | null {
  const { doc, grammar } = reading
  const own = (m: Mention) =>
    !grammar.barrier.test(m.start >= end ? doc.shadow.slice(end, m.start) : doc.shadow.slice(m.end, at)) &&
    !grammar.superlativeSince.test(doc.shadow.slice(Math.max(0, m.start - 60), m.start)) &&
    !(reading.digest && grammar.expiry.test(doc.shadow.slice(Math.max(0, m.start - 14), m.start)))
  const dates = reading.within(sentence).filter(m => m.kind === 'date' && own(m))
  return dates.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]?.date ?? null
}

function addRelation(reading: Reading, sentence: Sentence, { type, at, end, party, actor, noun }: Relation): void {
  const { doc, published } = reading
  const date = dateNear(reading, sentence, at, end)
  const before = doc.shadow.slice(Math.max(sentence.start, at - 50), at)
  const denied = reading.grammar.deniedBefore.test(before)
  const planned = reading.grammar.plannedBefore.test(before)
  const word = doc.shadow.slice(at, end)
  const present = reading.digest || (!noun && word.endsWith('s'))
  const today = present && published ? { date: published, precision: 'day' as const } : null
  const target = targetOf(reading, party)
  const start = Math.min(at, party.start, actor.mention.start)
  for (const { code } of [actor, ...alliesOf(reading, { ...actor, basis: 'subject' }, at)]) {
    if (reading.found.some(f => f.sentence === sentence && f.type === type && f.code === code && f.target.name === target.name)) continue
    reading.found.push({
      type,
      code,
      target,
      date: date ?? today,
      dateBasis: date ? date.basis : today ? 'publication' : 'none',
      factuality: denied ? 'denied' : planned ? 'planned' : 'done',
      attribution: null,
      instrument: null,
      sentence,
      start: Math.max(sentence.start, start),
      end: Math.min(sentence.end, Math.max(end, party.end, actor.mention.end)),
      confidence: 0.7,
    })
  }
}
