import { damageOf, type Party, type Problem, type Reading, type Source } from '../model/index.ts'

/** What a source says of itself; the rest has a sensible value. */
export type Declaration = Omit<Source, 'addresses' | 'scopes' | 'parts' | 'absence' | 'verified'> &
  Partial<Pick<Source, 'addresses' | 'scopes' | 'parts' | 'absence' | 'verified'>>

/**
 * A source from its declaration: what is left out gets a value, what cannot be right is an error at start.
 *
 * Left out: no addresses, the scopes `default` and `sanctions`, one part named `main`, absence means removal, unverified.
 * A fault in `parse` becomes the stop problem `parse.failed` of its record, so that one record never ends an import and
 * never passes unseen either.
 *
 * @throws Error in words: a mistake in the declaration, never in data
 */
export function declare(declaration: Declaration): Source {
  const source: Source = {
    addresses: [],
    scopes: ['default', 'sanctions'],
    parts: { required: ['main'], optional: [] },
    absence: 'removal',
    verified: false,
    ...declaration,
    parse: raw => {
      try {
        return withDamage(withSingleParties(declaration.parse(raw)), raw.key)
      } catch (error) {
        return failed(raw.key, error)
      }
    },
  }
  const wrong = mistakes(source)
  if (wrong.length > 0) throw new Error(`source ${source.id}: ${wrong.join('; ')}`)
  return source
}

// A paper or wallet that a record names twice is one party: its statements come together under the one id.
function withSingleParties(reading: Reading): Reading {
  if (reading.parties.length < 2) return reading
  const byId = Map.groupBy(reading.parties, party => party.id)
  if (byId.size === reading.parties.length) return reading
  const parties = [...byId.values()].map(same => {
    const statements = new Map(same.flatMap(party => party.statements).map(s => [`${s.property}\u0000${s.value}`, s]))
    return { ...same[0], statements: [...statements.values()] } as Party
  })
  return { ...reading, parties }
}

// Text that was spoiled on its way here is told wherever it stands, also where a parser took it as it was.
function withDamage(reading: Reading, record: string): Reading {
  let problems: Problem[] | undefined
  for (const { statements } of reading.parties) {
    for (const { text, field } of statements) {
      const damage = MAY_BE_DAMAGED.test(text) ? damageOf(text) : undefined
      if (damage === undefined || damage === 'text.markup') continue
      const seen = text.trim()
      if ([...reading.problems, ...(problems ?? [])].some(p => p.code === damage && p.seen === seen)) continue
      problems = [...(problems ?? []), { code: damage, severity: 'note', field, seen, record }]
    }
  }
  return problems === undefined ? reading : { ...reading, problems: [...reading.problems, ...problems] }
}

/** Letters that damage shows in, for a quick look at each of millions of texts. */
const MAY_BE_DAMAGED = /[\u00c2\u00c3\u00d0\u00d1\u00d8\u00d9\ufffd]|\?\?\?/

function mistakes(source: Source): readonly string[] {
  const { id, parser, bounds, parts, addresses, rank } = source
  const known = new Set([...parts.required, ...parts.optional])
  return [
    [!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), 'the id is in lower case with hyphens'],
    [!new RegExp(`^${id}@\\d+$`).test(parser), `the parser is named ${id}@ and a number`],
    [!Number.isFinite(rank), 'the rank is a number'],
    [bounds.min < 1, 'bounds.min is at least 1'],
    [[bounds.maxLoss, bounds.maxGain].some(share => share < 0), 'bounds are shares of the version before'],
    [bounds.maxLoss > 1, 'bounds.maxLoss is at most 1'],
    [known.size === 0, 'there is at least one part'],
    [addresses.some(address => !known.has(address.part)), 'addresses name a part of the source'],
    [addresses.some(address => !address.url.startsWith('https://')), 'addresses begin with https://'],
  ].flatMap(([wrong, text]) => (wrong ? [String(text)] : []))
}

const failed = (key: string, error: unknown): Reading => ({
  parties: [],
  designations: [],
  instruments: [],
  links: [],
  unread: [],
  problems: [
    {
      code: 'parse.failed',
      severity: 'stop',
      field: key,
      seen: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      record: key,
    },
  ],
})
