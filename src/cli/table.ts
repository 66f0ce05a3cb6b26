import { stripVTControlCharacters } from 'node:util'

// Wide East Asian characters take two columns, combining marks none.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0
  for (const c of stripVTControlCharacters(text)) width += NONE.test(c) ? 0 : WIDE.test(c) ? 2 : 1
  return width
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/**
 * A table in plain columns, two blanks apart, the heads above.
 *
 * @param heads one a column; an empty list prints none
 */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = heads.length > 0 ? [heads, ...rows] : rows
  const count = Math.max(0, ...all.map(r => r.length))
  const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...all.map(r => widthOf(r[i] ?? ''))))
  return all
    .map(row =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : pad(cell, widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Text broken at blanks into lines of at most `width` columns; the blanks it begins with stay, later lines are indented. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = /^ */.exec(text)?.[0] ?? ''
  let fresh = true
  for (const word of text.trim().split(/ +/)) {
    if (!fresh && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = indent + word
    } else line += fresh ? word : ` ${word}`
    fresh = false
  }
  return [...lines, line].join('\n')
}
