import { type Actor, codeOf } from './actor.ts'
import { alliesOf } from './allies.ts'
import { readCourtActs } from './court-acts.ts'
import { entryTarget } from './entries.ts'
import { add, dayBeside } from './found.ts'
import { readGapped } from './gapped-acts.ts'
import { readMembers } from './member-acts.ts'
import type { Mention } from './mentions.ts'
import { closing } from './quote.ts'
import type { Found, Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { readStepActs } from './step-acts.ts'
import { targetOf } from './target.ts'
import { readExtended, readTargeting } from './targeting.ts'

/** Reads acts of a sentence that no verb or noun of listing names: hearings, resolutions, licences, "the same step". */
export function readFurtherActs(reading: Reading, sentence: Sentence): void {
  readCourtActs(reading, sentence)
  readAdopted(reading, sentence)
  readLicence(reading, sentence)
  // What goes on from an act that was told.
  if (reading.found.length > 0) {
    readSame(reading, sentence)
    readTargeting(reading, sentence)
    readExtended(reading, sentence)
    readStepActs(reading, sentence)
    readFurtherAgent(reading, sentence)
  }
  readEntryDay(reading, sentence)
  if (reading.found.length > 0) readGapped(reading, sentence)
  readMembers(reading, sentence)
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
  if (!actor || !act?.instrument?.id || !party || !reading.grammar.namesParty.test(doc.text.slice(act.end, sentence.end))) return
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
  const licence = reading.within(sentence).find(m => m.kind === 'instrument' && reading.grammar.licence.test(m.instrument?.text ?? ''))
  if (!licence?.instrument || reading.found.some(f => f.sentence === sentence && f.type === 'exemption')) return
  const lets = reading.grammar.lets.test(doc.shadow.slice(licence.end, sentence.end))
  const issued = reading.grammar.issued.test(doc.shadow.slice(sentence.start, sentence.end))
  const parties = licensed(reading, sentence, licence)
  const actor = reading
    .within(sentence)
    .find(
      m =>
        m.code &&
        (m.kind === 'body' || m.kind === 'holder' || (m.kind === 'state' && m.start < licence.start)) &&
        !reading.grammar.dealtWith.test(doc.text.slice(Math.max(0, m.start - 16), m.start)),
    )
  const code = actor?.code ?? reading.found.at(-1)?.code ?? reading.tools.frames.laws.find(l => l.pattern.test(doc.text))?.code
  if (!(lets || issued) || !code) return
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  const news = reading.grammar.issuedNow.test(doc.text.slice(sentence.start, sentence.end))
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

/** Whom a licence is about: the parties named after it, or the State that it is called by ("Syria General License 25"). */
function licensed(reading: Reading, sentence: Sentence, licence: Mention): readonly Mention[] {
  const parties = reading.within({ start: licence.end, end: sentence.end }).filter(m => m.kind === 'party')
  if (parties.length > 0) return parties
  const dealt = reading
    .within({ start: licence.end, end: sentence.end })
    .find(
      m =>
        (m.kind === 'state' || m.kind === 'body') &&
        m.code &&
        reading.grammar.dealtWith.test(reading.doc.text.slice(Math.max(0, m.start - 16), m.start)),
    )
  if (dealt) return [{ ...dealt, kind: 'state' }]
  const { doc, grammar } = reading
  const before = reading.within({ start: sentence.start, end: licence.start })
  if (grammar.underBefore.test(doc.text.slice(sentence.start, licence.start))) return before.filter(m => m.kind === 'party')
  return before.filter(m => m.kind === 'state' && licence.start - m.end <= 9)
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
  // "X did this; Y later followed": in what was told last.
  const later = reading.grammar.laterBefore.test(doc.shadow.slice(sentence.start, sentence.start + match.index))
  const last = later && reading.found.findLast(f => f.sentence !== sentence && f.factuality === 'done' && f.target.code === null)
  // "similar steps": those on a State, where the text tells of such.
  const onState = !reading.digest && reading.grammar.sameSteps.test(match[0]) && reading.found.find(f => f.target.code !== null)
  // Several acts in one sentence: the first is the step that is meant.
  const meant =
    (last ||
      onState ||
      reading.found.find(f => f.sentence === before.sentence && f.factuality === before.factuality && f.type === before.type)) ??
    before
  const at = sentence.start + match.index
  const actor = reading
    .within({ start: sentence.start, end: at })
    .filter(m => m.code && m.kind !== 'list')
    .at(-1)
  if (!actor && /^follow/iu.test(match[0])) return readFollower(reading, sentence, { at, end: at + match[0].length }, meant)
  if (!actor?.code || actor.code === before.code) return
  const date = dateOfSame(reading, sentence, actor)
  const denied = reading.grammar.deniedBefore.test(doc.shadow.slice(sentence.start, at))
  const doing: Actor = { code: actor.code, mention: actor, basis: 'subject' }
  for (const { code } of [doing, ...alliesOf(reading, doing, at)])
    add(reading, {
      ...meant,
      ...asDone(meant, weighing(reading, match[0])),
      ...(denied ? { factuality: 'denied' as const } : {}),
      code,
      ...dayBeside(reading, meant, date),
      attribution: null,
      instrument: null,
      sentence,
      start: actor.start,
      end: closing(doc.text, at + match[0].length, sentence.end),
      confidence: before.confidence * 0.8,
    })
}

// After who acts, else before it in the same clause: "nine days after X took the same step" keeps its day for the other act.
function dateOfSame({ doc, within, grammar }: Reading, sentence: Sentence, actor: Mention) {
  const dates = within(sentence).filter(m => m.kind === 'date')
  const own = dates.find(m => m.start >= actor.end)
  const other = own ?? dates.find(m => !grammar.otherAct.test(doc.text.slice(m.end, actor.start)))
  return other?.date ?? null
}

/** "The smaller X followed in 2004": a further party of the act just told. */
function readFollower(
  reading: Reading,
  sentence: Sentence,
  { at, end }: { readonly at: number; readonly end: number },
  meant: Found,
): void {
  const party = reading.within({ start: sentence.start, end: at }).find(m => m.kind === 'party' || m.kind === 'name')
  const date = reading.within(sentence).find(m => m.kind === 'date')?.date ?? null
  if (!party || at - party.end > 1 || !date) return
  add(reading, {
    ...meant,
    target: targetOf(reading, party),
    date,
    dateBasis: date.basis,
    attribution: null,
    instrument: null,
    sentence,
    start: party.start,
    end: closing(reading.doc.text, end, sentence.end),
    confidence: meant.confidence * 0.8,
  })
}

// "X asked Y to list it. Z did so in May": what was asked for is done.
function asDone({ type, factuality }: Found, weighed: 'considered' | 'planned' | null): Pick<Found, 'type' | 'factuality'> {
  const [, family] = /^(delist|list)(?:ing_|ed$)/u.exec(type) ?? []
  if (weighed && family)
    return { type: `${family as 'list' | 'delist'}ing_${weighed === 'planned' ? 'announced' : 'considered'}`, factuality: weighed }
  return family === undefined || type === `${family}ed`
    ? { type, factuality }
    : { type: family === 'list' ? 'listed' : 'delisted', factuality: 'done' }
}

/** "is considering similar sanctions": whether the same act is only weighed or planned. */
const weighing = ({ grammar }: Reading, words: string) =>
  grammar.sameWeighed.test(words) ? 'considered' : grammar.samePlanned.test(words) ? 'planned' : null

const recent = ({ published }: Reading, { date }: Found) =>
  date !== null && published !== null && date.date.slice(0, 4) === published.slice(0, 4)

/** "was blacklisted by A in 2012 and by B two months later": a further authority of the act just told. */
function readFurtherAgent(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const last = reading.found.findLast(f => f.sentence === sentence && f.factuality === 'done')
  if (!last) return
  for (const m of reading.within({ start: last.start, end: sentence.end })) {
    const before = doc.shadow.slice(Math.max(last.start, m.start - 24), m.start)
    const place = m.kind === 'state' && last.type === 'listed' && grammar.inAlso.test(before)
    if (!place && m.start < last.end) continue
    if (!place && !grammar.andBy.test(doc.shadow.slice(Math.max(last.end - 1, m.start - 24), m.start))) continue
    const code = codeOf(reading, m)
    if (!code || code === last.code || m.kind === 'list') continue
    const date = doc.mentions.find(d => d.kind === 'date' && d.start >= m.end && d.start - m.end <= 6)?.date ?? null
    const end = doc.mentions.find(d => d.date === date && date !== null)?.end ?? m.end
    add(reading, {
      ...last,
      code,
      date,
      dateBasis: date ? date.basis : 'none',
      instrument: null,
      start: m.start,
      end,
      confidence: last.confidence * 0.9,
    })
  }
}

/** "Listed on: 12 March 2014" in an entry that a notice spells out. */
function readEntryDay(reading: Reading, sentence: Sentence): void {
  const { doc, grammar } = reading
  const match = grammar.listedOn.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!match) return
  const at = sentence.start + match.index
  const entry = doc.entries.findLast(e => e.end <= at && e.end > at - 600)
  const day = doc.mentions.find(m => m.kind === 'date' && m.start >= at && m.start <= at + match[0].length + 1)
  const told = entry && reading.found.findLast(f => f.target.start === entry.start)
  const code = told?.code ?? doc.mentions.find(m => m.kind === 'list' && m.code)?.code
  if (!entry || !day?.date || !code) return
  add(reading, {
    type: 'listed',
    code,
    target: entryTarget(doc, entry),
    date: day.date,
    dateBasis: 'text',
    factuality: 'done',
    attribution: null,
    instrument: null,
    sentence,
    start: at,
    end: day.end,
    confidence: 0.9,
  })
}
