import { valuesIn } from '../printed/split.ts'

/**
 * The values of a cell that counts them or parts them by semicolons: `a) … b) …`, `(1) … (2) …`, and the same with the
 * brackets and signs of Chinese and Japanese print: `（a） … （b） …`, `…；…`. Line breaks inside a value are kept as blanks.
 */
export const itemsIn = (text: string): readonly string[] =>
  valuesIn(
    text
      .replace(/（/gu, ' (')
      .replace(/）/gu, ') ')
      .replace(/；/gu, '; ')
      // Marks may stand right behind the value before them: `…omar(b)…`, `1958b) …`.
      .replace(/(?<=\S)(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\))/giu, ' ')
      .replace(/(?<=[\d;,.])(?=[a-z]\)\s)/gu, ' '),
  )
