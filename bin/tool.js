// Runs a development tool's own command under the Node that runs this file:
//   node bin/node.js bin/tool.js tsc -p tsconfig.json
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = { tsc: 'typescript', oxlint: 'oxlint', biome: '@biomejs/biome', knip: 'knip', vite: 'vite' }
const [command, ...args] = process.argv.slice(2)
const name = PACKAGES[command]
if (!name) {
  console.error(`Unknown tool "${command}". Known: ${Object.keys(PACKAGES).join(', ')}.`)
  process.exit(2)
}
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', name)
const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const file = join(folder, typeof bin === 'string' ? bin : bin[command])
const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' })
process.exit(status ?? 3)
