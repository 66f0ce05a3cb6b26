// Writes the pages of docs/ that follow from the code: commands, errors, interface, sources. A test holds the files against them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLog, openServer, waitingApp } from './api/index.ts'
import { listsWithoutSource } from './build-docs-lists.ts'
import { sourcePages } from './build-docs-sources.ts'
import { commandLine, type System, type Terminal } from './cli/index.ts'
import { ROOT } from './config.ts'
import { type Blame, ERRORS, type ErrorCode, exitCode, httpStatus, type Source, WhoListsError } from './model/index.ts'
import { loadSources, sourcesByFolder } from './sources/index.ts'

const MADE = '<!-- Made by `npm run docs` from the code; change it there. -->'

/** Each made page by its path under the checkout. */
export async function madePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/commands.md', commandsPage()],
    ['docs/errors.md', errorsPage()],
    ['docs/interface.md', await interfacePage()],
    ['docs/sources.md', await sourcesPage()],
    ...(await sourcePages(MADE)),
  ])
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
const tableOf = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(...heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(cells => row(...cells))].join('\n')

const BLAMES: Readonly<Record<Blame, string>> = {
  caller: 'What the caller must put right',
  unavailable: 'Not available now',
  fault: 'Our fault',
}

function errorsPage(): string {
  const parts = (Object.keys(BLAMES) as Blame[]).map(blame => {
    const codes = (Object.keys(ERRORS) as ErrorCode[]).filter(code => ERRORS[code].blame === blame)
    const rows = codes.map(code => {
      const error = new WhoListsError(code)
      return [`\`${code}\``, String(httpStatus(error)), String(exitCode(error)), ERRORS[code].message, ERRORS[code].remedy]
    })
    return `## ${BLAMES[blame]}\n\n${tableOf(['code', 'HTTP', 'exit', 'what happened', 'what to do'], rows)}`
  })
  return `# Errors

${MADE}

Every failure has a code, says what happened and what to do. The HTTP status and the exit code follow from who must act.
Over HTTP the body is \`{"detail": …, "code": …, "remedy": …}\`; on the terminal all three stand on standard error. A
failure is never an empty result. Words in braces are filled in.

${parts.join('\n\n')}
`
}

type Operation = {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly description?: string }[]
}
type Document = {
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** The OpenAPI document of the interface, without a product behind it. */
async function openApi(): Promise<Document> {
  const server = await openServer(waitingApp().app, {
    title: 'WhoLists',
    version: '',
    log: openLog('silent', process.stderr),
    random: bytes => '0'.repeat(2 * bytes),
    maxBatch: 100,
    updateToken: '',
    pages: null,
  })
  try {
    return JSON.parse((await server.inject('/openapi.json')).body) as Document
  } finally {
    await server.close()
  }
}

async function interfacePage(): Promise<string> {
  const { tags, paths } = await openApi()
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const parts = tags.map(({ name, description }) => {
    const rows = operations
      .filter(o => o.operation.tags?.[0] === name)
      .map(({ path, method, operation: { summary = '', parameters = [] } }) => {
        const asked = parameters.filter(p => p.in === 'query').map(p => `\`${p.name}\``)
        return [`\`${method} ${path}\``, summary, asked.join(' ')]
      })
    return `## ${name}\n\n${description}\n\n${tableOf(['operation', 'gives', 'parameters'], rows)}`
  })
  return `# The interface

${MADE}

A running server describes itself whole at \`/openapi.json\`, readable at \`/api\`: every parameter, body and answer. This
page is the short of it. Paths outside \`/api/\` are yente's, so that its clients work unchanged; what is added to them is
additive: \`valid\`, \`published\`, \`recorded\` (see [time.md](time.md)), \`listings\`, \`keep\` (see [audit.md](audit.md)).
Failures are described in [errors.md](errors.md).

${parts.join('\n\n')}
`
}

// The commands are only described here, never run.
const UNUSED = { out: () => undefined, err: () => undefined, end: () => undefined } as unknown as Terminal

function commandsPage(): string {
  const parts = commandLine(UNUSED, {} as System, '').commands.map(command => {
    const words = command.registeredArguments.map(a =>
      a.required ? `<${a.name()}${a.variadic ? '…' : ''}>` : `[${a.name()}${a.variadic ? '…' : ''}]`,
    )
    const rows = command.options.map(o => [
      `\`${o.flags}\``,
      o.description,
      o.defaultValue === undefined ? '' : `\`${String(o.defaultValue)}\``,
    ])
    const options = rows.length > 0 ? `\n\n${tableOf(['option', 'means', 'else'], rows)}` : ''
    return `## wholists ${[command.name(), ...words].join(' ')}\n\n${sentence(command.summary())}${options}`
  })
  return `# Commands

${MADE}

In a checkout the command is \`node bin/wholists.js\`; installed it is \`wholists\`. Settings come from \`WHOLISTS_*\`
variables (\`wholists config\` shows them). Exit codes: 0 found or done, 1 nothing found and everything required was
searched, 2 bad input, 3 failure, or nothing found while a required source was missing, held or too old.

${parts.join('\n\n')}
`
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const KINDS: readonly (readonly [Source['kind'], string])[] = [
  ['official', 'Official: published by the authority that decides'],
  ['curated', 'Curated: the base that comes with the product'],
  ['aggregate', 'Aggregates: what others report'],
]

async function sourcesPage(): Promise<string> {
  const { all } = await loadSources()
  const pageOf = new Map([...(await sourcesByFolder())].flatMap(([folder, sources]) => sources.map(({ id }) => [id, folder] as const)))
  const parts = KINDS.map(([kind, title]) => {
    const rows = all
      .filter(s => s.kind === kind)
      .map(s => [
        `[\`${s.id}\`](sources/${pageOf.get(s.id)}.md)`,
        `[${s.title}](${s.url.startsWith('http') ? s.url : `../${s.url}`})`,
        s.publisher,
        s.closed ? 'closed' : s.cadence.text,
        s.addresses.length > 0 ? 'fetched' : 'imported',
        s.absence === 'removal' ? 'is removed' : 'nothing',
        s.verified ? 'real files' : 'a description',
        s.licence,
      ])
    return `## ${title}\n\n${tableOf(['id', 'source', 'publisher', 'published', 'arrives', 'what is absent', 'tried on', 'licence'], rows)}`
  })
  return `# Sources

${MADE}

Every source that WhoLists reads, in order of rank. *Arrives* tells whether \`wholists update\` fetches it or its files are
imported by hand; *what is absent*, what it means that a party is no longer in it; *tried on*, whether real files of the
publisher have been read, or the parser was written from a description. The page behind an id tells what is checked, how
records are keyed, and what becomes of their fields. Lists of your own (\`own-NAME\`): see [own-lists.md](own-lists.md).

${all.filter(s => s.verified).length} sources have been tried on real files, ${all.filter(s => !s.verified).length} are written from descriptions and unverified.

${parts.join('\n\n')}

## Lists that no source carries

Where no form of a list is known well enough to be read, what is known of it stands in the curated base: the list itself, and as
many listings as are given here.

${tableOf(['id', 'list', 'listings in the base'], listsWithoutSource())}
`
}

if (import.meta.main) {
  for (const [path, text] of await madePages()) {
    writeFileSync(join(ROOT, path), text)
    console.log(`Wrote ${path}`)
  }
}
