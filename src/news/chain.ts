import type { Grammar } from './grammar.ts'
import type { ActNode, Modifier } from './nodes.ts'

/** What is done to an act, and what is said about it. */
export type Chain = { readonly governor: Modifier | null; readonly operators: readonly Modifier[]; readonly reacted: boolean }

/** The sentence that statements are made from. */
export type Said = {
  readonly shadow: string
  readonly acts: readonly ActNode[]
  readonly modifiers: readonly Modifier[]
  readonly grammar: Grammar
  /** Whether a court or tribunal is named at all. */
  readonly judged: boolean
  /** Whether a court or tribunal acts at a place. */
  readonly court: (at: number) => boolean
}

/** Which words of a sentence do something to an act or say something of it. */
export function chainOf(said: Said, node: ActNode): Chain {
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
    // "grants X's request to list Y": what was asked for is done.
    if (m.form === 'noun' && said.grammar.granted.test(shadow.slice(Math.max(0, m.start - 80), m.end))) continue
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
  if (grammar.barrier.test(` ${gap} `) || grammar.asClause.test(gap) || gap.length > 170) return false
  // "men who refused to go, A and B": said in a clause that a comma has closed.
  if (gap.includes(',') && grammar.relativeBefore.test(shadow.slice(Math.max(0, m.start - 40), m.start))) return false
  if (m.form === 'phrase' && grammar.auxiliary.test(shadow.slice(m.start, m.end)))
    return (gap.length <= NEAR && !/,/.test(gap) && !/[\uE001-\uE006]/u.test(gap)) || (bare && grammar.coordinated.test(gap))
  if (m.form === 'phrase' && !/^[\x20-\x7e]/u.test(shadow.slice(m.start, m.end))) return gap.length <= NEAR
  if (m.id === 'call' && grammar.calledAgainst.test(gap)) return false
  // "talks with groups that X designates": what the clause tells of is not talked about.
  if (m.form === 'noun' && grammar.ofObject.test(gap)) return false
  // "In response to this, Y lists X": the reaction is the act itself.
  if (m.id === 'react' && m.form === 'noun' && /,\s/u.test(gap)) return false
  // "dismissed an appeal by X against …": the appeal is refused, not the act.
  if (m.id === 'deny' && grammar.caseObject.test(shadow.slice(m.end))) return false
  // "refuses to do this and orders that": the second verb is not refused.
  if (m.id === 'deny' && m.form !== 'phrase' && m.form !== 'noun' && grammar.newVerb.test(gap)) return false
  if (m.id === 'plan') return grammar.planGap.test(gap) || m.form === 'phrase' || m.form === 'noun'
  if (m.id === 'call' || m.id === 'consider') return grammar.requestGap.test(gap) || /[\uE001-\uE006]/u.test(gap) || gap.trim() === ''
  return true
}

// "The designation is under review", "removal was rejected": said after the act's noun, in its clause.
function after({ shadow, grammar }: Said, node: ActNode, m: Modifier): boolean {
  if (node.kind !== 'noun') return false
  const gap = shadow.slice(node.end, m.start)
  if (grammar.barrier.test(gap) || grammar.subordinate.test(gap) || gap.length > 120) return false
  // "The ban of 2001 could serve as a ground": no weighing of the ban.
  if (m.form === 'phrase' && grammar.couldOther.test(shadow.slice(m.start, m.end + 30))) return false
  return m.passive || (m.form === 'phrase' && m.id !== 'deny' && grammar.afterNoun.test(shadow.slice(m.start, m.end)))
}

// "annuls the decision to keep X on the list": what is done to a decision is done to its act.
function decisionOf({ shadow, modifiers, grammar }: Said, node: ActNode): Modifier | null {
  const over = ['annul', 'uphold', 'challenge', 'lift', 'suspend']
  const left = modifiers.findLast(m => m.role === 'governor' && m.end <= node.start && over.includes(m.id) && m.form !== 'noun')
  const gap = left ? shadow.slice(left.end, node.start) : ''
  return left && gap.length < 90 && !grammar.barrier.test(gap) && grammar.decision.test(gap) ? left : null
}

/** "annuls the decision that ordered the freezing of X's funds": what is done to the decision. */
function orderedBy(governors: readonly Modifier[], shadow: string, node: ActNode, grammar: Grammar): Modifier | null {
  const before = governors.filter(m => m.end <= node.start)
  const [outer, inner] = before.slice(-2)
  const over = outer && inner?.id === 'impose' && ['annul', 'uphold', 'challenge', 'suspend'].includes(outer.id) && outer.form !== 'noun'
  return over && grammar.ordering.test(shadow.slice(outer.end, inner.start)) ? outer : null
}

function governorOf({ shadow, acts, modifiers, grammar }: Said, node: ActNode): Modifier | null {
  const governors = modifiers.filter(m => m.role === 'governor')
  const ordered = orderedBy(governors, shadow, node, grammar)
  if (ordered) return ordered
  const left = governors.findLast(m => m.end <= node.start)
  // "was granted an exemption": the passive gives it to its subject.
  const given = left?.passive && node.act === 'exempt' && node.start - left.end <= 30
  if (left && (!left.passive || given)) {
    const gap = shadow.slice(left.end, node.start).replace(left.form === 'noun' ? grammar.nounJoin : grammar.thatAct, ' ')
    // "orders the closure of X and threatens sanctions": another verb took over in between.
    const taken = modifiers.some(
      m => m.role === 'operator' && m.start >= left.end && m.end <= node.start && grammar.andVerb.test(shadow.slice(left.end, m.start)),
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
  const after = governors.filter(m => m.start >= node.end && m.passive)
  // "the sanctions imposed by A will be revoked": the participle only describes.
  const main =
    after[0]?.id === 'impose' && after[0].form !== 'participle' && !grammar.be.test(shadow.slice(0, after[0].start)) ? after[1] : undefined
  const right = main && !grammar.barrier.test(shadow.slice(node.end, main.start)) ? main : after[0]
  if (right) {
    const gap = shadow.slice(node.end, right.start).replace(grammar.asideIn, ' ')
    if (gap.length <= 160 && (!grammar.barrier.test(gap) || grammar.whichDates.test(gap))) return right
  }
  return null
}
