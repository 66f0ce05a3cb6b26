/**
 * The values that one cell of a printed list holds: parted by `;` outside brackets and quotation marks, or by the marks of an
 * enumeration (`(a) 11.4.1963, (b) 11.4.1960`, `a) … b) …`, `(i) … (ii) …`, `(1) Tripoli (2) Tunis`).
 */
export function valuesIn(text: string): readonly string[] {
  const whole = unquoted(text.replace(/\s+/gu, ' ').trim())
  const listed = enumerated(whole)
  return listed ? listed.flatMap(valuesIn) : splitAtSemicolons(whole)
}

/** A text without the quotation marks around all of it, and without commas or semicolons at its ends. */
export function unquoted(text: string): string {
  const plain = text.replace(/^[\s,;]+|[\s,;]+$/gu, '')
  return /^"[^"]*"$/u.test(plain) ? plain.slice(1, -1).trim() : plain
}

const MARK = /(?:^|(?<=[\s,;.]))\(?([a-z]|[ivx]{2,4}|\d{1,2})\)\s*/giu

// Values after marks that follow one another from the first on: `a`, `b`; `i`, `ii`; `1`, `2`. What stands before the first
// mark belongs to the first value. Numbers may leap, as after a range: `(1)-(2) Tunisia (3) Libya`.
function enumerated(ranged: string): readonly string[] | undefined {
  const text = ranged.replace(/\((\d+)\)\s*(?:-|–|to)\s*\(\d+\)/gu, '($1)').replace(/\((\d+)\s*-\s*\d+\)/gu, '($1)')
  const marks = [...text.matchAll(MARK)].map(mark => ({
    mark: (mark[1] ?? '').toLowerCase(),
    from: mark.index,
    to: mark.index + mark[0].length,
  }))
  const order = ORDER.find(([first]) => marks.some(({ mark }) => mark === first))
  const places: { readonly from: number; readonly to: number }[] = []
  let at = -1
  for (const { mark, from, to } of order ? marks : []) {
    const next = order?.indexOf(mark) ?? -1
    if (next !== at + 1 && !(at >= 0 && next > at && next < at + 8 && /^\d+$/u.test(mark))) continue
    at = next
    places.push({ from, to })
  }
  if (places.length === 0 || (places.length === 1 && places[0]?.from !== 0)) return undefined
  const before = text.slice(0, places[0]?.from).trim()
  const parts = places.map(({ to }, i) => unquoted(text.slice(to, places[i + 1]?.from)))
  return [`${before} ${parts[0] ?? ''}`.trim(), ...parts.slice(1)].filter(part => part !== '')
}

const ORDER: readonly (readonly string[])[] = [
  'abcdefghijklmnopqrstuvwxyz'.split(''),
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' '),
  Array.from({ length: 60 }, (_, i) => String(i + 1)),
]

function splitAtSemicolons(text: string): readonly string[] {
  const parts: string[] = []
  let [depth, from, quoted] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (c === '"') quoted = !quoted
    else if (c === '(') depth++
    else if (c === ')') depth = Math.max(0, depth - 1)
    else if (c === ';' && depth === 0 && !quoted) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  // A bracket or quotation mark that is never closed binds nothing.
  const cut = depth > 0 || quoted ? text.split(';') : [...parts, text.slice(from)]
  return cut.map(unquoted).filter(part => part !== '')
}
