// The process: what the command line reads from and writes to.
import { readFileSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runCommandLine, type System, type Terminal } from './cli/index.ts'
import { ROOT, readConfig, showConfig } from './config.ts'
import { WhoListsError } from './model/index.ts'

const version = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version

const terminal: Terminal = {
  open: async options => (await import('./app.ts')).openProduct(readConfig(), options),
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY === true,
  readInput: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  readFile: async path => {
    try {
      return await readFile(path, 'utf8')
    } catch (error) {
      throw new WhoListsError('input.missing-file', { path }, error)
    }
  },
  writeFile: async (path, text) => {
    await writeFile(`${path}.part`, text)
    await rename(`${path}.part`, path)
  },
  end: status => {
    process.exitCode = status
  },
}

const system: System = {
  serve: async flags => {
    const { serve } = await import('./serve.ts')
    await serve(readConfig({ ...(flags.host ? { host: flags.host } : {}), ...(flags.port ? { port: flags.port } : {}) }), terminal)
  },
  settings: () => showConfig(),
  compare: (pairs, explain) => comparePairs(pairs, explain),
}

let comparePairs: System['compare'] = () => []
if (process.argv[2] === 'compare')
  ({ comparePairs } = await import('./screen/index.ts').then(screen => ({ comparePairs: screen.comparePairs })))

// A reader that goes away (head, less) is no failure.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})

await runCommandLine(process.argv.slice(2), terminal, system, version)
