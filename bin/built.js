// The compiled code of a checkout: `.built/HASH/`, where HASH is of the sources it was made from. So edited code is never run stale,
// and a server that runs keeps the code it was started with. Compiled code spares each process 40 MB of the stripper of types.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = join(ROOT, 'src')
const BUILT = join(ROOT, '.built')
const COMPILER = join(ROOT, 'node_modules', 'typescript', 'package.json')
const SETTINGS = ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map(name => join(ROOT, name))
/** Builds that stay beside the newest: a server may run on one of them. */
const KEPT = 4

/** The main file compiled from the sources as they are now; undefined where there is none yet. */
export function builtMain() {
  const main = join(BUILT, hashOf(sources()), 'main.js')
  return existsSync(main) ? main : undefined
}

/** The same, compiled first where it is missing; undefined where it cannot be: without the compiler, or on a read-only disk. */
export function madeMain(node) {
  const files = sources()
  const folder = join(BUILT, hashOf(files))
  const main = join(folder, 'main.js')
  if (existsSync(main)) return main
  if (!existsSync(COMPILER)) return undefined
  const draft = `${folder}.${process.pid}`
  try {
    mkdirSync(draft, { recursive: true })
    if (!compile(node, draft, ['--noCheck', '--declaration', 'false'])) return undefined
    finish(node, files, draft)
    // Whoever was faster has made the same.
    if (!existsSync(main)) renameSync(draft, folder)
    forgetOld()
    return main
  } catch {
    return existsSync(main) ? main : undefined
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Compiles the sources into a folder, data files beside the code; true where all went well. */
export function compileInto(node, folder) {
  const made = compile(node, folder, [])
  if (made) finish(node, sources(), folder)
  return made
}

function compile(node, folder, options) {
  const args = [join(ROOT, 'bin', 'tool.js'), 'tsc', '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', folder, ...options]
  return spawnSync(node, args, { stdio: ['ignore', 'inherit', 'inherit'], cwd: ROOT }).status === 0
}

// Data files go beside the code, and a note of what the sources declare, so that a server need not load their code to know them.
function finish(node, files, folder) {
  for (const file of files.filter(f => f.endsWith('.json'))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    copyFileSync(join(SOURCES, file), join(folder, file))
  }
  const index = join(folder, 'sources', 'index.js')
  if (!existsSync(index)) return
  const note = `import(${JSON.stringify(pathToFileURL(index).href)}).then(sources => sources.noteSources())`
  if (spawnSync(node, ['-e', note], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new Error('the sources could not be noted')
}

// What the compiled code is made of, by paths below src, in order.
function sources(below = '') {
  return readdirSync(join(SOURCES, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(below, entry.name)
      if (entry.isDirectory()) return path === 'web' || entry.name === 'fixtures' ? [] : sources(path)
      return /\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : []
    })
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const path of [...SETTINGS, ...files.map(file => join(SOURCES, file))])
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex').slice(0, 20)
}

function forgetOld() {
  const folders = readdirSync(BUILT).map(name => join(BUILT, name))
  const newestFirst = folders.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of newestFirst.slice(1 + KEPT)) rmSync(folder, { recursive: true, force: true })
}
