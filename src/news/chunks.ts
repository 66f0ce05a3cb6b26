import type { Frames } from './frames.ts'
import type { Range, Sentence } from './sentences.ts'

/**
 * Runs of capitalised words that are names nobody linked: what a designation may name for the first time. A word that only
 * begins its sentence is none; titles before a name are left out.
 *
 * @param shadow the text with marks where something was recognised already
 */
export function nameChunks(shadow: string, sentences: readonly Sentence[], frames: Frames): readonly Range[] {
  const chunks: Range[] = []
  const seen = new Map<string, boolean>()
  const stands = (word: string) => {
    const known = seen.get(word) ?? elsewhere(shadow, word)
    seen.set(word, known)
    return known
  }
  for (const { start, end } of sentences) {
    const sentence = shadow.slice(start, end)
    for (const match of sentence.matchAll(frames.nameChunk)) {
      const chunk = trimmed(match[0], match.index === 0 || /[.:“"]\s*$/.test(sentence.slice(0, match.index)), frames)
      const single = match.index === 0 && chunk && chunk.start === 0 && !/\s/.test(match[0].slice(chunk.start, chunk.end))
      // A word that only begins a sentence is a name where it stands elsewhere too, or is no word.
      const explained = single && frames.grammar.explainedName.test(sentence.slice(chunk.end))
      const hyphened = /-\p{Lu}/u.test(match[0])
      if (single && !explained && !hyphened && !stands(match[0].slice(chunk.start, chunk.end))) continue
      // "Islamist groups": the word only describes.
      const words = chunk ? match[0].slice(chunk.start, chunk.end).toLowerCase().split(/\s+/) : []
      if (words.every(w => frames.peoples.has(w)) && /^\s+[\p{Ll}\uE003]/u.test(sentence.slice(match.index + (chunk?.end ?? 0)))) continue
      // "Act on the Prohibition of X": the act's noun in a title.
      const acts = words.length === 1 && frames.triggers.get(words[0] ?? '')?.some(t => t.role === 'noun')
      if (acts && /^\s+of\s[\uE001-\uE005]*/u.test(sentence.slice(match.index + match[0].length))) continue
      // "Intent to Designate X": the verb of a title.
      const lead = sentence.slice(0, match.index)
      if (words.length === 1 && frames.triggers.has(words[0] ?? '') && (frames.grammar.infinitive.test(lead) || /\uE00B\s$/u.test(lead)))
        continue
      // "Designation of X To Include …": a title's small words end a name.
      const small = chunk ? frames.grammar.titleWord.exec(match[0].slice(chunk.start, chunk.end)) : null
      const end = chunk ? (small ? chunk.start + small.index : chunk.end) : 0
      const name = chunk ? match[0].slice(chunk.start, end) : ''
      // "Foundation for Relief and Development"
      const more = frames.grammar.forNoun.test(name) ? frames.grammar.andNoun.exec(sentence.slice(match.index + end)) : null
      const length = more?.[0].length ?? 0
      if (chunk) chunks.push({ start: start + match.index + chunk.start, end: start + match.index + end + length })
    }
  }
  return chunks
}

const elsewhere = (shadow: string, word: string) =>
  /^\p{Lu}{2,}$/u.test(word) ||
  new RegExp(`[\\p{Ll}\\uE001-\\uE00B,] ${word.replace(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}])`, 'u').test(shadow)

// Words at the front that are no part of a name fall away: the sentence's first word, titles, possessors.
function trimmed(text: string, begins: boolean, { stopwords, titles, triggers, grammar }: Frames): Range | null {
  let start = 0
  let first = begins
  for (;;) {
    const word = /^[^\s]+/.exec(text.slice(start))?.[0] ?? ''
    const lower = word.toLowerCase()
    const dropped =
      (stopwords.has(lower) && !(!first && start === 0 && grammar.numberName.test(word) && text.length > word.length)) ||
      grammar.ledWord.test(word) ||
      titles.has(lower.replace(/\.$/, '')) ||
      (first && lower.endsWith('ly'))
    const next = /^[^\s]+\s+([^\s]+)/.exec(text.slice(start))?.[1] ?? ''
    const acts = triggers.has(lower) && (first || grammar.nounLink.test(next))
    const link = start > 0 && grammar.linkWord.test(lower)
    if (word === '' || !(dropped || link || acts)) break
    start += word.length
    start += /^\s*/.exec(text.slice(start))?.[0].length ?? 0
    first = false
  }
  const rest = text.slice(start).replace(grammar.possessiveEnd, '')
  // Lists and laws are no parties.
  if (grammar.noParty.test(rest)) return null
  return rest.length >= 2 ? { start, end: start + rest.length } : null
}
