// The process: what the command line reads from and writes to.
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
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
  interactive: process.stderr.isTTY,
  readInput: path => createInterface({ input: path === undefined ? process.stdin : openedFile(path), crlfDelay: Infinity }),
  openFile: async function* (path) {
    yield* openedFile(path)
  },
  writeFile: async path => {
    const stream = createWriteStream(`${path}.part`)
    await once(stream, 'open')
    return {
      write: line => void stream.write(`${line}\r\n`),
      close: async () => {
        stream.end()
        await once(stream, 'close')
        await rename(`${path}.part`, path)
      },
    }
  },
  end: status => {
    process.exitCode = status
  },
}

const system: System = {
  serve: async flags => {
    const { serve } = await import('./serve.ts')
    await serve(readConfig({ ...(flags.host ? { host: flags.host } : {}), ...(flags.port ? { port: flags.port } : {}) }), terminal, version)
  },
  settings: () => showConfig(),
  compare: async (pairs, explain) => {
    const { comparePair } = await import('./screen/index.ts')
    return pairs.map(pair => orFault(() => comparePair(pair as Parameters<typeof comparePair>[0], { explain })))
  },
}

function openedFile(path: string) {
  if (!existsSync(path)) throw new WhoListsError('input.missing-file', { path })
  return createReadStream(path)
}

function orFault<T>(run: () => T): T | WhoListsError {
  try {
    return run()
  } catch (error) {
    if (error instanceof WhoListsError) return error
    throw error
  }
}

// A reader that goes away (head, less) is no failure.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0)
  throw error
})

await runCommandLine(process.argv.slice(2), terminal, system, version)
