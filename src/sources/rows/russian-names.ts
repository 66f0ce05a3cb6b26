import { cleanCountries } from '../../model/index.ts'

/** The names in one printed Russian name of an organisation, and the States it gives as their seat. */
export type RussianNames = { readonly name: string; readonly others: readonly string[]; readonly countries: readonly string[] }

/** Words in brackets that say that other names follow. */
const LEAD =
  /^(?:другие\s+(?:используемые\s+)?(?:названия|наименования)|иные\s+(?:используемые\s+)?(?:названия|наименования)|другое\s+название|другое\s+наименование|бывш(?:ее|ая|ий)(?:\s+название)?|прежнее\s+(?:название|наименование)|использующ\S+\s+также\s+наименовани\S+|также\s+известн\S+\s+как|она\s+же|он\s+же|с\s+\d{2}\.\d{2}\.\d{4}\s*[–-])\s*:?\s*/iu

/**
 * A printed name as its parts: `«Имя» (Name, ABC, «Другое имя») (Литва)`. Brackets outside quotation marks hold other names,
 * parted by commas or semicolons, or a State; a State may also follow a comma at the end.
 */
export function russianNames(text: string): RussianNames {
  const { outside, brackets } = outerBrackets(text.replace(/\s+/gu, ' ').trim())
  const countries: string[] = []
  const names: string[] = []
  // `Limited liability company (SIA) «Project»`: what goes on after a bracket belongs to the name before it.
  let main = ''
  for (const piece of outside) {
    const places = placesAfterComma(piece)
    countries.push(...places.countries)
    main = `${main} ${places.rest}`.trim()
  }
  names.push(...(/^«[^«»]*»,\s*«/u.test(main) ? splitNames(main) : [main]))
  for (const inner of brackets) {
    const places = placesIn(inner)
    countries.push(...places)
    if (places.length > 0) continue
    for (const name of splitNames(inner.replace(LEAD, ''))) {
      const place = placesIn(name)
      if (place.length > 0) countries.push(...place)
      else names.push(name.replace(LEAD, ''))
    }
  }
  const [name = '', ...others] = [...new Set(names.map(tidy))].filter(one => one !== '')
  return { name, others, countries: [...new Set(countries)] }
}

// `…, США`, `…, Великобритания, Лондон`, and a State alone after a bracket.
function placesAfterComma(piece: string): { readonly rest: string; readonly countries: readonly string[] } {
  const alone = placesIn(piece.replace(/^,\s*/, ''))
  if (alone.length > 0) return { rest: '', countries: alone }
  const [first = '', ...after] = piece.split(',')
  const at = after.findIndex(part => placesIn(part).length > 0)
  if (at < 0) return { rest: piece, countries: [] }
  return { rest: [first, ...after.slice(0, at)].join(','), countries: placesIn(after[at] ?? '') }
}

const placesIn = (text: string): readonly string[] => (/\p{Script=Cyrillic}/u.test(text) ? cleanCountries(text.trim()) : [])

// Guillemets around all of a name, and commas at its ends, are no part of it; inner ones are. Publishers leave out the second
// of two closing ones: `«Общество «Родник»`.
function tidy(name: string): string {
  const plain = name.replace(/^[\s,;]+|[\s,;]+$/gu, '')
  const count = (mark: RegExp) => plain.match(mark)?.length ?? 0
  if (plain.startsWith('«') && count(/«/gu) === count(/»/gu) + 1) return plain.slice(1)
  const inner = /^[«"„](.+)[»"“]$/u.exec(plain)?.[1]
  return inner !== undefined && !/^[^«]*»/u.test(inner) && !/^[^"]*"[^"]+"/u.test(inner) ? inner : plain
}

// Text outside brackets, and each outermost bracket; inside quotation marks a bracket is part of the name. Publishers leave
// out the second of two closing guillemets, so that a closing one ends all.
function outerBrackets(text: string): { readonly outside: readonly string[]; readonly brackets: readonly string[] } {
  const outside: string[] = []
  const brackets: string[] = []
  let [depth, from] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') {
      if (depth === 0) {
        outside.push(text.slice(from, i))
        from = i + 1
      }
      depth++
    } else if (text[i] === ')' && depth > 0) {
      depth--
      if (depth === 0) {
        brackets.push(text.slice(from, i))
        from = i + 1
      }
    }
  }
  if (depth > 0) brackets.push(text.slice(from))
  else outside.push(text.slice(from))
  return { outside: outside.map(piece => piece.trim()).filter(piece => /[\p{L}\d]/u.test(piece)), brackets }
}

/** Names parted by commas or semicolons outside guillemets; a comma before a legal form (`Inc.`, `z. s.`) parts nothing. */
export function splitNames(text: string): readonly string[] {
  const parts: string[] = []
  let [open, depth, from] = [false, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (c === '«') open = true
    else if (c === '»') open = false
    else if (c === '(') depth++
    else if (c === ')') depth--
    else if (
      !open &&
      depth <= 0 &&
      (c === ';' || (c === ',' && !/^\s*(?:inc|ltd|llc|co|z\.\s?s|o\.p\.s|e\.\s?v|s\.a)\b/iu.test(text.slice(i + 1))))
    ) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  return [...parts, text.slice(from)].map(tidy).filter(part => part !== '')
}
