#!/usr/bin/env node
// The command: runs src/ where it exists (a checkout), else the compiled dist/.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runNode } from './node.js'

const source = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const built = fileURLToPath(new URL('../dist/main.js', import.meta.url))
// A server's threads each keep room for short-lived values; left alone it grows to 128 MB a thread under load.
const options = process.argv[2] === 'serve' ? ['--max-semi-space-size=8'] : []
runNode([...options, existsSync(source) ? source : built, ...process.argv.slice(2)])
