import type { KnownInstrument } from './types.ts'

/** A legal act cited in a text. */
export type InstrumentFound = { readonly start: number; readonly end: number; readonly text: string; readonly id: string | null }

const TITLE = "(?:[A-Z][\\w'’-]+|of|the|and|for|on|\\([A-Z][^)]{1,60}\\))"
const PATTERNS = [
  /\b(?:UN(?:SC)?R?|UN Security Council|Security Council|S\.C\.)?\s*[Rr]esolutions?\s+(?:No\.?\s*)?\d{3,4}(?:\s*\(\d{4}\))?(?:(?:,|\s+and)\s+\d{4}(?:\s*\(\d{4}\)))*/gu,
  /\b(?:UNSCR|S\/RES\/)\s*\d{3,4}(?:\s*\(\d{4}\))?/gu,
  /\b(?:[Ee]xecutive [Oo]rder|E\.?O\.?)\s+(?:No\.?\s*)?\d{5}\b/gu,
  /\b(?:Council |Commission )?(?:[Ii]mplementing |[Dd]elegated )?(?:Regulations?|Decisions?|Common Positions?|Directives?|Joint Actions?)\s+(?:\((?:EC|EU|CFSP|EEC)\)\s+)?(?:No\.?\s*)?\d{1,4}\/\d{1,4}(?:\/(?:CFSP|EC|EU))?/gu,
  /\bFR Doc\.?\s*\d{4}-\d{5}/gu,
  /\b(?:SI|S\.I\.)\s*\d{4}\/\d+/gu,
  /\b(?:SOR|SRO|S\.R\.O\.|S\.O\.)[\s/]*\d{2,4}[-/(][\w()/-]*/gu,
  /\b(?:[Gg]eneral|GTSR|Web [Gg]eneral|[Ss]pecific)\s+[Ll]icen[sc]es?\s+(?:[Nn]o\.?\s*|[Nn]umber\s+)?(?:[A-Z]{1,4}\/\d{4}\/\d+|\d+[A-Z]?)/gu,
  /\bGL\s?\d+[A-Z]?\b/gu,
  /\b(?:[Cc]ases?\s+)?[TC]-\d{1,3}\/\d{2}(?:\s?P)?/gu,
  /\b(?:[Pp]residential |[Ff]ederal |[Gg]overnment )?(?:[Dd]ecrees?|[Oo]rders?|[Uu]kase|[Nn]otifications?|[Rr]ulings?|[Dd]ecisions?)\s+(?:No\.?|[Nn]umber|№)\s*[\w/-]*\d[\w/-]*/gu,
  new RegExp(
    `\\b[A-Z][\\w'’-]+(?:\\s+${TITLE}){0,12}?\\s+(?:Act|Regulations?|Order|Code|Law)(?:\\s+\\((?:No\\.?\\s*\\d+|Terrorist Organi[sz]ation[^)]*)\\))?(?:\\s+(?:Regulations?|Order|Act))?(?:,?\\s+(?:19|20)\\d\\d)`,
    'gu',
  ),
] as const

/** Reads the legal acts that a text cites, and what known instrument each is. */
export type InstrumentReader = (text: string) => readonly InstrumentFound[]

/** A reader that resolves citations to these instruments by kind and number. */
export function instrumentReader(known: Iterable<KnownInstrument>): InstrumentReader {
  const byNumber = new Map<string, string>()
  for (const { id, number, title } of known) {
    for (const key of [...keysOf(number ?? ''), ...keysOf(title)]) if (!byNumber.has(key)) byNumber.set(key, id)
    if (/^unscr-\d+$/.test(id)) byNumber.set(`resolution ${id.slice(6)}`, id)
  }
  return text => {
    if (!/\d/.test(text)) return []
    const found: InstrumentFound[] = []
    for (const pattern of PATTERNS) {
      for (const match of text.matchAll(pattern)) {
        const skipped = match[0].length - match[0].trimStart().length
        const [start, end] = [match.index + skipped, match.index + match[0].length]
        if (found.some(f => start < f.end && end > f.start)) continue
        const words = text.slice(start, end)
        found.push({
          start,
          end,
          text: words,
          id:
            keysOf(words)
              .map(k => byNumber.get(k))
              .find(id => id !== undefined) ?? null,
        })
      }
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

/** The keys an act is found by: its kind, coarsely, and its number. */
function keysOf(text: string): readonly string[] {
  const keys: string[] = []
  const add = (kind: string, pattern: RegExp) => {
    for (const m of text.matchAll(pattern)) keys.push(`${kind} ${m.slice(1).filter(Boolean).join('/').toLowerCase()}`)
  }
  add('resolution', /(?:S\/RES\/|[Rr]esolutions?\s+(?:No\.?\s*)?|UNSCR\s*)(\d{3,4})/g)
  add('order', /(?:[Ee]xecutive [Oo]rder|E\.?O\.?)\s+(?:No\.?\s*)?(\d{5})/g)
  add('eu', /(?:Regulation|Decision|Common Position|Directive|Joint Action)[^\d]{0,20}(\d{1,4}\/\d{1,4})/g)
  add('case', /([TC]-\d{1,3}\/\d{2})/g)
  add('si', /(?:SI|S\.I\.)\s*(\d{4}\/\d+)/g)
  add('fr', /(?:FR Doc\.?\s*)(\d{4}-\d{5})/g)
  add('decree', /(?:[Dd]ecree|[Uu]kase|[Уу]каз)[^\d]{0,12}(?:No\.?|№)\s*(\d+)/g)
  return keys
}
