import { readFileSync, writeFileSync } from 'node:fs'
import { FEATURES, NAMES_VERSION, WEIGHTS } from '../../src/names/index.ts'
import { MATCHING_PAGE } from './weight-table.ts'

const BEGIN = '<!-- names: written by test/support/name-table.ts -->'
const END = '<!-- /names -->'

/** The features of the names' comparison with their weights as a Markdown table, out of the code. */
export function nameTable(): string {
  const weight = (value: number) => (value === 0 ? '–' : String(value))
  const rows = Object.entries(FEATURES).map(([name, { fact }]) => {
    const feature = name as keyof typeof FEATURES
    return `| \`${name}\` | ${fact} | ${weight(WEIGHTS.person[feature])} | ${weight(WEIGHTS.organisation[feature])} |`
  })
  return [
    `Version \`${NAMES_VERSION}\`.`,
    '',
    '| feature | the fact it stands for | persons | bodies, vessels |',
    '| --- | --- | ---: | ---: |',
    ...rows,
  ].join('\n')
}

/** The table as the page has it. */
export function nameTableOnPage(): string {
  const page = readFileSync(MATCHING_PAGE, 'utf8')
  return page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim()
}

if (import.meta.main) {
  const page = readFileSync(MATCHING_PAGE, 'utf8')
  writeFileSync(MATCHING_PAGE, `${page.slice(0, page.indexOf(BEGIN) + BEGIN.length)}\n\n${nameTable()}\n\n${page.slice(page.indexOf(END))}`)
}
