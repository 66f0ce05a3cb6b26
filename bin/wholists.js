#!/usr/bin/env node
// The command: runs src/ where it exists (a checkout), else the compiled dist/.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runNode } from './node.js'

const source = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const built = fileURLToPath(new URL('../dist/main.js', import.meta.url))
// A server is to stay small under load. Left alone, each thread keeps up to 128 MB for short-lived values and lets garbage grow to
// four times what is in use before it looks, and the C library keeps stores of its own for each thread.
const small = [
  '--max-semi-space-size=4',
  ...(process.env.NODE_OPTIONS?.includes('--max-old-space-size') ? [] : ['--max-old-space-size=1024']),
]
const serves = process.argv[2] === 'serve'
const main = existsSync(source) ? source : built
runNode([...(serves ? small : []), main, ...process.argv.slice(2)], serves ? { MALLOC_ARENA_MAX: '2' } : {})
