#!/usr/bin/env node
// The command: runs src/ where it exists (a checkout), else the compiled dist/.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runNode } from './node.js'

const source = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const built = fileURLToPath(new URL('../dist/main.js', import.meta.url))
// A server's threads each keep room for short-lived values, which grows to 128 MB a thread under load if left alone, and the
// C library keeps stores of its own for each thread.
const serves = process.argv[2] === 'serve'
const main = existsSync(source) ? source : built
runNode([...(serves ? ['--max-semi-space-size=4'] : []), main, ...process.argv.slice(2)], serves ? { MALLOC_ARENA_MAX: '2' } : {})
