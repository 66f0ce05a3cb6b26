// What starts Node hands signals on, and ends with the script runner that started it.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

const LAUNCHER = join(import.meta.dirname, '../bin/node.js')
const STAYS = 'console.log(process.pid); setInterval(() => undefined, 60_000)'
const windows = process.platform === 'win32' && 'there is no shell that dies without a word'

async function firstLine({ stdout }: ChildProcess): Promise<number> {
  assert.ok(stdout)
  const [data] = (await once(stdout, 'data')) as [Buffer]
  return Number(data.toString().trim())
}

async function isGone(pid: number): Promise<boolean> {
  for (let looks = 0; looks < 200; looks++) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    await pause(50)
  }
  return false
}

test('a server that npm has started ends when npm is ended', { skip: windows }, async () => {
  const script = `"${process.execPath}" "${LAUNCHER}" -e '${STAYS}'; exit 1`
  const shell = spawn('sh', ['-c', script], { env: { ...process.env, npm_lifecycle_event: 'start' }, stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = await firstLine(shell)
  shell.kill('SIGTERM')
  assert.ok(await isGone(pid), `process ${pid} is still there`)
})

test('a signal is handed on', { skip: windows }, async () => {
  const started = spawn(process.execPath, [LAUNCHER, '-e', STAYS], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = await firstLine(started)
  started.kill('SIGTERM')
  assert.ok(await isGone(pid))
})
