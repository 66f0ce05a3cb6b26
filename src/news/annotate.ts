import type { Day } from '../model/index.ts'
import { nameChunks } from './chunks.ts'
import { type Dateline, datelineOf } from './dateline.ts'
import { type Entry, entriesOf } from './entries.ts'
import type { Equipment } from './equipment.ts'
import type { Frames } from './frames.ts'
import type { Grammar } from './grammar.ts'
import { type Mention, Mentions } from './mentions.ts'
import { type Range, type Sentence, sentencesOf } from './sentences.ts'

import { type Token, tokensOf } from './tokens.ts'

/** A text with all that was recognised in it. The shadow is as long as the text: each mention's letters are its mark. */
export type Annotated = {
  readonly text: string
  readonly shadow: string
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly sentences: readonly Sentence[]
  readonly dateline: Dateline | null
  readonly entries: readonly Entry[]
  /** The day that relative dates count from: the dateline's, else that of publication. */
  readonly anchor: Day | null
}

/** Recognises dates, acts, lists, authorities, parties and other names in a text, each place once. */
export function annotate(text: string, published: Day | null, tools: Equipment, skipped: readonly Range[]): Annotated {
  const { frames } = tools
  const dateline = datelineOf(text, tools.dates, published)
  const anchor = dateline?.day ?? published
  const sentences = sentencesOf(text, frames, skipped, dateline)
  const mentions = new Mentions(text)
  for (const instrument of tools.instruments(text))
    mentions.add({ kind: 'instrument', start: instrument.start, end: instrument.end, instrument })
  for (const { pattern, code, weak } of frames.lists)
    for (const m of text.matchAll(pattern)) mentions.add({ kind: 'list', start: m.index, end: m.index + m[0].length, code, weak })
  for (const date of tools.dates(mentions.shadow(), anchor)) mentions.add({ kind: 'date', start: date.start, end: date.end, date })
  const tokens = tokensOf(text)
  addNames(mentions, text, tokens, published, tools)
  addBodies(mentions, text, tools)
  for (const m of mentions.shadow().matchAll(frames.grammar.quotedName))
    mentions.add({ kind: 'name', start: m.index + 1, end: m.index + 1 + (m[1]?.length ?? 0) })
  for (const chunk of nameChunks(mentions.shadow(), sentences, frames)) mentions.add({ kind: 'name', ...chunk })
  joinPlaces(mentions, text, frames)
  widenParties(mentions, text, frames)
  return {
    text,
    shadow: mentions.shadow(),
    tokens,
    mentions: mentions.sorted(),
    sentences,
    dateline,
    anchor,
    entries: entriesOf(text, frames.entryName),
  }
}

/** "Islamic State of Iraq and the Levant": a linked party's name that goes on with places. */
function widenParties(mentions: Mentions, text: string, { grammar }: Frames): void {
  for (const mention of mentions.sorted()) {
    if (mention.kind !== 'party') continue
    const branch = grammar.branchAfter.exec(text.slice(mention.end, mention.end + 50))
    if (branch) {
      for (const inner of mentions.within(mention.end, mention.end + branch[0].length)) mentions.drop(inner)
      mentions.widen(mention, { kind: 'name', start: mention.start, end: mention.end + branch[0].length })
      continue
    }
    const more = grammar.placesAfter.exec(text.slice(mention.end, mention.end + 60))
    const end = mention.end + (more?.[0].length ?? 0)
    if (!more || mentions.within(mention.end, end).some(m => m.kind === 'party' || m.kind === 'date')) continue
    for (const inner of mentions.within(mention.end, end)) mentions.drop(inner)
    mentions.widen(mention, { ...mention, end })
  }
}

