import { type Grammar, grammarOf } from './grammar.ts'
import type { ActFrame, FrameFile, Governor, NounFrame, Operator, RelationFrame } from './language.ts'
import type { EventType } from './types.ts'

/** How a verb stands; a participle that can only be passive has a form of its own. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing'

/** A word that may begin something: which frame, in which role and form. `rest` is the remainder of a phrase ("set aside"). */
export type Trigger =
  | { readonly role: 'act'; readonly frame: CompiledAct; readonly form: VerbForm }
  | { readonly role: 'noun'; readonly frame: CompiledNoun; readonly rest: string }
  | { readonly role: 'governor'; readonly frame: Governor; readonly form: VerbForm | 'noun'; readonly rest: string }
  | { readonly role: 'operator'; readonly frame: Operator; readonly form: VerbForm | 'noun'; readonly rest: string }

/** An act frame with its patterns compiled. */
export type CompiledAct = Omit<ActFrame, 'tail' | 'relaxed' | 'subject'> & {
  readonly tail: RegExp | null
  readonly relaxed: RegExp | null
  readonly subject: RegExp | null
}

/** A noun frame with its patterns compiled. */
export type CompiledNoun = Omit<NounFrame, 'tail' | 'unless'> & { readonly tail: RegExp | null; readonly unless: RegExp | null }

/** The frames of a language, ready to match. */
export type Frames = {
  readonly language: string
  readonly file: FrameFile
  /** By the first word in lower case. */
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>
  readonly phrases: readonly { readonly frame: Operator; readonly pattern: RegExp }[]
  readonly statuses: readonly { readonly act: FrameFile['statuses'][number]['act']; readonly pattern: RegExp; readonly cue: boolean }[]
  readonly relations: readonly {
    readonly frame: RelationFrame
    readonly pattern: RegExp
    readonly forbid: RegExp | null
  }[]
  readonly lists: readonly { readonly pattern: RegExp; readonly code: string; readonly weak: boolean }[]
  readonly laws: readonly { readonly pattern: RegExp; readonly code: string }[]
  readonly grammar: Grammar
  readonly cue: RegExp
  readonly forbidden: RegExp
  readonly same: RegExp
  readonly unlawful: RegExp
  readonly attributive: RegExp
  readonly placed: RegExp
  readonly nounLink: RegExp
  readonly nounStop: RegExp
  readonly adopt: RegExp
  readonly proceedings: readonly {
    readonly type: EventType
    readonly pattern: RegExp
    readonly court: boolean
    readonly planned: boolean
  }[]
  readonly body: RegExp
  readonly office: RegExp
  readonly genericBody: RegExp
  readonly court: RegExp
  readonly anaphor: RegExp
  readonly entryName: RegExp
  readonly examples: RegExp
  readonly among: RegExp
  readonly says: ReadonlySet<string>
  /** Runs of capitalised words. */
  readonly nameChunk: RegExp
  readonly peoples: ReadonlySet<string>
  readonly scheduledRelisting: ReadonlySet<string>
  readonly givenNames: ReadonlySet<string>
  readonly stopwords: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
  /** Words that may end a party's name without a capital. */
  readonly nameEnds: ReadonlySet<string>
  readonly abbreviations: ReadonlySet<string>
}

/** Frames of a file, with each verb in all its forms. */
export function framesOf(file: FrameFile): Frames {
  const forms = formsOf(file)
  const compile = (pattern: string, flags = 'iu') =>
    new RegExp(
      pattern.replace(/<(\w+)>/g, (whole, name: string) => file.macros[name] ?? whole),
      flags,
    )
  const triggers = new Map<string, Trigger[]>()
  const add = (phrase: string, make: (form: VerbForm, rest: string) => Trigger, noun = false) => {
    const [head = '', ...others] = phrase.toLowerCase().split(' ')
    const all: readonly (readonly [string, VerbForm])[] = noun ? [[head, 'base']] : forms(head)
    for (const [word, form] of all) triggers.set(word, [...(triggers.get(word) ?? []), make(form, others.join(' '))])
  }
  for (const act of file.acts) {
    const frame = {
      ...act,
      tail: act.tail ? compile(act.tail) : null,
      relaxed: act.relaxed ? new RegExp(act.relaxed, 'iu') : null,
      subject: act.subject ? compile(act.subject) : null,
    }
    for (const verb of act.verbs) add(verb, form => ({ role: 'act', frame, form }))
  }
  for (const noun of file.nouns) {
    const frame = { ...noun, tail: noun.tail ? compile(noun.tail) : null, unless: noun.unless ? compile(noun.unless) : null }
    for (const word of noun.words) add(word, (_, rest) => ({ role: 'noun', frame, rest }), true)
  }
  for (const frame of file.governors) {
    for (const verb of frame.verbs) add(verb, (form, rest) => ({ role: 'governor', frame, form, rest }))
    for (const word of frame.nouns) add(word, (_, rest) => ({ role: 'governor', frame, form: 'noun', rest }), true)
    for (const verb of frame.after ?? []) add(verb, (_, rest) => ({ role: 'governor', frame, form: 'participle', rest }))
  }
  for (const frame of file.operators) {
    for (const verb of frame.verbs ?? []) add(verb, (form, rest) => ({ role: 'operator', frame, form, rest }))
    for (const word of frame.nouns ?? []) add(word, (_, rest) => ({ role: 'operator', frame, form: 'noun', rest }), true)
  }
  return { language: file.language, file, triggers, ...patternsOf(file, compile, forms) }
}

