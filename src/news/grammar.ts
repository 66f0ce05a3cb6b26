import { GRAMMAR } from './grammar.tables.ts'

/** The name of a pattern of grammar. */
export type GrammarName = keyof typeof GRAMMAR

/** The patterns of one language's grammar, by name. One that the language does not need matches nothing. */
export type Grammar = Readonly<Record<GrammarName, RegExp>>

const NOTHING = '(?!)'

/** Patterns of which every match counts. */
const EVERYWHERE: ReadonlySet<string> = new Set<GrammarName>(['clause', 'quotedName'])

/**
 * The grammar of a frame file.
 *
 * @param compile makes a pattern of its text
 * @throws where the file has a pattern that nothing reads
 */
export function grammarOf(patterns: Readonly<Record<string, string>>, compile: (pattern: string, flags: string) => RegExp): Grammar {
  const unknown = Object.keys(patterns).filter(name => !(name in GRAMMAR))
  if (unknown.length > 0) throw new Error(`unknown patterns of grammar: ${unknown.join(', ')}`)
  const found = Object.keys(GRAMMAR).map(name => {
    const pattern = patterns[name]
    const flags = EVERYWHERE.has(name) ? 'gu' : 'u'
    return [name, pattern === undefined ? new RegExp(NOTHING, flags) : compile(pattern, flags)]
  })
  return Object.fromEntries(found) as Grammar
}
