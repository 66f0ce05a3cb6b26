import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WEIGHTS } from '../../src/screen/index.ts'

/** The page that holds the table. */
export const MATCHING_PAGE = join(import.meta.dirname, '../../docs/matching.md')

const BEGIN = '<!-- weights: written by test/support/weight-table.ts -->'
const END = '<!-- /weights -->'

/** The weights of the score as a Markdown table, out of the code. */
export function weightTable(): string {
  const rows = Object.entries(WEIGHTS).map(([name, { feature, weight, fact }]) => `| \`${name}\` | \`${feature}\` | ${weight} | ${fact} |`)
  return ['| weight | feature | value | the fact it stands for |', '| --- | --- | ---: | --- |', ...rows].join('\n')
}

/** The table as the page has it. */
export function tableOnPage(): string {
  const page = readFileSync(MATCHING_PAGE, 'utf8')
  return page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim()
}

if (import.meta.main) {
  const page = readFileSync(MATCHING_PAGE, 'utf8')
  writeFileSync(
    MATCHING_PAGE,
    `${page.slice(0, page.indexOf(BEGIN) + BEGIN.length)}\n\n${weightTable()}\n\n${page.slice(page.indexOf(END))}`,
  )
}
