import { type Actor } from './actor.ts'
import { alliesOf } from './allies.ts'
import { attributionOf } from './attribution.ts'
import { authorityOf } from './authority.ts'
import { citedBy } from './cited.ts'
import { type Statement, statementsOf } from './compose.ts'
import { confidenceOf } from './confidence.ts'
import type { DateFound } from './dates.ts'
import { isPerson } from './discourse.ts'
import { add } from './found.ts'
import { readFurtherActs } from './further-acts.ts'
import type { Mention } from './mentions.ts'
import type { ActNode, SentenceNodes } from './nodes.ts'
import { withOwnStep } from './own-step.ts'
import { isSince, plausible } from './plausible.ts'
import { quoteOf } from './quote.ts'
import type { Found, Reading } from './reading.ts'
import { nodesOf } from './scan.ts'
import type { Sentence } from './sentences.ts'
import { type Target, targetOf } from './target.ts'
import { targetsOf } from './targets.ts'
import { ownDate, whenOf } from './when.ts'

/** Reads the acts of a sentence and adds what it finds to the reading. */
export function readActs(reading: Reading, sentence: Sentence): void {
  const { doc, tools } = reading
  const { frames } = tools
  if (frames.forbidden.test(doc.text.slice(sentence.start, sentence.end)) && !(frames.lists.length > 0 && hasList(doc.shadow, sentence)))
    return
  const answer = answerTo(reading, sentence)
  if (answer === 'none') return
  const { acts, modifiers } = nodesOf(
    doc,
    sentence,
    frames,
    reading.cued || (!reading.digest && reading.found.length > 0) || paragraphCued(reading, sentence),
    reading.found.some(f => !reading.digest || f.sentence.paragraph === sentence.paragraph),
    reading.cued,
  )
  if (acts.length > 0) readStatements(reading, sentence, { acts, modifiers }, answer === 'no')
  readFurtherActs(reading, sentence)
}

function readStatements(reading: Reading, sentence: Sentence, { acts, modifiers }: SentenceNodes, refused: boolean): void {
  const { doc, tools } = reading
  const { frames } = tools
  const made: { readonly statement: Statement; readonly node: ActNode }[] = []
  const unlawful = frames.unlawful.exec(doc.shadow.slice(sentence.start, sentence.end))
  const judged = reading
    .within(sentence)
    .some(m => (m.kind === 'body' || m.kind === 'generic') && frames.court.test(doc.text.slice(m.start, m.end)))
  const said = { shadow: doc.shadow, acts, modifiers, grammar: reading.grammar, judged, court: courtIn(reading, sentence) }
  for (const node of acts) {
    const quashed = judged && unlawful !== null && sentence.start + unlawful.index > node.end
    for (const statement of statementsOf(said, node, quashed)) made.push({ statement, node })
  }
  const heads = made.map(m => m.statement.governor?.start ?? m.node.start)
  for (const { statement } of withoutEmbedded(made, doc.shadow))
    addStatement(reading, withOwnStep(reading, refused ? { ...statement, factuality: 'denied' } : statement, sentence), sentence, heads)
}

/** What the next sentence answers, where a sentence asks; `none` where it says neither yes nor no. */
function answerTo({ doc, grammar }: Reading, sentence: Sentence): 'yes' | 'no' | 'none' | null {
  if (!grammar.question.test(doc.text.slice(sentence.start, sentence.end))) return null
  const next = doc.sentences[doc.sentences.indexOf(sentence) + 1]
  const answer = next ? doc.text.slice(next.start, next.end) : ''
  return grammar.answerNo.test(answer) ? 'no' : grammar.answerYes.test(answer) ? 'yes' : 'none'
}