/** "the People's Front of X", "the X People's Front": a State's name or adjective that is part of a party's. */
function joinPlaces(mentions: Mentions, text: string, { placed, grammar }: Frames): void {
  const all = mentions.sorted()
  let joined = -1
  for (const [i, mention] of all.entries()) {
    const next = all[i + 1]
    if (!next || mention.start < joined) continue
    const gap = text.slice(mention.end, next.start)
    const after =
      mention.kind === 'name' &&
      ((next.kind === 'state' && grammar.placeLink.test(gap)) || (next.kind === 'seat' && gap === ' of ')) &&
      placed.test(text.slice(mention.start, mention.end))
    const before =
      mention.kind === 'demonym' &&
      next.kind === 'name' &&
      gap === ' ' &&
      text.slice(next.start, next.end).includes(' ') &&
      placed.test(text.slice(next.start, next.end))
    // "Palestine Action": a State's name that begins another one.
    const within =
      mention.kind === 'state' &&
      next.kind === 'name' &&
      gap === ' ' &&
      !grammar.placeBefore.test(text.slice(Math.max(0, mention.start - 16), mention.start))
    // "Tehreek-e-Labbaik Pakistan": a State's name that ends another one.
    const ends =
      mention.kind === 'name' && next.kind === 'state' && gap === ' ' && grammar.placeEnds.test(text.slice(next.end, next.end + 12))
    const last = all[i + 2]
    // "Rehab India Foundation": a State's name or adjective inside one name.
    const inner =
      mention.kind === 'name' &&
      (next.kind === 'state' || next.kind === 'demonym') &&
      last?.kind === 'name' &&
      (gap === ' ' || gap === ' of ') &&
      text.slice(next.end, last.start) === ' ' &&
      placed.test(text.slice(last.start, last.end))
    if (inner) {
      for (const part of [mention, next, last]) mentions.drop(part)
      mentions.put({ kind: 'name', start: mention.start, end: last.end })
      joined = last.end
      continue
    }
    if (!after && !before && !within && !ends) continue
    mentions.drop(mention)
    mentions.drop(next)
    mentions.put({ kind: 'name', start: mention.start, end: next.end })
    joined = next.end
  }
}

// Where a party's name and an authority's overlap, the longer one stands.
function addNames(mentions: Mentions, text: string, tokens: readonly Token[], published: Day | null, tools: Equipment): void {
  // "U.S.": the last full stop is the abbreviation's.
  const place = (from: number, to: number) => {
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
    // "X (Y)" as one name of a list: the bracket closes with it.
    if (text[end] === ')' && text.slice(start, end).includes('(')) return { start, end: end + 1 }
    return { start, end: text[end] === '.' && /(?:^|\s)\p{Lu}(?:\.\p{Lu})+$/u.test(text.slice(start, end)) ? end + 1 : end }
  }
  const found = tools.lexicon.find(text, tokens, published)
  const authorities = found
    .map(hit => ({ ...hit, code: mostNamed([hit.code, ...hit.others], found) }))
    .map(hit => ({ ...place(hit.from, hit.to), kind: hit.kind === 'institution' ? 'body' : hit.kind, code: hit.code }))
    .filter((hit, _, all) => hit.kind !== 'body' || !endsName(text, hit, all, tools.frames))
  const parties = tools.names
    .find(tokens, tools.frames.nameEnds)
    .map(
      hit =>
        ({
          ...withArticle(text, place(hit.from, hit.to)),
          kind: 'party',
          entity: hit.entity,
          weak: hit.weak,
          known: hit.known,
          words: hit.to - hit.from,
        }) as const,
    )
    .filter(
      hit =>
        fitsAsName(text, hit, hit.words, hit.known) &&
        !isInstitution(text, hit, authorities, tools.frames) &&
        !(!hit.known && hit.words <= 3 && goesOnAsName(text, hit.end, authorities)) &&
        !((hit.weak || /^\p{Ll}/u.test(text.slice(hit.start, hit.end))) && isOthersName(text, hit.start, authorities, tools.frames)),
    )
  const all = [...authorities, ...parties].sort((a, b) => b.end - b.start - (a.end - a.start) || rank(b) - rank(a))
  for (const { start, end, kind, code, entity, weak, known } of all as readonly Mention[])
    mentions.add({
      start,
      end,
      kind,
      ...(code ? { code } : {}),
      ...(entity ? { entity } : {}),
      ...(weak ? { weak } : {}),
      ...(known ? { known } : {}),
    })
}

