import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerOptions } from '../../src/api/index.ts'
import { openProduct } from '../../src/app.ts'
import { openServedApp } from '../../src/app-server.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { type Served, serve } from './served.ts'

/** The real product on a data folder of its own, served. */
export type World = Served & { readonly config: Config }

const LISTS = join(import.meta.dirname, 'fixtures', 'lists')
const SDN = join(import.meta.dirname, '..', '..', 'src', 'sources', 'us-ofac', 'fixtures', 'sdn-xml', 'sdn.xml')

/**
 * Takes in a small UN list of invented people (and Al-Qaida, which the curated base knows too) and a small OFAC list, then
 * serves them. Lists that small are held; they are released as a person would.
 */
export async function openWorld(
  options: Partial<ServerOptions> = {},
  settings: Partial<Record<'required' | 'maxWaiting', string>> = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'wholists-api-'))
  const config = readConfig({ data: folder, offline: '1', workers: '1', ...settings }, {})
  const product = await openProduct(config, { write: true, progress: () => undefined })
  const { versions } = await product.importPaths({ paths: [LISTS, SDN] })
  for (const { version, outcome } of versions) if (version && outcome === 'held') await product.accept(version, 'a small list of the tests')
  await product.close()
  const app = await openServedApp(
    config,
    () => undefined,
    () => undefined,
  )
  const served = await serve(app, options)
  return {
    ...served,
    config,
    async close() {
      await served.close()
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
