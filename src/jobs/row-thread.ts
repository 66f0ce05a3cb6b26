// A second thread that writes rows (`row-writer.ts`).
import { parentPort, workerData } from 'node:worker_threads'
import { RowFile, type RowPlan, type Rows } from './row-file.ts'

const file = new RowFile(workerData as RowPlan<string>)
parentPort?.on('message', (rows: Rows<string> | 'end') => {
  if (rows === 'end') file.end()
  else file.write(rows)
  parentPort?.postMessage('written')
})
