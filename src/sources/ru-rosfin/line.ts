/** What a line of the page says: `12. ФАМИЛИЯ ИМЯ*, (ДРУГОЕ ИМЯ; …), 09.11.1982 г.р. , МЕСТО;`. */
export type Line = {
  readonly name: string
  /** A star stands for terrorism; without one it is extremism alone. */
  readonly star: string
  readonly others: string
  readonly day: string
  readonly place: string
  readonly inn: string
  readonly ogrn: string
}

/** A line from its right end on: numbers, place, date, brackets, name; names themselves hold commas. */
export function readLine(text: string): Line {
  let rest = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\d+\.\s*/, '')
    .replace(/[;,\s]+$/u, '')
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(rest)
    if (!found) return ''
    rest = rest.slice(0, found.index) + rest.slice(found.index + found[0].length)
    return (found[1] ?? '').trim()
  }
  const ogrn = take(/,?\s*ОГРН:\s*(\d*)/u)
  const inn = take(/,?\s*ИНН:\s*(\d*)/u)
  rest = rest.replace(/[;,\s]+$/u, '')
  const dated = /^(.*?),?\s*(\d{2}\.\d{2}\.\d{4}|\d{4})\s*(?:г\.?\s*р\.?|г\.?)?\s*(?:,\s*(.*))?$/u.exec(rest)
  const day = dated?.[2] ?? ''
  const place = dated?.[3]?.trim() ?? ''
  rest = (dated?.[1] ?? rest).replace(/[,\s]+$/u, '')
  const bracket = /^(.*?)[,\s]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/u.exec(rest)
  const named = (bracket?.[1] ?? rest).trim()
  return {
    name: named.replace(/[*,\s]+$/u, ''),
    star: /\*/.test(named) ? '*' : '',
    others: bracket?.[2]?.trim() ?? '',
    day,
    place: place.replace(/[;,\s]+$/u, ''),
    inn,
    ogrn,
  }
}
