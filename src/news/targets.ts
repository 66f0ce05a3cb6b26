import { antecedent } from './antecedent.ts'
import { namedAfter } from './cataphora.ts'
import type { Statement } from './compose.ts'
import { group, semicolonParts, thatOf } from './coordination.ts'
import { countedNames } from './counted.ts'
import { describedTarget } from './described.ts'
import { entriesAfter } from './entries.ts'
import type { Mention } from './mentions.ts'
import type { ActNode } from './nodes.ts'
import type { Reading } from './reading.ts'
import type { Range } from './sentences.ts'
import { UNIONS } from './state-meant.ts'
import type { Target } from './target.ts'

/** The parties that an act is done to, in the order they are named; by an earlier mention where the sentence names none. */
export function targetsOf(reading: Reading, { node: whole, operator }: Statement): readonly Target[] {
  const node = { ...whole, zones: asked(reading, whole, operator) }
  for (const zone of node.zones) {
    const found = inZone(reading, node, zone)
    const members = found.length === 1 && found[0] ? membersAfter(reading, node, found[0]) : []
    if (members.length > 0) return members
    if (found.length > 0) return [...found, ...thatOf(reading, node, found), ...withThem(reading, node)]
  }
  const counted = countedNames(reading, node)
  if (counted.length > 0) return counted
  const entries = entriesAfter(reading, node.end, node.zones)
  if (entries.length > 0) return entries
  const concerned = concernedIn(reading, node)
  if (concerned.length > 0) return concerned
  const named = node.zones.some(z => reading.within(z).some(m => m.kind === 'party' || m.kind === 'name'))
  if (node.examples || (node.kind !== 'noun' && (node.voice === 'active' || !named))) {
    const examples = examplesAfter(reading, node)
    if (examples.length > 0 || node.examples) return examples
  }
  if (node.kind === 'noun' && node.zones.length > 0 && !named) {
    const examples = examplesAfter(reading, node, 1)
    if (examples.length > 0) return examples
  }
  const described = namedAfter(reading, node) ?? describedTarget(reading, node)
  if (described) return [described]
  return antecedent(reading, node)
}

/** "named X a terrorist, together with Y and Z": Y and Z. */
function withThem(reading: Reading, node: ActNode): readonly Target[] {
  const { doc, grammar } = reading
  const end = doc.sentences.find(s => node.start >= s.start && node.end <= s.end)?.end ?? node.end
  const after = node.kind === 'verb' && node.voice === 'active' && node.tail ? node.tail.end : end
  const match = grammar.alongWith.exec(doc.shadow.slice(after, end))
  const named = match ? reading.within({ start: after + match[0].length, end }) : []
  return group(
    reading,
    named.filter(m => m.kind === 'party' || m.kind === 'name'),
  )
}

/** "calls for X to be listed": who asks is no target, unless it asks for itself. */
function asked({ doc, grammar }: Reading, node: ActNode, operator: Statement['operator']): readonly Range[] {
  if (!operator || operator.form === 'phrase' || node.voice !== 'passive' || operator.end > node.start) return node.zones
  if (grammar.askedPassive.test(doc.shadow.slice(operator.end, node.start))) return node.zones
  return node.zones.map(z => (z.start < operator.end && z.end >= operator.end ? { start: operator.end, end: z.end } : z))
}

/** "in so far as they concern X": whom a decision is about, where its words only say that it is one. */
function concernedIn(reading: Reading, node: ActNode): readonly Target[] {
  const { doc, grammar } = reading
  const sentence = doc.sentences.find(s => node.start >= s.start && node.end <= s.end)
  const match = sentence && grammar.concerning.exec(doc.shadow.slice(sentence.start, sentence.end))
  if (!sentence || !match) return []
  const from = sentence.start + match.index + match[0].length
  const first = reading.within({ start: from, end: sentence.end }).find(m => m.kind === 'party' || m.kind === 'name')
  return first && first.start - from < 4 ? group(reading, reading.within({ start: from, end: sentence.end })) : []
}

/** "1,500 members of X, among them Y": Y, where members are meant and some are named. */
function membersAfter(reading: Reading, node: ActNode, target: Target): readonly Target[] {
  const { doc, grammar } = reading
  return grammar.membersOf.test(doc.text.slice(target.end, target.end + 24)) ? examplesAfter(reading, node, 1) : []
}

