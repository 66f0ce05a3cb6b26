// Makes the package for publishing: compiled code in dist/, its data files beside it, the pages built in.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWeb } from './build-web.ts'
import { ROOT } from './config.ts'

const dist = join(ROOT, 'dist')
rmSync(dist, { recursive: true, force: true })
const { compileInto } = (await import(pathToFileURL(join(ROOT, 'bin', 'built.js')).href)) as {
  compileInto(node: string, folder: string): boolean
}
if (!compileInto(process.execPath, dist)) process.exit(3)
await buildWeb({ root: ROOT })
cpSync(join(ROOT, 'src', 'web', 'dist'), join(dist, 'web'), { recursive: true })
console.log(`Built ${dist}`)
