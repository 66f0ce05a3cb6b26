// Makes the package for publishing: compiled code in dist/, its data files beside it, the pages built in.
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildWeb } from './build-web.ts'
import { ROOT } from './config.ts'

const dist = join(ROOT, 'dist')
rmSync(dist, { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [join(ROOT, 'bin', 'tool.js'), 'tsc', '-p', join(ROOT, 'tsconfig.build.json')], {
  stdio: 'inherit',
  cwd: ROOT,
})
if (status !== 0) process.exit(status ?? 3)
for (const file of globSync('**/*.json', { cwd: join(ROOT, 'src') })) {
  if (file.startsWith('web') || file.includes('fixtures')) continue
  mkdirSync(dirname(join(dist, file)), { recursive: true })
  cpSync(join(ROOT, 'src', file), join(dist, file))
}
for (const file of globSync('api/docs/*', { cwd: join(ROOT, 'src') }))
  cpSync(join(ROOT, 'src', file), join(dist, file), { recursive: true })
await buildWeb({ root: ROOT })
cpSync(join(ROOT, 'src', 'web', 'dist'), join(dist, 'web'), { recursive: true })
console.log(`Built ${dist}`)
