import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WhoListsError } from '../../model/index.ts'
import { type Clause, parseQuery, parseSimple } from './syntax.ts'

const text = (clause: Clause): string => {
  switch (clause.kind) {
    case 'all':
      return '*'
    case 'term':
      return `${clause.field ? `${clause.field}:` : ''}${clause.text}${clause.prefix ? '*' : ''}${clause.fuzzy === null ? '' : `~${clause.fuzzy}`}`
    case 'phrase':
      return `${clause.field ? `${clause.field}:` : ''}"${clause.words.join(' ')}"${clause.slop ? `~${clause.slop}` : ''}`
    case 'not':
      return `-${text(clause.clause)}`
    default:
      return `(${clause.clauses.map(text).join(clause.kind === 'and' ? ' & ' : ' | ')})`
  }
}

const CASES: readonly (readonly [string, string])[] = [
  ['', '*'],
  ['haqqani network', '(haqqani & network)'],
  ['haqqani AND network', '(haqqani & network)'],
  ['haqqani OR taliban', '(haqqani | taliban)'],
  ['+haqqani -network', '(haqqani & -network)'],
  ['NOT haqqani', '-haqqani'],
  ['"haqqani network"~10', '"haqqani network"~10'],
  ['haqani~', 'haqani~-1'],
  ['haqani~2', 'haqani~2'],
  ['haqq*', 'haqq*'],
  ['countries:ru', 'countries:ru'],
  ['properties.birthDate:1975', 'properties.birthDate:1975'],
  ['topics:(sanction OR debarment)', '(topics:sanction | topics:debarment)'],
  ['(a b) || c', '((a & b) | c)'],
  ['bin-laden', 'bin-laden'],
  ['\\"quoted\\"', '"quoted"'],
]

for (const [query, tree] of CASES) test(`reads ${query || 'nothing'} as ${tree}`, () => assert.equal(text(parseQuery(query)), tree))

for (const query of ['foo/bar', '"open', '(a b', 'a )', 'AND']) {
  test(`refuses ${query}`, () =>
    assert.throws(
      () => parseQuery(query),
      (error: unknown) => error instanceof WhoListsError && error.blame === 'caller',
    ))
  test(`the forgiving form takes ${query}`, () => assert.doesNotThrow(() => parseSimple(query)))
}