/** An item of a digest is about lists where any sentence of it is. */
function paragraphCued({ doc, tools }: Reading, { paragraph }: Sentence): boolean {
  const mine = doc.sentences.filter(s => s.paragraph === paragraph)
  return mine.length > 1 && tools.frames.cue.test(doc.shadow.slice(mine[0]?.start, mine.at(-1)?.end))
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
    const by = mentions.find(m => m.start > at && reading.grammar.byBefore.test(doc.text.slice(Math.max(0, m.start - 12), m.start)))
    // "the court orders X to act, and annuls it": the court.
    const goesOn = reading.grammar.andVerb.test(doc.shadow.slice(sentence.start, at))
    const subject = goesOn ? before[0] : (before.findLast(m => m.kind !== 'name') ?? before.at(-1))
    return [by, subject].some(
      m =>
        m !== undefined &&
        tools.frames.court.test(doc.text.slice(m.start, m.end)) &&
        !reading.grammar.otherCourts.test(doc.text.slice(m.start, m.end)),
    )
  }
}

function addStatement(reading: Reading, statement: Statement, sentence: Sentence, heads: readonly number[]): void {
  const targets = askedFor(reading, statement, sentence) ?? targetsOf(reading, statement)
  if (targets.length === 0) openAct(reading, statement, sentence, heads)
  for (const target of targets) {
    const actor = authorityOf(reading, statement, sentence, target)
    if (!actor || actor.code === target.code) continue
    if (!plausible(reading, statement, target, actor)) continue
    const when = whenOf(reading, statement, sentence, heads)
    const enacted = isEnacted(reading, statement, actor)
    const type = enacted
      ? statement.type === 'listing_announced'
        ? 'listed'
        : 'delisted'
      : typeOf(reading, statement, sentence, { target, actor })
    for (const { code } of [actor, ...alliesOf(reading, actor, statement.node.start)])
      add(reading, {
        type,
        code,
        target,
        date: when.date,
        dateBasis: when.basis,
        factuality: enacted ? 'done' : statement.factuality,
        attribution: attributionOf(reading, statement, sentence, actor),
        instrument: citedBy(reading, statement, sentence),
        sentence,
        ...quoteOf(reading, statement, sentence, target, actor),
        confidence: confidenceOf({ statement, target, actor, when, digest: reading.digest }),
        embedded: isRuled(reading, statement, sentence),
      })
    const own = ownDate(reading, statement, sentence)
    if (own) addOwn(reading, { type, code: actor.code, target, sentence, node: statement.node, date: own })
  }
}

type Own = Pick<Found, 'code' | 'target' | 'sentence'> & { readonly type: Found['type']; readonly node: ActNode; readonly date: DateFound }

/** "lifted the ban of April 2021": the act that something else is done to, with the day it is told to be of. */
function addOwn(reading: Reading, { code, target, sentence, node, date }: Own): void {
  add(reading, {
    type: 'listed',
    code,
    target,
    date,
    dateBasis: date.basis,
    factuality: 'done',
    attribution: null,
    instrument: null,
    sentence,
    start: node.start,
    end: date.end,
    confidence: 0.7,
  })
}

const OPENED = new Set<Found['type']>(['listed', 'delisted', 'renewed', 'listing_announced', 'listing_called', 'delisting_announced'])

/** Keeps an act on parties that are only counted ("a list of 83 organisations"), for sentences after it that name them. */
function openAct(reading: Reading, statement: Statement, sentence: Sentence, heads: readonly number[]): void {
  const { node, type, factuality } = statement
  const measures = node.kind === 'noun' && node.sanctions && statement.governor?.id === 'impose'
  if ((node.kind === 'noun' && !measures) || !OPENED.has(type) || (factuality !== 'done' && !type.includes('_'))) return
  if (node.frame !== 'issue-list' && !measures && !reading.grammar.counted.test(reading.doc.shadow.slice(sentence.start, sentence.end)))
    return
  const nobody = { start: -1, end: -1, code: null }
  const actor = authorityOf(reading, statement, sentence, nobody)
  if (!actor) return
  const when = whenOf(reading, statement, sentence, heads)
  if (reading.open.some(o => o.sentence === sentence && o.date !== null)) return
  reading.open.push({
    type,
    code: actor.code,
    date: when.date,
    dateBasis: when.basis,
    factuality,
    attribution: null,
    instrument: citedBy(reading, statement, sentence),
    sentence,
    start: node.start,
    end: node.end,
    confidence: 0.75,
  })
}

