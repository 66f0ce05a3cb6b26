import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What the server does with a request. */
export type Act = (request: IncomingMessage, response: ServerResponse) => void

/** A server on the loopback that plays one act after another at each path, the last one again and again. */
export type PlayingServer = {
  readonly url: string
  play(path: string, ...acts: readonly Act[]): void
  /** Requests so far, oldest first. */
  readonly asked: IncomingMessage[]
  close(): Promise<void>
}

/** Starts the server on a free port. */
export async function startServer(): Promise<PlayingServer> {
  const plays = new Map<string, Act[]>()
  const asked: IncomingMessage[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    asked.push(request)
    const acts = plays.get(request.url ?? '')
    const act = acts && acts.length > 1 ? acts.shift() : acts?.[0]
    if (act) act(request, response)
    else response.writeHead(404).end('not here')
  })
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    play: (path, ...acts) => plays.set(path, [...acts]),
    asked,
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Answers with a status and, where given, a body and headers. */
export const answer =
  (status: number, body: string | Uint8Array = '', headers: Readonly<Record<string, string>> = {}): Act =>
  (_, response) =>
    void response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body)

/** Answers as a file server does: with validators, 304 where the client has it, ranges where they are asked for. */
export const file =
  (body: string, etag: string, headers: Readonly<Record<string, string>> = {}): Act =>
  (request, response) => {
    const all = { etag, 'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT', ...headers }
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, all).end()
      return
    }
    const from = request.headers['if-range'] === etag ? Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0
    const bytes = Buffer.from(body)
    if (from > 0) {
      response
        .writeHead(206, {
          ...all,
          'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
          'content-length': String(bytes.length - from),
        })
        .end(bytes.subarray(from))
      return
    }
    response.writeHead(200, { ...all, 'content-length': String(bytes.length) }).end(bytes)
  }

/** Announces the whole body, sends the beginning and breaks the connection. */
export const cutOff =
  (body: string, bytes: number, headers: Readonly<Record<string, string>> = {}): Act =>
  (_, response) => {
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(body)), ...headers })
    response.write(body.slice(0, bytes), () => setTimeout(() => response.destroy(), 400))
  }

/** Begins to answer and falls silent. */
export const silent =
  (start = ''): Act =>
  (_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write(start === '' ? ' ' : start)
  }

/** Leads elsewhere. */
export const redirect =
  (to: string, status = 302): Act =>
  (_, response) =>
    void response.writeHead(status, { location: to, 'content-length': '0' }).end()