const CAPITAL = "(?:al-|wal-|ash-|ar-|az-|el-|ul-|ur-|an-|as-|at-|ad-|d['’]|)?\\p{Lu}(?:[\\p{L}\\p{M}\\p{N}'’&+-]|–(?=\\p{Lu}))*"

type Compile = (pattern: string, flags?: string) => RegExp

function patternsOf(file: FrameFile, compile: Compile, forms: (verb: string) => readonly (readonly [string, VerbForm])[]) {
  const set = (text: string) => new Set(text.split(' ').filter(Boolean))
  const words = (frame: RelationFrame) =>
    [
      ...(frame.phrases ?? []),
      ...(frame.verbs ?? []).flatMap(v => forms(v).map(([w]) => `(?<![\\p{L}])${w}(?![\\p{L}])`)),
      ...(frame.nouns ?? []).map(n => `(?<![\\p{L}])${n}(?![\\p{L}])`),
    ].join('|')
  return {
    phrases: file.operators.flatMap(frame => (frame.phrases ?? []).map(p => ({ frame, pattern: compile(p, 'giu') }))),
    statuses: file.statuses.map(s => ({ act: s.act, pattern: compile(s.pattern, 'giu'), cue: s.cue ?? false })),
    relations: file.relations.map(frame => ({
      frame,
      pattern: compile(words(frame), 'giu'),
      forbid: frame.forbid ? compile(frame.forbid) : null,
    })),
    lists: file.lists.map(l => ({ pattern: new RegExp(l.pattern, 'gu'), code: l.code, weak: l.weak ?? false })),
    laws: file.laws.map(l => ({ pattern: new RegExp(l.pattern, 'u'), code: l.code })),
    grammar: grammarOf(file.grammar ?? {}, compile),
    cue: compile(file.cue),
    forbidden: compile(file.forbidden),
    same: compile(file.same),
    unlawful: compile(file.unlawful),
    attributive: compile(file.attributive),
    placed: new RegExp(file.placed, 'u'),
    nounLink: new RegExp(`^(?:,\\s+those)?\\s+${file.nounLinks}`, 'u'),
    nounStop: new RegExp(file.nounStops, 'u'),
    adopt: compile(file.adopt),
    proceedings: file.proceedings.map(p => ({
      type: p.type,
      pattern: compile(p.pattern),
      court: p.court ?? false,
      planned: p.planned ?? false,
    })),
    body: new RegExp(
      `^(?:['’]s?)?\\s+(?:(?:\\p{Lu}[\\p{L}-]*|then|former|new|own|deputy|interim|acting|transitional|ousted)\\s+){0,2}?(?:${anyCase(file.bodies)})(?![\\p{L}-])(?:\\s+(?:for|of)\\s+(?:the\\s+)?\\p{Lu}[\\p{L}]+(?:\\s+(?:and\\s+)?\\p{Lu}[\\p{L}]+){0,3})?`,
      'u',
    ),
    office: new RegExp(`(?:${file.offices})\\S*$`, 'iu'),
    genericBody: new RegExp(`(?<![\\p{L}-])(?:${file.genericBodies})(?![\\p{L}-])`, 'giu'),
    court: new RegExp(file.courts, 'iu'),
    anaphor: compile(file.anaphors, 'giu'),
    entryName: new RegExp(file.entryName ?? '(?!)', 'gmu'),
    examples: compile(file.examples),
    among: compile(file.among),
    says: new Set(file.says.flatMap(v => forms(v).map(([w]) => w))),
    nameChunk: new RegExp(`(?<![\\p{L}\\p{N}]|\\p{Ll}{2}-)${CAPITAL}(?:\\s+(?:(?:${file.nameLinks})\\s+)?${CAPITAL})*`, 'gu'),
    peoples: set(file.peoples ?? ''),
    scheduledRelisting: new Set(file.scheduledRelisting ?? []),
    givenNames: set(file.givenNames ?? ''),
    stopwords: set(file.stopwords),
    titles: set(file.titles),
    nameEnds: set(file.nameEnds ?? ''),
    abbreviations: set(file.abbreviations),
  }
}

/** All forms of a verb, by the language's list of irregular ones and the regular rule for English spelling. */
function formsOf(file: FrameFile): (verb: string) => readonly (readonly [string, VerbForm])[] {
  return verb => {
    const irregular = file.irregular[verb]
    if (irregular) {
      const [s = verb, past = verb, participle = past, ing = verb] = irregular
      const all: (readonly [string, VerbForm])[] = [[verb, 'base']]
      const add = (forms: string, form: VerbForm) => {
        for (const word of forms.split('|')) if (!all.some(([w, f]) => w === word && f === form)) all.push([word, form])
      }
      add(s, 's')
      add(past, 'past')
      add(participle, participle === past || file.language === 'en' ? 'past' : 'participle')
      add(ing, 'ing')
      return all
    }
    if (file.language !== 'en') return [[verb, 'base']]
    const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb.endsWith('y') && !/[aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}i` : verb
    const s = /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : stem.endsWith('i') ? `${stem}es` : `${verb}s`
    return [
      [verb, 'base'],
      [s, 's'],
      [`${stem}ed`, 'past'],
      [`${verb.endsWith('e') ? verb.slice(0, -1) : verb}ing`, 'ing'],
    ]
  }
}

/** A pattern whose words may begin with a capital. */
const anyCase = (pattern: string) => pattern.replace(/(?<![\\\p{L}])[a-z]/gu, c => `[${c}${c.toUpperCase()}]`)
