import { WhoListsError } from '../model/index.ts'
import { FetchError, type FetchFault } from './fetch-types.ts'

const CODES: Readonly<Record<string, readonly [FetchFault['kind'], boolean]>> = {
  EPRIVATE: ['private', false],
  UND_ERR_CONNECT_TIMEOUT: ['slow', true],
  UND_ERR_HEADERS_TIMEOUT: ['slow', true],
  UND_ERR_BODY_TIMEOUT: ['slow', true],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['truncated', true],
  UND_ERR_SOCKET: ['truncated', true],
  UND_ERR_ABORTED: ['truncated', true],
  HPE_INVALID_EOF_STATE: ['truncated', true],
  ERR_STREAM_PREMATURE_CLOSE: ['truncated', true],
}

/** What went wrong in one attempt, and whether another is worth while. @throws WhoListsError data.full */
export function faultOf(error: unknown, deadline: AbortSignal, given: AbortSignal | undefined): FetchFault {
  if (given?.aborted) return { kind: 'stopped', reason: 'it was stopped', passing: false }
  if (deadline.aborted) return { kind: 'slow', reason: 'it took too long', passing: false }
  if (error instanceof FetchError) return error.fault
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new WhoListsError('data.full', { path: 'the folder for downloads' }, error)
  const [kind, passing] = CODES[code] ?? ['network', true]
  const words: Partial<Record<FetchFault['kind'], string>> = {
    slow: 'the server takes too long',
    truncated: 'the connection broke before the whole file was there',
  }
  return { kind, reason: words[kind] ?? (error instanceof Error ? error.message : String(error)), passing }
}

function codeOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause) if ('code' in e && typeof e.code === 'string') return e.code
  return ''
}
