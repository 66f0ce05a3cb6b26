import { mainAuthority, startsParagraph } from './actor.ts'
import type { Attempt } from './authority.ts'
import { isNews } from './discourse.ts'
import type { Mention } from './mentions.ts'
import type { Reading } from './reading.ts'
import type { Sentence } from './sentences.ts'
import { tokensOf as tokensIn } from './tokens.ts'

/** The State that an item opens with, before a colon. */
function itemState({ doc }: Reading, { paragraph }: Sentence): string | null {
  const start = doc.sentences.find(s => s.paragraph === paragraph)?.start
  const lead = doc.mentions.find(m => m.start === start && m.kind === 'state')
  return lead && doc.text[lead.end] === ':' ? (lead.code ?? null) : null
}

/** The authority of an act whose sentence names none: the one the text tells of, else its dateline's or its title's. */
export const fromContext: Attempt = (reading, { node, operator }, sentence, target) => {
  const { doc } = reading
  const back = reading.digest ? 0 : 1
  // "had called for the ban": the one that is the news.
  const asked = operator?.id === 'call' && node.kind === 'noun' && !reading.digest
  const news = asked ? reading.found.find(f => isNews(reading, f) && f.factuality === 'done') : undefined
  const main = !news && startsParagraph(reading, sentence) ? mainAuthority(reading) : null
  if (main && main !== target.code) return { code: main, mention: null, basis: 'context' }
  // "Canada: …": an item of a digest that opens with its State.
  const opening =
    reading.digest && reading.found.every(f => f.sentence.paragraph !== sentence.paragraph) ? itemState(reading, sentence) : null
  if (opening && opening !== target.code) return { code: opening, mention: null, basis: 'context' }
  const near =
    news ??
    reading.found.findLast(f => f.sentence.paragraph >= sentence.paragraph - back) ??
    (reading.digest ? undefined : reading.found.at(-1))
  if (near) return { code: near.code, mention: null, basis: 'context' }
  const named = doc.mentions.filter(
    m =>
      m.end <= sentence.end &&
      (m.kind === 'body' || m.kind === 'holder' || m.kind === 'state') &&
      m.code &&
      // Who asks for an act is not who would do it.
      !(operator?.id === 'call' && m.start >= sentence.start && m.end <= operator.start) &&
      paragraphOf(reading, m) >= sentence.paragraph - back &&
      !reading.grammar.placeBefore.test(doc.text.slice(Math.max(0, m.start - 16), m.start)),
  )
  const said = named.findLast(m => m.kind !== 'state') ?? named.at(-1)
  if (said?.code) return { code: said.code, mention: null, basis: 'context' }
  if (reading.digest) return null
  const line = doc.dateline
  const written = line && doc.mentions.find(m => m.start >= line.start && m.end <= line.end && m.code)
  if (written?.code && written.code !== target.code) return { code: written.code, mention: null, basis: 'context' }
  const counts = new Map<string, number>()
  for (const m of doc.mentions)
    if (m.code && m.kind !== 'list' && m.code !== target.code)
      counts.set(m.code, (counts.get(m.code) ?? 0) + (m.kind === 'body' || m.kind === 'holder' ? 2 : 1))
  const law = reading.tools.frames.laws.find(l => l.pattern.test(doc.text))
  const most = law && counts.size === 0 ? law.code : [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  for (const text of [reading.title, reading.publisher]) {
    // A State's name that is part of the party's is no authority.
    const tokens = tokensIn(text)
    const titled = reading.tools.lexicon.find(text, tokens, reading.published).find(
      hit =>
        !target.name?.includes(text.slice(tokens[hit.from]?.start, tokens[hit.to - 1]?.end)) &&
        // "Saudi businessman leaves the list": the adjective says where he is from.
        (hit.kind !== 'demonym' || reading.grammar.officialNext.test(text.slice(tokens[hit.to - 1]?.end))),
    )
    if (titled && titled.code !== target.code) return { code: titled.code, mention: null, basis: 'context' }
  }
  return most ? { code: most, mention: null, basis: 'context' } : null
}

const paragraphOf = (reading: Reading, m: Mention) => reading.doc.sentences.find(s => m.start >= s.start && m.end <= s.end)?.paragraph ?? -1
