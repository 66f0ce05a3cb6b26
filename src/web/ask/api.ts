import type { FailureBody } from '../answers.ts'
import { ownerHeader } from './owner.ts'

/** A question the server did not answer; `code` names why, `status` is 0 where no server was reached. */
export class Failed extends Error {
  readonly code: string
  readonly remedy: string
  readonly status: number
  readonly retryAfterSeconds: number | null

  constructor(body: FailureBody, status: number, retryAfterSeconds: number | null = null) {
    super(body.detail)
    this.name = 'Failed'
    this.code = body.code
    this.remedy = body.remedy
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Parameters of a question; lists are repeated, empty values are left out. */
export type Params = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>

/** A query string with its question mark, or nothing. */
export function queryString(params: Params): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * The answer to a question.
 *
 * @throws Failed where the server refuses, fails or cannot be reached
 */
export async function ask<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  const response = await reach(`${path}${queryString(params)}`, signal ? { signal } : {})
  return (await response.json()) as T
}

/** The answer to something sent: a text as it is, anything else as JSON. @throws Failed */
export async function send<T>(path: string, body: object | string): Promise<T> {
  const sent =
    typeof body === 'string' ? { type: 'application/x-ndjson', text: body } : { type: 'application/json', text: JSON.stringify(body) }
  const response = await reach(path, { method: 'POST', headers: { 'content-type': sent.type, ...ownerHeader() }, body: sent.text })
  return (await response.json()) as T
}

/** What only the owner may see. @throws Failed */
export async function askAsOwner<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await reach(path, { headers: ownerHeader(), ...(signal ? { signal } : {}) })
  return (await response.json()) as T
}

/** Removes something. @throws Failed */
export async function remove(path: string): Promise<void> {
  await reach(path, { method: 'DELETE', headers: ownerHeader() })
}

/** A response that is no failure. @throws Failed */
export async function reach(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...(init.headers as Record<string, string>) } })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Failed({ code: 'server.unreachable', detail: '', remedy: '' }, 0)
  }
  if (response.ok) return response
  const body = (await response.json().catch(() => ({}))) as Partial<Omit<FailureBody, 'detail'>> & { readonly detail?: unknown }
  const retryAfter = Number(response.headers.get('retry-after'))
  throw new Failed(
    { code: body.code ?? `http.${response.status}`, detail: detailOf(body.detail) ?? response.statusText, remedy: body.remedy ?? '' },
    response.status,
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  )
}

/** The words of a failure: a text, or the faults a validation lists. */
function detailOf(detail: unknown): string | undefined {
  if (typeof detail === 'string') return detail
  if (!Array.isArray(detail)) return undefined
  return detail
    .map((fault: { loc?: readonly unknown[]; msg?: string }) => `${fault.loc?.slice(1).join('.') ?? ''}: ${fault.msg ?? ''}`)
    .join('; ')
}

/** Lines of JSON as they arrive. @throws Failed */
export async function* readLines<T>(response: Response): AsyncGenerator<T> {
  if (!response.body) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += value ?? ''
    const lines = rest.split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as T
    if (done) return
  }
}
