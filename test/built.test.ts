import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')
const made: string[] = []
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A checkout with a program of two files in place of the product's. */
function checkout({ compiler }: { readonly compiler: boolean }) {
  const root = mkdtempSync(join(tmpdir(), 'wholists-built-'))
  made.push(root)
  for (const name of ['bin', 'package.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(ROOT, name), join(root, name), { recursive: true })
  if (compiler) symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, 'src'))
  const say = (text: string) => writeFileSync(join(root, 'src', 'said.json'), JSON.stringify({ text }))
  say('first')
  writeFileSync(
    join(root, 'src', 'main.ts'),
    `import said from './said.json' with { type: 'json' }
    const text: string = said.text
    console.log(text, import.meta.filename.endsWith('.ts') ? 'from source' : 'compiled')`,
  )
  const run = (command: string) =>
    execFileSync(process.execPath, [join(root, 'bin', 'wholists.js'), command], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  return { root, say, run }
}

test('a server runs compiled code, and after an edit the edited code', () => {
  const { root, say, run } = checkout({ compiler: true })
  assert.equal(run('config'), 'first from source', 'other commands do not wait for a compiler')
  assert.equal(run('serve'), 'first compiled')
  assert.equal(run('config'), 'first compiled', 'and take what was compiled')
  say('second')
  assert.equal(run('config'), 'second from source')
  assert.equal(run('serve'), 'second compiled')
  say('first')
  assert.equal(run('config'), 'first compiled', 'what is the same again was compiled before')
  assert.equal(readdirSync(join(root, '.built')).length, 2)
})

test('only a few builds are kept', () => {
  const { root, say, run } = checkout({ compiler: true })
  for (let i = 0; i < 6; i++) {
    say(`edit ${i}`)
    assert.equal(run('serve'), `edit ${i} compiled`)
  }
  assert.equal(readdirSync(join(root, '.built')).length, 5)
})

test('without a compiler a server runs from source', () => {
  const { run } = checkout({ compiler: false })
  assert.equal(run('serve'), 'first from source')
})