/** "the Tamil Congress": a body's name of one word that ends another one. */
function endsName(text: string, { start, end }: Range, all: readonly Range[], { grammar, stopwords, titles }: Frames): boolean {
  const before = /(\p{Lu}[\p{L}'’-]+) $/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  if (before === undefined || text.slice(start, end).includes(' ') || all.some(m => m.end === start - 1)) return false
  const word = before.toLowerCase()
  return !stopwords.has(word) && !titles.has(word) && !grammar.officialWord.test(before)
}

// "al-Nusra Front": the Arabic article belongs to the name.
function withArticle(text: string, { start, end }: Range): Range {
  const article = /(?<![\p{L}\p{N}])(?:al|an|as|ad|at|ash|ar|az|el)-$/iu.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? ''
  return { start: start - article.length, end }
}

// "the House of Commons": of the State that the text names most.
function mostNamed(codes: readonly string[], found: readonly { readonly code: string; readonly others: readonly string[] }[]): string {
  const count = (code: string) => found.filter(h => h.code === code && h.others.length === 0).length
  return codes.reduce((a, b) => (count(b) > count(a) ? b : a))
}

const rank = (mention: { readonly kind: string }) => (mention.kind === 'party' ? 0 : 1)

// "Hamza bin Laden": another given name before a surname that would mean somebody else.
function isOthersName(text: string, at: number, authorities: readonly Range[], { titles, stopwords, grammar }: Frames): boolean {
  const before = grammar.givenName.exec(text.slice(Math.max(0, at - 40), at))?.[1]
  if (before === undefined) return false
  const word = before.toLowerCase()
  const from = at - 40
  return !titles.has(word) && !stopwords.has(word) && !authorities.some(a => a.end > from && text.slice(a.start, a.end).endsWith(before))
}

// "the Israeli Ministry of Defence": a State's own body, even where a list names such a one of another.
function isInstitution(text: string, { start, end }: Range, authorities: readonly (Range & { readonly kind: string })[], { body }: Frames) {
  const state = authorities.find(a => a.end < start && start - a.end <= 3 && (a.kind === 'demonym' || a.kind === 'state'))
  const match = state && body.exec(text.slice(state.end, state.end + 140))
  return match ? state.end + match[0].length >= end : false
}

// "Ali Hassan Tabrizi": a further name after one that would mean somebody else.
const goesOnAsName = (text: string, end: number, authorities: readonly Range[]) =>
  /^ \p{Lu}\p{Ll}+(?![\p{L}\p{N}])/u.test(text.slice(end, end + 40)) && !authorities.some(a => a.start === end + 1)

// One word is enough for a well-known party or an acronym; of others at least two words must stand there with capitals.
function fitsAsName(text: string, { start, end }: Range, words: number, known: boolean): boolean {
  const spelt = text.slice(start, end)
  if (words > 1) return !/[.!?]\s/.test(spelt)
  if (/^\p{Lu}{2,}$/u.test(spelt)) return spelt.length >= 3 || known
  return known && spelt.length >= 4
}

/** Takes the institution and the office holder into an authority's mention: "the Russian supreme court", "US President X". */
function addBodies(mentions: Mentions, text: string, { frames }: Equipment): void {
  for (const mention of mentions.sorted()) {
    if (!['state', 'demonym', 'seat', 'body', 'holder'].includes(mention.kind)) continue
    const window = text.slice(mention.end, mention.end + 140)
    const match = frames.body.exec(window)
    if (!match || match[0].length === 0) continue
    // "the Canadian Tamil Congress": the name of a party, not of a body of the State.
    const last = frames.grammar.namedBody.exec(match[0])
    if (last && mention.kind !== 'body' && mention.kind !== 'holder' && !frames.grammar.officialWord.test(last[1] ?? '')) continue
    let end = mention.end + match[0].length
    const inside = mentions.within(mention.end, end)
    if (inside.some(m => m.kind === 'party' || m.kind === 'date')) continue
    const titled = frames.office.test(match[0])
    const named = titled ? personAfter(frames.grammar, text, end) : null
    // A linked party that holds the office is a name of its own.
    const person = named && mentions.within(named.start, named.end).some(m => m.kind === 'party') ? null : named
    if (person) end = person.end
    for (const inner of mentions.within(mention.end, end)) mentions.drop(inner)
    mentions.widen(mention, { ...mention, kind: 'body', end, ...(person ? { person } : {}) })
  }
  for (const match of text.matchAll(frames.genericBody)) {
    // "the National Unity Government": the word ends a name.
    if (
      /^(?:Government|Court|Council|Commission|Committee|Parliament|Authorities)$/u.test(match[0]) &&
      /\p{Lu}[\p{L}'’-]+ $/u.test(text.slice(Math.max(0, match.index - 24), match.index))
    )
      continue
    mentions.add({ kind: 'generic', start: match.index + (match[1]?.length ?? 0), end: match.index + match[0].length })
  }
}

function personAfter(grammar: Grammar, text: string, at: number): Range | null {
  const match = grammar.person.exec(text.slice(at, at + 80))
  if (!match?.[1] || match[0].startsWith(',')) return null
  const start = at + match[0].length - match[1].length
  return { start, end: at + match[0].length }
}
