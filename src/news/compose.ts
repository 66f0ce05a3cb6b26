import { actAfter, DONE } from './act-types.ts'
import type { Grammar } from './grammar.ts'
import type { Act } from './language.ts'
import type { ActNode, Modifier } from './nodes.ts'
import type { EventType, Factuality } from './types.ts'

/** What a sentence says about one act once everything said about it is taken together. */
export type Statement = {
  readonly node: ActNode
  readonly type: EventType
  readonly factuality: Factuality
  /** The outermost word that the statement hangs on: its subject is who acts or speaks. */
  readonly head: ActNode | Modifier
  /** What is done to the act noun, where something is. */
  readonly governor: Modifier | null
  /** The word of asking, weighing, planning, refusing, where there is one. */
  readonly operator: Modifier | null
  readonly reacted: boolean
  /** The word of refusal over a request, where the request was refused. */
  readonly refused: Modifier | null
}

type Chain = { readonly governor: Modifier | null; readonly operators: readonly Modifier[]; readonly reacted: boolean }

/** The sentence that statements are made from. */
export type Said = {
  readonly shadow: string
  readonly acts: readonly ActNode[]
  readonly modifiers: readonly Modifier[]
  readonly grammar: Grammar
  /** Whether a court or tribunal acts at a place. */
  readonly court: (at: number) => boolean
}

/**
 * The statements a sentence makes about an act: usually one, two where a request is refused.
 *
 * @param unlawful whether a court says that the act was
 */
export function statementsOf(said: Said, node: ActNode, unlawful = false): readonly Statement[] {
  const { shadow, grammar, court } = said
  // "asks X to take it off the list, on which it has stood since 1993": the clause is background.
  const aside = node.kind === 'status' && grammar.onWhich.test(shadow.slice(node.start, node.end))
  const chain = aside ? UNSAID : chainOf(said, node)
  const { governor, operators } = chain
  if (node.kind === 'noun' && !governor && operators.length === 0 && !unlawful && (node.governed || !standsAlone(said, node))) return []
  // "asked whether X will ban Y": nobody is said to do it.
  if (grammar.askedWhether.test(shadow.slice(Math.max(0, node.start - 200), node.start))) return []
  // "against keeping X on the list": nobody is said to do it.
  if (node.form === 'ing' && operators.length === 0 && grammar.merely.test(shadow.slice(0, node.start))) return []
  if (node.only && !node.tail && !(governor && governor.role === 'governor' && isOnly(node, governor))) return []
  const head = governor ?? node
  if (node.kind === 'noun' && node.act === 'list' && !governor && isTried(said, node))
    return composed({ node, base: 'challenge', chain: { ...chain, operators: ahead(operators) }, head, court: true, said })
  if (unlawful && node.act === 'list' && !governor)
    return composed({
      node,
      base: 'annul',
      chain: { ...chain, operators: operators.filter(o => o.id === 'plan' && o.form === 'phrase') },
      head: node,
      court: true,
      said,
    })
  // "until the court decides, both groups stay on the list": the court keeps nobody on it.
  const stays = node.frame === 'keep-on-list' && grammar.remaining.test(shadow.slice(node.start, node.end))
  const judged =
    court(governor?.start ?? node.start) && (!stays || grammar.rulesThat.test(shadow.slice(Math.max(0, node.start - 200), node.start)))
  const base = actAfter(node.act, governor, judged)
  return composed({ node, base, chain, head, court: operators.some(o => court(o.start)), said })
}

const UNSAID: Chain = { governor: null, operators: [], reacted: false }

/** Whether a noun is an act under its governor; one that stands for an earlier act has it close by. */
const isOnly = ({ only, bare, start, end }: ActNode, governor: Modifier) =>
  (only ?? []).some(id => id === governor.id) && (!bare || (start - governor.end < 16 && governor.start - end < 60))

