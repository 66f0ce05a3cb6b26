import { FORM_HEADS, GLUED_FORMS, LEGAL_FORMS, LONGEST_FORM, SHORT_FORMS } from './lexicon.ts'
import { nearWords } from './near.ts'
import { SCRIPT_FORMS } from './tables/legal-forms.tables.ts'
import { ARABIC_FORMS } from './tables/organisations.tables.ts'
import type { Piece } from './words.ts'

const GLUED = new Map([...GLUED_FORMS, ...ARABIC_FORMS, ...SCRIPT_FORMS].map(([form, group]) => [form.normalize('NFKC'), group] as const))
// Words of legal forms that no name is made of, so that a slip in one is still that word; short ones are too near to names.
const LEAST = 8
// Two shorter ones that no name is near.
const SHORTER = ['limited', 'company']
const FORM_WORDS: ReadonlySet<string> = new Set([...LEGAL_FORMS.keys()].flatMap(form => form.split(' ')))
const near = nearWords([...SHORTER, ...[...FORM_WORDS].filter(word => word.length >= LEAST)])
// Shorter words are none of these with a letter less.
const LEAST_WRITTEN = 6

// The word of a legal form that a word is, one slip of the hand aside; the word itself where it is none.
function formWord(word: Piece): string {
  if (word.text.length < LEAST_WRITTEN) return word.text
  return (word.asForm ??= FORM_WORDS.has(word.text) ? word.text : (near(word.text) ?? word.text))
}

// The form that a word of a script without blanks, or of Arabic, is by itself.
const gluedForm = ({ script, original }: Piece): string | undefined => (script === 'Latn' ? undefined : GLUED.get(original))

// Words of forms of three words and more, in which a slip of the hand leaves the form what it is (Public Jount Stock Company).
const LONG = 3
const LEAST_IN_LONG = 4
const nearInLong = nearWords(
  new Set(
    [...LEGAL_FORMS.keys()]
      .map(form => form.split(' '))
      .filter(words => words.length >= LONG)
      .flat()
      .filter(word => word.length >= LEAST_IN_LONG),
  ),
)

// The word of a long form that a word is with one slip, undefined where it is none or is written right.
function slippedWord(word: Piece): string | undefined {
  if (word.text.length < LEAST_IN_LONG || FORM_WORDS.has(formWord(word)) || word.script !== 'Latn') return undefined
  return (word.asSlip ??= nearInLong(word.text) ?? '') || undefined
}

/** Whether a legal form may begin with a word. */
export const mayBeginForm = (word: Piece): boolean =>
  (word.mayBeginForm ??= gluedForm(word) !== undefined || FORM_HEADS.has(formWord(word)) || FORM_HEADS.has(slippedWord(word) ?? ''))

// A short form of a single country stands at the end of a name, or at its head where Cyrillic writes it.
const standsAsForm = (form: Form, words: readonly Piece[], end: number): boolean =>
  !form.short || end === words.length || (end === 1 && words[0]?.script === 'Cyrl')

// Legal forms word by word: what the words so far are, and where each next word leads.
type Form = { group?: string; short?: boolean; readonly next: Map<string, Form> }
const FORMS: Form = { next: new Map() }
for (const [form, group] of LEGAL_FORMS) {
  let at = FORMS
  for (const word of form.split(' ')) {
    const next: Form = at.next.get(word) ?? { next: new Map() }
    at.next.set(word, next)
    at = next
  }
  at.group = group
  at.short = SHORT_FORMS.has(form)
}

/** The legal form that begins at a word, the longest, with the number of its words; undefined where none does. */
export function legalFormAt(words: readonly Piece[], from: number): { readonly group: string; readonly length: number } | undefined {
  const first = words[from]
  if (!first || !mayBeginForm(first)) return undefined
  const glued = gluedForm(first)
  if (glued !== undefined) return { group: glued, length: 1 }
  let at: Form | undefined = FORMS
  let slips = 0
  let found: { group: string; length: number } | undefined
  for (let length = 1; length <= Math.min(LONGEST_FORM, words.length - from); length++) {
    const word = words[from + length - 1] as Piece
    const slipped = slippedWord(word)
    if (slipped) slips++
    at = at.next.get(slipped ?? formWord(word))
    if (slips > 1 || !at) break
    if (at.group !== undefined && (slips === 0 || length >= LONG) && standsAsForm(at, words, from + length))
      found = { group: at.group, length }
  }
  return found
}
