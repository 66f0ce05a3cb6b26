#!/usr/bin/env node
// Runs the Node that the lock file brings along, or this one where it is new enough:
//   node bin/node.js [NODE OPTIONS] FILE [ARGUMENTS]
// Signals are handed on; the exit status is the child's.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const NEEDED = 24

/** The path of a Node that is new enough: this one first, then the packaged one. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath
  const { platform, arch } = process
  const name = platform === 'win32' ? `node-win-${arch}` : `node-${platform}-${arch}`
  const file = platform === 'win32' ? `${name}/bin/node.exe` : `${name}/bin/node`
  try {
    return createRequire(import.meta.url).resolve(file)
  } catch {
    console.error(
      `wholists needs Node ${NEEDED} or newer; this is ${process.version}, and the package ${name} that would bring one is not installed.\n` +
        `Run "npm ci" (without --omit=optional), or install Node ${NEEDED} from nodejs.org.`,
    )
    process.exit(3)
  }
}

/** Where Node keeps what it has compiled, so that the next start is twice as fast; it does without where it may not write. */
const COMPILED = fileURLToPath(new URL('../node_modules/.cache/wholists', import.meta.url))

/** Milliseconds after which it is looked again whether whoever started this process is still there. */
const LOOK_AGAIN = 500

// npm hands a signal to the shell that it runs a script in, and the shell dies of it without a word: "npm start" that was ended would
// leave the server behind, on its port.
function endWithParent(child) {
  if (process.platform === 'win32' || !process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    child.kill('SIGTERM')
  }, LOOK_AGAIN)
  look.unref()
}

/** Runs the found Node with these arguments, and these variables where they are not set, and ends as it ends. */
export function runNode(args, variables = {}) {
  const child = spawn(findNode(), args, {
    stdio: 'inherit',
    env: { NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE: COMPILED, ...variables, ...process.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithParent(child)
  child.on('error', error => {
    console.error(`wholists could not start Node: ${error.message}`)
    process.exit(3)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 3)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

if (process.argv[1]?.endsWith('node.js')) runNode(process.argv.slice(2))
