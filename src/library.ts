// The door for Node programs: `import { openIndex, screen } from 'wholists'`; no server is needed.
import { openProduct } from './app.ts'
import type { NameAsked, Product } from './cli/index.ts'
import { readConfig } from './config.ts'
import type { AsOfAsked, ScreenAnswer } from './questions/index.ts'

export { WhoListsError } from './model/index.ts'
export type { Listing, ScreenAnswer, ScreenResult } from './questions/index.ts'

/** What a program screens with: the product over one data folder. `close` lets its files go. */
export type Index = Product

/** Whom a program asks for. */
export type PartyAsked = {
  readonly name: string
  readonly schema?: string
  readonly properties?: Readonly<Record<string, readonly string[]>>
}

/** How a program asks; what is left out is as on the command line. */
export type ScreenOptions = {
  readonly scope?: string
  readonly limit?: number
  readonly threshold?: number
  readonly cutoff?: number
  readonly asOf?: AsOfAsked
}

/**
 * The product over a data folder; an empty one takes in the curated base first.
 *
 * @param options `data`: the folder, else `WHOLISTS_DATA` or its default; `offline`: never fetch; `progress`: told of long steps
 * @throws WhoListsError
 */
export function openIndex(
  options: { readonly data?: string; readonly offline?: boolean; readonly progress?: (phase: string) => void } = {},
): Promise<Index> {
  const config = readConfig({ ...(options.data ? { data: options.data } : {}), ...(options.offline ? { offline: '1' } : {}) })
  return openProduct(config, { write: false, progress: step => options.progress?.(step.phase) })
}

/** Who lists this party, the best first, with the reasons for each score. @throws WhoListsError: a failure is never "nothing found" */
export async function screen(index: Index, asked: string | PartyAsked, options: ScreenOptions = {}): Promise<ScreenAnswer> {
  const party = typeof asked === 'string' ? { name: asked } : asked
  const query: NameAsked = { name: party.name, schema: party.schema ?? 'Thing', properties: { name: [party.name], ...party.properties } }
  const threshold = options.threshold ?? 0.7
  const [answer] = await index.screenNames([query], {
    scope: options.scope ?? 'default',
    limit: options.limit ?? 5,
    threshold,
    cutoff: options.cutoff ?? threshold - 0.01,
    asOf: options.asOf ?? {},
  })
  if (!answer) throw new Error('one question has one answer')
  return answer
}
