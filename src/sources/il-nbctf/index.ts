import { peekSheet } from '../../intake/index.ts'
import type { FileHead, Recognised } from '../../model/index.ts'
import { declare } from '../declare.ts'
import { parseDesignated, readDesignated } from './designated.ts'

const COMMON = {
  kind: 'official' as const,
  authority: 'il-mod',
  jurisdiction: 'il',
  publisher: 'National Bureau for Counter Terror Financing of Israel',
  url: 'https://nbctf.mod.gov.il/en/MinisterSanctions/Designation/Pages/downloads.aspx',
  licence: 'none stated; public information of a government',
  cadence: { text: 'on each designation', staleAfterDays: null },
  scopes: ['default', 'sanctions', 'terrorism'],
  read: readDesignated,
}

const recognised = (head: FileHead, source: string, mark: RegExp): Recognised | undefined => {
  const book = peekSheet(head)
  return book && /Internal Seq/i.test(book.words) && mark.test(book.words) ? { source, part: 'main', rendition: book.form } : undefined
}

/** Persons whom the Minister of Defence of Israel has designated. */
const persons = declare({
  ...COMMON,
  id: 'il-nbctf-persons',
  rank: 121,
  title: 'Designation list of individuals',
  parser: 'il-nbctf-persons@1',
  bounds: { min: 1, maxLoss: 0.1, maxGain: 0.6, lists: { 'il-nbctf': 1 }, fill: { name: 1 } },
  recognise: head => recognised(head, 'il-nbctf-persons', /Name of Individual/i),
  parse: raw => parseDesignated(raw, 'il-nbctf-persons'),
})

/** Terror organisations and unauthorised associations. */
const bodies = declare({
  ...COMMON,
  id: 'il-nbctf-organisations',
  rank: 120,
  title: 'Terror organization designation list',
  parser: 'il-nbctf-organisations@1',
  bounds: { min: 1, maxLoss: 0.1, maxGain: 0.6, lists: { 'il-nbctf': 1 }, fill: { name: 1 } },
  recognise: head => recognised(head, 'il-nbctf-organisations', /Organization Name/i),
  parse: raw => parseDesignated(raw, 'il-nbctf-organisations'),
})

export default [bodies, persons]
