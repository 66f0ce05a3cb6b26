// Wires the optional model: one request a document, answers kept by the hash of what was asked, and nothing believed unchecked.
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Problem } from './model/index.ts'
import { claimsOfModel, modelRequest, type NewsReader, REQUEST_VERSION, type ReadDocument } from './news/index.ts'

/** Folder of answers in the data folder. */
const FOLDER = 'model-answers'
const MAX_ANSWER_BYTES = 512 * 1024

/** How long a model may take. */
const TIMEOUT_MS = 60_000

/**
 * What the model adds to what the rules read; unchanged but for a problem where it could not be asked.
 *
 * @param limit ends the asking; absent means after a minute
 */
export async function withModel(config: Config, reader: NewsReader, read: ReadDocument, limit?: AbortSignal): Promise<ReadDocument> {
  const candidates = config.model === '' || config.offline ? null : reader.candidates(read.document)
  // Where nothing that is known is named, no answer could be believed.
  if (!candidates || candidates.parties.length === 0 || candidates.authorities.length === 0) return read
  const body = JSON.stringify(modelRequest(read.document, candidates, config.modelName))
  try {
    const answer = await answerTo(config, body, limit ?? AbortSignal.timeout(TIMEOUT_MS))
    const { claims, refused } = claimsOfModel(answer, read.document, { candidates, claims: read.claims }, `model ${config.modelName}`)
    const problems = refused > 0 ? [problem('model.refused', `${refused} events`)] : []
    return { ...read, claims: [...read.claims, ...claims].sort((a, b) => a.start - b.start), problems: [...read.problems, ...problems] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { ...read, problems: [...read.problems, problem('model.failed', error.message.slice(0, 200))] }
  }
}

const problem = (code: string, seen: string): Problem => ({
  code,
  severity: 'note',
  field: 'model',
  seen,
  expected: 'events that the text bears out',
})

async function answerTo(config: Config, body: string, limit: AbortSignal): Promise<string> {
  const key = createHash('sha256').update([REQUEST_VERSION, config.model, body].join('\n')).digest('hex')
  const folder = join(config.data, FOLDER)
  const path = join(folder, `${key}.json`)
  const kept = await readFile(path, 'utf8').catch(() => null)
  if (kept !== null) return kept
  const answer = await asked(config, body, limit)
  await mkdir(folder, { recursive: true })
  await writeFile(`${path}.${process.pid}`, answer)
  await rename(`${path}.${process.pid}`, path)
  return answer
}

async function asked({ model, modelKey }: Config, body: string, limit: AbortSignal): Promise<string> {
  const response = await fetch(`${model}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(modelKey === '' ? {} : { authorization: `Bearer ${modelKey}` }) },
    body,
    redirect: 'error',
    signal: limit,
  })
  if (!response.ok || !response.body) throw new Error(`the endpoint answered ${response.status}`)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body) {
    size += part.length
    if (size > MAX_ANSWER_BYTES) throw new Error(`the answer is longer than ${MAX_ANSWER_BYTES} bytes`)
    parts.push(part)
  }
  return contentOf(Buffer.concat(parts).toString('utf8'))
}

function contentOf(text: string): string {
  const value = JSON.parse(text) as { readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[] }
  const content = value.choices?.[0]?.message?.content
  if (typeof content !== 'string') throw new Error('the answer has no content')
  return content
}