/** "is to hear whether the freezing of X's funds was lawful": a court that has not decided yet. */
const isTried = ({ shadow, grammar, court }: Said, node: ActNode) =>
  court(node.start) &&
  grammar.whether.test(shadow.slice(Math.max(0, node.start - 60), node.start)) &&
  grammar.lawfulness.test(shadow.slice(node.end, node.end + 200))

const ahead = (operators: readonly Modifier[]) => operators.filter(o => o.id === 'plan')

function chainOf(said: Said, node: ActNode): Chain {
  const { shadow, modifiers } = said
  const governor = node.kind === 'noun' ? governorOf(said, node) : decisionOf(said, node)
  const bare = governor ? governor.form === 'base' : node.kind === 'verb' && node.form === 'base'
  const headStart = Math.min(governor?.start ?? node.start, node.start)
  const operators: Modifier[] = []
  let reacted = false
  for (const m of modifiers) {
    if (m.role !== 'operator' || m === governor) continue
    if (m.id === 'condition') {
      if (!/[;]/.test(between(shadow, m, { start: headStart, end: headStart }))) operators.push(m)
      continue
    }
    if (m.end <= headStart) {
      if (!reaches(said, m, headStart, bare) && !(m.id === 'deny' && m.form === 'phrase' && deniesOperator(said, m, headStart))) continue
      if (m.id === 'react') reacted = true
      else operators.push(m)
    } else if (m.start >= node.end && after(said, node, m)) operators.push(m)
  }
  return { governor, operators, reacted }
}

const between = (
  shadow: string,
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
) => (a.end <= b.start ? shadow.slice(a.end, b.start) : shadow.slice(b.end, a.start))

// "not part of any plan to", "does not want to": the refusal is of the plan.
function deniesOperator(said: Said, m: Modifier, headStart: number): boolean {
  const { shadow, modifiers, grammar } = said
  return modifiers.some(
    o =>
      o.role === 'operator' &&
      o !== m &&
      o.id !== 'condition' &&
      o.start >= m.end &&
      o.start - m.end <= 34 &&
      o.end <= headStart &&
      !grammar.barrier.test(shadow.slice(m.end, o.start)) &&
      reaches(said, o, headStart, true),
  )
}

/** Characters over which "not", "will" and "could" reach their verb. */
const NEAR = 28

/** @param bare whether the verb stands in its base form, so that an auxiliary before another verb is its own too */
function reaches({ shadow, grammar }: Said, m: Modifier, headStart: number, bare: boolean): boolean {
  const gap = shadow.slice(m.end, headStart)
  if (m.form === 'phrase' && grammar.postfix.test(shadow.slice(m.start, m.end))) return false
  if (m.id === 'call' && m.form === 'noun' && !grammar.nounRequest.test(gap)) return false
  if (grammar.barrier.test(` ${gap} `) || gap.length > 170) return false
  if (m.form === 'phrase' && grammar.auxiliary.test(shadow.slice(m.start, m.end)))
    return (gap.length <= NEAR && !/,/.test(gap) && !/[\uE001-\uE006]/u.test(gap)) || (bare && grammar.coordinated.test(gap))
  if (m.form === 'phrase' && !/^[\x20-\x7e]/u.test(shadow.slice(m.start, m.end))) return gap.length <= NEAR
  if (m.id === 'call' && grammar.calledAgainst.test(gap)) return false
  if (m.id === 'plan') return grammar.planGap.test(gap) || m.form === 'phrase' || m.form === 'noun'
  if (m.id === 'call' || m.id === 'consider') return grammar.requestGap.test(gap) || /[\uE001-\uE006]/u.test(gap) || gap.trim() === ''
  return true
}

// "The designation is under review", "removal was rejected": said after the act's noun, in its clause.
function after({ shadow, grammar }: Said, node: ActNode, m: Modifier): boolean {
  if (node.kind !== 'noun') return false
  const gap = shadow.slice(node.end, m.start)
  if (grammar.barrier.test(gap) || gap.length > 120) return false
  return m.passive || (m.form === 'phrase' && m.id !== 'deny' && grammar.afterNoun.test(shadow.slice(m.start, m.end)))
}

