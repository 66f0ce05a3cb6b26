import { type App, openLog, openServer, type ServerOptions } from '../../src/api/index.ts'

/** A server on a free port of this machine, with what it wrote to its log. */
export type Served = {
  readonly base: string
  readonly log: () => string
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  delete(path: string, headers?: Record<string, string>): Promise<Answer>
  close(): Promise<void>
}

/** An answer with its body read. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string /** Undefined where the body is no JSON. */
  readonly json: unknown
}

/** Serves an app for a test. */
export async function serve(app: App, options: Partial<ServerOptions> = {}): Promise<Served> {
  const lines: string[] = []
  let count = 0
  const server = await openServer(app, {
    title: 'WhoLists',
    version: '0.0.0',
    log: openLog('debug', { write: line => void lines.push(line) }),
    random: bytes => String(++count).padStart(bytes * 2, '0'),
    maxBatch: 100,
    updateToken: 'a token',
    pages: null,
    ...options,
  })
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${base}${path}`, { redirect: 'manual', ...init })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) }
  }
  return {
    base,
    log: () => lines.join(''),
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers,
        body: typeof body === 'string' || body instanceof FormData || body instanceof URLSearchParams ? body : JSON.stringify(body),
      }),
    delete: (path, headers = {}) => ask(path, { method: 'DELETE', headers }),
    close: () => server.close(),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** What stands at a dotted path of an answer; `*` gives what stands there in each element. */
export function at(value: unknown, path: string): unknown {
  const [key, ...rest] = path.split('.')
  if (key === undefined || path === '') return value
  if (key === '*') return Object.values((value ?? {}) as Record<string, unknown>).map(one => at(one, rest.join('.')))
  return at((value as Record<string, unknown> | null | undefined)?.[key], rest.join('.'))
}