function inZone(reading: Reading, node: ActNode, zone: Range): readonly Target[] {
  const { doc } = reading
  const shadow = doc.shadow.slice(zone.start, zone.end)
  const named = withoutAway(reading, node, zone).filter(m => usable(reading, node, m))
  // "sanctions on X and eight commanders of Y": X, where somebody is named.
  const plain = named.findLastIndex(m => !isAway(reading, m))
  const all = node.kind === 'noun' && plain >= 0 ? named.slice(0, plain + 1) : named
  if (all.length === 0) return []
  // "A, who did this; B, who did that; and C": one party a part.
  if ((shadow.match(/;/g)?.length ?? 0) >= 1 && node.voice !== 'passive') return semicolonParts(reading, all, zone)
  const examples = exampled(reading, zone, all)
  if (examples) return group(reading, examples)
  const asks = reading.grammar.asks.exec(shadow)
  if (asks && reading.grammar.toBeEnd.test(shadow))
    return group(
      reading,
      all.filter(m => m.start >= zone.start + asks.index + asks[0].length - 1),
    )
  const subject = node.voice !== 'active' || zone.end <= node.start
  const free = subject
    ? all.filter(
        m =>
          // "talks with X, which it banned": whom the pronoun stands for.
          (node.voice === 'active' && zone.end - m.end <= 2) ||
          isWhole(node, m) ||
          // "the rescission of X's designation"
          (node.kind === 'noun' && /^['’]s?\s/u.test(doc.text.slice(m.end, m.end + 3))) ||
          !(m.kind === 'state' ? reading.grammar.awayState : reading.grammar.away).test(doc.text.slice(Math.max(0, m.start - 16), m.start)),
      )
    : all.filter(
        m =>
          !(m.kind === 'name' && reading.grammar.placeInClause.test(doc.shadow.slice(zone.start, m.start))) &&
          (m.kind !== 'state' ||
            node.act === 'exempt' ||
            !reading.grammar.inPlace.test(doc.text.slice(Math.max(0, m.start - 16), m.start))),
      )
  return group(reading, free)
}

/** "five groups, including A and B", "two groups: A and B", "five groups, A and B among them": those named with such words. */
function exampled({ doc, tools, grammar }: Reading, zone: Range, all: readonly Mention[]): readonly Mention[] | null {
  const such = tools.frames.examples.exec(doc.shadow.slice(zone.start, zone.end))
  if (!such) return null
  const at = zone.start + such.index
  // "five officials of X, among them Y": X is no more than where they are from.
  const named = (m: Mention) =>
    (m.kind === 'party' || m.kind === 'name') &&
    (m.start >= at ||
      !(
        grammar.membersOf.test(doc.text.slice(m.end, m.end + 24)) ||
        grammar.peopleOf.test(doc.text.slice(Math.max(0, m.start - 40), m.start))
      ))
  // "twelve bodies, A and B among them": those between the first comma and these words.
  const before = all.filter(m => m.end <= at)
  const comma = doc.shadow.indexOf(', ', zone.start)
  const last = before.at(-1)
  if (last && at - last.end <= 2 && comma >= 0 && comma < last.start) return before.filter(m => m.start > comma)
  return all.some(m => m.end <= at && named(m)) || !all.some(m => m.start >= at && named(m)) ? null : all.filter(m => m.start >= at)
}

/** Whether a name alone is where the target stands: "linked to X, which is banned". */
const isWhole = ({ zones }: ActNode, m: Mention) => zones.length === 1 && zones[0]?.start === m.start && zones[0].end === m.end

const isAway = ({ doc, grammar }: Reading, m: Mention) => grammar.awayParty.test(doc.text.slice(Math.max(0, m.start - 60), m.start))

/** "persons linked to X, Y and Z": none of the three is meant. */
function withoutAway(reading: Reading, node: ActNode, zone: Range): readonly Mention[] {
  const { doc, grammar } = reading
  let away = -1
  return reading.within(zone).filter(m => {
    if (m.kind !== 'party' && m.kind !== 'name') return true
    const linked = node.kind !== 'noun' && !isWhole(node, m) && isAway(reading, m)
    const goesOn = away >= 0 && grammar.alsoAway.test(doc.text.slice(away, m.start))
    away = (linked && node.voice === 'passive') || goesOn ? m.end : -1
    return !goesOn
  })
}

function usable(reading: Reading, node: ActNode, mention: Mention): boolean {
  // "X-linked Y", "X-backed Y": X only describes.
  if (reading.grammar.linked.test(reading.doc.text.slice(mention.end, mention.end + 14))) return false
  const { doc, grammar } = reading
  if (grammar.branchOf.test(doc.text.slice(mention.end, mention.end + 50))) return false
  const before = doc.text.slice(Math.max(0, mention.start - 60), mention.start)
  if (node.kind !== 'noun' && !isWhole(node, mention) && grammar.awayParty.test(before)) return false
  const after = doc.text.slice(mention.end, mention.end + 60)
  if (speaks(reading, mention, node) || grammar.theirPeople.test(after)) return false
  // "lifts a ban on X's rally", "delists X's partner": not X; "sanctions on X's network" are on X.
  const possessed =
    (node.kind === 'verb' || node.frame.startsWith('noun:ban')) &&
    node.voice === 'active' &&
    mention.kind !== 'state' &&
    mention.start >= node.end
  if (possessed && grammar.theirThing.test(doc.shadow.slice(mention.end, mention.end + 60))) return false
  // "the X sanctions list": X only names the list.
  if (grammar.namesList.test(doc.text.slice(mention.end, mention.end + 40))) return false
  if (mention.kind === 'party') return true
  if (node.partyOnly) return toldBefore(reading, mention)
  if (mention.kind === 'name') return true
  if (mention.kind === 'state')
    return (
      !UNIONS.test(mention.code ?? '') &&
      mayBeState(reading, node) &&
      (node.frame === 'end-own-programme' || !reading.tools.frames.attributive.test(doc.text.slice(mention.end, mention.end + 16)))
    )
  return (
    mention.kind === 'holder' ||
    (mention.kind === 'body' &&
      node.voice === 'active' &&
      (mention.person !== undefined || grammar.forces.test(doc.text.slice(mention.start, mention.end))))
  )
}

/** "sanctions on X, Y said": who says so. */
function speaks({ doc, tools, grammar }: Reading, mention: Mention, node: ActNode): boolean {
  if (node.voice === 'passive') return false
  // "sanctions on X announced the day before": a participle.
  if (grammar.toldBefore.test(doc.shadow.slice(mention.end, mention.end + 40))) return false
  const verb = /^,?\s+(?:(?:has|have|had|also)\s+)?(\p{L}+)/u.exec(doc.text.slice(mention.end, mention.end + 40))?.[1] ?? ''
  return tools.frames.says.has(verb.toLowerCase()) && !/^list|ing$/iu.test(verb)
}

/** Whether the text has told of a name as listed or to be listed. */
function toldBefore(reading: Reading, mention: Mention): boolean {
  if (mention.kind !== 'name') return false
  const { name } = reading.names.called(mention)
  return reading.found.some(f => f.target.name === name)
}

/** A State is a target only where sanctions or a list of States is meant. */
function mayBeState({ doc, grammar, found }: Reading, node: ActNode): boolean {
  if (
    node.act === 'exempt' ||
    node.sanctions ||
    [
      'put-on-list',
      'remove-from-list',
      'target-with-sanctions',
      'ease-restrictions',
      'end-programme',
      'end-own-programme',
      'keep-on-list',
    ].includes(node.frame)
  )
    return true
  if (node.kind === 'status' && found.some(f => f.target.code !== null)) return true
  if (node.kind === 'noun' || node.kind === 'status')
    return (
      grammar.stateCue.test(doc.text.slice(node.start, (node.tail?.end ?? node.end) + 80)) ||
      grammar.sponsor.test(doc.text.slice(node.start - 40, node.end + 80))
    )
  if (node.tail) return grammar.stateClass.test(doc.text.slice(node.tail.start, node.tail.end + 20))
  // "Iran and Syria are still designated": where the text tells of States.
  if (['list-direct', 'remove-follow', 'add-follow', 'delist-direct'].includes(node.frame) && found.some(f => f.target.code !== null))
    return true
  return grammar.sanctionVerb.test(doc.text.slice(node.start, node.end))
}

function examplesAfter(reading: Reading, node: ActNode, sentences = 2): readonly Target[] {
  const at = reading.doc.sentences.findIndex(s => node.start >= s.start && node.end <= s.end)
  for (const whole of reading.doc.sentences.slice(at, at + sentences)) {
    const sentence = { start: node.kind === 'noun' ? Math.max(whole.start, node.end) : whole.start, end: whole.end }
    const text = reading.doc.text.slice(sentence.start, sentence.end)
    const among = reading.tools.frames.among.exec(text)
    // Words before the act ("X: …") introduce nobody that it is done to.
    const from = Math.max(sentence.start, Math.min(node.start, sentence.end)) - sentence.start
    const such = reading.tools.frames.examples.exec(whole === reading.doc.sentences[at] ? text.slice(from) : text)
    const told = sentence.start + (whole === reading.doc.sentences[at] ? from : 0)
    const isNamed = (m: Mention) => m.kind === 'party' || m.kind === 'name'
    const parties = reading.within(sentence).filter(m => isNamed(m) && !isAway(reading, m))
    if (among) {
      const at = sentence.start + among.index
      const before = parties.filter(m => m.end <= at)
      const close = /^(?:['’]s?\s[\p{L} -]{3,24})?\s?$/u.test(reading.doc.text.slice(before.at(-1)?.end ?? 0, at))
      const comma = text.slice(0, among.index).lastIndexOf(', ', Math.max(0, (before.at(-1)?.start ?? sentence.start) - sentence.start))
      const from = sentence.start + Math.max(0, comma)
      const named = close ? before.filter(m => m.start >= from) : parties.filter(m => m.start >= at)
      const others = reading.tools.frames.examples.exec(text.slice(among.index + among[0].length))
      const rest = others ? parties.filter(m => m.start >= at + among[0].length + others.index) : []
      return [
        ...group(
          reading,
          named.filter(m => !rest.includes(m)),
        ),
        ...group(reading, rest),
      ]
    }
    if (such)
      return group(
        reading,
        parties.filter(m => m.start >= told + such.index),
      )
  }
  return []
}
