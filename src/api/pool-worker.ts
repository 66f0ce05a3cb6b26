import { parentPort, workerData } from 'node:worker_threads'
import { WhoListsError } from '../model/index.ts'
import type { FailureSent, FromWorker, OpenRoom, ToWorker, WorkerRoom } from './pool-types.ts'

// The thread of a worker: opens rooms with the app's module and runs chunks in them, one after the other.

const port = parentPort
if (!port) throw new Error('pool-worker runs in a worker thread only')

const { module } = workerData as { readonly module: string }
const opening = import(module) as Promise<{ readonly openRoom: OpenRoom<unknown> }>
const rooms = new Map<number, WorkerRoom>()
let before: Promise<void> = Promise.resolve()

port.on('message', (message: ToWorker) => {
  before = before.then(() => obey(message))
})

const say = (message: FromWorker) => port.postMessage(message)

async function obey(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'open':
      return open(message.epoch, message.setup)
    case 'close':
      await rooms.get(message.epoch)?.close()
      rooms.delete(message.epoch)
      return
    case 'run':
      return run(message)
  }
}

async function open(epoch: number, setup: unknown): Promise<void> {
  try {
    const { openRoom } = await opening
    rooms.set(epoch, await openRoom(setup))
    say({ type: 'opened', epoch })
  } catch (error) {
    say({ type: 'not-opened', epoch, failure: failureOf(error) })
  }
}

async function run({ chunk, epoch, kind, common, items }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
  try {
    const room = rooms.get(epoch)
    if (!room) throw new Error(`the room ${epoch} is not open`)
    const answers = await room.run(kind, commonOf(common), items)
    if (answers.length !== items.length) throw new Error(`${answers.length} answers to ${items.length} questions`)
    say({ type: 'done', chunk, answers })
  } catch (error) {
    say({ type: 'failed', chunk, failure: failureOf(error) })
  }
}

// Requests mostly ask in the same way; what is common to them is read once and stays the same object.
const MAX_COMMONS = 200
const commons = new Map<string, unknown>()

function commonOf(text: string): unknown {
  if (commons.has(text)) return commons.get(text)
  if (commons.size >= MAX_COMMONS) commons.clear()
  const value: unknown = JSON.parse(text)
  commons.set(text, value)
  return value
}

function failureOf(error: unknown): FailureSent {
  if (error instanceof WhoListsError) return { code: error.code, details: error.details, message: error.message }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { code: null, details: {}, message }
}
