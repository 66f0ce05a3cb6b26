#!/usr/bin/env node
// The command. An installed package runs its compiled dist/. A checkout runs what was compiled from src/ as it is now; a server
// compiles it first where that is missing, other commands take src/ as it is.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtMain, madeMain } from './built.js'
import { findNode, runNode } from './node.js'

const source = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const memory = JSON.parse(readFileSync(new URL('memory.json', import.meta.url), 'utf8'))
const packaged = fileURLToPath(new URL('../dist/main.js', import.meta.url))
// A server is to stay small under load. Left alone, each thread keeps up to 128 MB for short-lived values and lets garbage grow to
// four times what is in use before it looks, the C library keeps a store of its own for each thread, and the middle one of the
// compilers takes 15 MB for speed that the last one gives too, once that begins sooner than it would behind the middle one. Short-lived
// values of a thread are few: to wake other threads for each look costs more than they do.
const small = [...memory.server, ...(process.env.NODE_OPTIONS?.includes('--max-old-space-size') ? [] : ['--max-old-space-size=1024'])]
// What reads lists makes much garbage. Left alone, V8 lets it grow to several times what is in use: nearly half as much memory again.
// And most of what it runs has ended before the last compiler would have paid: that begins later.
const modest = memory.reading
const serves = process.argv[2] === 'serve'
const main = existsSync(source) ? ((serves ? madeMain(findNode()) : builtMain()) ?? source) : packaged
// Compiled code that Node keeps for the next start stays in memory, 7 MB of it: too much for a tenth of a second of a server's start.
const kept = serves ? { NODE_COMPILE_CACHE: undefined } : {}
runNode([...(serves ? small : modest), main, ...process.argv.slice(2)], { MALLOC_ARENA_MAX: '1', ...kept })
