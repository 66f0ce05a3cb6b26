import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'
import type { Range } from './sentences.ts'

/** A party that a statement is about. */
export type Target = Range & {
  readonly name: string
  readonly entity: string | null
  readonly kind: Mention['kind']
  /** Jurisdiction, where the party is a State. */
  readonly code: string | null
  /** True where only an earlier mention told who is meant. */
  readonly anaphoric: boolean
}

/** A target from its mention, under the fullest name of the document. */
export function targetOf(reading: Reading, mention: Mention, anaphoric = false): Target {
  const { name, entity } = reading.names.called(mention)
  const { start, end } = mention.person ?? mention
  const after = reading.grammar.wingAfter.exec(reading.doc.text.slice(end, end + 50))?.[0]
  const wing = reading.grammar.wing.exec(reading.doc.text.slice(Math.max(0, start - 40), start))?.[0] ?? ''
  const state = mention.kind === 'state' || mention.kind === 'demonym' ? (mention.code ?? null) : null
  return {
    start,
    end,
    name: state ? reading.tools.lexicon.nameOf(state) : `${wing.replace(/\s+/g, ' ')}${name}${after ?? ''}`,
    entity,
    kind: mention.kind,
    code: state,
    anaphoric,
  }
}
