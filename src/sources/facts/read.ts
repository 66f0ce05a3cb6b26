import type { FileHead, Problem, RawRecord, Recognised, SourceFile } from '../../model/index.ts'
import { isDay, startOfDay } from '../../model/index.ts'
import type { DesignationRow, PartyRow, RawRow, RelationRow } from './rows.ts'

/** The files of the base, and a key that the first row of each carries; the key tells a fact file from another of its name. */
const PARTS: Readonly<Record<string, string>> = {
  authorities: '"website"',
  citations: '"title"',
  designations: '"partyId"',
  instruments: '"issuedBy"',
  lists: '"updateCadence"',
  parties: '"aliases"',
  relations: '"actor"',
}

/** Names of the parts without which the base is incomplete. */
export const REQUIRED_PARTS = Object.keys(PARTS)

/** Says which part of the curated base a file is; `base.json` states the day of publication. */
export function recognise(head: FileHead): Recognised | undefined {
  const part = /^([a-z]+)\.json$/.exec(head.name)?.[1]
  if (part === undefined) return undefined
  if (part === 'base') return recogniseBase(head.text)
  const mark = PARTS[part]
  if (mark === undefined || !/^\s*\[\s*\{\s*"/.test(head.text) || !head.text.includes(mark)) return undefined
  return { source: 'facts', part, rendition: 'json' }
}

function recogniseBase(text: string): Recognised | undefined {
  const stated = rowsOf(text) as Row | undefined
  if (stated?.['base'] !== 'wholists-facts') return undefined
  const day = stated['published']
  return {
    source: 'facts',
    part: 'base',
    rendition: 'json',
    ...(typeof day === 'string' && isDay(day) ? { published: startOfDay(day) } : {}),
  }
}

type Row = { readonly id?: unknown } & Readonly<Record<string, unknown>>

function rowsOf(text: string): readonly Row[] | Row | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as readonly Row[] | Row) : undefined
  } catch {
    return undefined
  }
}

/**
 * The rows of the seven files as raw records, in order of their keys: a party under its id with its designations, everything
 * else under `instrument:`, `list:`, `authority:`, `citation:` or `relation:` and its id.
 *
 * A file that is no JSON list, or one that is missing, is a `stop` problem; a row without id, or a designation of no party here, is flagged.
 */
export async function* read(files: readonly SourceFile[]): AsyncIterable<RawRecord | Problem> {
  const parts = new Map<string, readonly Row[]>()
  for (const file of files) {
    if (file.part === 'base') continue
    const rows = rowsOf(await textOf(file))
    if (Array.isArray(rows)) parts.set(file.part, rows)
    else yield { code: 'file.unreadable', severity: 'stop', field: file.name, seen: 'no JSON list', expected: 'a JSON list of rows' }
  }
  for (const part of REQUIRED_PARTS) {
    if (!parts.has(part)) yield { code: 'file.missing', severity: 'stop', field: `${part}.json`, seen: '', expected: `${part}.json` }
  }
  const problems: Problem[] = []
  const raw = [...rawRows(parts, problems)].sort(byKey)
  yield* problems
  for (const { key, row } of raw) yield { key, body: canonical(row) }
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

function* rawRows(
  parts: ReadonlyMap<string, readonly Row[]>,
  problems: Problem[],
): Iterable<{ readonly key: string; readonly row: RawRow }> {
  const rows = <T>(part: string) =>
    (parts.get(part) ?? []).flatMap((row, n) => {
      if (part === 'designations' || (typeof row.id === 'string' && row.id !== '')) return [row as unknown as T & { readonly id: string }]
      problems.push({
        code: 'row.no-id',
        severity: 'flag',
        field: `${part}.json#${n}`,
        seen: JSON.stringify(row).slice(0, 120),
        expected: 'an id',
      })
      return []
    })
  const parties = rows<PartyRow>('parties')
  const ids = new Set(parties.map(p => p.id))
  const designations = Map.groupBy(rows<DesignationRow>('designations'), d => d.partyId)
  for (const [party, strays] of designations) {
    if (ids.has(party)) continue
    problems.push({
      code: 'designation.no-party',
      severity: 'flag',
      field: 'designations.json',
      seen: `${party} (${strays.length})`,
      expected: 'an id of parties.json',
    })
  }
  for (const row of parties)
    yield { key: row.id, row: { kind: 'party', row, designations: (designations.get(row.id) ?? []).toSorted(byPlace) } }
  for (const row of rows<RelationRow>('relations')) {
    const ends = [row.actor, row.target, ...(row.participants ?? [])].filter(end => ids.has(end))
    yield { key: `relation:${row.id}`, row: { kind: 'relation', row, parties: [...new Set(ends)] } }
  }
  for (const [kind, part] of [
    ['instrument', 'instruments'],
    ['authority', 'authorities'],
    ['list', 'lists'],
    ['citation', 'citations'],
  ] as const) {
    for (const row of rows<{ readonly id: string }>(part)) yield { key: `${kind}:${row.id}`, row: { kind, row } as RawRow }
  }
}

const place = (d: DesignationRow) => `${d.list}\u0000${d.from ?? ''}\u0000${d.status}`
const byPlace = (a: DesignationRow, b: DesignationRow) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0)

/** JSON with the keys of every object in order, so that a moved key is no change. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )
}

async function textOf(file: SourceFile): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: false })
  let text = ''
  for await (const chunk of file.open()) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}