/** "X asks Y to remove it", "an appeal by X against its designation": who asks is who is meant. */
function askedFor(reading: Reading, { node, operator, governor }: Statement, sentence: Sentence): readonly Target[] | null {
  const { doc } = reading
  const asks = operator?.id === 'call' ? operator : governor?.id === 'challenge' ? governor : null
  const isParty = (m: Mention) => m.kind === 'party' || m.kind === 'name' || m.kind === 'state'
  const between = asks ? doc.shadow.slice(Math.max(asks.end, node.start - 40), node.tail?.start ?? node.end + 12) : ''
  const own = reading.grammar.ownPronoun.exec(between)
  if (!asks || !own || node.frame === 'pronoun') return null
  // Nobody asks to be listed.
  if (node.act === 'list' && asks === operator) return null
  const exempt = node.act === 'exempt'
  const zoned = node.zones.flatMap(z => reading.within(z).filter(m => m.start >= asks.end))
  if (zoned.some(isParty)) return null
  // "an appeal by X's shipping line Y": Y.
  const owns = (m: Mention) => reading.grammar.possessedNext.test(doc.shadow.slice(m.end, m.end + 60))
  const by = reading.grammar.askedBy.exec(doc.shadow.slice(asks.end, node.start))
  const ofState = reading.grammar.ownState.test(between)
  const who = by
    ? reading.within({ start: asks.end, end: node.start }).find(m => isParty(m) && !(m.kind === 'state' && owns(m)))
    : reading
        .within({ start: sentence.start, end: asks.start })
        .findLast(
          m =>
            ((ofState ? m.kind === 'state' : isParty(m)) && !(m.kind === 'state' && owns(m))) ||
            (m.kind === 'body' && m.code !== undefined),
        )
  // "X, its leader, asks to strike it off": the pronoun is not X.
  if (who && /^its?$/iu.test(own[0]) && isPerson(reading, targetOf(reading, who)) === true) return null
  if (!who || (exempt && who.kind !== 'party' && who.kind !== 'name')) return null
  const { personMeant, noStateMeant } = reading.grammar
  if ((who.kind === 'body' && !node.explicit) || (who.kind === 'state' && personMeant.test(own[0]))) return null
  // "X's minister asks that the group be listed": another one is meant.
  if ((who.kind === 'body' || who.kind === 'state') && noStateMeant.test(own[0])) return null
  return [targetOf(reading, who.kind === 'body' ? { ...who, kind: 'state' } : who)]
}

/** "The Committee decided to remove X": what such a body has decided is done. */
const isEnacted = ({ doc, grammar }: Reading, { type, factuality, operator }: Statement, { code }: Actor): boolean =>
  type.endsWith('_announced') &&
  factuality === 'planned' &&
  code === 'un' &&
  operator?.form === 'past' &&
  grammar.decided.test(doc.shadow.slice(operator.start, operator.end))

type Pair = { readonly target: Target; readonly actor: Actor }

/** "rulings that removed X": what a court did, told of in passing. */
const isRuled = ({ doc, grammar }: Reading, { node, governor }: Statement, sentence: Sentence): boolean =>
  (node.kind === 'verb' || governor !== null) &&
  grammar.rulingThat.test(doc.shadow.slice(sentence.start, node.kind === 'verb' ? node.start : Math.min(node.start, governor?.start ?? 0)))

/** The type of a statement for one party: programmes against a State are eased; only some States' listings lapse unless renewed. */
function typeOf(reading: Reading, statement: Statement, sentence: Sentence, { target, actor }: Pair): Found['type'] {
  const { type, node } = statement
  const { tools } = reading
  if (type === 'suspended' && target.code && node.sanctions) return 'eased'
  if (type === 'delisted' && isRuled(reading, statement, sentence)) return 'annulled'
  if ((type === 'delisted' || type === 'delisting_announced' || type === 'delisting_considered') && target.code && node.sanctions)
    return 'eased'
  if (type === 'renewed' && isSince(reading, node)) return 'listed'
  const relisted = type === 'renewed' && node.frame.startsWith('relist') && !tools.frames.scheduledRelisting.has(actor.code)
  return relisted ? 'listed' : type
}
