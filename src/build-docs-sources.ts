// The page of each folder of sources: what its declarations say, its programmes, and what is told beside them in `about.md`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './config.ts'
import type { Source } from './model/index.ts'
import { sourcesByFolder } from './sources/index.ts'

/** The page of each folder of sources, by its path under the checkout. @param made the line that says how pages are made */
export async function sourcePages(made: string): Promise<ReadonlyMap<string, string>> {
  const pages = [...(await sourcesByFolder())].map(
    ([folder, sources]) => [`docs/sources/${folder}.md`, pageOf(folder, sources, made)] as const,
  )
  return new Map(pages)
}

function pageOf(folder: string, sources: readonly Source[], made: string): string {
  const [first] = sources
  const title = sources.length === 1 ? (first?.title ?? folder) : `Sources of \`${folder}\``
  const parts = [
    `# ${title}`,
    made,
    ...sources.map(source => (sources.length === 1 ? factsOf(source) : `## ${source.title}\n\n${factsOf(source)}`)),
    aboutOf(folder),
    programmesOf(folder),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

const row = (name: string, text: string) => (text === '' ? [] : [`| ${name} | ${text.replaceAll('|', '\\|')} |`])
const percent = (share: number) => (share > 100 ? 'any number' : `${Math.round(share * 100)} %`)
const entries = (record: Readonly<Record<string, number>> | undefined, word: (n: number) => string) =>
  Object.entries(record ?? {})
    .map(([name, n]) => `\`${name}\` ${word(n)}`)
    .join(', ')

function factsOf(source: Source): string {
  const { addresses, absence, bounds, cadence, parts } = source
  const rows = [
    ...row('id', `\`${source.id}\`, ${source.kind}, parser \`${source.parser}\``),
    ...row('publisher', source.publisher),
    ...row('authority', `\`${source.authority}\` (${source.jurisdiction})`),
    ...row('page', source.url.startsWith('http') ? `<${source.url}>` : source.url),
    ...row(
      'files',
      addresses
        .map(({ url, part, rendition, link }) => `${link ? 'what a link leads to on ' : ''}<${url}> (${part}, ${rendition})`)
        .join('<br>') || 'imported by hand',
    ),
    ...row(
      'parts',
      parts.required.length + parts.optional.length > 1
        ? `${parts.required.join(', ')}; may be missing: ${parts.optional.join(', ') || 'none'}`
        : '',
    ),
    ...row(
      'published',
      source.closed
        ? 'closed; kept for history'
        : `${cadence.text}${cadence.staleAfterDays === null ? '' : `; stale after ${cadence.staleAfterDays} days`}`,
    ),
    ...row('licence', source.licence),
    ...row('datasets', source.scopes.join(', ') || 'only its own'),
    ...row('tried on', source.verified ? 'real files of the publisher' : 'a description only: **unverified**'),
    ...row('a record that is absent', absence === 'removal' ? 'has been removed' : 'says nothing'),
    ...row(
      'held unless',
      `at least ${bounds.min} records, no more than ${percent(bounds.maxLoss)} lost and ${percent(bounds.maxGain)} gained`,
    ),
    ...row('', [entries(bounds.lists, n => `at least ${n}`), entries(bounds.fill, n => `on ${percent(n)}`)].filter(Boolean).join('; ')),
  ]
  return ['| | |', '|---|---|', ...rows].join('\n')
}

function aboutOf(folder: string): string {
  const path = join(ROOT, 'src', 'sources', folder, 'about.md')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}

type Programme = { readonly list?: unknown; readonly instruments?: unknown }

// Only where the table is plain: the publisher's wording to a list and its instruments.
function programmesOf(folder: string): string {
  const path = join(ROOT, 'src', 'sources', folder, 'programmes.json')
  if (!existsSync(path)) return ''
  const table = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Programme>>)
  if (table.some(([, { list }]) => typeof list !== 'string')) return ''
  const rows = table.map(([wording, { list, instruments }]) => {
    const named = Array.isArray(instruments) ? instruments.map(id => `\`${String(id)}\``).join(', ') : ''
    return `| ${wording.replaceAll('|', '\\|')} | \`${String(list)}\` | ${named} |`
  })
  return ['## Programmes', '', '| as published | list | instruments |', '|---|---|---|', ...rows].join('\n')
}
