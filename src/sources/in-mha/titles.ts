/** A party that the title of a row names, first name first; `row` is the whole title where it says more than the names. */
export type TitledParty = { readonly names: readonly string[]; readonly row: string }

/** What stands behind the name of an organisation and belongs to none: all that hangs on it is banned with it. */
const AND_ALL =
  /[\s,;–-]*\b(?:and\s+)?(?:all\s+)?(?:its|their)\s+(?:associates|affiliates|formations|factions|fronts?|manifestations|wings)\b.*$/i
/** Words after which the parties stand by name; what is before them describes all. */
const NAMELY = /^.*?\bnamely\s*[:,-]\s*/is
const WING = /,?\s+and\s+its\s+(?:political|armed|military)\s+wings?,?\s+(?:the\s+)?/i

/**
 * The parties of a title. `@`, `/` and `;` part names of one party; after `namely` each item is a party, and so is a wing that
 * is named beside one:
 *
 *     Specimen Army @ Army of Specimens                        one, with two names
 *     Four factions of X, namely : X (One), X (Two) and X (Three)    three
 */
export function partiesIn(title: string): readonly TitledParty[] {
  const text = title.replace(/\s+/gu, ' ').trim()
  const several = NAMELY.test(text)
  const items = several ? itemsOf(text.replace(NAMELY, '')) : [text]
  return items
    .flatMap(item => item.split(WING))
    .map(item => namesOf(item.replace(AND_ALL, '')).flatMap(name => inFull(name, several ? text : '')))
    .filter(names => names.length > 0)
    .map(names => ({ names, row: several || names.length !== 1 || names[0] !== text ? text : '' }))
}

// `Four factions of Sample League (SL), namely : SL (Leader)`: the faction with the name in full besides.
function inFull(name: string, title: string): readonly string[] {
  const [, whole, short] = /\bof\s+(?:the\s+)?([^()]+?)\s*\(([^()]+)\)[^()]*\bnamely\b/i.exec(title) ?? []
  return whole && short && name.startsWith(`${short} `) ? [name, `${whole}${name.slice(short.length)}`] : [name]
}

// `(i) A, (ii) B`, else by commas and the last `and`, outside brackets.
function itemsOf(text: string): readonly string[] {
  const counted = text.split(/,?\s*(?:and\s+)?\((?:[ivx]+|[a-z]|\d{1,2})\)\s*/).filter(item => item.trim() !== '')
  if (/^\(\w{1,4}\)\s/.test(text)) return counted
  return outsideBrackets(text, /^(?:,\s*(?:and\s+(?!its\b))?|\s+and\s+(?!its\b))/)
}

const namesOf = (text: string) =>
  outsideBrackets(text, /^(?:\s*@\s*|\s*\/\s*|\s*;\s*)/)
    .map(name => name.replace(/^[\s,;.–-]+|[\s,;.–-]+$/gu, ''))
    .filter(name => name !== '')

function outsideBrackets(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = []
  let [depth, from, at] = [0, 0, 0]
  while (at < text.length) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
    const found = depth > 0 ? null : separator.exec(text.slice(at))
    if (found) {
      parts.push(text.slice(from, at))
      at += found[0].length
      from = at
    } else at++
  }
  return [...parts, text.slice(from)]
}