// "annuls the decision to keep X on the list": what is done to a decision is done to its act.
function decisionOf({ shadow, modifiers, grammar }: Said, node: ActNode): Modifier | null {
  const over = ['annul', 'uphold', 'challenge', 'lift', 'suspend']
  const left = modifiers.findLast(m => m.role === 'governor' && m.end <= node.start && over.includes(m.id) && m.form !== 'noun')
  const gap = left ? shadow.slice(left.end, node.start) : ''
  return left && gap.length < 90 && !grammar.barrier.test(gap) && grammar.decision.test(gap) ? left : null
}

function governorOf({ shadow, acts, modifiers, grammar }: Said, node: ActNode): Modifier | null {
  const governors = modifiers.filter(m => m.role === 'governor')
  const left = governors.findLast(m => m.end <= node.start)
  if (left && !left.passive) {
    const gap = shadow.slice(left.end, node.start).replace(left.form === 'noun' ? grammar.nounJoin : grammar.thatAct, ' ')
    // "orders the closure of X and threatens sanctions": another verb took over in between.
    const taken = modifiers.some(
      m => m.role === 'operator' && m.start >= left.end && m.end <= node.start && /\band\s+$/u.test(shadow.slice(left.end, m.start)),
    )
    const other = acts.some(a => a.kind === 'noun' && a.start >= left.end && a.end < node.start && a.end !== left.end)
    if (
      gap.length <= 110 &&
      !taken &&
      (!other || grammar.takesActs.test(gap)) &&
      !grammar.barrier.test(gap) &&
      !(left.id === 'challenge' ? grammar.challengeBreak : grammar.governorBreak).test(gap)
    )
      return left
  }
  const right = governors.find(m => m.start >= node.end && m.passive)
  if (right) {
    const gap = shadow.slice(node.end, right.start).replace(grammar.asideIn, ' ')
    if (gap.length <= 160 && (!grammar.barrier.test(gap) || grammar.whichDates.test(gap))) return right
  }
  return null
}

// What stands before a place in its line or sentence.
function titleOf(shadow: string, at: number): string {
  const before = shadow.slice(Math.max(0, at - 300), at)
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf(': ')) + 1)
}

// "allows an appeal against the refusal to remove X": what becomes of the listing that was to end.
function caseOver({ shadow, grammar }: Said, node: ActNode): 'annulled' | 'upheld' | 'challenged' | null {
  const before = titleOf(shadow, node.start)
  if (!grammar.overRefusal.test(before)) return null
  if (grammar.allowedCase.test(before)) return 'annulled'
  return grammar.dismissedCase.test(before) ? 'upheld' : 'challenged'
}

// A title ("Designation of X as …") says by itself that the act was done.
function standsAlone({ shadow, grammar }: Said, node: ActNode): boolean {
  if (node.zones.length === 0) return false
  const sentence = shadow.slice(0, node.start)
  if (grammar.backgroundAct.test(sentence) && node.zones.some(z => /[\uE005\uE006]/u.test(shadow.slice(z.start, z.end)))) return true
  const from = Math.max(sentence.lastIndexOf('\n'), sentence.lastIndexOf('. '), sentence.lastIndexOf(': ')) + 1
  return grammar.titleStart.test(sentence.slice(from)) && !sentence.slice(from).includes('\uE002 ')
}

type Composing = {
  readonly node: ActNode
  readonly base: Act
  readonly chain: Chain
  readonly head: ActNode | Modifier
  readonly court: boolean
  readonly said: Said
}

