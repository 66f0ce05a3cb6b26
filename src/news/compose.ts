import type { Act } from './language.ts'
import { type ActNode, BARRIER, type Modifier } from './nodes.ts'
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

/**
 * The statements a sentence makes about an act: usually one, two where a request is refused.
 *
 * @param court whether a court or tribunal acts
 */
export function statementsOf(
  shadow: string,
  node: ActNode,
  modifiers: readonly Modifier[],
  court: (at: number) => boolean,
  unlawful = false,
): readonly Statement[] {
  const chain = chainOf(shadow, node, modifiers)
  const { governor, operators } = chain
  if (node.kind === 'noun' && !governor && operators.length === 0 && !unlawful && (node.governed || !standsAlone(shadow, node))) return []
  // "against keeping X on the list": nobody is said to do it.
  if (node.form === 'ing' && operators.length === 0 && /\b(?:against|for|of|about|from)\s+$/u.test(shadow.slice(0, node.start))) return []
  const head = governor ?? node
  if (unlawful && node.act === 'list' && !governor)
    return composed({
      node,
      base: 'annul',
      chain: { ...chain, operators: operators.filter(o => o.id === 'plan' && o.form === 'phrase') },
      head: node,
      court: true,
      shadow,
    })
  const base = actAfter(node.act, governor, court(governor?.start ?? node.start), node)
  return composed({ node, base, chain, head, court: operators.some(o => court(o.start)), shadow })
}

function chainOf(shadow: string, node: ActNode, modifiers: readonly Modifier[]): Chain {
  const governor = node.kind === 'noun' ? governorOf(shadow, node, modifiers) : decisionOf(shadow, node, modifiers)
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
      if (!reaches(shadow, m, headStart) && !(m.id === 'deny' && m.form === 'phrase' && deniesOperator(shadow, m, modifiers, headStart)))
        continue
      if (m.id === 'react') reacted = true
      else operators.push(m)
    } else if (m.start >= node.end && after(shadow, node, m)) operators.push(m)
  }
  return { governor, operators, reacted }
}

const between = (
  shadow: string,
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
) => (a.end <= b.start ? shadow.slice(a.end, b.start) : shadow.slice(b.end, a.start))

// "not part of any plan to", "does not want to": the refusal is of the plan.
function deniesOperator(shadow: string, m: Modifier, modifiers: readonly Modifier[], headStart: number): boolean {
  return modifiers.some(
    o =>
      o.role === 'operator' &&
      o !== m &&
      o.id !== 'condition' &&
      o.start >= m.end &&
      o.start - m.end <= 34 &&
      o.end <= headStart &&
      !BARRIER.test(shadow.slice(m.end, o.start)) &&
      reaches(shadow, o, headStart),
  )
}

/** Characters over which "not", "will" and "could" reach their verb. */
const NEAR = 28

