import { actAfter, DONE } from './act-types.ts'
import { type Chain, chainOf, type Said } from './chain.ts'
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
  // "does not appear in the list": nothing was done.
  if (node.kind === 'status' && grammar.doesNot.test(shadow.slice(Math.max(0, node.start - 24), node.start))) return []
  // "asked whether X will ban Y": nobody is said to do it.
  if (grammar.askedWhether.test(shadow.slice(Math.max(0, node.start - 200), node.start))) return []
  // "an action against the acts by which the Council kept it on the list": only what the case is about.
  if (node.kind === 'verb' && !governor && grammar.disputed.test(shadow.slice(Math.max(0, node.start - 160), node.start))) return []
  // "against keeping X on the list": nobody is said to do it.
  if (node.form === 'ing' && operators.length === 0 && grammar.merely.test(shadow.slice(0, node.start))) return []
  if (node.only && !node.tail && !(governor && governor.role === 'governor' && isOnly(node, governor))) return []
  const head = governor ?? node
  if (node.kind === 'noun' && node.act === 'list' && !governor && isTried(said, node))
    return composed({ node, base: 'challenge', chain: { ...chain, operators: ahead(operators) }, head, court: true, said })
  const wrong = said.judged && grammar.wrongTo.test(shadow.slice(Math.max(0, node.start - 40), node.start))
  if ((unlawful || wrong) && (node.act === 'list' || (wrong && node.act === 'renew')) && !governor)
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
  // "extended to the whole organisation": more is listed than before.
  const wider = governor?.id === 'renew' && node.act === 'list' && grammar.extendedTo.test(shadow.slice(Math.max(governor.end, node.end)))
  const base = wider ? 'list' : actAfter(node.act, governor, judged)
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
  const sentence = shadow.slice(0, node.start)
  // "the British proscription of 2001"
  if (node.act === 'list' && grammar.ownerBefore.test(sentence) && grammar.yearAfter.test(shadow.slice(node.end))) return true
  if (node.zones.length === 0) return false
  if (grammar.backgroundAct.test(sentence) && node.zones.some(z => /[\uE005\uE006]/u.test(shadow.slice(z.start, z.end)))) return true
  // "The ban on X, imposed in July, is unaffected"
  const dated = /[\uE005\uE006]/u.test(shadow.slice(node.end, node.end + 60)) && grammar.datedNoun.test(shadow.slice(node.end))
  if (dated && node.act === 'list') return true
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

type Saying = {
  readonly say: (type: EventType, factuality: Factuality, operator: Modifier | null) => Statement
  readonly call: Modifier | null
  /** What somebody named asked for, where that was refused. */
  readonly named: Statement | null
}

/** The statements of an act that is refused, or that a refusal is about. */
function denied({ node, base, court, said }: Composing, deny: Modifier, { say, call, named }: Saying): readonly Statement[] {
  const { shadow, grammar } = said
  const refusal = base === 'delist' ? caseOver(said, node) : null
  if (refusal) return [say(refusal, 'done', null)]
  if (court && base === 'suspend') return [say('upheld', 'done', deny)]
  // A court that refuses to let a listing stay ends it.
  if (court && (base === 'renew' || base === 'uphold')) return [say('annulled', 'done', deny)]
  // "asked X not to list Y": nothing is said to be done, nor refused.
  if (!call && deny.form === 'phrase' && grammar.asking.test(shadow.slice(Math.max(0, deny.start - 90), deny.start))) return []
  if (call && call.form !== 'noun' && call.end <= deny.start && base === 'list') return []
  // "rejected a motion to ask X to list Y": who was not asked refuses nothing.
  if (call && call.form === 'base' && deny.end <= call.start) return []
  // "has not altered its designation": it is not removed.
  if (base === 'amend') return [say('delisted', 'denied', deny)]
  if (base === 'list' && grammar.noLonger.test(shadow.slice(deny.start, node.end))) return [say('delisted', 'done', null)]
  return [...(named ? [named] : []), say(DONE[base], 'denied', deny)]
}

function composed({ node, base, chain, head, court, said }: Composing): readonly Statement[] {
  const { governor, operators, reacted } = chain
  // A verb tells who weighs or asks, where a mere "can be" does not.
  const has = (id: Modifier['id']) =>
    operators.findLast(o => o.id === id && o.form !== 'phrase') ?? operators.findLast(o => o.id === id) ?? null
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
  if (deny) return denied({ node, base, chain, head, court, said }, deny, { say, call, named: named ? asked : null })
  // "confirms that X may be kept on the list": the court has decided.
  if (base === 'uphold' && consider?.form === 'phrase' && node.kind === 'verb' && !call && !plan) return [say('upheld', 'done', null)]
  if (base === 'renew') {
    const settled = plan !== null && said.grammar.decided.test(said.shadow.slice(plan.start, plan.end))
    if (call && !settled && call.form !== 'phrase') return []
    if (consider && node.frame === 'keep-on-list') return [say('delisting_considered', 'considered', consider)]
    if (consider && consider.form !== 'noun') return [say('renewed', conditional ? 'conditional' : 'considered', consider)]
    return [say('renewed', plan && !settled ? 'planned' : 'done', plan ?? call)]
  }
  if (asked) return [asked]
  // "asks a court to reverse the ruling that bans X": a removal asked for.
  if (base === 'annul' && call && call.form !== 'phrase') return [say('delisting_called', 'requested', call)]
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
      (!node.sanctions || said.grammar.ownSanctions.test(said.shadow.slice(Math.max(0, node.start - 40), node.start))) &&
      node.act === 'list' &&
      !said.grammar.newAct.test(said.shadow.slice(Math.max(0, node.start - 40), node.start)) &&
      said.grammar.review.test(said.shadow.slice(consider.start, consider.end))
    if (review && said.grammar.reviewTitle.test(titleOf(said.shadow, node.start))) return [say('renewed', 'done', null)]
    return [say(review ? 'delisting_considered' : `${family}_considered`, conditional ? 'conditional' : 'considered', consider)]
  }
  if (plan) return [say(`${family}_announced`, conditional ? 'conditional' : 'planned', plan)]
  return [say(DONE[base], 'done', null)]
}
