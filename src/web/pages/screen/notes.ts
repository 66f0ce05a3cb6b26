import { createContext, useContext } from 'react'
import type { Listing } from '../../answers.ts'
import type { Words } from '../../language/en.ts'
import { disagreements } from '../../pieces/disagreement.ts'

/** The notes of an answer, each with its letter; the same text has one letter however often it is meant. */
export class Notes {
  readonly #letters = new Map<string, string>()

  /** The letter of a note. */
  letterOf(text: string): string {
    const known = this.#letters.get(text) ?? letter(this.#letters.size)
    this.#letters.set(text, known)
    return known
  }

  /** Every note with its letter, in the order they were first meant. */
  get all(): readonly (readonly [letter: string, text: string])[] {
    return [...this.#letters].map(([text, of]) => [of, text] as const)
  }
}

/** a to z, then aa, ab … */
const letter = (index: number): string => (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26))

/** What is to be said beside a listing: no stated start, the note of the base, in one note all that sources say otherwise. */
export function notesOf(listing: Listing, titleOf: (source: string) => string, words: Words): readonly string[] {
  const own = listing.note ? [listing.note] : []
  const start = listing.from && listing.from.after === null && listing.status !== 'never' ? [words.screen.noStart] : []
  const otherwise = disagreements(listing, titleOf, words)
  return [...start, ...own, ...(otherwise.length > 0 ? [`${otherwise.join('; ')}.`] : [])]
}

/** Holds the notes of the answer shown. */
export const NotesContext = createContext(new Notes())

/** The notes of the answer shown. */
export const useNotes = (): Notes => useContext(NotesContext)