function composed({ node, base, chain, head, court, said }: Composing): readonly Statement[] {
  const { governor, operators, reacted } = chain
  const has = (id: Modifier['id']) => operators.findLast(o => o.id === id) ?? null
  const [call, consider, plan, deny] = [has('call'), has('consider'), has('plan'), has('deny')]
  const threatened = consider !== null && said.grammar.threat.test(said.shadow.slice(consider.start, consider.end))
  const conditional = threatened || has('condition') !== null
  const say = (type: EventType, factuality: Factuality, operator: Modifier | null): Statement => ({
    node,
    type,
    factuality,
    head: operator && operator.end <= head.start ? operator : head,
    governor,
    operator,
    reacted,
    refused: type.endsWith('_called') ? deny : null,
  })
  const family =
    base === 'list' || base === 'renew' || base === 'uphold' ? 'listing' : base === 'delist' || base === 'suspend' ? 'delisting' : null
  if (base === 'challenge') return [court && deny ? say('upheld', 'done', deny) : say('challenged', plan ? 'planned' : 'done', null)]
  // A waiver that lapsed or was revoked is one no more.
  if (base === 'exempt' && governor?.id === 'lift') return [say('exemption', 'denied', null)]
  const asked = call && family && base !== 'renew' && base !== 'uphold' ? say(`${family}_called`, 'requested', call) : null
  // Who asked is told only where somebody is named.
  const named = asked && call && deny && deny.start < call.start && said.grammar.askedBy.test(said.shadow.slice(call.end))
  const refusal = deny && base === 'delist' ? caseOver(said, node) : null
  if (refusal) return [say(refusal, 'done', null)]
  if (deny && court && base === 'suspend') return [say('upheld', 'done', deny)]
  // A court that refuses to let a listing stay ends it.
  if (deny && court && (base === 'renew' || base === 'uphold')) return [say('annulled', 'done', deny)]
  // "asked X not to list Y": nothing is said to be done, nor refused.
  if (deny && !call && deny.form === 'phrase' && said.grammar.asking.test(said.shadow.slice(Math.max(0, deny.start - 90), deny.start)))
    return []
  if (deny && call && call.form !== 'noun' && call.end <= deny.start && base === 'list') return []
  // "has not altered its designation": it is not removed.
  if (deny && base === 'amend') return [say('delisted', 'denied', deny)]
  if (deny && base === 'list' && said.grammar.noLonger.test(said.shadow.slice(deny.start, node.end))) return [say('delisted', 'done', null)]
  if (deny) return [...(named ? [asked] : []), say(DONE[base], 'denied', deny)]
  if (base === 'renew') {
    const settled = plan !== null && said.grammar.decided.test(said.shadow.slice(plan.start, plan.end))
    if (call && !settled && call.form !== 'phrase') return []
    if (consider && node.frame === 'keep-on-list') return [say('delisting_considered', 'considered', consider)]
    if (consider && consider.form !== 'noun') return [say('renewed', conditional ? 'conditional' : 'considered', consider)]
    return [say('renewed', plan && !settled ? 'planned' : 'done', plan ?? call)]
  }
  if (asked) return [asked]
  if (!family || base === 'suspend') {
    if (consider && consider.form !== 'noun') return [say(DONE[base], conditional ? 'conditional' : 'considered', consider)]
    if (plan) return [say(DONE[base], conditional ? 'conditional' : 'planned', plan)]
    return [say(DONE[base], call ? 'requested' : 'done', call)]
  }
  if (consider) {
    // A review of a designation that stands may end it.
    if (said.grammar.reviewedAlways.test(said.shadow.slice(consider.end, consider.end + 40)) && consider.start >= node.end) return []
    const review =
      node.kind === 'noun' &&
      !node.sanctions &&
      node.act === 'list' &&
      said.grammar.review.test(said.shadow.slice(consider.start, consider.end))
    if (review && said.grammar.reviewTitle.test(titleOf(said.shadow, node.start))) return [say('renewed', 'done', null)]
    return [say(review ? 'delisting_considered' : `${family}_considered`, conditional ? 'conditional' : 'considered', consider)]
  }
  if (plan) return [say(`${family}_announced`, conditional ? 'conditional' : 'planned', plan)]
  return [say(DONE[base], 'done', null)]
}
