// A second thread that takes names apart for the index (`name-threads.ts`).
import { parentPort } from 'node:worker_threads'
import { flatReader, type NameBatch, transferable } from './flat-names.ts'

const read = flatReader()
parentPort?.on('message', (batch: NameBatch) => {
  const flat = read(batch)
  parentPort?.postMessage(flat, transferable(flat))
})
parentPort?.postMessage('ready')
