/** Characters below this have a class; those beyond stand in no plain name. */
export const CLASSED = 0x1f00
/** Letters from here on are not Latin, but for Vietnamese, which counts as other: that makes a name less plain, no more. */
export const BEYOND_LATIN = 0x250

/** The class of a letter, a digit or an apostrophe: what words are made of. */
export const LETTER = 1
/** The class of a break between words. */
export const BREAK = 2
/** The class of a break that a letter by itself before it makes part of a word ("S.A."). */
export const FULL_STOP = 3
/** The class of a break that opens a bracket. */
export const OPENING = 4
/** The class of a break that is read as "and". */
export const SIGN_AND = 5

// Letters that stand for themselves alone, whatever stands beside them; those that only Ukrainian and Belarusian have tell how to
// read the others.
const RANGES = [
  [0xc0, 0x24f],
  [0x400, 0x45f],
  [0x1e00, 0x1eff],
] as const
const WESTERN = /[іїєґўІЇЄҐЎ]/

const isSteadyLetter = (letter: string): boolean => /\p{L}/u.test(letter) && !WESTERN.test(letter) && letter.normalize('NFKC') === letter

function classes(marks: Readonly<Record<string, number>>): Uint8Array {
  const out = new Uint8Array(CLASSED)
  for (let c = 0; c < 0x80; c++) if (/[A-Za-z0-9']/.test(String.fromCharCode(c))) out[c] = LETTER
  for (const [from, to] of RANGES) for (let c = from; c <= to; c++) if (isSteadyLetter(String.fromCharCode(c))) out[c] = LETTER
  for (const [mark, what] of Object.entries(marks)) out[mark.charCodeAt(0)] = what
  return out
}

const breaks = (marks: string) => Object.fromEntries([...marks].map(mark => [mark, BREAK]))

/** The class of each character in a plain name of a person; 0 where a name with it is taken apart as a whole. */
export const CLASSES_OF_PERSON = classes({ ...breaks(' -./)"_:@'), '(': OPENING })
/** The same in a name of a body or a vessel. */
export const CLASSES_OF_BODY = classes({ ...breaks(' -,:"'), '.': FULL_STOP, '&': SIGN_AND, '+': SIGN_AND })

/** Whether a character is of the class of letters. */
export const isLetterLike = (classesOf: Uint8Array, c: number): boolean => c < CLASSED && classesOf[c] === LETTER
