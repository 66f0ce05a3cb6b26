import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { WhoListsError } from '../model/index.ts'
import { lockData } from './lock.ts'

const inFolder = async (work: (folder: string) => Promise<void> | void) => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const isLockedBy = (pid: number | undefined, command: string) => (error: unknown) =>
  error instanceof WhoListsError &&
  error.code === 'data.locked' &&
  error.details['pid'] === String(pid) &&
  error.details['command'] === command

test('one writer at a time, and the second is told who the first is', () =>
  inFolder(folder => {
    const lock = lockData(folder, { pid: 1234, command: 'import' })
    assert.throws(() => lockData(folder, { pid: 5678, command: 'update' }), isLockedBy(1234, 'import'))
    lock.release()
    lock.release()
    lockData(folder, { pid: 5678, command: 'update' }).release()
  }))

test('a process that is killed leaves the lock free', () =>
  inFolder(async folder => {
    const script = `import { lockData } from ${JSON.stringify(new URL('lock.ts', import.meta.url).href)}
      lockData(${JSON.stringify(folder)}, { pid: process.pid, command: 'import' })
      console.log('locked'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    assert.throws(() => lockData(folder, { pid: 1, command: 'serve' }), isLockedBy(child.pid, 'import'))
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockData(folder, { pid: 1, command: 'serve' }).release()
  }))

test('a folder that cannot be made is named, and is no fault of the program', () =>
  inFolder(folder => {
    writeFileSync(join(folder, 'a-file'), '')
    assert.throws(() => lockData(join(folder, 'a-file', 'data'), { pid: 1, command: 'import' }), { code: 'data.unusable' })
  }))
