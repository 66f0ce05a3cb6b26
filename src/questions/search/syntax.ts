import { WhoListsError } from '../../model/index.ts'

/** A search as a tree. `field` null: names and text. */
export type Clause =
  | { readonly kind: 'all' }
  | { readonly kind: 'term'; readonly field: string | null; readonly text: string; readonly prefix: boolean; readonly fuzzy: number | null }
  | { readonly kind: 'phrase'; readonly field: string | null; readonly words: readonly string[]; readonly slop: number }
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause }

type Token = {
  readonly kind: 'word' | 'phrase' | '(' | ')' | '+' | '-' | 'AND' | 'OR' | 'NOT' | 'field'
  readonly text: string
  readonly slop?: string
  readonly at: number
}

const PATTERN = /\s+|(&&|\|\||[()])|([+\-!])(?=\S)|([\p{L}_][\p{L}\p{N}_.]*):(?=\S)|"((?:[^"\\]|\\.)*)"(?:~(\d*))?|((?:[^\s()":\\]|\\.)+)/gu

/**
 * A Lucene query string as a tree; words beside each other must all be there.
 *
 * Knows quotes, `~n`, `"a b"~10`, `+`, `-`, `!`, AND, OR, NOT, `&&`, `||`, brackets, `field:value`, `word*`.
 *
 * @throws search.invalid where the string is no query (an unbalanced bracket, quote or slash)
 */
export function parseQuery(query: string): Clause {
  const parser = new Parser(tokens(query), query)
  return parser.whole()
}

/** The words of a query without any syntax: every word must be there. Never fails. */
export function parseSimple(query: string): Clause {
  const words = query.split(/[^\p{L}\p{N}\p{M}'’_.*-]+/u).filter(Boolean)
  if (words.length === 0) return { kind: 'all' }
  return {
    kind: 'and',
    clauses: words.map(w => ({ kind: 'term', field: null, text: w.replace(/\*+$/, ''), prefix: w.endsWith('*'), fuzzy: null })),
  }
}

function fail(query: string, why: string): never {
  throw new WhoListsError('search.invalid', { reason: `${why} in ${query}` })
}

function tokens(query: string): readonly Token[] {
  if ((query.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1) fail(query, 'a quote is open')
  if ((query.match(/(?<!\\)\//g)?.length ?? 0) % 2 === 1) fail(query, 'a slash is open')
  const out: Token[] = []
  for (const m of query.matchAll(PATTERN)) {
    const [, operator, sign, field, phrase, slop, word] = m
    const at = m.index
    if (operator === '(' || operator === ')') out.push({ kind: operator, text: operator, at })
    else if (operator) out.push({ kind: operator === '&&' ? 'AND' : 'OR', text: operator, at })
    else if (sign) out.push({ kind: sign === '!' ? 'NOT' : (sign as '+' | '-'), text: sign, at })
    else if (field !== undefined) out.push({ kind: 'field', text: field, at })
    else if (phrase !== undefined) out.push({ kind: 'phrase', text: phrase, ...(slop === undefined ? {} : { slop }), at })
    else if (word === 'AND' || word === 'OR' || word === 'NOT') out.push({ kind: word, text: word, at })
    else if (word !== undefined) out.push({ kind: 'word', text: word, at })
  }
  return out
}

class Parser {
  #at = 0
  readonly #tokens: readonly Token[]
  readonly #query: string

  constructor(list: readonly Token[], query: string) {
    this.#tokens = list
    this.#query = query
  }

  whole(): Clause {
    if (this.#tokens.length === 0) return { kind: 'all' }
    const clause = this.#or()
    if (this.#at < this.#tokens.length) fail(this.#query, `unexpected ${this.#tokens[this.#at]?.text}`)
    return clause
  }

  #peek(): Token['kind'] | undefined {
    return this.#tokens[this.#at]?.kind
  }

  #or(): Clause {
    const clauses = [this.#and()]
    while (this.#peek() === 'OR') {
      this.#at += 1
      clauses.push(this.#and())
    }
    return clauses.length === 1 && clauses[0] ? clauses[0] : { kind: 'or', clauses }
  }

  #and(): Clause {
    const clauses: Clause[] = []
    for (let kind = this.#peek(); kind !== undefined && kind !== ')' && kind !== 'OR'; kind = this.#peek()) {
      if (kind === 'AND') {
        this.#at += 1
        continue
      }
      clauses.push(this.#signed(null))
    }
    if (clauses.length === 0) fail(this.#query, 'a word is missing')
    return clauses.length === 1 && clauses[0] ? clauses[0] : { kind: 'and', clauses }
  }

  #signed(field: string | null): Clause {
    const kind = this.#peek()
    if (kind === '+') {
      this.#at += 1
      return this.#signed(field)
    }
    if (kind === '-' || kind === 'NOT') {
      this.#at += 1
      return { kind: 'not', clause: this.#signed(field) }
    }
    return this.#atom(field)
  }

  #atom(field: string | null): Clause {
    const token = this.#tokens[this.#at]
    if (!token) return fail(this.#query, 'it ends too soon')
    this.#at += 1
    if (token.kind === 'field') return this.#signed(token.text)
    if (token.kind === 'phrase') {
      return {
        kind: 'phrase',
        field,
        words: token.text.replace(/\\(.)/g, '$1').split(/\s+/).filter(Boolean),
        slop: token.slop ? Number(token.slop) : 0,
      }
    }
    if (token.kind === 'word') return term(field, token.text)
    if (token.kind !== '(') return fail(this.#query, `unexpected ${token.text}`)
    const inner = this.#or()
    if (this.#peek() !== ')') return fail(this.#query, 'a bracket is open')
    this.#at += 1
    return field === null ? inner : inField(inner, field)
  }
}

function term(field: string | null, raw: string): Clause {
  const fuzzy = /^(.+?)~(\d*(?:\.\d+)?)$/.exec(raw)
  const body = fuzzy?.[1] ?? raw
  const prefix = /[^\\]\*$/.test(body)
  const text = (prefix ? body.slice(0, -1) : body).replace(/^\/|\/$/g, '').replace(/\\(.)/g, '$1')
  if (text === '*' || text === '') return { kind: 'all' }
  return { kind: 'term', field, text, prefix, fuzzy: fuzzy ? (fuzzy[2] ? Number(fuzzy[2]) : -1) : null }
}

function inField(clause: Clause, field: string): Clause {
  if (clause.kind === 'term' || clause.kind === 'phrase') return { ...clause, field: clause.field ?? field }
  if (clause.kind === 'and' || clause.kind === 'or') return { ...clause, clauses: clause.clauses.map(c => inField(c, field)) }
  return clause.kind === 'not' ? { kind: 'not', clause: inField(clause.clause, field) } : clause
}
