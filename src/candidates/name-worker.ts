// A second thread that takes names apart for the index (`name-threads.ts`).
import { parentPort } from 'node:worker_threads'
import { bucketed } from './buckets.ts'
import { flatReader, transferable } from './flat-names.ts'
import type { AnswerOfThread, AskedOfThread } from './name-threads.ts'

const read = flatReader()
const answer = (message: AnswerOfThread, given: ArrayBuffer[] = []) => parentPort?.postMessage(message, given)

parentPort?.on('message', (asked: AskedOfThread) => {
  if ('batch' in asked) {
    const flat = read(asked.batch)
    answer({ flat }, transferable(flat))
  } else {
    const buckets = bucketed(asked.keyed)
    answer({ buckets }, [buckets.starts.buffer as ArrayBuffer, buckets.entries.buffer as ArrayBuffer])
  }
})
answer('ready')
