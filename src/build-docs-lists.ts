// Which lists in law a source carries, and which the curated base alone knows.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './config.ts'

type ListRow = { readonly id: string; readonly name: string; readonly status?: string }

/** Folders that carry what others publish: their tables name every list there is. */
const REPEATING = new Set(['facts', 'opensanctions', 'ftm', 'own'])

const rowsOf = <Row>(file: string) => JSON.parse(readFileSync(join(ROOT, 'data', 'facts', file), 'utf8')) as readonly Row[]

/** Cells of each list that no publisher's source carries: its id, its name, and how many listings the curated base has on it. */
export function listsWithoutSource(): readonly (readonly string[])[] {
  const carried = tablesOfSources()
  const counts = Map.groupBy(rowsOf<{ readonly list: string }>('designations.json'), ({ list }) => list)
  return rowsOf<ListRow>('lists.json')
    .filter(({ id }) => !carried.includes(`"${id}"`) && !carried.includes(`'${id}'`))
    .map(({ id, name, status }) => [`\`${id}\``, `${name}${status === 'ended' ? ' (ended)' : ''}`, String(counts.get(id)?.length ?? 0)])
}

// The declarations, parsers and tables of every source as one text: a list's id stands there between quotes.
function tablesOfSources(): string {
  const folder = join(ROOT, 'src', 'sources')
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !REPEATING.has(entry.name))
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter(file => /\.(?:ts|json)$/.test(file) && !/\.test\.ts$/.test(file))
        .map(file => readFileSync(join(folder, name, file), 'utf8')),
    )
    .join('\n')
}
