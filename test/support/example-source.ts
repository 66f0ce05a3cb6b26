import { type Designation, partyBuilder, readStoredDate, type Source, type Status } from '../../src/model/index.ts'
import { declare } from '../../src/sources/index.ts'

/** One entry of an example list. */
export type ExampleEntry = {
  readonly number: string
  readonly name: string
  readonly listedOn?: string
  readonly until?: string
  readonly list?: string
  readonly status?: Status
  readonly born?: string
  readonly country?: string
  readonly notes?: string
}

/**
 * An official source for tests and for the examples of the documentation: a JSON file
 * `{"example": id, "published": "YYYY-MM-DD", "entries": [{number, name, listedOn?, until?, list?, …}]}` is one version.
 * A member `form` after `example` names another rendition.
 *
 * @param more what the declaration says otherwise
 */
export function exampleSource(id = 'example-list', list = 'un-1267', more: Partial<Source> = {}): Source {
  return declare({
    id,
    kind: 'official',
    rank: 1,
    authority: 'un-sc',
    jurisdiction: 'un',
    title: 'Example list',
    publisher: 'Example',
    url: 'https://example.org/',
    licence: 'none',
    cadence: { text: 'now and then', staleAfterDays: null },
    parser: `${id}@1`,
    bounds: { min: 1, maxLoss: 1, maxGain: 1000 },
    recognise(head) {
      const text = /^\{"example":"([a-z-]+)"/.exec(head.text)?.[1] === id ? head.text : null
      const day = text === null ? undefined : /"published":"(\d{4}-\d{2}-\d{2})"/.exec(text)?.[1]
      return text === null
        ? undefined
        : {
            source: id,
            part: 'main',
            rendition: /"form":"(\w+)"/.exec(text)?.[1] ?? 'json',
            ...(day ? { published: Date.parse(`${day}T00:00:00Z`) / 1000 } : {}),
          }
    },
    async *read(files) {
      for (const file of files) {
        let text = ''
        for await (const chunk of file.open()) text += new TextDecoder().decode(chunk)
        const { entries } = JSON.parse(text) as { entries: readonly ExampleEntry[] }
        for (const entry of entries) yield { key: entry.number, body: JSON.stringify(entry) }
      }
    },
    parse(raw) {
      const entry = JSON.parse(raw.body) as ExampleEntry
      const party = partyBuilder(`${id}:${raw.key}`, 'Person')
      party.add('name', entry.name, 'name')
      if (entry.born) party.add('birthDate', entry.born, 'born')
      if (entry.country) party.add('nationality', entry.country, 'country')
      if (entry.notes) party.add('notes', entry.notes, 'notes')
      const [from, to] = [readStoredDate(entry.listedOn ?? ''), readStoredDate(entry.until ?? '')]
      const designation: Designation = {
        party: party.id,
        list: entry.list ?? list,
        programme: '',
        status: entry.status ?? 'listed',
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        instruments: [],
        confidence: 'read',
        field: 'listedOn',
      }
      return { parties: [party.build()], designations: [designation], instruments: [], links: [], unread: [], problems: [] }
    },
    ...more,
  })
}

/** The file of one version of an example list. */
export const exampleVersion = (published: string, entries: readonly ExampleEntry[], id = 'example-list', form?: string): string =>
  JSON.stringify({ example: id, ...(form ? { form } : {}), published, entries })
