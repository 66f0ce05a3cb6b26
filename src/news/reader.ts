import { annotate } from './annotate.ts'
import { type Candidates, candidatesIn } from './candidates.ts'
import type { Equipment } from './equipment.ts'
import type { NewsDocument, ReadDocument } from './types.ts'
import { claimsOf, MAX_TEXT } from './understand.ts'

/** Reads documents in the languages it has equipment for. */
export type NewsReader = {
  read(document: NewsDocument): ReadDocument
  /** What a document names that claims may be about; null where its language cannot be read. */
  candidates(document: NewsDocument): Candidates | null
}

/**
 * A reader over equipment by language; a document is read in the language of its letters.
 *
 * @param isListed whether an entity is known to be listed: relations are told only towards such parties
 */
export function newsReader(equipment: ReadonlyMap<string, Equipment>, isListed: (entity: string) => boolean): NewsReader {
  return {
    read(document) {
      const language = languageOf(document.text)
      const tools = equipment.get(language)
      if (!tools)
        return {
          document,
          claims: [],
          problems: [
            { code: 'document.language', severity: 'note', field: 'text', seen: language, expected: [...equipment.keys()].join(', ') },
          ],
        }
      return { document, claims: claimsOf(document, tools, isListed), problems: [] }
    },
    candidates(document) {
      const tools = equipment.get(languageOf(document.text))
      return tools ? candidatesIn(annotate(document.text.slice(0, MAX_TEXT), document.published, tools, []), tools.lexicon) : null
    },
  }
}

/** The language a text is probably in, by its letters: `ru`, `ar`, else `en`; other scripts as `und`. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 4_000)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const [latin, cyrillic, arabic] = [count(/\p{Script=Latin}/gu), count(/\p{Script=Cyrillic}/gu), count(/\p{Script=Arabic}/gu)]
  const all = count(/\p{L}/gu)
  if (cyrillic > all / 2) return 'ru'
  if (arabic > all / 2) return 'ar'
  return latin >= all / 2 ? 'en' : 'und'
}