function reaches(shadow: string, m: Modifier, headStart: number): boolean {
  const gap = shadow.slice(m.end, headStart)
  if (BARRIER.test(` ${gap} `) || gap.length > 170) return false
  if (
    m.form === 'phrase' &&
    /^(?:will|would|shall|could|may|might|not|never|n['’]t|cannot|is|are|was|were)\b/iu.test(shadow.slice(m.start, m.end))
  )
    return gap.length <= NEAR && !/,/.test(gap) && !/[\uE001-\uE006]/u.test(gap)
  if (m.form === 'phrase' && !/^[\x20-\x7e]/u.test(shadow.slice(m.start, m.end))) return gap.length <= NEAR
  if (m.id === 'plan') return /\b(?:to|on|that|the|of)\b/u.test(gap) || m.form === 'phrase' || m.form === 'noun'
  if (m.id === 'call' || m.id === 'consider')
    return (
      /\b(?:to|on|for|that|of|the|its|whether|from|and|should)\b|^\s*$|ing\s*$/u.test(gap) ||
      /[\uE001-\uE006]/u.test(gap) ||
      gap.trim() === ''
    )
  return true
}

// "The designation is under review", "removal was rejected": said after the act's noun, in its clause.
function after(shadow: string, node: ActNode, m: Modifier): boolean {
  if (node.kind !== 'noun') return false
  const gap = shadow.slice(node.end, m.start)
  if (BARRIER.test(gap) || gap.length > 120) return false
  return m.passive || (m.form === 'phrase' && m.id !== 'deny' && /under|could|may|might|will|set/u.test(shadow.slice(m.start, m.end)))
}

const DECISION =
  /\b(?:decisions?|rulings?|orders?|moves?|judgments?|regulations?|acts?|resolution)\s+(?:to|of|by|that|not to|ordering|in so far)\b/u

// "annuls the decision to keep X on the list": what is done to a decision is done to its act.
function decisionOf(shadow: string, node: ActNode, modifiers: readonly Modifier[]): Modifier | null {
  const over = ['annul', 'uphold', 'challenge', 'lift', 'suspend']
  const left = modifiers.findLast(m => m.role === 'governor' && m.end <= node.start && over.includes(m.id) && m.form !== 'noun')
  const gap = left ? shadow.slice(left.end, node.start) : ''
  return left && gap.length < 90 && !BARRIER.test(gap) && DECISION.test(gap) ? left : null
}

function governorOf(shadow: string, node: ActNode, modifiers: readonly Modifier[]): Modifier | null {
  const governors = modifiers.filter(m => m.role === 'governor')
  const left = governors.findLast(m => m.end <= node.start)
  if (left && !left.passive) {
    const gap = shadow.slice(left.end, node.start)
    if (
      gap.length <= 110 &&
      !BARRIER.test(gap) &&
      !(left.id === 'challenge' ? /\b(?:that|from|after|who)\s/u : /\b(?:to|that|by|from|after|who|against)\s/u).test(gap)
    )
      return left
  }
  const right = governors.find(m => m.start >= node.end && m.passive)
  if (right) {
    const gap = shadow.slice(node.end, right.start)
    if (gap.length <= 160 && !BARRIER.test(gap)) return right
  }
  return null
}

// A title ("Designation of X as …") says by itself that the act was done.
function standsAlone(shadow: string, node: ActNode): boolean {
  if (node.zones.length === 0) return false
  const sentence = shadow.slice(0, node.start)
  const from = Math.max(sentence.lastIndexOf('\n'), sentence.lastIndexOf('. '), sentence.lastIndexOf(': ')) + 1
  return (
    /^\s*(?:(?:the|new|further|formal)\s+)?(?:[\uE00B\uE001-\uE003]+(?:['’]s)?\s+)*$/iu.test(sentence.slice(from)) &&
    !sentence.slice(from).includes('\uE002 ')
  )
}

const AFTER: Readonly<Record<string, Partial<Record<Act, Act>>>> = {
  impose: {},
  lift: { list: 'delist', delist: 'list', suspend: 'list', renew: 'delist', exempt: 'exempt' },
  suspend: { list: 'suspend', delist: 'list' },
  renew: { list: 'renew', delist: 'delist', exempt: 'exempt', suspend: 'suspend' },
  uphold: { list: 'uphold', renew: 'uphold', delist: 'delist' },
  annul: { list: 'annul', renew: 'annul', delist: 'list' },
  challenge: { list: 'challenge', renew: 'challenge', delist: 'challenge' },
  amend: { list: 'amend' },
}

function actAfter(act: Act, governor: Modifier | null, court: boolean, node: ActNode): Act {
  const next = governor ? (AFTER[governor.id]?.[act] ?? act) : act
  if (governor?.id === 'annul' && act === 'list' && !court && !node.explicit && node.sanctions) return 'delist'
  if (governor?.id === 'uphold' && act === 'list' && !court) return 'renew'
  if (next === 'renew' && court) return 'uphold'
  return next
}

const DONE: Readonly<Record<Act, EventType>> = {
  list: 'listed',
  delist: 'delisted',
  renew: 'renewed',
  amend: 'amended',
  suspend: 'suspended',
  exempt: 'exemption',
  ease: 'eased',
  annul: 'annulled',
  uphold: 'upheld',
  challenge: 'challenged',
}

type Composing = {
  readonly node: ActNode
  readonly base: Act
  readonly chain: Chain
  readonly head: ActNode | Modifier
  readonly court: boolean
  readonly shadow: string
}

function composed({ node, base, chain, head, court, shadow }: Composing): readonly Statement[] {
  const { governor, operators, reacted } = chain
  const has = (id: Modifier['id']) => operators.findLast(o => o.id === id) ?? null
  const [call, consider, plan, deny] = [has('call'), has('consider'), has('plan'), has('deny')]
  const conditional = has('condition') !== null
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
  const asked = call && family && base !== 'renew' && base !== 'uphold' ? say(`${family}_called`, 'requested', call) : null
  if (deny) return [...(asked && deny.start < (call?.start ?? 0) ? [asked] : []), say(DONE[base], 'denied', deny)]
  if (asked) return [asked]
  if (!family || base === 'suspend') {
    if (consider && consider.form !== 'noun') return [say(DONE[base], conditional ? 'conditional' : 'considered', consider)]
    if (plan) return [say(DONE[base], conditional ? 'conditional' : 'planned', plan)]
    return [say(DONE[base], call ? 'requested' : 'done', call)]
  }
  if (consider) {
    // A review of a designation that stands may end it.
    const review =
      node.kind === 'noun' && !node.sanctions && node.act === 'list' && /review/iu.test(shadow.slice(consider.start, consider.end))
    return [say(review ? 'delisting_considered' : `${family}_considered`, conditional ? 'conditional' : 'considered', consider)]
  }
  if (plan) return [say(`${family}_announced`, conditional ? 'conditional' : 'planned', plan)]
  return [say(DONE[base], 'done', null)]
}
