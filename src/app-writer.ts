import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Step } from './app-data.ts'
import { type Config, ROOT } from './config.ts'
import { ERRORS, type ErrorCode, WhoListsError } from './model/index.ts'
import type { WriterMessage, WriterTask } from './writer-child.ts'

/** Runs what writes in a process of its own, one task after another. */
export type Writer = { run(task: WriterTask, progress: (step: Step) => void): Promise<unknown>; close(): void }

// What writes makes much garbage: it is to be taken away before it is several times what is in use.
const { reading: MODEST } = JSON.parse(readFileSync(join(ROOT, 'bin', 'memory.json'), 'utf8')) as { readonly reading: readonly string[] }

/** A writer; `close` ends what runs: whatever was not finished is as if it had not begun. */
export function openWriter(config: Config): Writer {
  let before: Promise<unknown> = Promise.resolve()
  let child: ReturnType<typeof fork> | undefined
  let closed = false
  const start = (task: WriterTask, progress: (step: Step) => void) =>
    new Promise<unknown>((resolve, reject) => {
      if (closed) return reject(new WhoListsError('screening.failed', { reason: 'the server is stopping' }))
      child = fork(fileURLToPath(new URL(`./writer-child${extname(import.meta.filename)}`, import.meta.url)), {
        serialization: 'json',
        execArgv: [...MODEST],
      })
      child.on('message', (message: WriterMessage) => {
        if (message.type === 'step') progress(message.step)
        else if (message.type === 'done') resolve(message.result)
        else reject(failureOf(message))
      })
      child.on('error', reject)
      child.on('exit', code => {
        child = undefined
        reject(new Error(`the writing process ended with ${code ?? 'a signal'}`))
      })
      child.send({ config, task })
    })
  return {
    run(task, progress) {
      const next = before.catch(() => undefined).then(() => start(task, progress))
      before = next
      next.catch(() => undefined)
      return next
    },
    close() {
      closed = true
      child?.kill()
    },
  }
}

const failureOf = ({ code, details, message }: WriterMessage & { type: 'failed' }): Error =>
  code !== null && code in ERRORS ? new WhoListsError(code as ErrorCode, details) : new Error(message)
