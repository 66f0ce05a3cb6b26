import type { Annotated } from './annotate.ts'
import type { Grammar } from './grammar.ts'
import type { Mention } from './mentions.ts'

/** What a document calls a party: the fullest name it gives, and the entity it was linked to anywhere in it. */
export type Called = { readonly name: string; readonly entity: string | null }

/** Names of one document: short forms lead to the full name that it introduced. */
export type DocumentNames = { called(mention: Mention): Called }

/** Reads which names of a document mean the same: "X (Y)", "X, also called Y", a surname after the full name. */
export function documentNames(doc: Annotated, grammar: Grammar, captionOf: (entity: string) => string | null): DocumentNames {
  const full = new Map<string, Mention>()
  const byEntity = new Map<string, Mention>()
  const names = doc.mentions.filter(m => m.kind === 'party' || m.kind === 'name' || m.person)
  const spelt = (m: Mention) => doc.text.slice(m.person?.start ?? m.start, m.person?.end ?? m.end)
  let previous: Mention | null = null
  const longer: { readonly words: readonly string[]; readonly mention: Mention }[] = []
  for (const mention of names) {
    const text = spelt(mention)
    if (previous) {
      const gap = doc.text.slice(previous.end, mention.start)
      const bracketed = /^(?:['’]s?)?\s*\(\s*["“']?$/u.test(gap) && /^["”']?\s*\)/u.test(doc.text.slice(mention.end, mention.end + 3))
      const apart = mention.entity && previous.entity && mention.entity !== previous.entity
      if (bracketed || (!apart && grammar.also.test(gap))) full.set(text, full.get(spelt(previous)) ?? previous)
    }
    if (mention.entity) {
      const known = byEntity.get(mention.entity)
      if (!known || text.length > spelt(known).length) byEntity.set(mention.entity, mention)
    }
    const words = text.split(/\s+/)
    const led = /\b[Tt]he $/u.test(doc.text.slice(Math.max(0, mention.start - 4), mention.start))
    const whole =
      mention.kind === 'name' && !full.has(text) ? longer.find(l => isShort(words, l.words, text) || (led && isHead(words, l))) : undefined
    if (whole) full.set(text, whole.mention)
    else if (words.length > 1) longer.push({ words, mention })
    const last = words.at(-1) ?? ''
    // A surname alone means who was last introduced with it.
    if (words.length > 1 && words.length <= 5 && mention.kind !== 'party' && last.length > 3 && !full.has(last)) full.set(last, mention)
    if (words.length > 1 && mention.entity && last.length > 3 && !full.has(last)) full.set(last, mention)
    previous = mention
  }
  // An acronym stands for the full name; another name of the same party stands for itself.
  const fullest = (mention: Mention): Mention => {
    const longest = mention.entity ? byEntity.get(mention.entity) : undefined
    return longest && ((/^\P{Ll}+$/u.test(spelt(mention)) && longest.start < firstOf(mention)) || spelt(longest).includes(spelt(mention)))
      ? longest
      : mention
  }
  const firstOf = ({ entity }: Mention) => names.find(m => m.entity === entity && /^\P{Ll}+$/u.test(spelt(m)))?.start ?? 0
  const entityOf = (m: Mention): string | null => m.entity ?? null
  return {
    called(mention) {
      const text = spelt(mention)
      const fuller = full.get(text)
      const best = fuller && fuller !== mention ? fuller : fullest(mention)
      const entity = entityOf(mention) ?? entityOf(best)
      const name = spelt(best)
        .replace(/\s+/g, ' ')
        .replace(/(?<=\S)\s\([^()]*\)$/u, '')
      const caption = mention.weak && entity && !/\s/.test(name) ? captionOf(entity) : null
      return { name: caption ?? name, entity }
    },
  }
}

/** "the Tigers": one word with an article, out of the name of a party that was named in full before. */
const isHead = (words: readonly string[], { words: longer, mention }: { readonly words: readonly string[]; readonly mention: Mention }) =>
  words.length === 1 &&
  (words[0]?.length ?? 0) > 4 &&
  longer.some(w => w === words[0] || `${w}s` === words[0]) &&
  (mention.kind === 'party' || longer.at(-1) === words[0])

/** Whether a name is a short form of a longer one: its first or last words, or its initials. */
function isShort(words: readonly string[], longer: readonly string[], text: string): boolean {
  if (/^\p{Lu}{3,}$/u.test(text)) return initials(longer) === text
  if (words.length < 2 || words.length >= longer.length) return false
  return words.every((w, i) => w === longer[i]) || words.every((w, i) => w === longer[longer.length - words.length + i])
}

const initials = (words: readonly string[]) =>
  words
    .flatMap(w => w.split('-'))
    .filter(w => /^\p{Lu}/u.test(w))
    .map(w => w[0])
    .join('')
