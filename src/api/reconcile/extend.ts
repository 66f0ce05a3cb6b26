import type { EntityJson } from '../../questions/index.ts'
import type { App } from '../app-interface.ts'
import { HttpRefusal } from '../errors.ts'
import { checkBatch } from '../yente/match.ts'
import { labelOf, propertyNamed } from './model-words.ts'
import { objectOf } from './query.ts'

type Wanted = { readonly id: string; readonly limit: number; readonly raw: boolean }
type Cell = { readonly str: string }

/** Fills columns with properties of entities that were reconciled. @throws HttpRefusal 400 where an id belongs to another now */
export async function extend(app: App, text: string, maxBatch: number) {
  const { ids, properties } = objectOf(text, 'extend')
  if (!isTexts(ids)) throw refusal('ids', 'expected a list of ids')
  if (!Array.isArray(properties)) throw refusal('properties', 'expected a list')
  if (ids.length > 0) checkBatch(ids.length, maxBatch)
  const wanted = properties.map(readWanted)
  const rows: Record<string, Readonly<Record<string, readonly Cell[]>>> = {}
  for (const id of ids) rows[id] = await rowOf(app, id, wanted)
  const meta = wanted.map(({ id }) => ({ id, name: propertyNamed(id)?.label ?? id }))
  return { meta, rows }
}

const refusal = (field: string, msg: string) =>
  new HttpRefusal(400, `Cannot parse extend: ${field}: ${msg}`, { errors: [{ type: 'value_error', loc: ['extend', field], msg }] })

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(v => typeof v === 'string')

function readWanted(value: unknown): Wanted {
  const { id, settings } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  if (typeof id !== 'string') throw refusal('properties', 'expected an id')
  const { limit, render } = (typeof settings === 'object' && settings !== null ? settings : {}) as Readonly<Record<string, unknown>>
  const most = Number(limit ?? 0)
  return { id, limit: Number.isInteger(most) && most > 0 ? most : Number.POSITIVE_INFINITY, raw: render === 'raw' }
}

async function rowOf(app: App, id: string, wanted: readonly Wanted[]): Promise<Readonly<Record<string, readonly Cell[]>>> {
  const found = await app.entity(id, { nested: true, asOf: {} })
  if (!found) return {}
  if ('movedTo' in found) throw new HttpRefusal(400, `${id} now belongs to ${found.movedTo}`)
  return Object.fromEntries(wanted.map(w => [w.id, cellsOf(found.entity, w)]))
}

function cellsOf(entity: EntityJson, { id, limit, raw }: Wanted): readonly Cell[] {
  const property = propertyNamed(id)
  const values = entity.properties[id.slice(id.indexOf(':') + 1)] ?? []
  return values.slice(0, limit).map(value => {
    if (typeof value !== 'string') return { str: raw ? value.id : value.caption }
    return { str: raw ? value : labelOf(property, value) }
  })
}
